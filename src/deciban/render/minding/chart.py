"""Belief from date to date, as a small chart."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minding.beliefs import Belief
from deciban.render.figures import interval, percent
from deciban.render.minding.fitting import BENEATH, INDENT, Fitting
from deciban.render.minding.wording import counts_at
from deciban.render.page import HEAD, NAME, QUIET, READABLE, Screen, cut, grid, heading, stacked

#: Columns of the chart; fewer show nothing.
CHART, LEAST = 22, 12
#: How many other values have a column beside the chart.
OTHERS = 3
MORE = ", …"
LEGEND = (
    "how likely it was held, by all that the case says, later evidence included; shaded: 90% of "
    "the weight; by DATE: some time before, counted at its end"
)


def chart_section(mind: MindInFull, screen: Screen) -> Iterator[RenderableType]:
    """Answer how belief went from date to date."""
    yield heading(f"Belief in “{mind.brief.of}” from date to date")
    yield Text(LEGEND, QUIET)
    yield Fitting(lambda room: _Chart(mind, screen).laid(room))
    yield Text("")


class _Chart:
    """The chart, with what came and what was chosen on each date."""

    def __init__(self, mind: MindInFull, screen: Screen) -> None:
        self._of = mind.brief.of
        self._beliefs = mind.beliefs
        self._screen = screen
        others = [value for value in mind.values if value != self._of]
        self._others = others[:OTHERS]
        self._date = max(len(_date(each)) for each in self._beliefs)
        self._chance = max([len(self._of), *(len(self._held(each)) for each in self._beliefs)])

    def laid(self, room: int) -> RenderableType:
        """The chart in so many columns."""
        widths = [max(len("100%"), len(value)) for value in self._others]
        taken = self._date + CHART + self._chance + sum(widths) + len(widths) + len("   ")
        return self._wide(widths, room - taken) if room - taken >= READABLE else self._narrow(room)

    def _wide(self, widths: Sequence[int], room: int) -> RenderableType:
        table = grid(
            (self._date, "left"),
            (CHART, "left"),
            (self._chance, "left"),
            *((width, "right") for width in widths),
            (None, "left"),
        )
        heads = (_scale(CHART), self._of, *self._others, cut("chosen · what came", room))
        table.add_row("", *(Text(each, QUIET) for each in heads))
        for belief in self._beliefs:
            table.add_row(
                Text(_date(belief), QUIET),
                self._span(belief, CHART),
                self._held(belief),
                *(percent(belief.now[value].mean) for value in self._others),
                _events(belief, room),
            )
        return table

    def _narrow(self, room: int) -> RenderableType:
        """Date, chart and belief in one line, the rest beneath; the date alone if it must be."""
        beside = room - self._date - self._chance - len("  ")
        dated = beside >= LEAST
        width = min(CHART, beside if dated else room - self._chance - INDENT - 1)
        first = (self._date if dated else INDENT, "left")
        table = grid(first, (width, "left"), (None, "left"))
        table.add_row("", Text(_scale(width), QUIET), Text(self._of, QUIET))
        parts: list[RenderableType] = [table]
        for belief in self._beliefs:
            line = grid(first, (width, "left"), (None, "left"))
            date = Text(_date(belief), QUIET)
            line.add_row(date if dated else "", self._span(belief, width), self._held(belief))
            parts += [line] if dated else [date, line]
            told = Text(
                " · ".join(f"{value} {percent(belief.now[value].mean)}" for value in self._others)
            )
            if belief.chose or belief.came:
                told.append("; ").append_text(_events(belief))
            parts.append(Padding(told, (0, 0, 0, BENEATH)))
        return stacked(parts)

    def _span(self, belief: Belief, width: int) -> Text:
        now = belief.now[self._of]
        return Text(self._screen.span(now.low, now.mean, now.high, width), NAME)

    def _held(self, belief: Belief) -> Text:
        now = belief.now[self._of]
        return Text.assemble((percent(now.mean), HEAD), f" {interval(now.low, now.high)}")


def _scale(width: int) -> str:
    return "0%" + "100%".rjust(width - len("0%"))


def _date(belief: Belief) -> str:
    return counts_at(belief.on) if belief.on else "at first"


def _events(belief: Belief, room: int | None = None) -> Text:
    """What was chosen, then what came: whole names, as many as there is room for."""
    names = [*((name, NAME) for name in belief.chose), *((name, "") for name in belief.came)]
    told = Text()
    for place, (name, style) in enumerate(names):
        apart = " · " if place == len(belief.chose) else ", "
        after = len(MORE) if name is not names[-1][0] else 0
        if told and room is not None and len(told) + len(apart) + len(name) + after > room:
            return told.append(MORE)
        told.append(apart if told else "").append(name, style)
    return told
