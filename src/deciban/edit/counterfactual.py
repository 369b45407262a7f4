"""Had it happened otherwise: an edit of one actor, ``Case -> Case``.

It may change what reached him, from whom and when, whom he trusted, and how he saw the other; not
the questions or the evidence of the case, which are ours (``deciban.edit.what_if``).
"""

from collections.abc import Iterator, Sequence

from deciban.case import Actor, Case, Counterfactual
from deciban.edit.address import set_at
from deciban.edit.trust_row import broken_trusts
from deciban.problem import Problem

#: What may have been otherwise of an actor; of his choices, only what they were between, and when.
HAPPENED = (
    "saw",
    "trusts",
    "opponent",
    "prior",
    "care",
    "slip",
    "weight_on_evidence",
    "forgetting",
    "learns_trust_from",
    "depth",
)
CHOOSING = ("on", "between", "inertia")
#: Where the name of a message stands in an address such as ``actors.stalin.saw.churchill.says``.
SIGHT = 3


def _happened(parts: Sequence[str]) -> bool:
    """Whether an address inside an actor is part of what happened to him, or of how he was."""
    if parts[:1] == ["chooses"]:
        return len(parts) > 2 and parts[2] in CHOOSING  # noqa: PLR2004 [chooses, whose, what]
    return parts[:1] != [] and parts[0] in HAPPENED


def apply_counterfactual(
    case: Case, actor: Actor, had: Counterfactual
) -> Case | tuple[Problem, ...]:
    """Answer the case as it would have been, not yet checked; or what stands in the way."""
    astray = next(_astray(actor, had), None)
    if astray is not None:
        return (astray,)
    edited = case
    for address, node in had.settings.items():
        outcome = set_at(edited, address, node)
        if isinstance(outcome, tuple):
            return outcome
        edited = outcome
    places = [(address, had.place(f"set.{address}")) for address in had.settings]
    if broken := tuple(broken_trusts(edited, places, f"'{had.id}'")):
        return broken
    if edited.actors[actor.id] == actor:
        hint = "set something to another value than it has"
        return (Problem("D801", f"'{had.id}' changes nothing", had.at, hint),)
    return edited


def _astray(actor: Actor, had: Counterfactual) -> Iterator[Problem]:
    """What a counterfactual changes that did not happen to the actor, or that it sets nothing."""
    if not had.settings:
        hint = f"write `set: {{actors.{actor.id}.saw.<message>.says: <value>}}`"
        yield Problem("D801", f"'{had.id}' changes nothing", had.at, hint)
    copies = {sight.id for sight in actor.saw if sight.copies is not None}
    for address in had.settings:
        at = had.place(f"set.{address}")
        parts = address.split(".")
        if parts[:2] != ["actors", actor.id]:
            hint = f"begin with `actors.{actor.id}.`; what we judge otherwise is a what-if"
            message = f"'{had.id}' changes '{address}', which is not part of '{actor.id}'"
            yield Problem("D801", message, at, hint)
        elif not _happened(parts[2:]):
            hint = "change what reached him, whom he trusted, how he saw the other, or his stakes"
            message = f"'{had.id}' changes '{address}', which is no part of what happened to him"
            yield Problem("D801", message, at, hint)
        elif len(parts) > SIGHT + 1 and parts[SIGHT] in copies and parts[-1] != "copies":
            hint = "change the message that it repeats"
            message = f"'{had.id}' changes '{parts[SIGHT]}', a copy, which adds nothing"
            yield Problem("D801", message, at, hint)
