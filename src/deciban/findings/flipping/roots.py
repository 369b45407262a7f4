"""Where the leader changes while Z bends: numbers that enter it more than once.

Notation: along a stretch ``Z_h`` is a polynomial of degree k in the number's value. ``L`` is the
leader; its *lead* over a rival r is ``Z_L - Z_r``, its margin ``log Z_L`` less the largest other.

A slip may enter sixty tables, and Z runs over hundreds of powers of ten between 0 and 1, which
would drown the roots of one polynomial for all of it. So the way is cut into pieces, finer towards
0 and 1, and again where Z still varies too much; on each the leads are interpolated at Chebyshev
nodes, which is exact for k up to ``NODES`` and checked by the last coefficients beyond, and their
roots are eigenvalues of the companion matrix (Boyd 2002). Every root is then tried on the true
margin and narrowed down there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.polynomial import chebyshev

from deciban.findings.flipping.affine import Field
from deciban.findings.flipping.solve import MANY, log_z_at
from deciban.findings.flipping.stretches import Stretch, points_on
from deciban.findings.odds import Array

NODES = 16
"""The highest degree of an interpolant."""
STEEP = 8
"""From this degree on Z runs over so many powers of ten that a way is cut before it is tried."""
CUTS = (1e-6, 1e-3, 0.05, 0.5, 0.95, 0.999, 0.999999)
"""Where it is cut then."""
SPREAD = 1e-6
"""Where Z falls below so much of its largest value on a piece, the piece is cut again."""
RESOLVED = 1e-9
"""The last coefficients of an interpolant that holds, beside the largest."""
DEEPEST = 5
"""How often a piece is cut again."""
BRACKET = 1e-5
"""Within such a share of its piece around a root, the true margin must change sign."""
ROUNDS = 6
TIE = 1e-12
"""A margin as small as this is none; whoever has led so far still does."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a stretch: its place among the stretches, and its ends in ascending order."""

    place: int
    low: float
    high: float
    degree: int

    @property
    def nodes(self) -> Array:
        """The values at which it is interpolated, ascending."""
        inside = _inside(min(self.degree, NODES) + 1)
        values: Array = self.low + (self.high - self.low) * (inside + 1.0) / 2.0
        return values


@dataclass(frozen=True, slots=True)
class Bracket:
    """Two values of a number, ascending, between which its margin may change sign once."""

    place: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Root:
    """A value at which the leader changes, and who leads beyond it, seen from the near end."""

    value: float
    leader: int


def first_roots(
    field: Field, stretches: Sequence[Stretch], degrees: Sequence[int], leader: int
) -> tuple[Root | None, ...]:
    """Answer the first change of leader on each stretch; None where there is none.

    Args:
        field: the points that the stretches set out from.
        stretches: the ways.
        degrees: the degree of Z along each.
        leader: whose lead is followed.
    """
    search = _Search(field, stretches, leader)
    pieces = [
        Piece(place, low, high, degree)
        for place, (stretch, degree) in enumerate(zip(stretches, degrees, strict=True))
        for low, high in _cut(stretch, degree)
    ]
    brackets = search.brackets(pieces)
    return search.first(brackets)


def _cut(stretch: Stretch, degree: int) -> Iterator[tuple[float, float]]:
    low, high = sorted((stretch.near, stretch.far))
    cuts = CUTS if degree >= STEEP else ()
    ends = [low, *(cut for cut in cuts if low < cut < high), high]
    yield from pairwise(ends)


