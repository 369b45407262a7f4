"""Climbing to the best corner for a goal: block by block, all at once where that helps.

With all else held, Z is affine in a straight block, so one solve with derivatives tells exactly
what each of its corners would come to. All blocks are sent to the corner that suits them; if that
turns out worse, only those that gain most; if need be the best one alone, which always helps. A
bent block may peak inside its range; it is searched on a grid that closes in on the best.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deciban.findings.bounding.blocks import Block
from deciban.findings.bounding.goals import Counter, Goals, Indices
from deciban.findings.odds import Array

#: What stands for an infinite gain, in decibans.
ENDLESS = 1e6
#: The most rounds of a climb.
ROUNDS = 60
#: The rounds of a climb after which it shows which starts are worth going on from.
SCOUTING = 3
#: Blocks are moved together that gain at least such a share of the largest gain.
MOST = (0.0, 0.1, 0.3, 0.6)
#: The shares of the way, from one end to the other, at which a bent block is tried first.
GRID = (1.0 - np.cos(np.pi * np.arange(9) / 8.0)) / 2.0
#: A peak that rises so little above its neighbours, in decibans, is found.
PEAKED = 1e-11
#: How often the grid closes in; each time to a quarter.
CLOSER = 9


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Blocks with as many numbers k and corners V each: shapes (B, k), (B, V, k) and (B,)."""

    numbers: Indices
    corners: Array
    straight: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Moves:
    """For every track, what each block of some groups would gain, and where; shape (B, T)."""

    groups: tuple[_Group, ...]
    gain: Array
    corner: Indices

    @property
    def straight(self) -> NDArray[np.bool_]:
        """Which blocks are straight, shape (B, 1)."""
        return np.concatenate([group.straight for group in self.groups])[:, None]

    def made(self, points: Array, chosen: NDArray[np.bool_]) -> Array:
        """The points after the moves that are chosen, shape (n, T)."""
        moved = points.copy()
        start = 0
        for group in self.groups:
            rows = slice(start, start + len(group.numbers))
            start = rows.stop
            corner = group.corners[np.arange(len(group.numbers))[:, None], self.corner[rows]]
            here = moved[group.numbers]
            there = corner.transpose(0, 2, 1)
            moved[group.numbers] = np.where(chosen[rows, None], there, here)
        return moved


