"""The cruxes between two debaters, from every mixture of what they hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from deciban.case import Case
from deciban.debate.crux import Crux, Dispute, Part
from deciban.debate.parting.asking import asking
from deciban.debate.parting.bearing import Settling, moves_on
from deciban.debate.parting.blocks import Parted
from deciban.debate.parting.shares import (
    crux_set,
    exact_shares,
    least_left,
    members,
    residuals,
    smallest_flip,
)
from deciban.debate.parting.sides import Side
from deciban.debate.parting.values import Held
from deciban.debate.parting.weighing import Weighed
from deciban.units import probability_to_decibans

Flipping: TypeAlias = tuple[NDArray[np.bool_], NDArray[np.bool_]]

#: A gap of so many decibans is agreement: the smallest that a person feels (Good 1950).
WITHIN = 1.0
#: A gap below so many is small, and shares must outdo what is left of them so many times, for two
#: answers to be alike for different reasons.
SMALL_GAP, OUTDONE = 3.0, 3.0
#: A dispute is large where two values lie so far apart (odds more than three times as long), or
#: where something counts for one alone; it does not matter where it moves neither side by this
#: much, nor has such a share.
LARGE, LITTLE = 5.0, 1.0
#: Half of the last decimal that is printed: what widens a gap by less does not widen it.
UNFELT = 0.05


class Pairing:
    """Two debaters, of whom every mixture has been weighed."""

    def __init__(
        self,
        case: Case,
        sides: tuple[Side, ...],
        compared: tuple[str, ...],
        found: Parted,
        weighed: Weighed,
        chosen: int,
    ) -> None:
        self._case, self._sides, self._compared = case, sides, compared
        self._found, self._weighed, self._chosen = found, weighed, chosen
        self._v = weighed.odds[chosen]
        self._count = len(weighed.players)
        self._shares = exact_shares(self._v, self._count)
        self._gap = float(self._v[-1] - self._v[0])
        self._order = sorted(range(self._count), key=lambda each: -abs(float(self._shares[each])))
        self._place = {player: place for place, player in enumerate(self._order)}
        a, b = sides[0].debater, sides[1].debater
        self._held = Held(case, (a, b), found)

    def crux(self, within: float, threshold: float | None) -> Crux:
        """Answer where they part.

        Args:
            within: how small a gap counts as agreement, in decibans.
            threshold: the probability at which an answer changes sides; None where that is where
                another hypothesis takes the lead.
        """
        residual = residuals(self._v)
        left = least_left(residual, self._count)
        cruxes = self._places(crux_set(left, within))
        flipping = self._flipping(threshold)
        flip = smallest_flip(*flipping, residual)
        disputes = self._disputes(cruxes, flipping)
        total = float(np.abs(self._shares).sum())
        bare = unweighed(self._case, self._sides, self._found, within, threshold)
        of = self._compared[self._chosen]
        return replace(
            bare,
            of=of,
            text=self._found.between.after.question.hypotheses.get(of, ""),
            log_odds=(float(self._v[0]), float(self._v[-1])),
            gap=self._gap,
            compared=self._compared,
            disputes=disputes,
            cruxes=cruxes,
            left=tuple(left.least.tolist()),
            best=tuple(self._places(int(each)) for each in left.best),
            flip=self._places(flip.chosen),
            flips=flip.who,
            total=total,
            masked=_masked(self._gap, total),
            beside=tuple(self._beside(disputes, cruxes)),
            exact=self._weighed.parts is None and not self._grouped,
            grouped=self._grouped,
            mixtures=self._weighed.mixtures,
        )

    @property
    def _grouped(self) -> bool:
        return any(player.why == "issue" for player in self._weighed.players)

    def _places(self, chosen: int) -> tuple[int, ...]:
        """A set of blocks as places among the disputes, the largest share first."""
        return tuple(sorted(self._place[each] for each in members(chosen, self._count)))

    def _flipping(self, threshold: float | None) -> Flipping:
        """For every set whether the first, and the second, changes sides by conceding it."""
        if threshold is None:
            leads = self._weighed.leads
            return leads != leads[0], leads[::-1] != leads[-1]
        above = self._v >= probability_to_decibans(threshold)
        return above != above[0], above[::-1] != above[-1]

    def _disputes(self, cruxes: tuple[int, ...], flipping: Flipping) -> tuple[Dispute, ...]:
        settling = Settling(*self._sides[:2]) if cruxes and self._case.unseen else None
        return tuple(
            self._dispute(block, flipping, settling if place in cruxes else None)
            for place, block in enumerate(self._order)
        )

    def _dispute(
        self,
        block: int,
        flipping: Flipping,
        settling: Settling | None,
    ) -> Dispute:
        player, alone = self._weighed.players[block], 1 << block
        a_concedes = float(self._v[-1] - self._v[alone])
        b_concedes = float(self._v[-1 - alone] - self._v[0])
        switches = self._found.switches_of(player)
        names = [switch.name for switch in switches]
        cases = self._found.between.before, self._found.between.after
        midpoint = float(self._weighed.midpoints[block, self._chosen])
        least = min(abs(a_concedes), abs(b_concedes))
        return Dispute(
            address=self._found.name_of(player),
            about=asking(cases, player, switches),
            why=player.why,
            values=self._held.values(player),
            differences=player.differences,
            share=float(self._shares[block]),
            error=0.0,
            a_concedes=a_concedes,
            b_concedes=b_concedes,
            widens=least > abs(self._gap) + UNFELT,
            flips_a=bool(flipping[0][alone]),
            flips_b=bool(flipping[1][alone]),
            settles=settling.bearings(player) if settling is not None else (),
            moves=moves_on(self._case, player, names),
            midpoint=None if np.isnan(midpoint) else midpoint,
            parts=self._parts(block),
        )

    def _parts(self, block: int) -> tuple[Part, ...]:
        """The blocks that one was grouped of."""
        parts, player = self._weighed.parts, self._weighed.players[block]
        if parts is None or player.why != "issue":
            return ()
        inside = {each.address for each in player.blocks}
        found = [
            Part(name, float(share[self._chosen]), float(parts.error[name][self._chosen]))
            for name, share in parts.share.items()
            if name in inside
        ]
        return tuple(sorted(found, key=lambda part: -abs(part.share)))

    def _beside(self, disputes: Sequence[Dispute], cruxes: tuple[int, ...]) -> Iterator[int]:
        """Large disputes that do not matter."""
        for place, dispute in enumerate(disputes):
            moved = (self._gap - dispute.a_concedes, self._gap - dispute.b_concedes, dispute.share)
            widest = max((each.apart or 0.0 for each in dispute.values), default=0.0)
            large = widest >= LARGE or dispute.why == "switch"
            if place not in cruxes and large and max(map(abs, moved)) < LITTLE:
                yield place


def _masked(gap: float, total: float) -> bool:
    """Whether two answers are much alike for different reasons."""
    small = abs(gap)
    return small < SMALL_GAP and total - small > OUTDONE * max(small, WITHIN)


def unweighed(
    case: Case, sides: Sequence[Side], found: Parted, within: float, threshold: float | None
) -> Crux:
    """Answer what two debaters hold and on what they differ, and nothing of what that does."""
    a, b = (side.debater for side in sides)
    held = Held(case, (a, b), found)
    cases = found.between.before, found.between.after
    chances = [{each.id: each.probability for each in side.held.answers} for side in (a, b)]
    return Crux(
        a=a.name,
        b=b.name,
        called=(a.called, b.called),
        ask=case.question.ask,
        of="",
        text="",
        probability={
            name: (chances[0].get(name, 0.0), chances[1].get(name, 0.0))
            for name in {**chances[0], **chances[1]}
        },
        log_odds=(0.0, 0.0),
        gap=0.0,
        compared=(),
        only_a=tuple(name for name in sides[0].possible if name not in sides[1].possible),
        only_b=tuple(name for name in sides[1].possible if name not in sides[0].possible),
        threshold=threshold,
        within=within,
        disputes=tuple(
            Dispute(
                address=found.name_of(player),
                about=asking(cases, player, found.switches_of(player)),
                why=player.why,
                values=held.values(player),
                differences=player.differences,
                share=0.0,
                error=0.0,
                a_concedes=0.0,
                b_concedes=0.0,
                widens=False,
                flips_a=False,
                flips_b=False,
                settles=(),
                moves=moves_on(case, player, [each.name for each in found.switches_of(player)]),
            )
            for player in found.players
        ),
        cruxes=(),
        left=(),
        best=(),
        flip=(),
        flips="",
        total=0.0,
        masked=False,
        beside=(),
        exact=True,
        grouped=False,
        mixtures=0,
    )
