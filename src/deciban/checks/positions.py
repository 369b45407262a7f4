"""Check: positions and moves speak of what is there; weighing under them is not computed yet."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from deciban.case import Case, Move, Position, judgements_of
from deciban.node import Mapping, Node, Scalar
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean


def check_positions(case: Case) -> Iterator[Problem]:
    """Report unknown addresses and targets, stale values, and positions built on themselves."""
    if not case.positions and not case.debate:
        return
    judgements = dict(judgements_of(case))
    positions = {position.position: position for position in case.positions}
    for position in case.positions:
        for address, held in position.holds.items():
            at = position.place(f"holds.{address}")
            if address not in judgements:
                hint = did_you_mean(address, judgements)
                yield Problem("D803", f"there is no number at '{address}'", at, hint)
            elif (was := _was(held)) is not None and was != judgements[address].text:
                now = judgements[address].text
                hint = f"it was {was}, and is now {now}; update `was` once you have looked"
                yield Problem("D804", f"the case has moved at '{address}'", at, hint)
        yield from _extends(position, positions)
        hint = "it moves no number in this version"
        message = f"the position of '{position.position}' is read and checked, not computed yet"
        yield Problem("D703", message, position.at, hint)
    yield from _twice(case)
    yield from _targets(case, judgements.keys())


def _was(held: Node) -> str | None:
    if isinstance(held, Mapping):
        for entry in held.entries:
            if entry.key.text == "was" and isinstance(entry.value, Scalar):
                return entry.value.text
    return None


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
