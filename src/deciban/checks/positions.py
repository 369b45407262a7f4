"""Check: positions and moves speak of what is there; weighing under them is not computed yet."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as ByName
from itertools import groupby
from typing import TypeAlias

from deciban.case import Case, Move, Position, judgements_of
from deciban.checks.expectations import check_expectations
from deciban.checks.outcomes import check_outcomes
from deciban.edit import set_at
from deciban.node import Mapping, Node, Scalar
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean
from deciban.units import Judgement

STANCES = ("accept", "reject")
Judgements: TypeAlias = ByName[str, Judgement]


def check_positions(case: Case) -> Iterator[Problem]:
    """Report unknown addresses and targets, stale values, and positions built on themselves."""
    if not case.positions and not case.debate:
        return
    judgements = dict(judgements_of(case))
    positions = {position.position: position for position in case.positions}
    for position in case.positions:
        for address, held in position.holds.items():
            yield from _held(case, position, address, held, judgements)
        yield from _stances(case, position)
        yield from _extends(position, positions)
        hint = "it moves no number in this version"
        message = f"the position of '{position.position}' is read and checked, not computed yet"
        yield Problem("D705", message, position.at, hint)
    yield from _twice(case)
    yield from _targets(case, judgements.keys())


def _held(
    case: Case, position: Position, address: str, held: Node, judgements: Judgements
) -> Iterator[Problem]:
    """What is wrong with one number held, by trying it."""
    at = position.place(f"holds.{address}")
    value = _entry(held, "is")
    if value is None:
        written = f"`{{is: {held.text}}}`" if isinstance(held, Scalar) else "`{is: 40%}`"
        hint = f"write {written}, with `was` and `because` beside it"
        yield Problem("D202", f"nothing says what '{address}' is held to be", held.at, hint)
        return
    edited = set_at(case, address, value)
    if _astray(case, address, edited, judgements):
        hint = did_you_mean(address, judgements, "write its path, such as question.prior")
        yield Problem("D803", f"there is no number at '{address}'", at, hint)
        return
    if not isinstance(edited, Case):
        yield from edited
        return
    was, now = _entry(held, "was"), judgements.get(address)
    if isinstance(was, Scalar) and now is not None and was.text != now.text:
        hint = f"it was {was.text}, and is now {now.text}; update `was` once you have looked"
        yield Problem("D804", f"the case has moved at '{address}'", at, hint)


def _astray(
    case: Case, address: str, edited: Case | tuple[Problem, ...], judgements: Judgements
) -> bool:
    """Whether an address leads nowhere, or would put a name into a table that has no such name.

    A number that deciban assumes has an address too, though nothing is written there yet.
    """
    if not isinstance(edited, Case):
        return any(problem.code == "D801" for problem in edited)
    return address not in judgements and not _strangers(edited) <= _strangers(case)


def _strangers(case: Case) -> set[Problem]:
    found = (*check_expectations(case), *check_outcomes(case))
    return {problem for problem in found if problem.code in ("D402", "D403")}


def _entry(held: Node, key: str) -> Node | None:
    if not isinstance(held, Mapping):
        return None
    return next((entry.value for entry in held.entries if entry.key.text == key), None)


def _stances(case: Case, position: Position) -> Iterator[Problem]:
    events = {event.id: None for event in case.events}
    for name, stance in position.stances.items():
        at = position.place(f"stances.{name}")
        if name not in events and name not in case.broken:
            hint = did_you_mean(name, events, "a stance is on an event")
            yield Problem("D402", f"there is no event '{name}'", at, hint)
        if stance not in STANCES:
            hint = did_you_mean(stance, STANCES, f"write {' or '.join(STANCES)}")
            yield Problem("D205", f"'{stance}' is not a stance", at, hint)


def _extends(position: Position, positions: dict[str, Position]) -> Iterator[Problem]:
    seen = [position.position]
    at = position.place("extends")
    following = position.extends
    while following is not None:
        if following in seen:
            if following == seen[0] == min(seen):  # else another position reports the circle
                told = ", which extends ".join(f"'{name}'" for name in (*seen[1:], following))
                message = f"a circle: '{seen[0]}' extends {told}"
                yield Problem("D805", message, at, "drop one `extends`")
            return
        if following not in positions:
            hint = did_you_mean(following, positions, "positions are files in positions/")
            yield Problem("D402", f"there is no position '{following}'", at, hint)
            return
        seen.append(following)
        following = positions[following].extends


def _twice(case: Case) -> Iterator[Problem]:
    named = [(each.position, each.place("position")) for each in case.positions]
    named += [(each.id, each.place("id")) for each in case.debate]
    for name, same in groupby(sorted(named, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
        first, *others = same
        for _, at in others:
            hint = f"the other is in {first[1].file}"
            yield Problem("D806", f"'{name}' is already taken", at, hint, also=(first[1],))


def _targets(case: Case, addresses: Iterable[str]) -> Iterator[Problem]:
    moves = {move.id for move in case.debate}
    parts = {record.id for record in case.listed()} | set(case.sources) | set(case.all_questions())
    known = moves | parts | set(addresses)
    for move in case.debate:
        if not _is_part(move, known):
            hint = did_you_mean(move.target, known, "name an address, an id or a move")
            yield Problem("D803", f"there is no '{move.target}'", move.place("target"), hint)


def _is_part(move: Move, known: set[str]) -> bool:
    """Whether a target is an id, an address, or the beginning of an address."""
    return move.target in known or any(name.startswith(f"{move.target}.") for name in known)
