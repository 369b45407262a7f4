"""The corner of the ranges at which an answer is least or most likely, in words."""

from collections.abc import Sequence

from deciban.findings.bounding.corners import Cause, Last, Moved
from deciban.findings.bounds import End
from deciban.render.figures import counted, decibans, point, stated

NOTHING = 0.5
FEW = 3
HONEST = ("honest", "reliability")


def corner_in_words(end: End) -> str:
    """Answer which choices bring an end about, the weightiest first; empty if none stands out."""
    told = [_told(cause) for cause in end.because]
    if end.others:
        told.append(f"{counted(end.others, 'lesser thing')} besides")
    if not told:
        return ""
    *most, last = told
    return f"if {', '.join(most)} and {last}" if most else f"if {last}"


def _told(cause: Cause) -> str:
    if cause.last is not None:
        numbers = f" ({_values(cause.numbers)})" if len(cause.numbers) <= FEW else ""
        return f"{cause.subject} {_tells(cause.last)}{numbers}"
    if cause.kind == "source":
        return f"{cause.subject} is {' and '.join(map(_source, cause.numbers))}"
    if cause.kind == "assume":
        return f"{cause.subject} is {point(cause.numbers[0].value)}"
    if len(cause.numbers) > FEW:
        return f"{cause.subject} leans as far as its {len(cause.numbers)} ranges allow"
    if cause.kind == "question":
        return f"the prior of {cause.subject} is {_values(cause.numbers)}"
    return f"{cause.subject} is to be expected with {_values(cause.numbers)}"


def _tells(last: Last) -> str:
    if abs(last.corner) < NOTHING:
        return "tells nothing"
    less = last.central * last.corner > 0 and abs(last.corner) < abs(last.central)
    return f"tells {'only ' if less else ''}{decibans(last.corner).strip()} dB"


def _source(number: Moved) -> str:
    what = number.address.rpartition(".")[2]
    if what in HONEST:
        return f"honest with {point(number.value)}"
    if what == "competence":
        return f"right with {point(number.value)}"
    return f"of the kind that {what} with {point(number.value)}"


def _values(numbers: Sequence[Moved]) -> str:
    told = (
        f"{stated(each.value, each.measure)} on {each.address.rpartition('.')[2]}"
        for each in numbers
    )
    return ", ".join(told)
