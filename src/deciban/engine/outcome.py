"""What a run hands over, before it is given names.

Notation: ``H`` lanes, ``W`` columns (always the last axis), ``P`` entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Change = Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class Reverse:
    """What the reverse pass found; all zero in lanes where Z is.

    Attributes:
        by_entry: derivative of log Z in every entry, shape (H, P, W).
        by_state: P(state | query, evidence) for the free variables, shape (states, H, W).
        without: log Z with one more item withheld, shape (items, H, W), which may be more than
            minus infinity where Z is zero; no items where they are not soft.
    """

    by_entry: Array
    by_state: Array
    without: Array

    def mapped(self, change: Change) -> Reverse:
        """The same with every array changed."""
        return Reverse(change(self.by_entry), change(self.by_state), change(self.without))

    def confined(self, possible: NDArray[np.bool_]) -> Reverse:
        """The same with only some lanes possible, whatever items are withheld."""
        lanes = possible[:, None]
        return Reverse(
            np.where(lanes[:, None], self.by_entry, 0.0),
            np.where(lanes, self.by_state, 0.0),
            np.where(lanes, self.without, -np.inf),
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found.

    Attributes:
        log_z: natural logarithm of Z, shape (H, W).
        reverse: None unless asked for.
    """

    log_z: Array
    reverse: Reverse | None = None

    def confined(self, possible: NDArray[np.bool_]) -> Outcome:
        """The same with only some lanes possible. ``possible`` has shape (H,)."""
        log_z = np.where(possible[:, None], self.log_z, -np.inf)
        return Outcome(log_z, self.reverse and self.reverse.confined(possible))

    def mapped(self, change: Change) -> Outcome:
        """The same with every array changed."""
        return Outcome(change(self.log_z), self.reverse and self.reverse.mapped(change))

    def arrays(self) -> tuple[Array, ...]:
        """Every array."""
        if self.reverse is None:
            return (self.log_z,)
        return self.log_z, self.reverse.by_entry, self.reverse.by_state, self.reverse.without

    def write(self, part: Outcome, columns: slice) -> None:
        """Copies another outcome, from its first column on, into some of the columns."""
        count = columns.stop - columns.start
        for mine, theirs in zip(self.arrays(), part.arrays(), strict=True):
            mine[..., columns] = theirs[..., :count]


def joined(outcomes: Iterator[Outcome], columns: int, width: int) -> Outcome:
    """Outcomes of one width side by side, cut to so many columns in all."""
    first = next(outcomes)
    if columns == width:
        return first
    whole = first.mapped(lambda array: np.empty((*array.shape[:-1], columns)))
    for place, part in enumerate(chain([first], outcomes)):
        whole.write(part, slice(place * width, min(columns, (place + 1) * width)))
    return whole
