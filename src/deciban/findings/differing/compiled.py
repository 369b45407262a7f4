"""Cases compiled, each once for as long as it is remembered, with the minds open that move.

Mixtures of many pairs are often one case: each debater's own is an end of every pair he is in. A
model that is found again brings its plans with it.
"""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass

from deciban.case import Case
from deciban.compile import Opened, compile_case, open_minds


@dataclass(frozen=True, slots=True)
class _Known:
    case: Case
    actors: frozenset[str]
    opened: Opened


class Compiled:
    """What was compiled last."""

    def __init__(self, columns: int, kept: int) -> None:
        """Begins with nothing.

        Args:
            columns: at how many columns minds are read, about.
            kept: how many models are remembered.
        """
        self._columns = columns
        self._last: deque[_Known] = deque(maxlen=kept)

    def opened(self, case: Case, actors: Collection[str]) -> Opened:
        """Answer the model of a case with the minds of some actors open.

        Raises:
            TooManyCells: a mind is too large to be read.
        """
        names = frozenset(actors)
        for known in self._last:
            if known.actors == names and known.case == case:
                self._last.remove(known)
                self._last.append(known)  # what was asked for last is forgotten last
                return known.opened
        opened = open_minds(compile_case(case, columns=self._columns), names)
        self._last.append(_Known(case, names, opened))
        return opened
