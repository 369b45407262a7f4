"""What a figure needs to know, and what comes of drawing it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deciban.findings.timing.stage import ClockName
    from deciban.pipeline import Weighing
    from deciban.read import Reading
    from deciban.render.charts.picture import Picture


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said beyond the name of a figure; None where nothing was."""

    address: str | None = None
    actor: str | None = None
    clock: "ClockName | None" = None
    around: str | None = None
    theme: str | None = None
    between: tuple[str, str] | None = None


OPTIONS = ("address", "actor", "clock", "around", "theme", "between")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A case as far as it was weighed, and the picture; None where an error stands in the way."""

    weighing: "Weighing[Any]"
    picture: "Picture | None"


#: Told how far it is.
Say = Callable[[str], None]
Draw = Callable[["Reading", Wanted, Say], Drawn]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        answers: what it answers, in a few words.
        draw: weighs a case as far as it must be and draws it.
        takes: the options that are about it.
    """

    answers: str
    draw: Draw
    takes: tuple[str, ...] = ()