class Ascent:
    """The blocks of a model, and the means to climb."""

    def __init__(self, counter: Counter, blocks: Sequence[Block], *, least: float) -> None:
        """Makes ready to climb.

        Args:
            counter: solves the model.
            blocks: the blocks.
            least: the smallest gain worth a further round, in decibans.
        """
        self._counter = counter
        self._least = least
        self._groups = _groups(blocks)
        self._bent = tuple(block for block in blocks if not block.straight)

    def scout(self, goals: Goals, points: Array) -> Array:
        """Answer where the first few rounds through the corners lead, shape (n, T)."""
        return self._to_corners(goals, points, SCOUTING)

    def climb(self, goals: Goals, points: Array) -> Array:
        """Answer better points, shape (n, T), from which no single block leads further up.

        Args:
            goals: what each track seeks.
            points: where each begins, shape (n, T).
        """
        points = self._to_corners(goals, points)
        going = np.arange(points.shape[1])
        for _ in range(ROUNDS if self._bent else 0):
            better, gained = self._inside(goals.at(going), points[:, going])
            points[:, going] = better
            going = going[gained]
            if not going.size:
                break
            points[:, going] = self._to_corners(goals.at(going), points[:, going])
        return points

    def _to_corners(self, goals: Goals, points: Array, rounds: int = ROUNDS) -> Array:
        points = points.copy()
        going = np.arange(points.shape[1])
        for _ in range(rounds):
            better, gained = self._step(goals.at(going), points[:, going])
            points[:, going] = better
            going = going[gained]
            if not going.size:
                break
        return points

    def _step(self, goals: Goals, points: Array) -> tuple[Array, Array]:
        """One round; the points after it, and which tracks gained."""
        log_z, gradient = self._counter.gradient(points)
        now = goals.scores(log_z)
        moves = self._moves(goals, points, log_z, gradient, now)
        tried = [moves.made(points, chosen) for chosen in _choices(moves, self._least)]
        return self._best(goals, points, now, tried)

    def _best(
        self, goals: Goals, points: Array, now: Array, tried: Sequence[Array]
    ) -> tuple[Array, Array]:
        """The best of several points for each track, where it gains on what there is."""
        tracks = np.arange(points.shape[1])
        many = goals.at(np.tile(tracks, len(tried)))
        scores = self._counter.scores(many, np.concatenate(tried, axis=1)).reshape(len(tried), -1)
        best = scores.argmax(axis=0)
        gained = scores[best, tracks] > now + self._least
        choice: Array = np.stack(tried)[best, :, tracks].T
        return np.where(gained, choice, points), gained

    def _moves(
        self, goals: Goals, points: Array, log_z: Array, gradient: Array, now: Array
    ) -> _Moves:
        """What every block would gain by its best corner, as far as derivatives tell."""
        parts = [_gains(goals, points, log_z, gradient, group) for group in self._groups]
        with np.errstate(invalid="ignore"):
            gain = np.concatenate([gain for gain, _ in parts]) - now
        gain = np.clip(np.where(np.isnan(gain), 0.0, gain), -ENDLESS, ENDLESS)
        return _Moves(self._groups, gain, np.concatenate([corner for _, corner in parts]))

    def _inside(self, goals: Goals, points: Array) -> tuple[Array, Array]:
        """One round through the bent blocks; the points after it, and which tracks gained."""
        now = self._counter.scores(goals, points)
        lines = [
            _Line(track, block, one, other)
            for track in range(points.shape[1])
            for block in self._bent
            for one, other in _ends(block, points[:, track])
        ]
        shares, scores = self._searched(goals, points, lines)
        best: dict[tuple[int, int], tuple[float, Array, Block]] = {}
        for line, share, score in zip(lines, shares, scores, strict=True):
            key = line.track, id(line.block)
            if score > max(best[key][0] if key in best else -np.inf, now[line.track] + self._least):
                best[key] = float(score), line.at(float(share)), line.block
        together, alone, top = points.copy(), points.copy(), now.copy()
        for (track, _), (score, values, block) in best.items():
            together[list(block.numbers), track] = values
            if score > top[track]:
                top[track] = score
                alone[:, track] = points[:, track]
                alone[list(block.numbers), track] = values
        return self._best(goals, points, now, [together, alone])

    def _searched(
        self, goals: Goals, points: Array, lines: Sequence["_Line"]
    ) -> tuple[Array, Array]:
        """The best share of the way along every line, and its score."""
        share, score = np.empty(len(lines)), np.empty(len(lines))
        grid = np.tile(GRID, (len(lines), 1))
        rows = np.arange(len(lines))
        for _ in range(CLOSER + 1):
            scores = self._scores(goals, points, [lines[row] for row in rows.tolist()], grid)
            best = scores.argmax(axis=1)
            each = np.arange(len(rows))
            share[rows], score[rows] = grid[each, best], scores[each, best]
            below = grid[each, np.maximum(best - 1, 0)]
            above = grid[each, np.minimum(best + 1, grid.shape[1] - 1)]
            sides = np.minimum(
                scores[each, np.maximum(best - 1, 0)],
                scores[each, np.minimum(best + 1, grid.shape[1] - 1)],
            )
            with np.errstate(invalid="ignore"):
                peaked = score[rows] - sides > PEAKED
            inside = (share[rows] > 0.0) & (share[rows] < 1.0) & peaked
            rows, below, above = rows[inside], below[inside], above[inside]
            if not rows.size:
                break
            grid = below[:, None] + (above - below)[:, None] * np.arange(9) / 8.0
        return share, score

    def _scores(self, goals: Goals, points: Array, lines: Sequence["_Line"], grid: Array) -> Array:
        tracks = np.array([line.track for line in lines], dtype=np.intp)
        columns = points[:, np.repeat(tracks, grid.shape[1])]
        for place, line in enumerate(lines):
            where = slice(place * grid.shape[1], (place + 1) * grid.shape[1])
            columns[list(line.block.numbers), where] = line.at(grid[place])
        many = goals.at(np.repeat(tracks, grid.shape[1]))
        return self._counter.scores(many, columns).reshape(grid.shape)


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A line through a bent block on which a track searches."""

    track: int
    block: Block
    one: Array
    other: Array

    def at(self, share: Array | float) -> Array:
        """The block's numbers at shares of the way."""
        return np.multiply.outer(self.one, 1.0 - share) + np.multiply.outer(self.other, share)


def _ends(block: Block, point: Array) -> Iterator[tuple[Array, Array]]:
    """The range of a number; of several, the ways to each corner."""
    if len(block.numbers) == 1:
        yield block.corners[0], block.corners[1]
        return
    here = point[list(block.numbers)]
    for corner in block.corners:
        yield here, corner


def _groups(blocks: Sequence[Block]) -> tuple[_Group, ...]:
    """The blocks by how many numbers and corners they have."""
    found: dict[tuple[int, ...], list[Block]] = {}
    for block in blocks:
        found.setdefault(block.corners.shape, []).append(block)
    return tuple(
        _Group(
            np.array([block.numbers for block in each]),
            np.array([block.corners for block in each]),
            np.array([block.straight for block in each]),
        )
        for each in found.values()
    )


def _gains(
    goals: Goals, points: Array, log_z: Array, gradient: Array, group: _Group
) -> tuple[Array, Indices]:
    """The best score that each block alone leads to, and by which corner; shape (B, T)."""
    steps = group.corners[..., None] - points[group.numbers][:, None]
    growth = np.einsum("bvkt,hbkt->hbvt", steps, gradient[:, group.numbers])
    with np.errstate(divide="ignore"):
        grown = np.log(np.maximum(1.0 + growth, 0.0))
    scores = goals.scores(log_z[:, None, None] + grown)
    best = scores.argmax(axis=1)
    return np.take_along_axis(scores, best[:, None], axis=1)[:, 0], best


def _choices(moves: _Moves, least: float) -> Iterator[NDArray[np.bool_]]:
    """Which blocks move: all that gain; those that gain most; the best straight one alone."""
    gains = moves.gain > least
    top = moves.gain.max(axis=0)
    for share in MOST:
        yield gains & (moves.gain >= share * top)
    alone = np.where(moves.straight, moves.gain, -np.inf)
    yield gains & moves.straight & (np.arange(len(alone))[:, None] == alone.argmax(axis=0))
