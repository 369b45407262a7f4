"""How far an answer can move, against every corner and a fine grid."""

import math
from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from tests.findings.bounds_cases import case_of, randoms, ranged_case, solved

from deciban.case import Case
from deciban.draws import polytope_of
from deciban.engine import solve
from deciban.findings.bounding.blocks import blocks_that_matter
from deciban.findings.bounds import Bound, Bounds, find_bounds
from deciban.findings.flipping.degree import degrees_of
from deciban.findings.odds import Array, log_odds
from deciban.model import Model

ALL = 2**16


def bounds_of(case: Case, budget: int = ALL) -> Bounds:
    return find_bounds(case, *solved(case), budget=budget)


def blocks_by_hand(model: Model, steps: int) -> Iterator[tuple[tuple[int, ...], Array]]:
    """The choices of every block: a fine grid over a number's range, a row's corners."""
    rows = [(row, polytope_of(model, row)) for row in model.rows]
    bound = {number for row, polytope in rows if polytope.binds for number in row.numbers}
    for row, polytope in rows:
        if polytope.binds:
            yield row.numbers, polytope.vertices()
    tight = {n: ends for _, p in rows for n, *ends in zip(p.numbers, p.low, p.high, strict=True)}
    for place, number in enumerate(model.numbers):
        low, high = tight.get(place, [number.low, number.high])
        if place not in bound and low < high:
            bent = degrees_of(model).joint((place,)) > 1
            yield (place,), np.linspace(low, high, steps if bent else 3)[:, None]


def by_brute_force(case: Case, steps: int = 33, most: int = 40_000) -> Array | None:
    """The least and most log-odds of every answer, shape (H, 2); None if it takes too long."""
    model, solution = solved(case)
    blocks = [each for each in blocks_by_hand(model, steps) if len(each[1]) > 1]
    if math.prod(len(choices) for _, choices in blocks) > most:
        return None
    points = []
    for choice in product(*(range(len(choices)) for _, choices in blocks)):
        point = model.centrals.copy()
        for (numbers, choices), which in zip(blocks, choice, strict=True):
            point[list(numbers)] = choices[which] * (1.0 - 1e-12)
        points.append(point)
    log_z = solve(model, solution.query, numbers=np.array(points).T).log_z
    odds = log_odds(log_z[:, np.isfinite(log_z).any(axis=0)])
    return np.stack([odds.min(axis=1), odds.max(axis=1)], axis=1)


def ends(bounds: Bounds) -> Array:
    return np.array([[each.low.log_odds, each.high.log_odds] for each in bounds.of.values()])


def contains(outer: Array, inner: Array, tolerance: float = 1e-7) -> bool:
    """Whether bounds lie around others; beyond 100 dB what rounding leaves of nothing counts."""
    out, within = np.clip(outer, -100, 100), np.clip(inner, -100, 100)
    low, high = out[:, 0] <= within[:, 0] + tolerance, out[:, 1] >= within[:, 1] - tolerance
    return bool(low.all() and high.all())


@settings(max_examples=40, deadline=None)
@given(randoms())
def test_the_bounds_are_those_of_every_corner_and_of_a_fine_grid(random: Random) -> None:
    case = ranged_case(random, ranges=4)
    forced = by_brute_force(case)
    bounds = bounds_of(case)
    if forced is None:
        return
    assert contains(ends(bounds), forced)
    if bounds.exact:
        assert contains(forced, ends(bounds))


@settings(max_examples=30, deadline=None)
@given(randoms())
def test_the_best_found_never_lies_beyond_the_exact(random: Random) -> None:
    case = ranged_case(random, ranges=5)
    exact, found = bounds_of(case), bounds_of(case, budget=1)
    if exact.exact:
        assert contains(ends(exact), ends(found))


@settings(max_examples=30, deadline=None)
@given(randoms())
def test_an_end_is_where_its_numbers_lead_and_holds_the_central_answer(random: Random) -> None:
    case = ranged_case(random, ranges=5, rows=2)
    model, solution = solved(case)
    central = log_odds(solution.log_z)
    for budget in (1, ALL):
        bounds = find_bounds(case, model, solution, budget=budget)
        for answer, bound in enumerate(bounds.of.values()):
            for end in (bound.low, bound.high):
                there = solve(model, solution.query, numbers=end.numbers)
                assert there.posterior[answer] == pytest.approx(end.probability, abs=1e-12)
                for place, number in enumerate(model.numbers):
                    assert number.low - 1e-9 <= end.numbers[place] <= number.high + 1e-9
            assert bound.low.log_odds <= central[answer] + 1e-7
            assert bound.high.log_odds >= central[answer] - 1e-7


ONE_EVENT = """
events:
  - {id: seen, text: Seen, known: yes, expected: {h: 60..80%, other: 10..40%}}
"""


def test_one_event_of_two_ranges_is_bounded_by_its_best_and_worst_ratio() -> None:
    bound = bounds_of(case_of(ONE_EVENT)).of["h"]
    assert bound.low.log_odds == pytest.approx(10 * math.log10(60 / 40))
    assert bound.high.log_odds == pytest.approx(10 * math.log10(80 / 10))
    assert bound.low.exact
    assert bound.high.exact


def test_the_bounds_of_one_answer_mirror_those_of_the_only_other() -> None:
    bounds = bounds_of(case_of(ONE_EVENT))
    assert bounds.of["other"].high.log_odds == pytest.approx(-bounds.of["h"].low.log_odds)


