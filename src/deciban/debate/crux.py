"""The cruxes between two debaters: on which judgements they differ enough to matter.

Notation: ``D`` the blocks where ``a`` and ``b`` differ, ``d`` of them; ``f`` the log-odds of one
hypothesis in decibans; ``v(S) = f(a with the blocks S as b has them)``, so that ``v(none)`` is a's
own answer, ``v(D)`` is b's, and the gap is ``v(D) - v(none)``; ``R(S) = max(|v(D) - v(S)|, |v(D
without S) - v(none)|)``, what is left of the gap whichever side concedes ``S``; ``R*(k)`` the least
of that over all sets of at most ``k`` blocks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from deciban.edit.difference import Difference
from deciban.findings.differing.player import Why
from deciban.units import decibans_to_probability


@dataclass(frozen=True, slots=True)
class Value:
    """One judgement that two debaters hold differently.

    Attributes:
        address: where it stands.
        a: as the first holds it, as written; empty where he has nothing there.
        b: as the second does.
        because_a: why the first holds it; empty where he does not say, or leaves it as the case
            has it.
        because_b: why the second does.
        apart: how far the two central values are from one another, in decibans of their odds; None
            where they are no probabilities.
        own_a: whether the first holds it himself; else it is as the case has it.
        own_b: whether the second does.
    """

    address: str
    a: str
    b: str
    because_a: str
    because_b: str
    apart: float | None
    own_a: bool = True
    own_b: bool = True


@dataclass(frozen=True, slots=True)
class Bearing:
    """An unseen record that bears on a block, and what it is worth to either debater.

    Attributes:
        id: its name in the case.
        text: what it is.
        bits_a: expected information on the main question as the first sees it, in bits.
        bits_b: as the second does.
    """

    id: str
    text: str
    bits_a: float
    bits_b: float


@dataclass(frozen=True, slots=True)
class Part:
    """One of several blocks that were told as one, there being too many.

    Attributes:
        address: where it stands.
        share: its Owen value, in decibans; those of one dispute add up to the dispute's share.
        error: the standard error of that.
    """

    address: str
    share: float
    error: float


@dataclass(frozen=True, slots=True)
class Dispute:
    """One block on which two debaters differ.

    Attributes:
        address: where it stands: a row, a character, a prior, a part of a mind; of a switch the
            item or the move by name, of several small differences ``tolerance``.
        about: the plain question behind it, in the case's words.
        why: why it is more than one difference; empty for a single one.
        values: what each holds.
        differences: the same as the texts of the two cases have it.
        share: its Shapley share of the gap, in decibans.
        error: the standard error of the share; 0 where exact.
        a_concedes: what is left of the gap, signed, where the first takes the second's view of it.
        b_concedes: the same where the second takes the first's.
        widens: whether settling it alone, whichever side concedes, leaves a wider gap.
        flips_a: whether the first's answer changes sides where he concedes it alone.
        flips_b: whether the second's does.
        settles: unseen records that bear on it, the most telling first; for cruxes only.
        moves: the moves of the debate that speak to it, by id.
        midpoint: what is left of the gap, signed, where both hold the middle of it; None where it
            has no middle, as a mind and an item that counts or not.
        parts: the blocks that it was made of, where they were too many; the largest share first.
    """

    address: str
    about: str
    why: Why
    values: tuple[Value, ...]
    differences: tuple[Difference, ...]
    share: float
    error: float
    a_concedes: float
    b_concedes: float
    widens: bool
    flips_a: bool
    flips_b: bool
    settles: tuple[Bearing, ...]
    moves: tuple[str, ...]
    midpoint: float | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Crux:
    """Where two debaters part.

    Attributes:
        a: the first debater's name.
        b: the second's.
        called: what the two are called in words.
        ask: the question.
        of: the hypothesis whose log-odds are told.
        text: that hypothesis in words.
        probability: of every hypothesis, as each holds it: name to (a's, b's).
        log_odds: of ``of`` among the hypotheses compared, as each holds it, in decibans.
        gap: the second's less the first's.
        compared: the hypotheses that both entertain.
        only_a: hypotheses that the first alone entertains; told first, and left out of decibans.
        only_b: the same of the second.
        threshold: the probability at which an answer changes sides; None where that is where
            another hypothesis takes the lead.
        within: how small a gap counts as agreement, in decibans.
        disputes: every block, the largest share first.
        cruxes: places in ``disputes`` of the crux set: the smallest set that leaves no gap beyond
            ``within`` whichever side concedes it. Empty where there is no such gap to begin with.
        left: ``R*(k)`` for ``k`` from 0 to d, in decibans.
        best: for every ``k`` places in ``disputes`` of a set that leaves ``R*(k)``.
        flip: places of the smallest set whose concession by one side changes its side; empty where
            none does.
        flips: who changes sides by it: ``a``, ``b`` or ``both``, a double crux; empty where nobody.
        total: the sum of the sizes of all shares.
        masked: whether the two answers are much alike for different reasons.
        beside: places of large disputes that do not matter.
        exact: whether every set of blocks was weighed; else blocks were put together to weigh every
            set of these, and the shares of single ones are sampled.
        grouped: whether blocks were grouped by issue, there being too many.
        mixtures: how many mixtures were weighed.
    """

    a: str
    b: str
    called: tuple[str, str]
    ask: str
    of: str
    text: str
    probability: Mapping[str, tuple[float, float]]
    log_odds: tuple[float, float]
    gap: float
    compared: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    threshold: float | None
    within: float
    disputes: tuple[Dispute, ...]
    cruxes: tuple[int, ...]
    left: tuple[float, ...]
    best: tuple[tuple[int, ...], ...]
    flip: tuple[int, ...]
    flips: Literal["", "a", "b", "both"]
    total: float
    masked: bool
    beside: tuple[int, ...]
    exact: bool
    grouped: bool
    mixtures: int

    @property
    def one_sided(self) -> bool:
        """Whether one entertains an answer that the other does not."""
        return bool(self.only_a or self.only_b)

    @property
    def chances(self) -> tuple[float, float]:
        """How likely either holds ``of``, among the answers that both entertain."""
        a, b = self.log_odds
        if not self.one_sided:
            return self.probability[self.of]
        return decibans_to_probability(a), decibans_to_probability(b)

    @property
    def fine(self) -> tuple[int, ...]:
        """Places of cruxes that are needed only for the last of the way to agreement.

        Their share is less than counts as agreement, and so is what they do alone, whoever gives
        way. None where no crux does more, nor the one that does most alone.
        """
        first = self.best[1] if len(self.best) > 1 else ()
        small = [each for each in self.cruxes if each not in first and self._is_small(each)]
        return tuple(small) if len(small) < len(self.cruxes) else ()

    def _is_small(self, place: int) -> bool:
        dispute = self.disputes[place]
        gained = abs(self.gap) - max(abs(dispute.a_concedes), abs(dispute.b_concedes))
        return max(abs(dispute.share), gained) < self.within


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of several debaters: how far apart, and on what.

    Attributes:
        a: the first one's name.
        b: the second's.
        gap: of the hypothesis told of, the second's log-odds less the first's, in decibans.
        cruxes: addresses of the crux set.
        left: what settling them leaves of the gap, in decibans.
    """

    a: str
    b: str
    gap: float
    cruxes: tuple[str, ...]
    left: float


