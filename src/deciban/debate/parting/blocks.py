"""What two debaters differ on, as blocks that are taken from one or from the other.

As between any two cases, and beyond that: what one stance changes is one block, a *switch*; all
differences of numbers whose ranges overlap are one block, *within tolerance*.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deciban.case import Amount, Case, Move
from deciban.debate.debaters import Debater
from deciban.debate.parting.sides import Side
from deciban.edit.difference import (
    MOVING,
    Between,
    Block,
    Difference,
    Steps,
    blocks_of,
    differences,
)
from deciban.edit.position import (
    ACCEPT,
    REJECT,
    accepted,
    apply_stances,
    moves_named,
    stances,
)
from deciban.edit.sustained import quantified
from deciban.edit.value_at import value_at
from deciban.findings.differing.player import Player, merged
from deciban.findings.differing.together import made_to_stand, whole_minds
from deciban.units import Judgement

#: Changes in one mind that are told apart between two; among many, minds are taken whole.
APART, WHOLE = 6, 1
#: What all small differences of two are called among their blocks.
TOLERANCE = "tolerance"


@dataclass(frozen=True, slots=True)
class Switch:
    """A stance that two debaters do not share.

    Attributes:
        name: the item or the move.
        move: the move; None for an item.
        counts: for whom it counts: the first, the second.
        paths: what is there with it and not without it, or otherwise.
    """

    name: str
    move: Move | None
    counts: tuple[bool, bool]
    paths: frozenset[Steps]

    def moves(self, paths: frozenset[Steps]) -> bool:
        """Whether it changes something of what is taken together."""
        return any(_nested(one, other) for one in self.paths for other in paths)


class Changes:
    """What single stances change in a case; each worked out once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._known: dict[tuple[str, str], frozenset[Steps]] = {}

    def by(self, holder: Debater, name: str, move: Move | None) -> frozenset[Steps]:
        """What a stance changes.

        Of a move in the case as written; of an item in the case with the moves its holder accepts.
        """
        key = ("" if move is not None else holder.name, name)
        if key not in self._known:
            self._known[key] = self._changed(holder, name, move)
        return self._known[key]

    def _changed(self, holder: Debater, name: str, move: Move | None) -> frozenset[Steps]:
        bare = replace(holder.position, extends=None, holds={}, stances={})
        own = [] if move is not None else [*accepted(self.case, holder.position)]
        stance = ACCEPT if move is not None else REJECT
        without = apply_stances(self.case, bare, own)
        with_it = apply_stances(self.case, replace(bare, stances={name: stance}), own)
        if not isinstance(without, Case) or not isinstance(with_it, Case):
            return frozenset()
        return frozenset(each.path for each in differences(without, with_it) if each.kind in MOVING)


@dataclass(frozen=True, slots=True)
class Parted:
    """What parts two debaters, before anything is weighed.

    Attributes:
        between: what lies between their cases.
        players: what is taken from one or the other at once.
        switches: the stances that they do not share.
    """

    between: Between
    players: tuple[Player, ...]
    switches: tuple[Switch, ...]

    def switches_of(self, player: Player) -> tuple[Switch, ...]:
        """The stances behind a block."""
        return tuple(each for each in self.switches if each.moves(player.paths))

    def name_of(self, player: Player) -> str:
        """What a block is called: where it stands, or the move or the item that counts or not."""
        if player.why == "tolerance" and len(player.blocks) > 1:
            return TOLERANCE
        heads = heads_of(player)
        if player.why == "issue" and len(heads) == 1:
            return ".".join(part for part in heads[0] if part)
        switches = self.switches_of(player)
        return switches[0].name if switches and player.why == "switch" else player.address


