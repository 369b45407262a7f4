"""In which state of mind an act was done."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minding.guilt import Guilt
from deciban.render.date import in_words
from deciban.render.figures import percent
from deciban.render.minding.fitting import INDENT, Head, Row, fitted
from deciban.render.minding.wording import held_at
from deciban.render.page import HEAD, NAME, QUIET, heading

_HEADS = (Head("now"), Head("before"))
_STATES = {
    "knowledge": "held it at least 95% likely",
    "recklessness": "held it a risk, and acted",
    "negligence": "did not; a reasonable reader would have",
    "none": "neither",
}


def guilt_section(mind: MindInFull) -> Iterator[RenderableType]:
    """Answer in which state of mind each act was done that is asked of."""
    for each in mind.guilt:
        yield heading(
            f"In which state of mind: {each.act}",
            f"“{each.of}” by {in_words(each.on)}, risk from {percent(each.floor)}",
        )
        yield fitted(_HEADS, [_row(each, state) for state in _STATES])
        yield Padding(Text(_beside(each)), (0, 0, 0, INDENT))
        yield Text("")


def _row(each: Guilt, state: str) -> Row:
    cells = (Text(percent(each.shares[state]), HEAD), Text(percent(each.before[state])))
    return Row(Text(state, NAME), cells, Text(_STATES[state], QUIET))


def _beside(each: Guilt) -> str:
    told = [f"belief {held_at(each.belief)}"]
    if each.acted < 1.0:
        told.append(f"that it was done at all is {percent(each.acted)} likely")
    if each.reasonable is not None:
        told.append(f"a reasonable reader {held_at(each.reasonable)}")
    told.append(
        f"purpose: in {percent(each.purpose)} of the weight the act was worth it for that outcome "
        "alone"
    )
    return "; ".join(told)