class _Search:
    """The stretches searched."""

    def __init__(self, field: Field, stretches: Sequence[Stretch], leader: int) -> None:
        self._field = field
        self._stretches = stretches
        self._leader = leader

    def log_z(self, places: Sequence[tuple[int, float]]) -> Array:
        """Log Z at values of numbers, shape (H, places)."""
        where = [(self._stretches[place], value) for place, value in places]
        parts = [
            log_z_at(
                self._field.model,
                self._field.query,
                points_on(self._field.points, where[start : start + MANY]),
            )
            for start in range(0, max(1, len(where)), MANY)
        ]
        return np.concatenate(parts, axis=1)

    def brackets(self, pieces: list[Piece]) -> list[Bracket]:
        """Everywhere that the lead over some rival may change sign."""
        found: list[Bracket] = []
        for depth in range(DEEPEST + 1):
            if not pieces:
                break
            coarse: list[Piece] = []
            for piece, log_z in self._sampled(pieces):
                leads = _interpolated(log_z, self._leader)
                if depth < DEEPEST and not _holds(piece, log_z, leads):
                    coarse += _halves(piece)
                else:
                    found += _around_roots(piece, leads)
            pieces = coarse
        return found

    def _sampled(self, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Array]]:
        nodes = [piece.nodes for piece in pieces]
        places = [
            (piece.place, float(value))
            for piece, values in zip(pieces, nodes, strict=True)
            for value in values
        ]
        log_z = self.log_z(places)
        cuts = np.cumsum([len(values) for values in nodes])[:-1]
        yield from zip(pieces, np.split(log_z, cuts, axis=1), strict=True)

    def first(self, brackets: Sequence[Bracket]) -> tuple[Root | None, ...]:
        """The first bracket of each stretch in which the margin does change sign, narrowed."""
        nearest: dict[int, Bracket] = {}
        for bracket, low, high in self._margins(brackets):
            if (low >= -TIE) != (high >= -TIE):
                other = nearest.get(bracket.place)
                if other is None or self._way(bracket) < self._way(other):
                    nearest[bracket.place] = bracket
        roots = dict(zip(nearest, self._narrowed(list(nearest.values())), strict=True))
        return tuple(roots.get(place) for place in range(len(self._stretches)))

    def _way(self, bracket: Bracket) -> float:
        return abs((bracket.low + bracket.high) / 2.0 - self._stretches[bracket.place].near)

    def _margins(self, brackets: Sequence[Bracket]) -> Iterator[tuple[Bracket, float, float]]:
        """The margin at both ends of every bracket; none where Z is zero."""
        if not brackets:
            return
        log_z = self.log_z([(b.place, value) for b in brackets for value in (b.low, b.high)])
        pairs = _margin(log_z, self._leader).reshape(-1, 2)
        for bracket, (low, high) in zip(brackets, pairs, strict=True):
            if not np.isnan([low, high]).any():
                yield bracket, float(low), float(high)

    def _narrowed(self, brackets: list[Bracket]) -> list[Root]:
        """False position, kept to its bracket (the Illinois rule)."""
        signs = [(low, high) for _, low, high in self._margins(brackets)]
        for _ in range(ROUNDS if brackets else 0):
            tries = [_between(b, *pair) for b, pair in zip(brackets, signs, strict=True)]
            places = [(b.place, value) for b, value in zip(brackets, tries, strict=True)]
            found = _margin(self.log_z(places), self._leader)
            for place, (value, margin) in enumerate(zip(tries, found.tolist(), strict=True)):
                low, high = signs[place]
                if (margin >= 0.0) == (low >= 0.0):
                    brackets[place] = replace(brackets[place], low=value)
                    signs[place] = margin, high / 2.0
                else:
                    brackets[place] = replace(brackets[place], high=value)
                    signs[place] = low / 2.0, margin
        return self._told(brackets, signs)

    def _told(
        self, brackets: Sequence[Bracket], signs: Sequence[tuple[float, float]]
    ) -> list[Root]:
        """The roots with whoever leads at the end that lies further from the near end."""
        values = [_between(b, *pair) for b, pair in zip(brackets, signs, strict=True)]
        beyond = []
        for bracket in brackets:
            stretch = self._stretches[bracket.place]
            beyond.append(bracket.high if stretch.far > stretch.near else bracket.low)
        if not beyond:
            return []
        step = [(b.place, value) for b, value in zip(brackets, beyond, strict=True)]
        leaders = self.log_z(step).argmax(axis=0).tolist()
        return [Root(value, leader) for value, leader in zip(values, leaders, strict=True)]


