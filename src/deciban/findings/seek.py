"""Finding: which unseen record would tell most, and what either answer would do.

Notation: ``H`` the answers of the main question and ``h`` one of them; ``R`` unseen records; ``X``
what a record says and ``x`` one thing it may say; ``e`` everything observed; ``D`` draws. The
expected information of a record is ``I(H; X | e) = sum of P(h, x | e) log2(P(h, x | e) / (P(h | e)
P(x | e)))``, in bits (Lindley 1956; Shannon 1948).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from deciban.case import Case, Unseen
from deciban.draws import draws
from deciban.engine import Solution, solve
from deciban.findings.odds import Array, log_odds, minus
from deciban.model import Item, Model

#: Chances that differ by less than this part of themselves differ by rounding alone.
ROUNDING = 1e-12
#: Bits that two records must give together, beyond what each gives alone, to be worth a word.
LEAST_GAIN = 0.001
#: The ends of the range over draws.
ENDS = (0.05, 0.95)
#: Draws over which a record's worth gets its range.
SAMPLE = 1000
#: Draws solved at once.
MOST_DRAWS = 512


@dataclass(frozen=True, slots=True)
class SoughtOutcome:
    """One thing that a record may say, and what would then be believed.

    Attributes:
        says: the outcome of the event that it would report.
        probability: how likely it says so, given all that is observed.
        answers: the probability of each answer of the main question once it has said so.
        moved: how far the log-odds of today's leader would move, in decibans; infinite where the
            answer would rule the leader out or settle it.
        leader: who would then lead.
    """

    says: str
    probability: float
    answers: Mapping[str, float]
    moved: float
    leader: str


@dataclass(frozen=True, slots=True)
class Sought:
    """One unseen record and what it is worth.

    Attributes:
        id: its name in the case.
        text: what it is.
        of: the event it would speak of.
        by: who would be speaking.
        cost: what it would cost to get, in the case's own unit; None where not stated.
        bits: expected information on the main question, in bits; exactly 0 where nothing it could
            say matters.
        share: what part of what is open these are; 0 where nothing is open.
        decibans: expected distance by which the leader's log-odds would move, in decibans; infinite
            where it may rule the leader out or settle it.
        bits_range: the 5th and the 95th percentile of ``bits`` over draws; None without draws.
        per_cost: bits for one unit of cost; infinite for what costs nothing and tells something;
            None where no cost is stated.
        outcomes: what it may say; what it cannot say is left out.
        turns: whether something it may say would change the leader.
    """

    id: str
    text: str
    of: str
    by: str
    cost: float | None
    bits: float
    share: float
    decibans: float
    bits_range: tuple[float, float] | None
    per_cost: float | None
    outcomes: tuple[SoughtOutcome, ...]
    turns: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Two unseen records that tell more together than each alone.

    Attributes:
        one: the name of one.
        other: the name of the other, which comes later in the case.
        bits: expected information of both, in bits.
        apart: that of each alone, added up.
        gain: what they tell together beyond that.
    """

    one: str
    other: str
    bits: float
    apart: float
    gain: float


@dataclass(frozen=True, slots=True)
class Seek:
    """What the unseen records of a case are worth.

    Attributes:
        records: most bits first, in the order of the case among equals.
        pairs: pairs that gain more than a thousandth of a bit by being read together, most first.
        pairs_tried: how many pairs were looked at.
        entropy: how open the main question is now, in bits: what an answer to it would be worth.
        leader: the leading answer now.
    """

    records: tuple[Sought, ...]
    pairs: tuple[Together, ...]
    pairs_tried: int
    entropy: float
    leader: str


def find_seek(
    case: Case,
    model: Model,
    solution: Solution,
    *,
    numbers: Array | None = None,
    pairs: bool = True,
) -> Seek:
    """Answer what each unseen record of a case would tell, and each two of them together.

    A record on an act of a mind that is not computed has no place in the model and is left out.

    Args:
        case: the case.
        model: what it compiled to.
        solution: the model solved for the main question with derivatives; possible under some
            hypothesis.
        numbers: draws of the written numbers, shape (n, D), for the ranges.
        pairs: whether to look at records two by two.
    """
    records = tuple(_records(case, model))
    ranges = _ranges(model, solution.query, records, numbers)
    found = [
        _sought(case, record, _tellings(solution, record.variable), range_)
        for record, range_ in zip(records, ranges, strict=True)
    ]
    bits = [each.bits for each in found]
    looked = list(_pairs(model, solution, records, bits)) if pairs and len(records) > 1 else []
    worth = [each for each in looked if each.gain > LEAST_GAIN]
    answers = case.question.answers
    return Seek(
        records=tuple(sorted(found, key=lambda each: -each.bits)),
        pairs=tuple(sorted(worth, key=lambda each: -each.gain)),
        pairs_tried=len(looked),
        entropy=_entropy(solution.posterior),
        leader=answers[int(solution.posterior.argmax())],
    )