@dataclass(frozen=True, slots=True)
class Divides:
    """What divides all debaters.

    Attributes:
        of: the hypothesis whose log-odds are told.
        log_odds: by debater, in decibans.
        variance: of these, in square decibans.
        shares: by block's address, its part of the variance; they add up to it. The largest first.
        about: by block's address, the plain question behind it.
        pairs: every two of them.
        probability: of ``of``, by debater, as each holds it himself.
        aside: by debater, hypotheses that he entertains and some other does not; left out of the
            decibans.
    """

    of: str
    log_odds: Mapping[str, float]
    variance: float
    shares: Mapping[str, float]
    about: Mapping[str, str]
    pairs: tuple[Pair, ...]
    probability: Mapping[str, float] = field(default_factory=dict)
    aside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def part(self, block: str) -> float:
        """The part of the variance that a block has; nought where nobody differs."""
        return self.shares[block] / self.variance if self.variance > 0.0 else 0.0

    @property
    def chances(self) -> Mapping[str, float]:
        """How likely each holds ``of``, among the answers that all entertain."""
        if not self.aside:
            return self.probability
        return {name: decibans_to_probability(odds) for name, odds in self.log_odds.items()}

    @property
    def furthest(self) -> tuple[Pair, ...]:
        """Every two of them, the furthest apart first."""
        return tuple(sorted(self.pairs, key=lambda pair: -abs(pair.gap)))

    @property
    def ordered(self) -> tuple[str, ...]:
        """The debaters, the highest log-odds first."""
        return tuple(sorted(self.log_odds, key=lambda name: -self.log_odds[name]))
