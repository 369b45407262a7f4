"""Where the leader changes while Z runs straight: numbers that enter it once.

Notation: ``K`` stretches, ``H`` answers, ``L`` the leader. Along a stretch every ``Z_h`` is an
affine function, so its values at both ends tell all. With ``g_h`` the derivative of ``log Z_h`` at
the point that it sets out from, ``Z_h(x') = Z_h(x) (1 + g_h . (x' - x))``, exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deciban.findings.flipping.solve import log_z_at
from deciban.findings.flipping.stretches import Stretch, index_of, points_on
from deciban.findings.odds import Array
from deciban.model import Model

#: Smaller than this beside what it is the difference of, a difference is rounding.
ROUNDING = 1e-13


@dataclass(frozen=True, slots=True)
class Field:
    """Some points, with Z and its derivatives there.

    Attributes:
        model: the model.
        query: the variable of the main question.
        points: shape (n, C).
        log_z: shape (H, C).
        gradient: of log Z in every number, shape (H, n, C); zero where Z is.
    """

    model: Model
    query: int
    points: Array
    log_z: Array
    gradient: Array


@dataclass(frozen=True, slots=True)
class Ends:
    """Z at both ends of stretches, each stretch up to a factor of its own; shape (K, H)."""

    near: Array
    far: Array


def ends_of(field: Field, stretches: Sequence[Stretch]) -> Ends:
    """Answer Z at both ends of stretches along which it runs straight.

    A lane in which Z is zero where a stretch sets out tells nothing by its derivative; it is
    evaluated.
    """
    columns = np.array([each.column for each in stretches], dtype=np.intp)
    start = np.exp(field.log_z - np.maximum(field.log_z.max(axis=0), -np.finfo(float).max))
    near, far = (
        start[:, columns].T * (1.0 + _growth(field, stretches, values))
        for values in (
            [each.values_at(each.near) for each in stretches],
            [each.values_at(each.far) for each in stretches],
        )
    )
    ends = Ends(np.maximum(near, 0.0), np.maximum(far, 0.0))
    if not np.isfinite(field.log_z).all():
        _evaluate(field, stretches, ends)
    return ends


def _growth(
    field: Field, stretches: Sequence[Stretch], values: Sequence[tuple[float, ...]]
) -> Array:
    """How much Z_h has grown, as a share of itself, shape (K, H)."""
    place, number = index_of(stretches)
    columns = np.array([each.column for each in stretches], dtype=np.intp)[place]
    step = np.array([value for row in values for value in row]) - field.points[number, columns]
    growth = np.zeros((len(stretches), len(field.log_z)))
    np.add.at(growth, place, field.gradient[:, number, columns].T * step[:, None])
    return growth


def _evaluate(field: Field, stretches: Sequence[Stretch], ends: Ends) -> None:
    """Write true values where a stretch sets out from a point with an impossible answer."""
    impossible = np.asarray(~np.isfinite(field.log_z).all(axis=0))
    which = [place for place, each in enumerate(stretches) if impossible[each.column]]
    if not which:
        return
    chosen = [stretches[place] for place in which]
    spans = [_span(field.model, each) for each in chosen]
    places = [(each, at) for each, span in zip(chosen, spans, strict=True) for at in span]
    log_z = log_z_at(field.model, field.query, points_on(field.points, places))
    pairs = log_z.T.reshape(len(chosen), 2, len(log_z))
    values = np.exp(pairs - np.maximum(pairs.max(axis=(1, 2), keepdims=True), -1e300))
    for place, stretch, span, (first, second) in zip(which, chosen, spans, values, strict=True):
        slope = (second - first) / max(span[1] - span[0], np.finfo(float).tiny)
        ends.near[place] = np.maximum(first + slope * (stretch.near - span[0]), 0.0)
        ends.far[place] = np.maximum(first + slope * (stretch.far - span[0]), 0.0)


def _span(model: Model, stretch: Stretch) -> tuple[float, float]:
    """Two values between which Z can be worked out; a ratio's table ends at its range."""
    number = model.numbers[stretch.leg.number]
    if number.measure == "ratio":
        return 0.0, number.high
    return min(stretch.near, stretch.far), max(stretch.near, stretch.far)


@dataclass(frozen=True, slots=True)
class Crossings:
    """The first change on each of some stretches.

    Attributes:
        way: how far along, from 0 to 1; NaN where there is none. Shape (K,).
        leader: who leads beyond, shape (K,).
    """

    way: Array
    leader: NDArray[np.intp]


def crossings_of(ends: Ends, leader: int) -> Crossings:
    """Answer where the leader first stops leading, or where it begins to.

    It must lead, or not lead, wherever the stretches begin; a tie is no change.
    """
    near, far = (
        each[:, [leader]] - np.delete(each, leader, axis=1) for each in (ends.near, ends.far)
    )
    begun = ends.near.max(axis=1)[:, None]
    noise = ROUNDING * np.maximum(begun, ends.far.max(axis=1)[:, None])
    with np.errstate(divide="ignore", invalid="ignore"):
        way = np.clip(near / (near - far), 0.0, 1.0)
    leads = (near >= -ROUNDING * begun).all(axis=1)
    lost = np.where(far < -noise, way, np.inf)
    first = lost.argmin(axis=1)
    rivals = np.delete(np.arange(ends.near.shape[1]), leader)
    won = _won(near, far, way, noise)
    at = np.where(leads, lost.min(axis=1), won)
    return Crossings(np.where(np.isfinite(at), at, np.nan), np.where(leads, rivals[first], leader))


def _won(near: Array, far: Array, way: Array, noise: Array) -> Array:
    """Where the leader has overtaken all that are before it at the beginning; else infinity."""
    behind = near < 0.0
    hopeless = (behind & (far <= noise)).any(axis=1)
    at = np.where(behind, way, 0.0).max(axis=1)
    there = near + at[:, None] * (far - near)
    kept = (behind | (there > noise)).all(axis=1)
    won: Array = np.where(~hopeless & kept, at, np.inf)
    return won
