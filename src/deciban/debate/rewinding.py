"""A debater's position as it was on an earlier day: what he revised since is undone, backwards.

A move that he accepts counts from the day that ``revised`` gives to its stance, and at the earliest
from the day of the move; where ``revised`` says nothing of it, from the day of the move. One's own
move is what one begins with, unless ``revised`` says otherwise.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from deciban.case import Case, Move, Position, Revision
from deciban.checks.positions import check_position
from deciban.dates import When
from deciban.edit.holding import NO_STANCE, STANCES
from deciban.edit.position import ACCEPT, REJECT, accepted, lineage
from deciban.node import Entry, Node, Scalar
from deciban.node import Mapping as MappingNode

#: What a number held at no address of the case is told as.
_ASTRAY = "D803"


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something changed.

    Attributes:
        on: the day.
        revisions: what was revised, in the order written.
        moves: moves that were accepted and that no revision dates.
    """

    on: When
    revisions: tuple[Revision, ...]
    moves: tuple[Move, ...]


def days_of(case: Case, position: Position) -> tuple[Day, ...]:
    """Answer the days on which a debater changed his mind, the earliest first."""
    dated: dict[tuple[int, int], list[tuple[When, Revision | Move]]] = {}
    for when, change in _changes(case, position):
        dated.setdefault(_key(when), []).append((when, change))
    return tuple(
        Day(
            on=same[0][0],
            revisions=tuple(each for _, each in same if isinstance(each, Revision)),
            moves=tuple(each for _, each in same if isinstance(each, Move)),
        )
        for _, same in sorted(dated.items())
    )


def rewound(case: Case, position: Position, day: Day | None) -> tuple[Case, Position]:
    """Answer the case with a debater's position as it was at the end of a day.

    Args:
        case: the case as written.
        position: his position as it is now.
        day: the day; None for what he began with.

    Returns:
        The case with his position, and those that it extends, as they were; and his position. A
        number is left out where what it is of only came with a move that he had not accepted yet.
    """
    later = [change for when, change in _changes(case, position) if _is_after(when, day)]
    waiting = {change.id for change in later if isinstance(change, Move)}
    undone = [change for change in later if isinstance(change, Revision)]
    line = {each.position: _undone(each, undone, waiting) for each in lineage(case, position)}
    then = replace(case, positions=tuple(line.get(p.position, p) for p in case.positions))
    for name, each in line.items():
        line[name] = _without_astray(then, each)
    then = replace(case, positions=tuple(line.get(p.position, p) for p in case.positions))
    return then, line[position.position]


def dating(position: Position, case: Case, move: Move) -> Revision | None:
    """Answer the revision that says when a debater accepted a move, or gave it up; the last one."""
    found = None
    for each in lineage(case, position):
        for revision in each.revised:
            if revision.address == f"{STANCES}{move.id}":
                found = revision
    return found


def _changes(case: Case, position: Position) -> Iterator[tuple[When, Revision | Move]]:
    """Every change of mind with its day, in the order of time."""
    moves = {move.id: move for move in case.debate}
    found: list[tuple[When, Revision | Move]] = []
    for each in lineage(case, position):
        for revision in each.revised:
            if revision.on is not None:
                move = moves.get(revision.address.removeprefix(STANCES))
                found.append((_later(revision.on, move), revision))
    own = {each.position for each in lineage(case, position)}
    others = (each for each in accepted(case, position) if each.author not in own)
    undated = (each for each in others if not dating(position, case, each))
    found += [(each.on, each) for each in undated if each.on is not None]
    yield from sorted(found, key=lambda each: _key(each[0]))


def _later(on: When, move: Move | None) -> When:
    if move is None or move.on is None or _key(move.on) <= _key(on):
        return on
    return move.on


def _key(when: When) -> tuple[int, int]:
    return when.earliest, when.latest


def _is_after(when: When, day: Day | None) -> bool:
    return day is None or _key(when) > _key(day.on)


def _undone(position: Position, undone: list[Revision], waiting: set[str]) -> Position:
    """A position before some revisions, the last of which is undone first, and before moves."""
    holds: dict[str, Node] = dict(position.holds)
    stances = {name: each for name, each in position.stances.items() if name not in waiting}
    own = [each for each in position.revised if each in undone]
    for revision in sorted(own, key=_dated)[::-1]:
        name = revision.address.removeprefix(STANCES)
        if name == revision.address:
            holds[name] = _held(revision)
        elif (before := _word(revision.before)) in (ACCEPT, REJECT):
            stances[name] = before
        else:
            stances.pop(name, None)
    kept = tuple(each for each in position.revised if each not in undone)
    return replace(position, holds=holds, stances=stances, revised=kept)


def _dated(revision: Revision) -> tuple[int, int]:
    return _key(revision.on) if revision.on is not None else (0, 0)


def _held(revision: Revision) -> Node:
    """What was held before a revision, as an entry of ``holds``."""
    before = revision.before if revision.before is not None else Scalar("", revision.at)
    entries = (Entry(Scalar("is", before.at), before),)
    return MappingNode(entries, revision.at, flow=True)


def _word(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else NO_STANCE


def _without_astray(case: Case, position: Position) -> Position:
    """A position without numbers of what is not in the case yet."""
    gone = [each.at for each in check_position(case, position) if each.code == _ASTRAY]
    holds: Mapping[str, Node] = {
        address: node
        for address, node in position.holds.items()
        if position.place(f"holds.{address}") not in gone
    }
    return replace(position, holds=holds)