def find_seek_with_ranges(case: Case, model: Model, solution: Solution) -> Seek:
    """Answer what every unseen record is worth, its range over draws, and every pair."""
    return find_seek(case, model, solution, numbers=next(draws(model, SAMPLE)))


@dataclass(frozen=True, slots=True)
class _Record:
    """An unseen record with its variable in the model."""

    written: Unseen
    variable: int
    says: tuple[str, ...]


def _records(case: Case, model: Model) -> Iterator[_Record]:
    places = {variable.name: place for place, variable in enumerate(model.variables)}
    for unseen in case.unseen:
        if unseen.id in places:
            place = places[unseen.id]
            yield _Record(unseen, place, model.variables[place].states)


@dataclass(frozen=True, slots=True)
class _Tellings:
    """What is believed now, and how each thing that a record may say would change it.

    Attributes:
        now: P(h | e), shape (H,).
        chance: P(x | e), shape (X,).
        times: P(h | e, x) / P(h | e), shape (X, H): exactly 1 throughout where ``x`` tells nothing,
            and where ``h`` or ``x`` is impossible.
    """

    now: Array
    chance: Array
    times: Array


def _tellings(solution: Solution, variable: int) -> _Tellings:
    now, given = solution.posterior, solution.marginal(variable)
    chance = given @ now
    return _Tellings(now, chance, _times(given, chance[:, None], now > 0))


def _times(given: Array, chance: Array, possible: NDArray[np.bool_]) -> Array:
    """How many times likelier each answer would be; rounding alone counts as once.

    Args:
        given: P(x | h, e), shape (X, H[, D]).
        chance: P(x | e), shape (X, 1[, D]).
        possible: which answers are, shape (H[, D]).
    """
    defined = possible & (chance > 0)
    times = np.divide(given, chance, out=np.ones_like(given), where=defined)
    same = np.abs(times - 1.0).max(axis=1, keepdims=True) < ROUNDING
    answer: Array = np.where(same, 1.0, times)
    return answer


def _bits(now: Array, chance: Array, times: Array) -> Array:
    """Expected information in bits, shape ([D]): every term of the sum is positive or nought.

    ``t ln t - t + 1`` in place of ``t ln t`` adds up to the same, since both the chances of the
    answers and what they become add up to one.
    """
    logarithms = np.log(times, out=np.zeros_like(times), where=times > 0)
    terms = np.maximum(times * logarithms - times + 1.0, 0.0)
    answer: Array = (chance[:, None] * now * terms).sum(axis=(0, 1)) / math.log(2.0)
    return answer


def _entropy(chances: Array) -> float:
    """How open a question is, in bits."""
    possible = chances[chances > 0]
    return max(0.0, float(-(possible * np.log2(possible)).sum()))


def _sought(
    case: Case, record: _Record, tellings: _Tellings, range_: tuple[float, float] | None
) -> Sought:
    answers, written = case.question.answers, record.written
    bits = float(_bits(tellings.now, tellings.chance, tellings.times))
    outcomes = tuple(_outcomes(answers, record.says, tellings))
    leader = answers[int(tellings.now.argmax())]
    cost = None if written.cost is None else float(written.cost.central)
    return Sought(
        id=written.id,
        text=written.text,
        of=written.of,
        by=written.by,
        cost=cost,
        bits=bits,
        share=bits / open_ if (open_ := _entropy(tellings.now)) > 0 else 0.0,
        decibans=math.fsum(each.probability * abs(each.moved) for each in outcomes),
        bits_range=range_,
        per_cost=None if cost is None else _per_cost(bits, cost),
        outcomes=outcomes,
        turns=any(each.leader != leader for each in outcomes),
    )


