"""What bears on a block: unseen records that would tell of it, and moves that speak to it."""

from collections.abc import Iterable, Iterator

from deciban.case import Case, Move
from deciban.case.hanging import causes_of, parents_of
from deciban.debate.crux import Bearing
from deciban.debate.parting.blocks import addresses_of, heads_of
from deciban.debate.parting.sides import Side
from deciban.findings.differing.player import Player
from deciban.findings.seek import Sought, find_seek

#: Fewer bits than this are rounding.
LEAST = 1e-9


class Settling:
    """What the unseen records of a case are worth to either of two debaters."""

    def __init__(self, a: Side, b: Side) -> None:
        self._case = a.case
        self._cases = a.case, b.case
        self._worth = tuple(_worth(each) for each in (a, b))

    def bearings(self, player: Player) -> tuple[Bearing, ...]:
        """The unseen records that bear on a block, the most telling first.

        One bears on it that would speak of an event of the block, of one that this hangs from or
        that hangs from it, or of one that a source of the block reports.
        """
        events = frozenset(self._events(player))
        found = [self._bearing(each.id) for each in self._case.unseen if each.of in events]
        telling = [each for each in found if max(each.bits_a, each.bits_b) > LEAST]
        return tuple(sorted(telling, key=lambda each: -(each.bits_a + each.bits_b)))

    def _bearing(self, name: str) -> Bearing:
        one, other = (worth.get(name) for worth in self._worth)
        text = next((each.text for each in (one, other) if each is not None), name)
        return Bearing(name, text, *(each.bits if each else 0.0 for each in (one, other)))

    def _events(self, player: Player) -> Iterator[str]:
        for case in self._cases:
            for group, name in heads_of(player):
                for event in _of(case, group, name):
                    yield event
                    yield from _beside(case, event)


def _worth(side: Side) -> dict[str, Sought]:
    """What each unseen record is worth to a debater."""
    held = side.debater
    if not held.case.unseen:
        return {}
    found = find_seek(held.case, held.model, held.solution, pairs=False)
    return {each.id: each for each in found.records}


def _of(case: Case, group: str, name: str) -> Iterator[str]:
    """The events that a record speaks of."""
    match group:
        case "events":
            yield name
        case "reports":
            yield from (each.of for each in case.reports if each.id == name)
        case "silences":
            yield from (each.of for each in case.silences if each.id == name)
        case "sources":
            yield from (each.of for each in case.reports if each.by == name)
            yield from (each.of for each in case.silences if each.by == name)
        case "questions":
            yield name
        case "actors" if name in case.actors:
            yield from (each.shown_by for each in case.actors[name].chooses if each.shown_by)


def _beside(case: Case, name: str) -> Iterator[str]:
    """What an event hangs from, and what hangs from it; not the question that all hangs from."""
    questions = case.all_questions()
    for event in case.events:
        above = {*parents_of(case, event), *(of for of, _ in causes_of(event))}
        if event.id == name:
            yield from above - questions.keys()
        elif name in above and name != case.question.id:
            yield event.id


def moves_on(case: Case, player: Player, names: Iterable[str]) -> tuple[str, ...]:
    """Answer the moves that speak to a block, in the order of the debate.

    Args:
        case: the case as written, with its debate.
        player: the block.
        names: items and moves that are part of it, by their stances.
    """
    known = {*names}
    there = [*addresses_of(player), player.address]
    return tuple(
        move.id
        for move in case.debate
        if move.id in known or move.target in known or _speaks_to(case, move, there)
    )


def _speaks_to(case: Case, move: Move, addresses: Iterable[str]) -> bool:
    target = _address_of(case, move.target)
    return any(_along(target, each) for each in addresses)


def _along(one: str, other: str) -> bool:
    """Whether one address stands at, below or above another."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _address_of(case: Case, target: str) -> str:
    """The address of what a move names, where it names an item or a source alone."""
    if "." in target:
        return target
    names = {
        "events": [each.id for each in case.events],
        "reports": [each.id for each in case.reports],
        "silences": [each.id for each in case.silences],
    }
    for group, known in names.items():
        if target in known:
            return f"{group}.{target}"
    return f"sources.{target}" if target in case.sources else target
