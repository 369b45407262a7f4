"""An actor's belief on its own clock: by what had reached him, and as we see it looking back."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.minding.beliefs import Belief
from deciban.findings.minding.spread import Spread
from deciban.findings.timeline import MindInTime
from deciban.render.figures import counted, interval, percent
from deciban.render.mind_in_brief import minds_part
from deciban.render.minding.fitting import BENEATH, Fitting
from deciban.render.minding.wording import counts_at
from deciban.render.page import HEAD, NAME, QUIET, Screen, heading, stacked
from deciban.render.timing.line import line, scale
from deciban.render.timing.names import listed

CHART, LEAST = 22, 12
FEW, ALL = 4, 10_000
THEN, BACK = "by then", "looking back"
LEGEND = (
    f"{THEN}: from what had been heard by then alone, whatever was done about it; {BACK}: by all "
    "that the case says, acts and later evidence included; shaded: 90% of the weight, looking "
    "back; by DATE: some time before, counted at its end"
)


def mind_part(
    mind: MindInTime, beliefs: Sequence[Belief], screen: Screen, case: str, *, full: bool
) -> Iterator[RenderableType]:
    """Answer how a belief went, and what must be said beside it.

    Args:
        mind: the mind.
        beliefs: those of its dates that are shown.
        screen: what the terminal can show.
        case: the case as the user named it.
        full: whether every name is told.
    """
    yield heading(f"What {mind.name} believed of “{mind.of}” from date to date")
    yield Text(LEGEND, QUIET)
    most = ALL if full else FEW
    yield Fitting(lambda room: stacked(_lines(mind, beliefs, screen, room, most)))
    if not full and len(beliefs) < len(mind.beliefs):
        rest = counted(len(mind.beliefs) - len(beliefs), "other date")
        yield Text(f"  {rest}: `deciban timeline {case} --clock mind`", QUIET)
    yield from minds_part((mind.brief,), case)
    yield Text("")


def _lines(
    mind: MindInTime, beliefs: Sequence[Belief], screen: Screen, room: int, most: int
) -> Iterator[RenderableType]:
    dates = max((len(_date(each)) for each in beliefs), default=0)
    held = [(_held(each.before[mind.of]), _held(each.now[mind.of])) for each in beliefs]
    then = max([len(THEN), *(len(one) for one, _ in held)])
    back = max([len(BACK), *(len(other) for _, other in held)])
    chart = min(CHART, room - dates - then - back - len("   "))
    charted = chart >= LEAST
    columns = [(dates, False), (then, False), (back, False), *([(chart, False)] if charted else [])]
    heads = ["", THEN, BACK, *([scale(chart)] if charted else [])]
    yield line([Text(each, QUIET) for each in heads], columns)
    for belief, (one, other) in zip(beliefs, held, strict=True):
        span = [_span(belief.now[mind.of], screen, chart)] if charted else []
        yield line([Text(_date(belief)), one, other, *span], columns)
        told = _came(belief, most)
        if told:
            yield Padding(told, (0, 0, 0, BENEATH))


def _span(held: Spread, screen: Screen, width: int) -> Text:
    return Text(screen.span(held.low, held.mean, held.high, width), NAME)


def _held(held: Spread) -> Text:
    return Text.assemble((percent(held.mean), HEAD), f" {interval(held.low, held.high)}")


def _date(belief: Belief) -> str:
    return counts_at(belief.on) if belief.on else "at first"


def _came(belief: Belief, most: int) -> Text:
    parts = [
        Text.assemble((label, QUIET), listed(names, most))
        for label, names in (("chose ", belief.chose), ("heard ", belief.came))
        if names
    ]
    return Text(" · ").join(parts)
