"""The reasonable actor, who reads what he was told as a reasonable man would: ``Actor -> Actor``.

What the case declares under ``reasonable`` replaces what he thought; all else is as with him. Where
it declares nobody, the case's own sources of the same names stand in, which is how *we* read it.
"""

from dataclasses import replace

from deciban.case import ADMIRALTY, Actor, Case, RowTree, Source, Trust
from deciban.units import Judgement, Rest, read_share


def reasonable_of(case: Case, actor: Actor) -> Actor | None:
    """Answer the actor as a reasonable man in his place; None where nothing says how that differs.

    Args:
        case: the case, whose sources stand in where nothing is declared.
        actor: the actor.
    """
    declared = actor.reasonable
    if declared is None:
        return _as_we_read(case, actor)
    return replace(
        actor,
        prior=declared.prior or actor.prior,
        opponent=None if declared.prior else actor.opponent,
        trusts={**actor.trusts, **declared.trusts},
        learns_trust_from=declared.learns_trust_from or actor.learns_trust_from,
        weight_on_evidence=declared.weight_on_evidence or actor.weight_on_evidence,
    )


def _as_we_read(case: Case, actor: Actor) -> Actor | None:
    """The actor with our view of the sources that the case has too; None where it has none."""
    ours = {
        name: _as_we_see(trust, source)
        for name, trust in actor.trusts.items()
        if (source := case.sources.get(name)) is not None
        and (source.character or source.reliability)
    }
    return replace(actor, trusts={**actor.trusts, **ours}) if ours else None


def _as_we_see(trust: Trust, source: Source) -> Trust:
    """His trust in a source, with our view of its character in place of his."""
    row: RowTree = source.character or _by_letter(source.reliability or "F")
    if trust.line is None and "pushes" in row:
        row = _honest_for(row)  # as the case reads a source that pushes nothing there
    return replace(
        trust,
        honest=row.get("honest"),
        pushes=row.get("pushes"),
        inverts=row.get("inverts"),
        guesses=row.get("guesses"),
        competence=source.competence or trust.competence,
        record=None,
    )


def _by_letter(letter: str) -> RowTree:
    return {"honest": _share(ADMIRALTY[letter]), "guesses": _share("rest")}


def _honest_for(row: RowTree) -> RowTree:
    """A row in which whoever pushes counts as honest: all that is not otherwise is honest."""
    others = {role: share for role, share in row.items() if role in ("inverts", "guesses")}
    if any(isinstance(share, Rest) for share in others.values()):
        return {"honest": row["honest"], **others}
    return {**others, "honest": _share("rest")}


def _share(text: str) -> Judgement | Rest:
    share = read_share(text, "icd203", None)
    if not isinstance(share, Judgement | Rest):
        message = f"deciban's own share does not read: {share}"
        raise TypeError(message)
    return share