def test_without_ranges_the_bounds_are_the_answer_itself() -> None:
    case = case_of("""
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 70%, other: 20%}}
    """)
    _, solution = solved(case)
    bounds = bounds_of(case)
    assert bounds.exact
    assert [each.low.probability for each in bounds.of.values()] == solution.posterior.tolist()
    assert [each.high.probability for each in bounds.of.values()] == solution.posterior.tolist()


def test_a_range_that_nothing_hangs_on_is_left_out() -> None:
    case = case_of("""
    sources: {he: {name: He}}
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 60..80%, other: 20%}}
      - {id: idle, text: Idle, expected: {h: 20..70%, other: 10..30%}}
    unseen:
      - {id: letter, text: A letter, of: idle, by: he}
    """)
    model, solution = solved(case)
    (block,) = blocks_that_matter(model, solution.query)
    assert [model.numbers[each].address for each in block.numbers] == ["events.seen.expected.h"]


PEAK = """
sources:
  he: {name: He, character: {honest: 100%}, competence: 50..99%}
assume: {slip: 0%}
events:
  - {id: a, text: A, expected: {h: 90%, other: 50%}}
  - {id: b, text: B, expected: {h: 2%, other: 30%}}
reports:
  - {id: a_told, of: a, by: he}
  - {id: b_told, of: b, by: he}
"""


def peaked() -> tuple[Case, Bound, Array]:
    case = case_of(PEAK)
    bound = bounds_of(case).of["h"]
    model, solution = solved(case)
    place = [n.address for n in model.numbers].index("sources.he.competence")
    points = np.repeat(model.centrals[:, None], 3001, axis=1)
    points[place] = np.linspace(0.5, 0.99, 3001)
    return case, bound, log_odds(solve(model, solution.query, numbers=points).log_z)[0]


def test_a_competence_that_stands_in_two_tables_may_peak_inside_its_range() -> None:
    _, bound, grid = peaked()
    assert grid.max() > max(grid[0], grid[-1]) + 0.01
    assert bound.high.log_odds >= grid.max() - 1e-9
    assert bound.high.log_odds == pytest.approx(grid.max(), abs=1e-4)
    assert bound.low.log_odds <= grid.min() + 1e-9


def test_what_may_peak_inside_is_never_called_exact() -> None:
    _, bound, _ = peaked()
    assert not bound.high.exact


def test_corners_where_the_evidence_is_impossible_are_passed_over() -> None:
    bounds = bounds_of(
        case_of("""
    events:
      - {id: seen, text: Seen, known: yes, expected: {h: 0..50%, other: 0..50%}}
    """)
    )
    assert bounds.of["h"].low.probability == 0.0
    assert bounds.of["h"].high.probability == 1.0


def test_a_corner_says_whose_numbers_carry_it() -> None:
    case = case_of("""
    sources:
      he: {name: He, character: {honest: 30..90%, guesses: rest}, competence: 90%}
    events:
      - {id: strong, text: Strong, known: yes, expected: {h: 50..90%, other: 10%}}
      - {id: weak, text: Weak, known: yes, expected: {h: 50..51%, other: 50%}}
      - {id: fact, text: Fact, expected: {h: 90%, other: 10%}}
    reports:
      - {id: told, of: fact, by: he}
    """)
    end = bounds_of(case).of["h"].high
    named = {(cause.kind, cause.subject): cause for cause in end.because}
    assert set(named) == {("event", "strong"), ("source", "he")}
    strong = named["event", "strong"]
    assert strong.gain == pytest.approx(10 * math.log10(90 / 70))
    assert strong.last is not None
    assert strong.last.central == pytest.approx(10 * math.log10(7))
    assert strong.last.corner == pytest.approx(10 * math.log10(9))
    (honest,) = named["source", "he"].numbers
    assert honest.address == "sources.he.character.honest"
    assert honest.value == pytest.approx(0.9)
    assert honest.central == pytest.approx(0.6)


def test_causes_stand_largest_first_and_the_rest_are_counted() -> None:
    events = "".join(
        f"  - {{id: e{n}, text: E, known: yes, expected: {{h: 40..{50 + 4 * n}%, other: 20%}}}}\n"
        for n in range(1, 9)
    )
    end = bounds_of(case_of("events:\n" + events)).of["h"].high
    gains = [cause.gain for cause in end.because]
    assert gains == sorted(gains, reverse=True)
    assert len(gains) == 5
    assert end.others == 3


def wide_row(outcomes: Sequence[str]) -> Case:
    shares = ", ".join(f"{name}: 0..20%" for name in outcomes)
    return case_of(f"""
    events:
      - {{id: kind, text: Which, known: k0, outcomes: [{", ".join(outcomes)}],
         expected: {{h: {{{shares}}}, other: {{else: {1 / len(outcomes):.17f}}}}}}}
    """)


def test_a_row_too_long_to_list_its_corners_is_climbed_and_not_called_exact() -> None:
    bound = bounds_of(wide_row([f"k{n}" for n in range(14)])).of["h"]
    assert bound.high.log_odds == pytest.approx(10 * math.log10(0.2 * 14), abs=1e-6)
    assert bound.low.probability == pytest.approx(0.0, abs=1e-9)
    assert not bound.high.exact


@given(randoms())
@settings(max_examples=10)
def test_the_numbers_that_moved_put_back_give_the_end(random: Random) -> None:
    case = ranged_case(random, ranges=6)
    model, solution = solved(case)
    at = {number.address: place for place, number in enumerate(model.numbers)}
    for answer, bound in enumerate(bounds_of(case).of.values()):
        for end in (bound.low, bound.high):
            numbers = model.centrals.copy()
            for each in end.moved:
                numbers[at[each.address]] = each.value
            odds = log_odds(solve(model, solution.query, numbers=numbers).log_z)[answer]
            assert odds == pytest.approx(end.log_odds)
