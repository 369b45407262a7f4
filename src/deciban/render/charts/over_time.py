"""The answer over time, by what had happened or by what was public, one panel for each answer."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deciban.dates import AFTER_ALL
from deciban.findings.drawing.moves import find_stage_moves
from deciban.render.charts.key import a_bar, a_line, an_upright, lines_of, write_key
from deciban.render.charts.lettering import cut, width
from deciban.render.charts.letters import Spot, write_letters, write_moves
from deciban.render.charts.look import BAND, FAINT, GRID, INK, LEADING, SIGNS, SMALL, TEXT
from deciban.render.charts.marks import Scale, Word, area, line, lying, standing
from deciban.render.charts.saying import listed, named, said
from deciban.render.charts.sheet import ROOM, Sheet
from deciban.render.charts.times import course_of
from deciban.render.figures import counted, percent
from deciban.render.minding.wording import counts_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.findings.drawing.moves import Move
    from deciban.findings.timeline import Timeline
    from deciban.findings.timing.stage import Clock, ClockName, Stage
    from deciban.render.charts.key import Entry
    from deciban.render.charts.picture import Picture
    from deciban.render.charts.times import Course

LEFT, RIGHT = 50, 58
#: The words over a panel, the panel, and how much lower it is where there are many.
HEAD, PANEL, LOW, MANY = 40, 84, 60, 3
AXIS, LANE, STROKE = 40, 22, 6
#: How many answers have a panel; how many moves are lettered, and how many the text names.
PANELS, MOST, SAID = 6, 8, 2
LATEST, EARLIEST = SIGNS[0], SIGNS[1]
TICKS = (0.0, 0.5, 1.0)
TITLES = {
    "happened": "How the case looked by what had happened",
    "public": "How the case looked by what was public",
}


def clock_picture(timeline: Timeline, name: ClockName) -> Picture:
    """Answer how likely each answer was along one clock, with today's judgements.

    Args:
        timeline: the answer over time.
        name: the clock.
    """
    clock = timeline.happened if name == "happened" else timeline.public
    shown = _shown(timeline, clock)
    moves = find_stage_moves(clock.latest, timeline.leader, MOST)
    entries = tuple(_entries(clock, drawn=timeline.draws > 0))
    panel = PANEL if len(shown) <= MANY else LOW
    height = (HEAD + panel) * len(shown)
    key_top = height + AXIS + LANE + LEADING
    moves_top = key_top + (LEADING + 2) * lines_of(entries) + LEADING
    below = moves_top + LEADING * len(moves) - height
    told = f"{timeline.ask} Below: where something new counts, and what moved it most."
    course = course_of(_instants(clock), ROOM - LEFT - RIGHT + 12)
    if course.in_order:
        told += " Dates stand in order, not to scale."
    sheet = Sheet(TITLES[name], told, LEFT, RIGHT, height, above=0, below=below)
    course = course_of(_instants(clock), sheet.plot)
    panels = {
        answer: _Panel(sheet, course, HEAD + (HEAD + panel) * place, panel)
        for place, answer in enumerate(shown)
    }
    _frame(sheet, course, clock, [each.span for each in panels.values()])
    for answer, each in panels.items():
        each.draw(clock, answer, timeline.answers[answer], leads=answer == timeline.leader)
    if timeline.leader in panels:
        write_letters(sheet, [panels[timeline.leader].spot(move) for move in moves])
    write_key(sheet, entries, key_top)
    write_moves(sheet, moves, moves_top)
    return sheet.picture(name, " ".join(_sentences(timeline, clock, moves)))


def _instants(clock: Clock) -> list[int]:
    return [stage.at for stage in (*clock.earliest, *clock.latest)]


def _shown(timeline: Timeline, clock: Clock) -> tuple[str, ...]:
    """The answers that have a panel: all, or those that were ever likeliest."""

    def most(answer: str) -> float:
        return max(stage.probability[answer] for stage in (*clock.earliest, *clock.latest))

    kept = sorted(timeline.answers, key=lambda answer: -most(answer))[:PANELS]
    return tuple(answer for answer in timeline.answers if answer in kept)


def _entries(clock: Clock, *, drawn: bool) -> Iterator[Entry]:
    yield a_line("once it must count", LATEST.colour, thick=2.2)
    if _open(clock):
        yield a_line("as soon as it may", EARLIEST.colour, EARLIEST.dash, thick=2)
    if drawn:
        yield a_bar("90% of draws", 12, BAND, edge=BAND)
    yield an_upright("something new counts", INK, thick=1.4)


def _open(clock: Clock) -> bool:
    """Whether any date is open, so that the two curves differ."""
    return [stage.at for stage in clock.earliest] != [stage.at for stage in clock.latest]


def _frame(
    sheet: Sheet, course: Course, clock: Clock, spans: Sequence[tuple[float, float]]
) -> None:
    lines, words = course.marked(sheet.height, spans)
    y = sheet.height + AXIS + LANE / 2
    came = [stage.at for stage in clock.latest if stage.came or stage.heard]
    sheet.draw(lines, lying([{"x": 0.0, "x2": sheet.plot, "y": y}], colour=FAINT))
    marks = [{"x": course.place(at), "y": y - STROKE, "y2": y + STROKE} for at in came]
    sheet.draw(standing(marks, course.scale, thick=1.4))
    sheet.write(*words)
    if AFTER_ALL in _instants(clock):
        sheet.write(course.undated(sheet.height))


class _Panel:
    """The part of a sheet that shows one answer."""

    def __init__(self, sheet: Sheet, course: Course, top: float, height: float) -> None:
        self._sheet, self._course = sheet, course
        self._top = top
        self._up = Scale(0.0, 1.0, height, upright=True)

    def draw(self, clock: Clock, answer: str, wording: str, *, leads: bool) -> None:
        """Put the curves of an answer, and its words, on the sheet."""
        sheet, scale = self._sheet, self._course.scale
        rules = [{"x": 0.0, "x2": sheet.plot, "y": self._y(tick)} for tick in TICKS]
        sheet.draw(lying(rules, colour=GRID))
        for stages in _possible(clock.latest):
            steps = self._steps(stages)
            band = [
                {
                    "x": x,
                    "y": self._y(stage.ranges[answer].low),
                    "y2": self._y(stage.ranges[answer].high),
                }
                for x, stage in steps
            ]
            sheet.draw(area(band, BAND, scale, steps=True))
        curves = [(clock.latest, LATEST, 2.2)]
        if _open(clock):
            curves.insert(0, (clock.earliest, EARLIEST, 2.0))
        for curve, sign, thick in curves:
            for stages in _possible(curve):
                line_ = [
                    {"x": x, "y": self._y(s.probability[answer])} for x, s in self._steps(stages)
                ]
                sheet.draw(line(line_, sign, scale, thick=thick, steps=True))
        self._words(clock, answer, wording, leads=leads)

    @property
    def span(self) -> tuple[float, float]:
        """Where it begins and ends, in pixels."""
        return self._top, self._top + self._up.length

    def spot(self, move: Move) -> Spot:
        """Answer where a letter belongs."""
        x = self._course.scale.at(self._course.place(move.at))
        ends = sorted((self._y(move.before), self._y(move.after)))
        top, bottom = self.span
        return Spot(x, ends[0], ends[1], top, bottom)

    def _y(self, chance: float) -> float:
        return self._top + self._up.at(chance)

    def _steps(self, stages: Sequence[Stage]) -> list[tuple[float, Stage]]:
        """Where each stage begins, and the last once more, where it ends."""
        steps = [(self._course.place(stage.at), stage) for stage in stages]
        return [*steps, (self._course.scale.high, stages[-1])]

    def _words(self, clock: Clock, answer: str, wording: str, *, leads: bool) -> None:
        sheet = self._sheet
        y = self._top - LEADING
        name = cut(answer, TEXT, ROOM / 2, bold=True)
        sheet.write(Word(sheet.edge, y, name, "strong"))
        after = width(name, TEXT, bold=True) + 10
        if wording != answer:
            sheet.write(Word(sheet.edge + after, y, cut(wording, SMALL, ROOM - after), "quiet"))
        for tick in TICKS:
            sheet.write(Word(-8, self._y(tick), percent(tick), "small", "right"))
        last = clock.latest[-1].probability[answer]
        style = "strong" if leads else "plain"
        sheet.write(Word(sheet.plot + 8, self._y(last), percent(last), style))


def _possible(stages: Sequence[Stage]) -> Iterator[list[Stage]]:
    """Stages one after the other under which some answer is possible."""
    for possible, some in groupby(stages, key=lambda stage: bool(stage.leader)):
        if possible:
            yield list(some)


def _sentences(timeline: Timeline, clock: Clock, moves: Sequence[Move]) -> Iterator[str]:
    """What the picture says, in words."""
    leader = timeline.leader
    first, last = clock.latest[0], clock.latest[-1]
    by = "what had happened" if clock.name == "happened" else "what was public"
    name = named(leader, first=True)
    yield (
        f"By {by}, “{name}” goes from {said(first.probability[leader])} to "
        f"{said(last.probability[leader])} in {counted(len(clock.latest) - 1, 'step')}."
    )
    furthest = sorted(moves, key=lambda move: -abs(move.after - move.before))[:SAID]
    if furthest:
        told = "; ".join(_went(move) for move in sorted(furthest, key=lambda move: move.at))
        yield f"The largest moves: {told}."


def _went(move: Move) -> str:
    when = counts_at(move.on) if move.on else "with what has no date"
    names = listed([named(each) for each in move.came[:SAID]])
    return f"{when} from {said(move.before)} to {said(move.after)}" + f" ({names})" * bool(names)
