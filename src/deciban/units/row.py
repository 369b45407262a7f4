"""A row: how probability is shared out over outcomes of which exactly one holds."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deciban.problem import Problem
from deciban.span import Span
from deciban.units.judgement import Judgement, Measure, Rest
from deciban.units.spelling import in_words, percent

ELSE = "else"
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Share:
    """What one outcome gets: a central probability inside a range.

    Attributes:
        central: the value used where one value is needed; a row's centrals add up to 1.
        low: the smallest probability as written, or the least that is left over.
        high: the largest.
        measure: what its written range is uniform in; PROBABILITY for what is left over.
    """

    central: float
    low: float
    high: float
    measure: Measure = Measure.PROBABILITY


@dataclass(frozen=True, slots=True)
class Row:
    """A settled row.

    Attributes:
        outcomes: the outcomes, in their own order.
        shares: one share an outcome, in that order.
        rest: positions of the outcomes that get what is left over.
        by_else: positions of the outcomes that ``else`` speaks for, by one and the same number.
        at: where it stands; not part of equality.
    """

    outcomes: tuple[str, ...]
    shares: tuple[Share, ...]
    rest: tuple[int, ...] = ()
    by_else: tuple[int, ...] = ()
    at: Span | None = field(default=None, compare=False)


def settle_row(
    row: Mapping[str, Judgement | Rest], outcomes: Sequence[str], at: Span | None = None
) -> Row | Problem:
    """How a written row shares 100% out over its outcomes.

    At most one entry says ``rest``. ``else`` stands for every outcome not named: its number holds
    for each of them, and its ``rest`` is split evenly between them. Points alone must add up to
    100%; with ranges, some choice inside them must.

    Central values stay as written where they add up to 1, ``rest`` taking what is left of it.
    Otherwise every written central moves the same share of the way to its own low end (or high
    end, if they fall short) until they do, and ``rest`` stays at the end of its own range, which
    goes from what the highs leave over to what the lows leave over.

    Args:
        row: judgements of probability by outcome; keys that are no outcome are ignored, since
            whoever reads the row reports them.
        outcomes: all outcomes, of which exactly one holds.
        at: where the row stands.
    """
    problem = _uncovered(row, outcomes, at) or _two_rests(row, outcomes, at)
    if problem:
        return problem
    entries = [row[outcome] if outcome in row else row[ELSE] for outcome in outcomes]
    stated = [entry for entry in entries if isinstance(entry, Judgement)]
    whose = _whose(row, outcomes)
    problem = _impossible(stated, whose, at, has_rest=len(stated) < len(entries))
    if problem:
        return problem
    return Row(
        tuple(outcomes),
        _shares(entries, stated),
        tuple(place for place, entry in enumerate(entries) if isinstance(entry, Rest)),
        tuple(place for place, outcome in enumerate(outcomes) if outcome not in row),
        at,
    )


def _uncovered(
    row: Mapping[str, Judgement | Rest], outcomes: Sequence[str], at: Span | None
) -> Problem | None:
    missing = [outcome for outcome in outcomes if outcome not in row]
    if missing and ELSE not in row:
        names = ", ".join(missing)
        hint = f"give {'it' if len(missing) == 1 else 'each'} a probability, or write `else: rest`"
        return Problem("D334", f"nothing is said of {names}", at, hint)
    if not missing and ELSE in row:
        place = row[ELSE].at or at
        return Problem("D335", "`else` has no outcome left to stand for", place, "leave it out")
    return None


def _two_rests(
    row: Mapping[str, Judgement | Rest], outcomes: Sequence[str], at: Span | None
) -> Problem | None:
    names = [name for name in (*outcomes, ELSE) if isinstance(row.get(name), Rest)]
    if len(names) < 2:  # noqa: PLR2004 (two is the point)
        return None
    places = [row[name].at for name in names]
    return Problem(
        "D330",
        f"`rest` is written more than once, for {' and '.join(names)}",
        places[-1] or at,
        "give all but one of them a probability, or write `else: rest` for all together",
        tuple(place for place in places[:-1] if place),
    )


def _whose(row: Mapping[str, Judgement | Rest], outcomes: Sequence[str]) -> str:
    """The shares that are numbers, in words, so that one row is known from another."""
    names = [name for name in outcomes if isinstance(row.get(name), Judgement)]
    if isinstance(row.get(ELSE), Judgement):
        names.append(f"`{ELSE}`")
    return f"the share{'s' * (len(names) > 1)} of {in_words(names)}"


def _impossible(
    stated: Sequence[Judgement], whose: str, at: Span | None, *, has_rest: bool
) -> Problem | None:
    adds = "add" if whose.startswith("the shares ") else "adds"
    points = all(judgement.certain for judgement in stated)
    lows = math.fsum(judgement.low for judgement in stated)
    highs = math.fsum(judgement.high for judgement in stated)
    if not has_rest and points and abs(lows - 1.0) > TOLERANCE:
        return Problem(
            "D331",
            f"{whose} {adds} up to {percent(lows)}",
            at,
            "make them add up to 100%, or write one of them as `rest`",
        )
    if lows > 1.0 + TOLERANCE:
        return Problem(
            "D332",
            f"{'' if points else 'even at their lowest '}{whose} {adds} up to {percent(lows)}",
            at,
            "lower some of them until they leave room within 100%",
        )
    if not has_rest and highs < 1.0 - TOLERANCE:
        return Problem(
            "D333",
            f"even at their highest {whose} {adds} up to only {percent(highs)}",
            at,
            "raise some of them, or write one of them as `rest`",
        )
    return None


def _shares(entries: Sequence[Judgement | Rest], stated: Sequence[Judgement]) -> tuple[Share, ...]:
    heirs = len(entries) - len(stated)
    left = _left_over(stated, max(heirs, 1))
    total = math.fsum(judgement.central for judgement in stated)
    settled = (heirs > 0 and total <= 1.0) or abs(total - 1.0) <= TOLERANCE
    way = 0.0 if settled else _way_to_one(stated, total)
    return tuple(_moved(entry, way) if isinstance(entry, Judgement) else left for entry in entries)


def _left_over(stated: Sequence[Judgement], heirs: int) -> Share:
    low = max(0.0, 1.0 - math.fsum(judgement.high for judgement in stated))
    high = max(0.0, 1.0 - math.fsum(judgement.low for judgement in stated))
    central = 1.0 - math.fsum(judgement.central for judgement in stated)
    return Share(min(max(central, low), high) / heirs, low / heirs, high / heirs)


def _way_to_one(stated: Sequence[Judgement], total: float) -> float:
    """The share of the way each central goes to its end: minus for low ends, plus for high."""
    if total > 1.0:
        return -(total - 1.0) / (total - math.fsum(judgement.low for judgement in stated))
    return (1.0 - total) / (math.fsum(judgement.high for judgement in stated) - total)


def _moved(judgement: Judgement, way: float) -> Share:
    end = judgement.high if way > 0.0 else judgement.low
    central = judgement.central + abs(way) * (end - judgement.central)
    central = min(max(central, judgement.low), judgement.high)
    return Share(central, judgement.low, judgement.high, judgement.measure)
