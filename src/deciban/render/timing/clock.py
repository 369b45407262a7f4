"""One clock: the answer at every step, and below it what came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.timeline import Stage, Timeline
from deciban.findings.timing.steps import Step
from deciban.render.figures import interval, percent
from deciban.render.minding.fitting import BENEATH, Fitting
from deciban.render.page import HEAD, NAME, QUIET, Screen, heading, stacked
from deciban.render.timing.line import line, scale
from deciban.render.timing.names import ALL, FEW, came

#: Columns of the chart; where there are fewer it is narrower.
CHART, LEAST = 22, 12
#: How many other answers have a column.
OTHERS = 3
EARLIEST = "earliest"
#: What nothing is possible under.
NONE = "none possible"


@dataclass(frozen=True, slots=True)
class ClockShown:
    """One clock as it is shown.

    Attributes:
        timeline: the timeline.
        steps: its steps.
        public: whether it is the clock of what was public.
        full: whether every name is told.
        screen: what the terminal can show.
    """

    timeline: Timeline
    steps: Sequence[Step]
    public: bool
    full: bool
    screen: Screen


def clock_part(shown: ClockShown) -> Iterator[RenderableType]:
    """Answer a clock: its heading, what the figures are, and its steps."""
    if shown.public:
        yield heading("By what was public", "with today's judgements; dates count at their end")
    else:
        yield heading(
            "By what had happened", "as far as it is known today; dates count at their end"
        )
    table = _Table(shown)
    yield Text(table.legend(), QUIET)
    yield Fitting(table.laid)


class _Table:
    """The steps of a clock, in lines."""

    def __init__(self, shown: ClockShown) -> None:
        self._shown, self._steps = shown, shown.steps
        self._leader = shown.timeline.leader
        others = [answer for answer in shown.timeline.answers if answer != self._leader]
        self._others = others[:OTHERS]
        steps = self._steps
        self._date = max((len(self._name(step)) for step in steps), default=0)
        held = (len(self._held(step.latest)) for step in steps)
        self._chance = max([len(self._leader), *held])
        self._words = max((len(_words(step.latest, self._leader)) for step in steps), default=0)
        self._early = any(self._earliest(step) for step in steps)

    def legend(self) -> str:
        """What the figures and words of the table are."""
        told = [
            "shaded: 90% of the draws" if self._shown.timeline.draws else "",
            f"below: by how many decibans the odds of “{self._leader}” moved, and what came",
        ]
        if any(step.heard for step in self._steps):
            known = " is known by then to have" if self._shown.public else ""
            told.append(f"heard: what an actor{known} heard, or learned the truth of")
        if any(step.perhaps for step in self._steps):
            counts, may = ("was", "may have been") if self._shown.public else ("had", "may have")
            done = "public" if self._shown.public else "happened"
            told.append(f"named: it surely {counts} {done} by then; perhaps: it {may}")
        if self._early:
            told.append(f"{EARLIEST}: the chance if all that stands behind perhaps counts as well")
        return "; ".join(part for part in told if part)

    def laid(self, room: int) -> RenderableType:
        """The steps in so many columns."""
        widths = [max(len("100%"), len(each)) for each in self._others]
        taken = self._date + self._chance + self._words + sum(widths) + len(widths) + len("   ")
        taken += len(EARLIEST) + 1 if self._early else 0
        chart = min(CHART, room - taken)
        lines = self._wide(widths, chart) if chart >= LEAST else self._narrow(room)
        return stacked(lines)

    def _wide(self, widths: Sequence[int], chart: int) -> Iterator[RenderableType]:
        early = [(len(EARLIEST), True)] if self._early else []
        sides = ((self._date, False), (chart, False), (self._chance, False), (self._words, False))
        columns = (*sides, *((width, True) for width in widths), *early)
        heads = (scale(chart), self._leader, "", *self._others, *([EARLIEST] if early else []))
        yield line([Text(""), *(Text(each, QUIET) for each in heads)], columns)
        for step in self._steps:
            cells = [
                self._name(step),
                self._span(step.latest, chart),
                self._held(step.latest),
                Text(_words(step.latest, self._leader)),
                *(self._chance_of(step.latest, answer) for answer in self._others),
                *([Text(self._earliest(step), QUIET)] if early else []),
            ]
            yield line(cells, columns)
            yield from self._below(step)

    def _narrow(self, room: int) -> Iterator[RenderableType]:
        width = max(1, min(CHART, room - self._date - self._chance - len("  ")))
        columns = ((self._date, False), (width, False), (self._chance, False))
        heads = (scale(width), self._leader)
        yield line([Text(""), *(Text(each, QUIET) for each in heads)], columns)
        for step in self._steps:
            cells = [self._name(step), self._span(step.latest, width), self._held(step.latest)]
            yield line(cells, columns)
            yield Padding(self._in_words(step), (0, 0, 0, BENEATH))
            yield from self._below(step)

    def _in_words(self, step: Step) -> Text:
        others = (
            Text.assemble((f"{answer} ", QUIET), self._chance_of(step.latest, answer))
            for answer in self._others
        )
        early = self._earliest(step)
        return Text(" · ").join(
            [
                Text(_words(step.latest, self._leader)),
                *others,
                *([Text(f"{EARLIEST} {early}", QUIET)] if early else []),
            ]
        )

    def _below(self, step: Step) -> Iterator[RenderableType]:
        most = ALL if self._shown.full else FEW
        told = came(step, self._leader, most)
        if told:
            yield Padding(told, (0, 0, 0, BENEATH))

    def _name(self, step: Step) -> Text:
        return Text(name_of(step, public=self._shown.public))

    def _span(self, stage: Stage, width: int) -> Text:
        drawn, chance = stage.ranges[self._leader], stage.probability[self._leader]
        span = self._shown.screen.span(drawn.low, chance, drawn.high, width)
        return Text(span if stage.leader else "", NAME)

    def _held(self, stage: Stage) -> Text:
        drawn = stage.ranges[self._leader]
        spread = f" {interval(drawn.low, drawn.high)}" if self._shown.timeline.draws else ""
        return Text.assemble(self._chance_of(stage, self._leader), spread)

    def _chance_of(self, stage: Stage, answer: str) -> Text:
        return Text(percent(stage.probability[answer]), HEAD if answer == stage.leader else "")

    def _earliest(self, step: Step) -> str:
        """The leader's chance on the earliest curve, where it prints otherwise."""
        early, late = (
            percent(stage.probability[self._leader]) for stage in (step.earliest, step.latest)
        )
        return early if early != late else ""


def name_of(step: Step, *, public: bool) -> str:
    """Answer what a step is called: its date, or what stands before and after all dates."""
    if step.on:
        return step.on.replace("T", " ")
    if step.at < 0:
        return "at first"
    return "today" if public else "in all"


def _words(stage: Stage, leader: str) -> str:
    return stage.words[leader] if stage.leader else NONE
