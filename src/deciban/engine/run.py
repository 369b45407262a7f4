"""Runs a plan, in plain numbers where they suffice and in a wider range where they do not.

Three ways, each the next one's safety net, all over the same two tapes:

1. *Plain*, when a bound from the smallest and largest cells proves that nothing can leave the range
   of a double.
2. *Guarded*: the same bound is kept up table by table; where it grows too wide, the table is scaled
   by a power of two for each lane and column, and measured. Every table enters Z exactly once, so
   the powers simply add up.
3. *Logarithmic*, when the cells of one lane of one table lie so far apart that no common scale
   fits: five hundred sharp reports say one thing and a certainty says the other.

Scaled adjoints keep no account of their scale: the sum over a leaf of cell times adjoint is Z for
every leaf, which gives it back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.guard import Guard
from deciban.engine.outcome import Outcome, Reverse
from deciban.engine.segments import segments
from deciban.engine.tape import LINEAR, LOGARITHMIC, Semiring, play
from deciban.engine.workspace import Workspace

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from deciban.engine.layout import Gathered, Layout
    from deciban.engine.plan import Plan

    Array = NDArray[np.float64]

SAFE_BITS = 1000.0
"""A double holds 2**-1022 to 2**1023 in full precision."""
KEPT_WORKSPACES = 4
KEPT_FLOATS = 2**24
"""A workspace with more tables than this is let go at once: laying it out is the lesser cost."""
LARGEST = 1e300
"""Derivatives beyond this are cut to it, so that nothing computed from them is infinite times 0."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What varies between runs.

    Attributes:
        rows: the values, from ``values.Values``. Shape (rows, W), or (rows, 1) where only the
            evidence varies.
        low: how small the values get, in bits.
        high: how large the values get, in bits.
        evidence: the cells of the evidence leaves, shape (cells, W).
        width: W.
    """

    rows: Array
    low: float
    high: float
    evidence: Array
    width: int


class Runner:
    """Runs one plan; keeps a few workspaces so that runs of one width allot no memory."""

    def __init__(self, plan: Plan, *, draws: bool) -> None:
        self.plan = plan
        self._draws = draws
        self._idle: dict[tuple[int, bool, bool], Workspace] = {}
        self._growth = sum(math.log2(states) for states in plan.cardinalities)

    def run(self, layout: Layout, inputs: Inputs, *, derivatives: bool) -> Outcome:
        """One run, in the cheapest way that is safe."""
        space = self._take(inputs.width, LINEAR, derivatives=derivatives)
        _load(space, layout, inputs)
        leaves = len(self.plan.leaves)
        outcome: Outcome | None
        if self._safe(leaves * inputs.low, leaves * inputs.high):
            outcome = self._plain(space, layout, inputs, derivatives=derivatives)
        else:
            outcome = self._scaled(space, layout, inputs, derivatives=derivatives)
        self._leave(space, derivatives=derivatives)
        if outcome is None:
            return self._logarithmic(layout, inputs, derivatives=derivatives)
        return outcome

    def _safe(self, low: float, high: float) -> bool:
        """Whether tables, adjoints and their ratios all stay in range, leaves' bounds added up."""
        return low + high <= SAFE_BITS and high + self._growth <= SAFE_BITS

    def _plain(
        self, space: Workspace, layout: Layout, inputs: Inputs, *, derivatives: bool
    ) -> Outcome:
        play(space.forward_ops)
        z = self._all_lanes(space.root)
        with np.errstate(divide="ignore"):
            log_z = np.log(z)
            per_z = np.where(z > 0, 1.0 / z, 0.0)
        if not derivatives:
            return Outcome(log_z)
        play(space.backward_ops)
        without = self._withheld(layout, np.add, space.adjoints)
        if len(without):
            without = _log(without)
        return Outcome(log_z, self._read(layout, inputs, space.adjoints, per_z, without))

    def _scaled(
        self, space: Workspace, layout: Layout, inputs: Inputs, *, derivatives: bool
    ) -> Outcome | None:
        """As ``_plain``, scaling on the way if need be; None where no common scale fits."""
        low, high = _leaf_bits(space, layout)
        if self._safe(sum(low), sum(high)):
            return self._plain(space, layout, inputs, derivatives=derivatives)
        guard = Guard(low, high, len(self.plan.tables))
        shift = np.zeros((self.plan.lanes, inputs.width))
        if not guard.play(space.forward, shift):
            return None
        root = self._all_lanes(space.root)
        lanes_and_width = (len(root), *[1] * (root.ndim - 2), root.shape[-1])
        log_z = _log(root) + shift.reshape(lanes_and_width) * math.log(2)
        if not derivatives:
            return Outcome(log_z)
        # Where Z is zero the adjoints' scale cannot be had back, and what withholding one more
        # item would give hangs on it.
        if not guard.play(space.backward, None) or (len(layout.items) and not space.root.all()):
            return None
        adjoints = self._normalised(space, layout)
        without = log_z + _log(self._withheld(layout, np.add, adjoints))
        return Outcome(log_z, self._read(layout, inputs, adjoints, np.ones_like(log_z), without))

    def _logarithmic(self, layout: Layout, inputs: Inputs, *, derivatives: bool) -> Outcome:
        space = self._take(inputs.width, LOGARITHMIC, derivatives=derivatives)
        _load(space, layout, inputs)
        space.cells[...] = _log(space.cells)
        space.evidence[...] = _log(space.evidence)
        play(space.forward_ops)
        log_z = self._all_lanes(space.root)
        outcome = Outcome(log_z)
        if derivatives:
            play(space.backward_ops)
            possible = np.isfinite(log_z)
            lane = layout.leaf_of_adjoint % self.plan.lanes
            exponent = space.adjoints - np.where(possible, log_z, 0.0)[lane]
            adjoints = np.exp(np.minimum(exponent, math.log(LARGEST)))
            without = self._withheld(layout, np.logaddexp, space.adjoints)
            reverse = self._read(layout, inputs, adjoints, possible.astype(np.float64), without)
            outcome = Outcome(log_z, reverse)
        self._leave(space, derivatives=derivatives)
        return outcome

    def _all_lanes(self, root: Array) -> Array:
        """A copy of the last table, for every lane."""
        return root.copy() if len(root) == self.plan.lanes else root.repeat(self.plan.lanes, axis=0)

    def _read(
        self, layout: Layout, inputs: Inputs, adjoints: Array, scale: Array, without: Array
    ) -> Reverse:
        """Sums the adjoints, which times the scale are derivatives of log Z."""
        lanes, width = scale.shape
        by_entry = _gathered(layout.by_entry(width), adjoints, None)
        by_state = _gathered(layout.by_state(width), adjoints, inputs.rows)
        return Reverse(
            by_entry.reshape(lanes, -1, width) * scale[:, None],
            by_state.reshape(-1, lanes, width) * scale,
            without,
        )

    def _withheld(self, layout: Layout, add: np.ufunc, adjoints: Array) -> Array:
        """Z with one more item withheld: its evidence turned to ones, so its adjoints added up."""
        shape = (-1, self.plan.lanes, adjoints.shape[-1])
        if not len(layout.items):
            return adjoints[:0].reshape(0, *shape[1:])
        sums: Array = add.reduceat(adjoints, layout.evidence_starts, axis=0)
        return sums.reshape(shape)

    def _normalised(self, space: Workspace, layout: Layout) -> Array:
        """Adjoints as derivatives of log Z: the sum over a leaf of cell times adjoint made one."""
        leaf, cell = layout.leaf_of_adjoint, layout.cell_of_adjoint
        hard = layout.hard_adjoints
        products = space.adjoints.copy()
        products[:hard] *= space.cells[cell[:hard]]
        products[hard:] *= space.evidence[cell[hard:] - layout.hard_cells]
        summer = segments(leaf, len(self.plan.leaves) * self.plan.lanes, space.width)
        total = summer(products[summer.order])
        with np.errstate(divide="ignore", over="ignore"):
            scale = np.where(total > 0, 1.0 / total, 0.0)
            adjoints: Array = np.minimum(space.adjoints * scale[leaf], LARGEST)
        return adjoints

    def _take(self, width: int, semiring: Semiring, *, derivatives: bool) -> Workspace:
        space = self._idle.pop((width, semiring is LINEAR, derivatives), None)
        if space is None:
            space = Workspace(
                self.plan, width, semiring, draws=self._draws, derivatives=derivatives
            )
        return space

    def _leave(self, space: Workspace, *, derivatives: bool) -> None:
        if self.plan.cost.floats * space.width > KEPT_FLOATS:
            return
        while len(self._idle) >= KEPT_WORKSPACES:
            self._idle.pop(next(iter(self._idle)))
        self._idle[space.width, space.semiring is LINEAR, derivatives] = space