def parted(changes: Changes, a: Side, b: Side, *, most: int = APART) -> Parted:
    """Answer what parts two debaters.

    Args:
        changes: what stances change in the case as written.
        a: the first.
        b: the second.
        most: changes in one mind that are told apart.
    """
    found = differences(a.case, b.case)
    between = Between(a.case, b.case, found)
    switches = tuple(_switches(changes, a, b))
    players = tuple(Player((block,)) for block in blocks_of(a.case, b.case, found))
    players = _switched(players, switches)
    if most == WHOLE:
        players = whole_minds(players, most)
    players = _tolerated(a.case, b.case, players)
    return Parted(between, made_to_stand(between, players, most=most), switches)


def _switches(changes: Changes, a: Side, b: Side) -> Iterator[Switch]:
    """The stances that count for one of two and not for the other."""
    case, outside = changes.case, a.without | b.without
    every = moves_named(case)
    counting = {name: move for name, move in every.items() if name not in outside}
    moves = {name: move for name, move in counting.items() if quantified(case, move)}
    taken = [stances(case, each.debater.position) for each in (a, b)]
    for name in sorted({**taken[0], **taken[1]}):
        if name in moves:
            counts = [own.get(name) == ACCEPT for own in taken]
        elif name not in every:
            counts = [own.get(name) != REJECT for own in taken]
        else:
            continue
        if counts[0] != counts[1]:
            holder = (a, b)[counts[0] == (name not in moves)].debater
            paths = changes.by(holder, name, moves.get(name))
            yield Switch(name, moves.get(name), (counts[0], counts[1]), paths)


def _nested(one: Steps, other: Steps) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _switched(players: tuple[Player, ...], switches: Sequence[Switch]) -> tuple[Player, ...]:
    """Players with all that one stance changes made one; stances that overlap are one as well."""
    for switch in switches:
        hit = [place for place, each in enumerate(players) if switch.moves(each.paths)]
        if hit:
            players = merged(players, hit, "switch")
    return players


def _tolerated(a: Case, b: Case, players: tuple[Player, ...]) -> tuple[Player, ...]:
    """Players with all that are within tolerance made one."""
    close = [
        place
        for place, player in enumerate(players)
        if player.why == "" and player.only_numbers and _overlap(a, b, player)
    ]
    return merged(players, close, "tolerance") if close else players


def _overlap(a: Case, b: Case, player: Player) -> bool:
    """Whether the ranges of every number that differs overlap."""
    return all(
        _overlaps(value_at(a, each.address), value_at(b, each.address))
        for each in player.differences
    )


def _overlaps(one: object, other: object) -> bool:
    match one, other:
        case Judgement(), Judgement():
            return one.low <= other.high and other.low <= one.high
        case Amount(), Amount():
            return one.low <= other.high and other.low <= one.high
        case Mapping(), Mapping():
            same = one.keys() == other.keys()
            return same and all(_overlaps(one[name], other[name]) for name in one)
        case tuple(), tuple():
            pairs = zip(one, other, strict=False)
            return len(one) == len(other) and all(_overlaps(*pair) for pair in pairs)
        case _:
            return one == other


def addresses_of(player: Player) -> tuple[str, ...]:
    """Answer where a block's differences stand."""
    return tuple(each.address for each in player.differences)


def heads_of(player: Player) -> tuple[tuple[str, str], ...]:
    """Answer the records that a block speaks of, each once: its group, and its name in it."""
    found = {_record_of(each): None for each in player.differences}
    return tuple(found)


def _record_of(difference: Difference) -> tuple[str, str]:
    path = difference.path
    return path[0], path[1] if len(path) > 1 and path[0] != "question" else ""


def grouped(players: Sequence[Player]) -> tuple[Player, ...]:
    """Answer players by the record that they stand in, one for each."""
    groups: dict[tuple[str, str], list[Block]] = {}
    lone: dict[tuple[str, str], Player] = {}
    for player in players:
        head = heads_of(player)[0]
        groups.setdefault(head, []).extend(player.blocks)
        lone[head] = player
    return tuple(
        lone[head] if len(blocks) == len(lone[head].blocks) else Player(tuple(blocks), "issue")
        for head, blocks in groups.items()
    )
