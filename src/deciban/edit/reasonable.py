"""The reasonable actor, who reads what he was told as a reasonable man would: ``Actor -> Actor``.

What the case declares under ``reasonable`` replaces what he thought; all else is as with him. Where
it declares nobody, the case's own sources of the same names stand in, which is how *we* read it.
"""

from collections.abc import Mapping
from dataclasses import replace

from deciban.case import ADMIRALTY, Actor, Case, Reasonable, RowTree, Source, Trust
from deciban.units import Judgement, Rest, Row, Share, read_share, settle_row


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
        trusts={**actor.trusts, **_declared(actor, declared)},
        learns_trust_from=declared.learns_trust_from or actor.learns_trust_from,
        weight_on_evidence=declared.weight_on_evidence or actor.weight_on_evidence,
    )


def _declared(actor: Actor, declared: Reasonable) -> Mapping[str, Trust]:
    """What he would have thought of sources: another character, the rest as the actor had it."""
    return {
        name: _over(actor.trusts[name], trust) if name in actor.trusts else trust
        for name, trust in declared.trusts.items()
    }


def _over(his: Trust, other: Trust) -> Trust:
    return replace(
        other,
        line=other.line or his.line,
        competence=other.competence or his.competence,
        record=other.record or his.record,
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
    """A row in which whoever pushes counts as honest: all that inverts or guesses is as it was."""
    settled = settle_row(row, tuple(row))
    if not isinstance(settled, Row):
        message = f"a source's own character does not settle: {settled}"
        raise TypeError(message)
    shares = dict(zip(row, settled.shares, strict=True))
    found: dict[str, Judgement | Rest] = {"honest": _share("rest")}
    found |= {role: _judged(shares[role]) for role in ("inverts", "guesses") if role in shares}
    return found


def _judged(share: Share) -> Judgement:
    """A share of a row as a judgement of its own."""
    return Judgement("", share.central, share.low, share.high, share.measure)


def _share(text: str) -> Judgement | Rest:
    share = read_share(text, "icd203", None)
    if not isinstance(share, Judgement | Rest):
        message = f"deciban's own share does not read: {share}"
        raise TypeError(message)
    return share
