"""What moved a debater from one day to the next: moves he accepted, numbers he revised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from deciban.case import Case, Move, Position, Revision
from deciban.debate.debaters import Debater
from deciban.debate.rewinding import Day, dating
from deciban.debate.seeing import called
from deciban.edit.difference import Between, Steps, blocks_of, differences, written
from deciban.edit.holding import NO_STANCE, STANCES
from deciban.edit.position import ACCEPT, apply_stances, position_of, stances
from deciban.findings.differing.about import about
from deciban.findings.differing.asked import Question
from deciban.findings.differing.attribution import attribute
from deciban.findings.differing.player import Player


@dataclass(frozen=True, slots=True)
class Cause:
    """What a change of mind is put down to.

    Attributes:
        address: the number that was revised, or the move that was accepted.
        about: what it speaks of, in the case's words; what the move says.
        before: what it was, as written.
        after: what it became.
        share: what it moved, in decibans.
        credited: what the debater says moved him; empty where he does not say.
        evidence: whether it came from new evidence and not from a judgement revised.
    """

    address: str
    about: str
    before: str
    after: str
    share: float
    credited: str
    evidence: bool


@dataclass(frozen=True, slots=True)
class State:
    """A debater as he was at the end of a day.

    Attributes:
        case: the case as written, with his position, and those that it extends, as they were.
        debater: himself.
    """

    case: Case
    debater: Debater

    @property
    def accepted(self) -> frozenset[str]:
        """The moves that he accepted."""
        taken = stances(self.case, self.debater.position)
        return frozenset(name for name, stance in taken.items() if stance == ACCEPT)


def causes_of(before: State, after: State, day: Day, of: str, *, columns: int) -> tuple[Cause, ...]:
    """Answer what moved a debater on one day, the largest share first.

    Args:
        before: the debater before that day.
        after: the debater at its end.
        day: the day, with what he revised and accepted on it.
        of: the hypothesis whose decibans are told.
        columns: at how many columns minds are read, about.
    """
    brought = dict(_brought(before, after))
    own = {each.address: each for each in day.revisions if _name(each) not in brought}
    shares = dict.fromkeys([*brought, *own], 0.0)
    spoken: dict[str, str] = {}
    cases = before.debater.case, after.debater.case
    for player, share in _shares(before.debater, after.debater, of, columns):
        key = _whose(player, brought, own)
        shares[key] = shares.get(key, 0.0) + share
        spoken.setdefault(key, about(*cases, player.differences[0]))
    causes = (
        _by_move(before, after, key, share)
        if key in brought
        else _by_himself(after.case, key, own.get(key), share, spoken.get(key, ""))
        for key, share in shares.items()
    )
    return tuple(sorted(causes, key=lambda cause: -abs(cause.share)))


def _brought(before: State, after: State) -> Iterator[tuple[str, frozenset[Steps]]]:
    """The moves that were accepted or given up, each with every path that it changes."""
    changed = before.accepted ^ after.accepted
    for move in after.case.debate:
        if move.id in changed:
            state = after if move.id in after.accepted else before
            yield move.id, brought_by(state.case, state.debater.position, move)


def brought_by(case: Case, position: Position, move: Move) -> frozenset[Steps]:
    """Answer every path at which a move changes the case as a debater sees it who accepts it.

    Args:
        case: the case as written.
        position: his position, in which the move is accepted.
        move: the move.
    """
    rest = {name: each for name, each in position.stances.items() if name != move.id}
    seen = [apply_stances(case, each) for each in (replace(position, stances=rest), position)]
    cases = [each for each in seen if isinstance(each, Case)]
    if len(cases) < len(seen):
        return frozenset()
    return frozenset(each.path for each in differences(*cases))


def _shares(
    before: Debater, after: Debater, of: str, columns: int
) -> Iterator[tuple[Player, float]]:
    """Every change between a debater's two cases with its share of the way."""
    found = differences(before.case, after.case)
    blocks = blocks_of(before.case, after.case, found)
    possible = [
        {each.id for each in state.held.answers if each.probability > 0.0}
        for state in (before, after)
    ]
    compared = tuple(each.id for each in after.held.answers if each.id in possible[0] & possible[1])
    if not blocks or of not in compared or len(compared) < 2:  # noqa: PLR2004 (against another)
        return
    between = Between(before.case, after.case, found)
    attribution = attribute(between, blocks, Question(compared, columns))
    place = compared.index(of)
    for number, player in enumerate(attribution.players):
        yield player, attribution.weight(number, place).share


def _whose(
    player: Player, brought: Mapping[str, frozenset[Steps]], own: Mapping[str, Revision]
) -> str:
    """The move that brought a change, or the address that he revised."""
    for move, paths in brought.items():
        if player.paths & paths:
            return move
    changed = [each.address for each in player.differences]
    for address in own:
        if any(_is_of(address, each) for each in changed):
            return address
    return player.address


def _is_of(address: str, changed: str) -> bool:
    """Whether what was revised at an address is what changed, a part of it, or around it."""
    if address.startswith(STANCES):
        return address.removeprefix(STANCES) in changed.split(".")
    one, other = f"{address}.", f"{changed}."
    return one.startswith(other) or other.startswith(one)


def _name(revision: Revision) -> str:
    return revision.address.removeprefix(STANCES)


def _by_move(before: State, after: State, name: str, share: float) -> Cause:
    move = next(each for each in after.case.debate if each.id == name)
    position = after.debater.position
    revision = dating(position, after.case, move)
    was, now = (stances(each.case, each.debater.position) for each in (before, after))
    return Cause(
        address=name,
        about=_said(after.case, move),
        before=was.get(name, NO_STANCE),
        after=now.get(name, NO_STANCE),
        share=share,
        credited=_credited(after.case, revision),
        evidence=True,
    )


def _by_himself(
    case: Case, address: str, revision: Revision | None, share: float, told: str
) -> Cause:
    return Cause(
        address=address,
        about=told,
        before=written(revision.before) if revision is not None else "",
        after=written(revision.after) if revision is not None else "",
        share=share,
        credited=_credited(case, revision),
        evidence=False,
    )


def _credited(case: Case, revision: Revision | None) -> str:
    """What a debater says moved him: his words, or what the move says that he names."""
    if revision is None or revision.because is None:
        return ""
    move = next((each for each in case.debate if each.id == revision.because), None)
    return revision.because if move is None else _said(case, move)


def _said(case: Case, move: Move) -> str:
    """Who made a move, and what it says."""
    position = position_of(case, move.author)
    return f"{_called(position, move)}: {move.text}"


def _called(position: Position | None, move: Move) -> str:
    return called(position) if position is not None else move.author.replace("_", " ").capitalize()
