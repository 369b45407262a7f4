"""What one solve answers.

Notation: ``H`` states of the query (lanes), ``n`` written numbers, ``P`` table entries, ``D`` draws
or sets of withheld items. ``Z_h = P(query = h, evidence)``. Arrays lose the last axis ``[, D]``
when neither draws nor sets were asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from deciban.engine.gradient import gradient

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from deciban.engine.outcome import Reverse
    from deciban.model import Model

    Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The weight of every state of the query, and how it moves with everything else.

    Attributes:
        model: the model solved.
        query: the variable whose states are the lanes.
        given: the hard evidence it was solved under.
        numbers: the written numbers it was solved at, shape (n,) or (n, D).
        log_z: natural logarithm of ``P(query = h, evidence)``, shape (H[, D]); minus infinity where
            impossible.
    """

    model: Model
    query: int
    given: Mapping[int, int]
    numbers: Array
    log_z: Array
    _reverse: Reverse | None = field(repr=False)
    _places: Mapping[int, int] = field(repr=False)

    @property
    def posterior(self) -> Array:
        """P(query = h | evidence), shape (H[, D]); zeros where the evidence is impossible."""
        top = np.maximum(self.log_z.max(axis=0), np.finfo(np.float64).min)
        weights = np.exp(self.log_z - top)
        # The likeliest state has weight 1, so the total is below 1 only where nothing is possible.
        share: Array = weights / np.maximum(weights.sum(axis=0), 1.0)
        return share

    @property
    def by_entry(self) -> Array:
        """The derivative of ``log Z_h`` in every table entry, shape (H, P[, D]).

        Where ``Z_h`` is zero its logarithm has no derivative, and this is zero.
        """
        return self._derivatives().by_entry

    def by_number(self) -> Array:
        """The derivative of ``log Z_h`` in every written number, shape (H, n[, D]).

        The chain rule through the entries' polynomials; zero where ``Z_h`` is zero.
        """
        return gradient(self.model, self.numbers, self._derivatives().by_entry)

    def marginal(self, variable: int) -> Array:
        """P(variable = x | query = h, evidence), shape (states of the variable, H[, D]).

        Zeros in every lane that is impossible.
        """
        by_state = self._derivatives().by_state
        states = self.model.cardinalities[variable]
        if variable in self._places:
            first = self._places[variable]
            return by_state[first : first + states]
        possible = np.isfinite(self.log_z).astype(np.float64)
        certain = np.zeros((states, *self.log_z.shape))
        if variable in self.given:
            certain[self.given[variable]] = possible
        else:
            certain[np.arange(states), np.arange(states)] = possible
        return certain

    def marginals(self) -> tuple[Array, ...]:
        """P(variable = x | evidence) for every variable, the query's own posterior among them.

        Shape of each: (states of the variable[, D]); zeros where the evidence is impossible.
        """
        posterior = self.posterior
        free = (self._derivatives().by_state * posterior).sum(axis=1)
        certain = posterior.sum(axis=0)
        return tuple(
            self._whole(variable, states, posterior, free, certain)
            for variable, states in enumerate(self.model.cardinalities)
        )

    def log_z_without(self) -> Array:
        """``log Z_h`` with each item withheld in turn, beside those withheld already.

        Every leave-one-out for the price of one reverse pass; only after a solve with ``withheld``,
        where items are applied as tables that can be turned to ones.

        Returns:
            Shape (items, H[, D]). Where ``Z_h`` is zero this may still be finite: the item was the
            obstacle.
        """
        return self._derivatives().without

    def _whole(
        self, variable: int, states: int, posterior: Array, free: Array, certain: Array
    ) -> Array:
        """A variable's marginal over all lanes, from those of the free variables."""
        first = self._places.get(variable)
        if first is not None:
            return free[first : first + states]
        if variable == self.query:
            return posterior
        known = np.zeros((states, *certain.shape))
        known[self.given[variable]] = certain
        return known

    def _derivatives(self) -> Reverse:
        if self._reverse is None:
            message = "solve was called without derivatives=True"
            raise ValueError(message)
        return self._reverse
