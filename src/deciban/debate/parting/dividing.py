"""What divides several debaters: each block's part of how far their answers lie apart.

Of ``N`` debaters ``f_a`` is the log-odds of one, and a block divides the group by ``c_i = (1 / 2
N^2) sum over a and b of share_i(a, b) (f_b - f_a)``. The shares of two add up to their gap, so
these add up to the variance of ``f``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deciban.case import Case
from deciban.debate.crux import Divides, Pair
from deciban.debate.parting.asking import actor_called, asking
from deciban.debate.parting.blocks import TOLERANCE, Parted
from deciban.debate.parting.shares import crux_set, exact_shares, least_left, members, residuals
from deciban.debate.parting.weighing import Weighed
from deciban.findings.differing.player import Player
from deciban.findings.odds import Array

MIND = "What was in the mind of {}: whom he trusted, what he cared for?"


@dataclass(frozen=True, slots=True)
class Between:
    """Two of several debaters, weighed.

    Attributes:
        one: the place of the first.
        other: that of the second.
        found: what parts them.
        weighed: every set of it.
    """

    one: int
    other: int
    found: Parted
    weighed: Weighed

    def gap(self, hypothesis: int) -> float:
        """The second's log-odds less the first's."""
        return float(self.weighed.odds[hypothesis, -1] - self.weighed.odds[hypothesis, 0])


def odds_of_each(count: int, every: Sequence[Between]) -> Array:
    """Answer the log-odds of every hypothesis as each debater holds it, shape (H, N)."""
    odds = np.empty((len(every[0].weighed.odds), count))
    for each in every:
        odds[:, each.one], odds[:, each.other] = (each.weighed.odds[:, end] for end in (0, -1))
    return odds


def divides_of(
    names: Sequence[str], of: str, every: Sequence[Between], hypothesis: int, within: float
) -> Divides:
    """Answer what divides debaters of whom every two have been weighed.

    Args:
        names: of the debaters.
        of: the hypothesis whose log-odds are told.
        every: each two of them once.
        hypothesis: its place among those compared.
        within: how small a gap counts as agreement, in decibans.
    """
    parts: dict[str, float] = {}
    about: dict[str, str] = {}
    for each in every:
        cases = each.found.between.before, each.found.between.after
        players = each.weighed.players
        shares = exact_shares(each.weighed.odds[hypothesis], len(players))
        for player, share in zip(players, shares.tolist(), strict=True):
            name = _name(each.found, player)
            parts[name] = parts.get(name, 0.0) + share * each.gap(hypothesis) / len(names) ** 2
            about.setdefault(name, _about(cases, player, each.found))
    ranked = sorted(parts, key=lambda name: -abs(parts[name]))
    odds = odds_of_each(len(names), every)[hypothesis]
    return Divides(
        of=of,
        log_odds=dict(zip(names, odds.tolist(), strict=True)),
        variance=float(odds.var()),
        shares={name: parts[name] for name in ranked},
        about={name: about[name] for name in ranked},
        pairs=tuple(_pair(names, each, hypothesis, within) for each in every),
    )


def _pair(names: Sequence[str], each: Between, hypothesis: int, within: float) -> Pair:
    players = each.weighed.players
    residual = residuals(each.weighed.odds[hypothesis])
    cruxes = crux_set(least_left(residual, len(players)), within)
    return Pair(
        a=names[each.one],
        b=names[each.other],
        gap=each.gap(hypothesis),
        cruxes=tuple(_name(each.found, players[place]) for place in members(cruxes, len(players))),
        left=float(residual[cruxes]),
    )


def _name(found: Parted, player: Player) -> str:
    """What a block is called between whichever two: a whole mind by whose it is."""
    actors = {path[1] if path[0] == "actors" else "" for path in player.paths}
    whole = len(actors) == 1 and "" not in actors and player.why != TOLERANCE
    return f"actors.{actors.pop()}" if whole else found.name_of(player)


def _about(cases: tuple[Case, Case], player: Player, found: Parted) -> str:
    name = _name(found, player)
    if name.startswith("actors.") and name != player.address:
        return MIND.format(actor_called(cases[1], name.partition(".")[2]))
    return asking(cases, player, found.switches_of(player))