def _per_cost(bits: float, cost: float) -> float:
    if cost > 0:
        return bits / cost
    return math.inf if bits > 0 else 0.0


def _outcomes(
    answers: Sequence[str], says: Sequence[str], tellings: _Tellings
) -> Iterator[SoughtOutcome]:
    """Everything that a record may say, with what would then be believed."""
    leader = int(tellings.now.argmax())
    for said, chance, times in zip(says, tellings.chance, tellings.times, strict=True):
        if chance > 0:
            then = tellings.now * times
            yield SoughtOutcome(
                says=said,
                probability=float(chance),
                answers=dict(zip(answers, map(float, then), strict=True)),
                moved=_moved(tellings.now, then, leader) if (times != 1.0).any() else 0.0,
                leader=answers[int(then.argmax())],
            )


def _moved(now: Array, then: Array, leader: int) -> float:
    """How far an answer's log-odds move, in decibans; nought where it stays the only one left."""
    with np.errstate(divide="ignore"):
        odds = log_odds(np.log(np.stack([now, then], axis=1)))[leader]
    return float(minus(odds[1], odds[0]))


def _ranges(
    model: Model, query: int, records: Sequence[_Record], numbers: Array | None
) -> Sequence[tuple[float, float] | None]:
    """The range of each record's bits over draws; draws under which nothing is possible are out."""
    if numbers is None or not records:
        return [None] * len(records)
    parts = []
    for start in range(0, numbers.shape[1], MOST_DRAWS):
        drawn = numbers[:, start : start + MOST_DRAWS]
        parts.append(_drawn_bits(solve(model, query, numbers=drawn, derivatives=True), records))
    bits = np.concatenate(parts, axis=1)
    if not bits.shape[1]:
        return [None] * len(records)
    return [(float(low), float(high)) for low, high in np.quantile(bits, ENDS, axis=1).T]


def _drawn_bits(solution: Solution, records: Sequence[_Record]) -> Array:
    """The bits of each record under each draw that is possible, shape (R, D)."""
    now = solution.posterior
    kept = now.any(axis=0)
    rows = []
    for record in records:
        given = solution.marginal(record.variable)
        chance = (given * now).sum(axis=1)
        rows.append(_bits(now, chance, _times(given, chance[:, None], now > 0))[kept])
    return np.stack(rows)


def _pairs(
    model: Model, solution: Solution, records: Sequence[_Record], bits: Sequence[float]
) -> Iterator[Together]:
    """Every two records: one is supposed to have said each thing in turn, and the other asked."""
    ones = records[:-1]  # the last is only ever the other
    places = [(place, said) for place, each in enumerate(ones) for said in range(len(each.says))]
    supposed = _supposed(model, solution.query, records, places)
    now = solution.posterior
    joint = supposed.posterior  # (H, S): S suppositions
    chances = np.concatenate([solution.marginal(each.variable) @ now for each in ones])
    for one, other in combinations(range(len(records)), 2):
        columns = [column for column, (place, _) in enumerate(places) if place == one]
        then = supposed.marginal(records[other].variable)[:, :, columns]  # (X, H, columns)
        cells = np.moveaxis(then * joint[:, columns] * chances[columns], 1, -1)
        both = _information(now, cells.reshape(-1, len(now)))
        apart = bits[one] + bits[other]
        names = records[one].written.id, records[other].written.id
        yield Together(*names, both, apart, both - apart)


def _supposed(
    model: Model, query: int, records: Sequence[_Record], places: Sequence[tuple[int, int]]
) -> Solution:
    """Everything observed, and one record having said one thing: a set for each, shape (H, S)."""
    items = tuple(
        Item(records[place].written.id, "report", records[place].variable, said)
        for place, said in places
    )
    observed = {item.variable: item.state for item in model.items}
    withheld = ~np.eye(len(items), dtype=np.bool_)
    wider = replace(model, items=items)
    return solve(wider, query, given=observed, withheld=withheld, derivatives=True)


def _information(now: Array, cells: Array) -> float:
    """Expected information in bits of what has the chances ``cells``, P(h, x | e), shape (X, H)."""
    chance = cells.sum(axis=1)
    then = np.divide(cells, now, out=np.zeros_like(cells), where=now > 0)
    return float(_bits(now, chance, _times(then, chance[:, None], now > 0)))
