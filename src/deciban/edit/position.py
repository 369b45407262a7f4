"""The case as one debater sees it: a position is an edit, ``Case -> Case``."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from deciban.case import Case, Move, Position
from deciban.edit.address import set_at
from deciban.edit.sustained import brings, sustained, taken_away
from deciban.edit.what_if import without
from deciban.node import Mapping as MappingNode
from deciban.node import Node, Scalar
from deciban.problem import Problem
from deciban.span import Span

ACCEPT, REJECT = "accept", "reject"


@dataclass(frozen=True, slots=True)
class Holding:
    """One value that a debater holds.

    Attributes:
        address: where it stands in the case.
        value: what it is held to be, as written; None where that is not said.
        was: what the case said when it was written; None where that is not said.
        because: why, in words or as the name of a move; None where that is not said.
        by: in whose position it stands: the debater's own, or one that it extends.
        at: where.
    """

    address: str
    value: Node | None
    was: Node | None
    because: str | None
    by: str
    at: Span


def position_of(case: Case, debater: str) -> Position | None:
    """Answer the position of a debater; None where there is none."""
    return next((each for each in case.positions if each.position == debater), None)


def lineage(case: Case, position: Position) -> tuple[Position, ...]:
    """Answer a position and those that it extends, the furthest first; a circle ends it."""
    line = [position]
    while (above := line[-1].extends) is not None:
        found = position_of(case, above)
        if found is None or found in line:
            break
        line.append(found)
    return tuple(reversed(line))


def holdings(case: Case, position: Position) -> Mapping[str, Holding]:
    """Answer everything that a debater holds, by address and sorted; the nearest one counts.

    A row that is held takes the place of every number in it that a position further off holds.
    """
    found: dict[str, Holding] = {}
    for each in lineage(case, position):
        whole = tuple(f"{address}." for address in each.holds)
        found = {address: held for address, held in found.items() if not address.startswith(whole)}
        for address, held in each.holds.items():
            found[address] = Holding(
                address=address,
                value=entry(held, "is"),
                was=entry(held, "was"),
                because=_text(entry(held, "because")),
                by=each.position,
                at=each.place(f"holds.{address}"),
            )
    return dict(sorted(found.items()))


def stances(case: Case, position: Position) -> Mapping[str, str]:
    """Answer what a debater accepts and rejects; the nearest stance counts."""
    found: dict[str, str] = {}
    for each in lineage(case, position):
        found |= each.stances
    return found


def moves_named(case: Case) -> Mapping[str, Move]:
    """Answer the moves that a stance can be on, by name.

    A name that an item of the case has is the item's, and one that two moves have is nobody's: so
    nobody can file a move that changes what a stance of somebody else is on.
    """
    items = {each.id for each in case.listed()}
    count = Counter(move.id for move in case.debate)
    return {each.id: each for each in case.debate if each.id not in items and count[each.id] == 1}


def accepted(case: Case, position: Position) -> tuple[Move, ...]:
    """Answer the moves that a debater accepts, the earliest first."""
    taken = stances(case, position)
    moves = [move for name, move in moves_named(case).items() if taken.get(name) == ACCEPT]
    return tuple(sorted(moves, key=lambda move: (str(move.on), move.id)))


def no_longer_accepting(position: Position, moves: Collection[str]) -> Position:
    """Answer a position that accepts none of these moves, whatever it extends."""
    return replace(position, stances={**position.stances, **dict.fromkeys(moves, REJECT)})


def apply_position(
    case: Case, position: Position | None, moves: Sequence[Move] = ()
) -> Case | tuple[Problem, ...]:
    """Answer the case as a debater sees it: moves accepted, items rejected, then numbers held.

    Args:
        case: the case as written.
        position: his position; None for the case as it stands.
        moves: moves that are sustained besides those he accepts.

    Returns:
        The edited case, not yet checked, without its debate and without its test, which is of the
        case as written; or the problems that stood in the way.
    """
    admitted = apply_stances(case, position, moves)
    if isinstance(admitted, tuple):
        return admitted
    edited, wrong = admitted, list[Problem]()
    held = holdings(case, position) if position is not None else {}
    for each in held.values():
        outcome = set_at(edited, each.address, each.value) if each.value is not None else edited
        if isinstance(outcome, Case):
            edited = outcome
        else:
            wrong += outcome
    return tuple(wrong) or replace(edited, test=(), positions=(), debate=(), seals=())


def apply_stances(
    case: Case, position: Position | None, moves: Sequence[Move] = ()
) -> Case | tuple[Problem, ...]:
    """Answer the case with what a debater accepts and without what he rejects.

    What moves bring is added before anything is left out, so that it does not matter which of them
    was filed first: what comes through a challenged source is left out, whoever brought it.
    """
    taken = stances(case, position) if position is not None else {}
    own = accepted(case, position) if position is not None else ()
    every = (*own, *(move for move in moves if move not in own))
    edited = case
    for move in every:
        if brings(move):
            outcome = sustained(edited, move)
            if isinstance(outcome, tuple):
                return outcome
            edited = outcome
    left_out = [taken_away(edited, move) for move in every]
    known = moves_named(case)
    names = [*filter(None, left_out), *(name for name in rejected(taken) if name not in known)]
    return without(edited, names) if names else edited


def rejected(taken: Mapping[str, str]) -> tuple[str, ...]:
    """Answer what is rejected among stances."""
    return tuple(name for name, stance in taken.items() if stance == REJECT)


def entry(held: Node, key: str) -> Node | None:
    """Answer one entry of what is held at an address, such as ``is``."""
    if not isinstance(held, MappingNode):
        return None
    return next((each.value for each in held.entries if each.key.text == key), None)


def _text(node: Node | None) -> str | None:
    return node.text if isinstance(node, Scalar) else None
