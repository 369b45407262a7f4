"""What each of two debaters holds in a block, and why."""

from collections.abc import Iterator, Mapping

from deciban.case import Case
from deciban.debate.crux import Value
from deciban.debate.debaters import Debater
from deciban.debate.parting.blocks import Parted, Switch
from deciban.edit.difference import Difference, Kind
from deciban.edit.position import Holding, holdings
from deciban.edit.value_at import value_at
from deciban.findings.differing.player import Player
from deciban.units import Judgement, decibans, probability_to_decibans

#: What a stance comes to, in words: of an item, and of a move.
COUNTS, REJECTS = "counts", "counts for nothing"
ACCEPTS, NOT_ACCEPTED = "accepted", "not accepted"


class Held:
    """What two debaters hold, where, and why."""

    def __init__(self, case: Case, debaters: tuple[Debater, Debater], found: Parted) -> None:
        self._cases = found.between.before, found.between.after
        self._held = tuple(holdings(case, each.position) for each in debaters)
        self._found = found

    def values(self, player: Player) -> tuple[Value, ...]:
        """What each holds in a block: stances first, then what stands there."""
        switches = self._found.switches_of(player)
        stances = [_stance(switch) for switch in switches]
        left = [
            each
            for each in player.differences
            if not any(switch.moves(frozenset({each.path})) for switch in switches)
        ]
        return (*stances, *(self._value(each) for each in left))

    def _value(self, difference: Difference) -> Value:
        whole = difference.kind in (Kind.ADDED, Kind.REMOVED)
        one, other = difference.before, difference.after
        if whole:
            one, other = ("there" if each else "" for each in (one, other))
        address = difference.address
        return Value(
            address=address,
            a=one,
            b=other,
            because_a=_because(self._held[0], address),
            because_b=_because(self._held[1], address),
            apart=_apart(address, *(value_at(case, address) for case in self._cases)),
            own_a=any(True for _ in _around(self._held[0], address)),
            own_b=any(True for _ in _around(self._held[1], address)),
        )


def _stance(switch: Switch) -> Value:
    words = (NOT_ACCEPTED, ACCEPTS) if switch.move is not None else (REJECTS, COUNTS)
    a, b = (words[counts] for counts in switch.counts)
    own = [counts == (switch.move is not None) for counts in switch.counts]
    return Value(switch.name, a, b, "", "", None, *own)


def _because(held: Mapping[str, Holding], address: str) -> str:
    """Why a debater holds what stands at an address, or around it, or in it."""
    reasons = dict.fromkeys(each.because for each in _around(held, address) if each.because)
    return " ".join(reasons)


def _around(held: Mapping[str, Holding], address: str) -> Iterator[Holding]:
    for where, each in held.items():
        if _is_in(where, address) or _is_in(address, where):
            yield each


def _is_in(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}.")


def _apart(address: str, one: object, other: object) -> float | None:
    """How far two judgements are from one another; None where one is none, or is certain."""
    if not isinstance(one, Judgement) or not isinstance(other, Judgement):
        return None
    ends = one.central, other.central
    if address.split(".")[2:3] == ["weight"]:
        return abs(decibans(ends[0]) - decibans(ends[1])) if min(ends) > 0.0 else None
    if not 0.0 < min(ends) <= max(ends) < 1.0:
        return None
    return abs(probability_to_decibans(ends[0]) - probability_to_decibans(ends[1]))
