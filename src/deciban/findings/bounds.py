"""Finding: the smallest and the largest probability of every answer over all ranges.

Numbers are moved in blocks (``deciban.findings.bounding.blocks``). Where Z is affine in each, the
extremes are at corners: all are tried if the budget allows, and the bounds are exact. Otherwise
corners are climbed to from several places (``deciban.findings.bounding.ascent``) and the bounds are
the best found: the truth may lie further out, and never further in. Corners at which what was
observed is impossible are passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from deciban.case import Case
from deciban.engine import Solution
from deciban.findings.bounding.ascent import Ascent
from deciban.findings.bounding.blocks import SEED, Block, blocks_that_matter, generic
from deciban.findings.bounding.corners import Cause, Corners, Moved
from deciban.findings.bounding.every import best_of_every, count_choices
from deciban.findings.bounding.goals import Counter, Goals, all_goals
from deciban.findings.odds import Array, log_odds
from deciban.findings.posterior import Posterior, find_posteriors
from deciban.model import Model

#: Corners tried one by one before giving up on being exact.
ALL_CORNERS = 2**20
#: A budget from which on climbing is thorough: from many corners, each all the way.
THOROUGH = 2**17
#: Corners chosen at random from which to climb; and so many when thorough.
RANDOM_STARTS, MANY_STARTS = 2, 20
#: The smallest gain worth climbing for, in decibans; and when thorough.
LEAST, LEAST_THOROUGH = 1e-2, 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """The least or the most that an answer can come to.

    Attributes:
        probability: its probability there.
        log_odds: against all other answers, in decibans.
        exact: whether nothing lies beyond; else the best found.
        numbers: every number there, in the order of the model, shape (n,).
        because: whose numbers carry it there, the largest contribution first.
        moved: every number that stands elsewhere than at its central value.
        others: how many more subjects contribute anything that could be told from nothing.
    """

    probability: float
    log_odds: float
    exact: bool
    numbers: Array
    because: tuple[Cause, ...] = ()
    moved: tuple[Moved, ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """Both ends of an answer."""

    low: End
    high: End


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """The bounds of the main question.

    Attributes:
        of: by answer.
        exact: whether every end is exact.
        evaluated: at how many points the case was solved.
    """

    of: Mapping[str, Bound]
    exact: bool
    evaluated: int


def find_bounds(case: Case, model: Model, solution: Solution, *, budget: int) -> Bounds:
    """Answer how far the answers of the main question can move within all ranges.

    Args:
        case: the case.
        model: its model.
        solution: solved for the main question at the central values, all items given.
        budget: the most points to try for the sake of exactness; about 13 microseconds each on a
            large case.
    """
    blocks = blocks_that_matter(model, solution.query)
    if not blocks:
        return _point(case, solution)
    counter = Counter(model, solution.query)
    goals = all_goals(len(solution.log_z))
    points, exact = _extremes(counter, blocks, goals, budget)
    log_z = counter.log_z(points)
    corners = Corners(case, model, solution.query)
    ends = [
        _end(log_z[:, track], points[:, track], int(answer), corners, exact=exact)
        for track, answer in enumerate(goals.answer)
    ]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    of = {
        name: Bound(low, high)
        for name, (low, high) in zip(case.question.answers, pairs, strict=True)
    }
    return Bounds(of, exact, counter.evaluated + corners.evaluated)


def find_answers_with_bounds(
    case: Case, model: Model, solution: Solution
) -> tuple[Posterior, Bounds]:
    """Answer the main question at the central values, and how far its answers can move."""
    answers = find_posteriors(case, model, solution)[0]
    return answers, find_bounds(case, model, solution, budget=ALL_CORNERS)


def _point(case: Case, solution: Solution) -> Bounds:
    """The bounds of an answer that no range moves."""
    odds = log_odds(solution.log_z)
    ends = [
        End(float(p), float(odds[place]), True, solution.numbers)
        for place, p in enumerate(solution.posterior)
    ]
    of = {name: Bound(end, end) for name, end in zip(case.question.answers, ends, strict=True)}
    return Bounds(of, exact=True, evaluated=0)


def _extremes(
    counter: Counter, blocks: Sequence[Block], goals: Goals, budget: int
) -> tuple[Array, bool]:
    """The best point for each goal, shape (n, T); and whether it is exact."""
    if count_choices(blocks) > budget:
        return _climbed(counter, blocks, goals, thorough=budget >= THOROUGH), False
    points = best_of_every(counter, blocks, goals)
    if all(block.straight and block.whole for block in blocks):
        return points, True
    return Ascent(counter, blocks, least=LEAST_THOROUGH).climb(goals, points), False


def _climbed(counter: Counter, blocks: Sequence[Block], goals: Goals, *, thorough: bool) -> Array:
    """The best that is climbed to from several places, shape (n, T)."""
    starts = [counter.model.centrals, generic(counter.model, blocks, SEED)]
    corners = MANY_STARTS if thorough else RANDOM_STARTS
    starts += [_corner(counter.model, blocks, SEED + each) for each in range(corners)]
    tracks = len(goals.answer)
    points = np.stack([start for start in starts for _ in range(tracks)], axis=1)
    many = goals.at(np.tile(np.arange(tracks), len(starts)))
    ascent = Ascent(counter, blocks, least=LEAST_THOROUGH if thorough else LEAST)
    first = ascent.climb(many, points) if thorough else ascent.scout(many, points)
    scores = counter.scores(many, first).reshape(len(starts), tracks)
    best = first[:, scores.argmax(axis=0) * tracks + np.arange(tracks)]
    return ascent.climb(goals, best)


def _corner(model: Model, blocks: Sequence[Block], seed: int) -> Array:
    """A corner chosen at random, shape (n,)."""
    rng = np.random.default_rng(seed)
    point = model.centrals.copy()
    for block in blocks:
        point[list(block.numbers)] = block.corners[rng.integers(len(block.corners))]
    return point


def _end(log_z: Array, point: Array, answer: int, corners: Corners, *, exact: bool) -> End:
    because, moved, others = corners.causes(answer, point)
    weights = np.exp(log_z - log_z.max())
    return End(
        probability=float(weights[answer] / weights.sum()),
        log_odds=float(log_odds(log_z)[answer]),
        exact=exact,
        numbers=point.copy(),
        because=because,
        moved=moved,
        others=others,
    )
