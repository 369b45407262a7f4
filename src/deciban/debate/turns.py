"""Whose turn it is: who owes an answer to a move that nobody has answered, and since when."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case import Move
from deciban.dates import When
from deciban.debate.claims import CASE
from deciban.standing import AttackGraph, Label, Labelling


@dataclass(frozen=True, slots=True)
class Debt:
    """An answer that is owed.

    Attributes:
        by: who owes it, in order.
        since: the date of the first move that waits for it; None where it has none.
    """

    by: tuple[str, ...]
    since: When | None


def debts_of(
    graph: AttackGraph,
    labels: Labelling,
    moves: Mapping[str, Move],
    answered: Mapping[str, str],
    keepers: Mapping[str, tuple[str, ...]],
) -> Mapping[str, Debt]:
    """Answer what is owed for each argument that an unanswered move keeps from standing.

    A move is unanswered where nothing else attacks it. What it attacks is owed an answer for by
    its author, or by whoever holds the claim; not by who made the attack himself, and not by who
    conceded it.

    Args:
        graph: the attacks.
        labels: its grounded labelling.
        moves: the moves of the debate, by name.
        answered: by move, what it answers.
        keepers: by claim, who answers for it.
    """
    attackers = graph.attackers()
    conceded = {
        (move.author, answered[move.id])
        for move in moves.values()
        if move.move == "concede" and not _taken_back(move, moves)
    }
    found: dict[str, Debt] = {}
    for name in graph.arguments:
        if labels[name] is Label.IN:
            continue
        waiting = [
            moves[each]
            for each in attackers[name] - {name}
            if not attackers[each] - {each} and (name in moves or answered[each] == name)
        ]
        debt = _debt(_owners(name, moves, keepers), waiting, conceded)
        if debt.by:
            found[name] = debt
    return found


@dataclass(frozen=True, slots=True)
class _Owners:
    """Who answers for an argument, and who does where all of these attacked it themselves."""

    names: tuple[str, ...]
    otherwise: tuple[str, ...]


def _owners(
    name: str, moves: Mapping[str, Move], keepers: Mapping[str, tuple[str, ...]]
) -> _Owners:
    if name in moves:
        return _Owners((moves[name].author,), ())
    return _Owners(keepers[name], (CASE,))


def _debt(owners: _Owners, waiting: list[Move], conceded: set[tuple[str, str]]) -> Debt:
    """Who of the owners owes an answer to moves that wait for one."""
    owing: set[str] = set()
    dates: list[When] = []
    for move in waiting:
        others = [name for name in owners.names if name != move.author] or owners.otherwise
        late = {name for name in others if (name, move.id) not in conceded}
        owing |= late
        dates += [move.on] if late and move.on is not None else []
    since = min(dates, key=lambda date: (date.start, date.end)) if dates else None
    return Debt(tuple(sorted(owing)), since)


def _taken_back(move: Move, moves: Mapping[str, Move]) -> bool:
    return any(each.move == "withdraw" and each.target == move.id for each in moves.values())
