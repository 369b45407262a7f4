"""Had it happened otherwise: an edit of one actor, ``Case -> Case``.

It may change what reached him, from whom and when, whom he trusted, and how he saw the other; not
the questions or the evidence of the case, which are ours (``deciban.edit.what_if``).
"""

from deciban.case import Actor, Case, Counterfactual
from deciban.edit.address import set_at
from deciban.problem import Problem


def apply_counterfactual(
    case: Case, actor: Actor, had: Counterfactual
) -> Case | tuple[Problem, ...]:
    """Answer the case as it would have been, not yet checked; or what stands in the way."""
    edited = case
    if not had.settings:
        hint = f"write `set: {{actors.{actor.id}.saw.<message>.says: <value>}}`"
        return (Problem("D801", f"'{had.id}' changes nothing", had.at, hint),)
    for address, node in had.settings.items():
        if not address.startswith(f"actors.{actor.id}."):
            hint = f"begin with `actors.{actor.id}.`; what we judge otherwise is a what-if"
            message = f"'{had.id}' changes '{address}', which is not part of '{actor.id}'"
            return (Problem("D801", message, had.place(f"set.{address}"), hint),)
        outcome = set_at(edited, address, node)
        if isinstance(outcome, tuple):
            return outcome
        edited = outcome
    if edited.actors[actor.id] == actor:
        hint = "set something to another value than it has"
        return (Problem("D801", f"'{had.id}' changes nothing", had.at, hint),)
    return edited