def _between(bracket: Bracket, low: float, high: float) -> float:
    """Where a straight line from one margin to the other is zero."""
    if low == high or not np.isfinite(low - high):
        return (bracket.low + bracket.high) / 2.0
    value = bracket.low + (bracket.high - bracket.low) * low / (low - high)
    return float(min(max(value, bracket.low), bracket.high))


def _margin(log_z: Array, leader: int) -> Array:
    """By how much the leader leads; NaN where nothing is possible. Shape (places,)."""
    with np.errstate(invalid="ignore"):
        margin: Array = log_z[leader] - np.delete(log_z, leader, axis=0).max(axis=0)
    return margin


def _halves(piece: Piece) -> tuple[Piece, Piece]:
    """A piece cut in two; by ratio where it reaches towards 0 or 1."""
    low, high = piece.low, piece.high
    if low > 0.0 and 4.0 * low < high:
        middle = float(np.sqrt(low * high))
    elif high < 1.0 and 4.0 * (1.0 - high) < 1.0 - low:
        middle = 1.0 - float(np.sqrt((1.0 - low) * (1.0 - high)))
    else:
        middle = (low + high) / 2.0
    return replace(piece, high=middle), replace(piece, low=middle)


def _holds(piece: Piece, log_z: Array, leads: Array) -> bool:
    """Whether rounding leaves the leads of a piece, and their interpolants have settled."""
    largest = log_z.max(axis=0)
    if not largest.min() >= largest.max() + np.log(SPREAD):
        return False
    sizes = np.abs(leads)
    settled = sizes[:, -2:].max(axis=1) <= RESOLVED * sizes.max(axis=1)
    return piece.degree <= NODES or bool(settled.all())


def _interpolated(log_z: Array, leader: int) -> Array:
    """Chebyshev coefficients of every lead, shape (rivals, nodes); Z scaled to 1 at most."""
    top = log_z.max()
    values = np.exp(log_z - top) if np.isfinite(top) else np.zeros_like(log_z)
    leads: Array = values[leader] - np.delete(values, leader, axis=0)
    return leads @ _basis(leads.shape[1])


@cache
def _inside(count: int) -> Array:
    """The nodes between -1 and 1, ascending."""
    nodes: Array = -np.cos(np.pi * (2.0 * np.arange(count) + 1.0) / (2.0 * count))
    return nodes


@cache
def _basis(count: int) -> Array:
    """What turns values at the nodes into coefficients, shape (nodes, nodes)."""
    basis: Array = chebyshev.chebvander(_inside(count), count - 1).astype(np.float64)
    basis *= 2.0 / count
    basis[:, 0] /= 2.0
    return basis


def _around_roots(piece: Piece, leads: Array) -> Iterator[Bracket]:
    """A bracket around every root of a lead."""
    width = (piece.high - piece.low) / 2.0
    for coefficients in leads:
        for root in _roots(coefficients):
            value = piece.low + width * (float(root) + 1.0)
            low = max(value - BRACKET * width, piece.low)
            yield Bracket(piece.place, low, min(value + BRACKET * width, piece.high))


def _roots(coefficients: Array) -> Array:
    """The real roots of a Chebyshev series between -1 and 1."""
    sizes = np.abs(coefficients)
    if sizes[0] > sizes[1:].sum() or not sizes.any():
        return np.empty(0)
    kept = chebyshev.chebtrim(coefficients, tol=1e-15 * float(sizes.max()))
    roots = chebyshev.chebroots(kept)
    real = roots.real[np.abs(roots.imag) < BRACKET]
    near = real[np.abs(real) <= 1.0 + BRACKET].astype(np.float64)
    return np.unique(np.clip(near, -1.0, 1.0))