def _load(space: Workspace, layout: Layout, inputs: Inputs) -> None:
    np.take(inputs.rows, layout.rows, axis=0, out=space.cells, mode="clip")
    if len(layout.items):
        space.evidence[...] = inputs.evidence


def _leaf_bits(space: Workspace, layout: Layout) -> tuple[list[float], list[float]]:
    """How small and how large the cells of every leaf get, in bits; evidence is 0 or 1."""
    starts = layout.starts[: np.searchsorted(layout.starts, layout.hard_cells)]
    smallest = np.where(space.cells > 0, space.cells, 1.0).min(axis=1)
    low = -np.log2(np.minimum.reduceat(smallest, starts))
    high = np.log2(np.maximum.reduceat(space.cells.max(axis=1), starts).clip(min=1.0))
    evidence = [0.0] * (len(space.leaves) - len(starts))
    return [*low.clip(min=0.0).tolist(), *evidence], [*high.tolist(), *evidence]


def _log(array: Array) -> Array:
    with np.errstate(divide="ignore"):
        logarithm: Array = np.log(array)
    return logarithm


def _gathered(places: Gathered, adjoints: Array, rows: Array | None) -> Array:
    summands = adjoints.take(places.adjoint, axis=0)
    if rows is not None:
        summands *= rows.take(places.row, axis=0)
    return places.sum(summands)
