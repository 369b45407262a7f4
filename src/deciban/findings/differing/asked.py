"""What is asked of every mixture of two cases, and why it may have no answer."""

from dataclasses import dataclass

from deciban.findings.differing.frame import Sets
from deciban.findings.differing.player import Why


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of every mixture.

    Attributes:
        hypotheses: the answers of the main question whose odds are told, among one another.
        columns: at how many columns minds are read, about.
    """

    hypotheses: tuple[str, ...]
    columns: int


class Unfit(Exception):  # noqa: N818 (it ends an attempt; it is caught where the attempt began)
    """Some mixtures are none: a check refuses them, or they leave no hypothesis.

    Attributes:
        sets: which, shape (players, S).
        why: what is wrong with the first of them.
    """

    def __init__(self, sets: Sets, why: Why) -> None:
        super().__init__(why)
        self.sets, self.why = sets, why


class Reshaped(Exception):  # noqa: N818 (as above)
    """What moved numbers alone by itself moves more than that beside something else."""
