"""How the answers of debaters moved, with first rounds that were sealed, and pools at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deciban.debate.drawing.courses import Course, Courses, Pooled, find_courses
from deciban.render.charts.axes import decibans_across, readings
from deciban.render.charts.key import a_point, lines_of, write_key
from deciban.render.charts.lettering import cut
from deciban.render.charts.look import GRID, INK, LEADING, SIGNS, SMALL, Sign
from deciban.render.charts.marks import Word, line, lying, points
from deciban.render.charts.saying import inside, listed, named, said, shortly
from deciban.render.charts.sheet import Sheet
from deciban.render.charts.times import course_of
from deciban.render.date import in_words
from deciban.render.figures import counted, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.debate.change import Trajectory
    from deciban.debate.pooling import Pool
    from deciban.render.charts.key import Entry
    from deciban.render.charts.marks import Scale
    from deciban.render.charts.picture import Picture
    from deciban.render.charts.times import Course as Time

NAME = "trajectories"
LEFT, RIGHT, LOWEST, AXIS = 52, 224, 220, 44
#: Room right of the plot for the mark of a label, and behind it.
MARK, NAME_AT = 18.0, 30.0
#: How many debaters are shown: those furthest from one another; and how many the text tells of.
MOST, SAID = 12, 4
SEALED = Sign(INK, (), "circle")
POOLED = Sign(INK, (), "stroke")
WIDE = 120.0


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands right of the plot: where it belongs, its mark where it has one, its words."""

    y: float
    sign: Sign | None
    hollow: bool
    text: str
    figure: str
    style: str


def trajectories_picture(trajectories: Sequence[Trajectory], pool: Pool | None = None) -> Picture:
    """Answer how the answers of debaters moved over time, and what they come to together.

    Args:
        trajectories: a debater each, all of one hypothesis; at least one.
        pool: what they come to together.
    """
    found = find_courses(trajectories, pool)
    shown = found.courses[: MOST // 2] + found.courses[MOST // 2 :][-(MOST // 2) :]
    height = max(LOWEST, (LEADING + 2) * (len(shown) + len(found.pools)))
    key = tuple(_entries(found))
    below = AXIS + LEADING * (1 + lines_of(key))
    title = f"How likely each debater holds “{named(found.of)}”"
    sheet = Sheet(title, _told(found, len(shown)), LEFT, RIGHT, height, below=below)
    time = course_of([at.at for each in shown for at in each.places], sheet.plot)
    up = _up(found, shown, height)
    _frame(sheet, time, up)
    labels = [*_lines(sheet, shown, time, up), *(_pool(sheet, each, up) for each in found.pools)]
    _write(sheet, labels)
    write_key(sheet, key, height + AXIS + LEADING)
    return sheet.picture(NAME, " ".join(_sentences(found)))


def _told(found: Courses, shown: int) -> str:
    moved = any(each.moved for each in found.courses)
    told = "On a scale of odds; a step is a change of mind."
    if not moved:
        told = "On a scale of odds. Nobody has changed his mind."
    if found.pools:
        told += " On the right: what they come to together, by each rule."
    rest = len(found.courses) - shown
    return f"{told} {counted(rest, 'debater')} between these not shown." if rest else told


def _up(found: Courses, shown: Sequence[Course], height: float) -> Scale:
    odds = [place.odds for each in shown for place in each.places]
    odds += [each.sealed.odds for each in shown if each.sealed is not None]
    odds += [each.odds for each in found.pools]
    lying_scale = decibans_across(odds, height, LEADING)
    return replace(lying_scale, ticks=(), label="", upright=True)


def _frame(sheet: Sheet, time: Time, up: Scale) -> None:
    lines, words = time.marked(sheet.height, [(0.0, sheet.height)])
    marked = [(up.at(odds), text) for odds, text in readings(up)]
    rules = [{"x": 0.0, "x2": sheet.plot, "y": y} for y, _ in marked]
    sheet.draw(lines, lying(rules, colour=GRID))
    sheet.write(*words, *(Word(-8, y, text, "small", "right") for y, text in marked))


def _lines(sheet: Sheet, shown: Sequence[Course], time: Time, up: Scale) -> Iterator[_Label]:
    """Draw each debater's line in steps, since nothing lies between two changes of mind."""
    for number, each in enumerate(shown):
        sign, hollow = SIGNS[number % len(SIGNS)], number >= len(SIGNS)
        across = time.scale
        rows = [{"x": time.place(at.at), "y": up.held(at.odds)} for at in each.places]
        last = rows[-1]["y"]
        sheet.draw(line([*rows, {"x": across.high, "y": last}], sign, across, up, steps=True))
        marks = [*rows[1:], {"x": across.high, "y": last}]
        sheet.draw(points(marks, sign, across, up, size=60, hollow=hollow))
        if each.sealed is not None:
            first = [{"x": across.low, "y": up.held(each.sealed.odds)}]
            sheet.draw(points(first, SEALED, across, up, size=110, hollow=True))
            sheet.draw(points(first, sign, across, up, size=34))
        figure = percent(each.places[-1].probability)
        yield _Label(up.at(each.places[-1].odds), sign, hollow, each.called, figure, "small")


def _pool(sheet: Sheet, pooled: Pooled, up: Scale) -> _Label:
    y = up.at(pooled.odds)
    sheet.draw(points([{"x": sheet.plot + 8, "y": y}], POOLED, size=WIDE))
    return _Label(y, None, False, pooled.rule, percent(pooled.probability), "quiet")


def _write(sheet: Sheet, labels: Sequence[_Label]) -> None:
    """Put labels right of the plot, in the order of what they belong to, none on another."""
    ranked = sorted(labels, key=lambda each: each.y)
    places = _spread([each.y for each in ranked], sheet.height)
    room = RIGHT - NAME_AT - 54
    for each, y in zip(ranked, places, strict=True):
        x = sheet.plot + MARK
        if each.sign is not None:
            sheet.draw(points([{"x": x, "y": y}], each.sign, size=44, hollow=each.hollow))
        sheet.write(
            Word(sheet.plot + NAME_AT, y, cut(shortly(each.text), SMALL, room), each.style),
            Word(sheet.plot + RIGHT - 10, y, each.figure, each.style, "right"),
        )


def _spread(wanted: Sequence[float], height: float) -> list[float]:
    """Heights near those wanted, in their order, a line apart and inside the plot."""
    apart = LEADING + 1
    places: list[float] = []
    for y in wanted:
        places.append(max(y, places[-1] + apart) if places else max(y, 0.0))
    limit = height
    for number in reversed(range(len(places))):
        places[number] = min(places[number], limit)
        limit = places[number] - apart
    return places


def _entries(found: Courses) -> Iterator[Entry]:
    if any(each.sealed is not None for each in found.courses):
        yield a_point("first round, sealed before it was shown", SEALED, size=110, hollow=True)
    if found.pools:
        yield a_point("together", POOLED, size=WIDE)


def _sentences(found: Courses) -> Iterator[str]:
    """What the picture says, in words."""
    ends = found.courses
    shown = [*ends[: SAID - 1], ends[-1]] if len(ends) > SAID else ends
    yield f"{named(found.of, first=True)}: {'; '.join(map(_went, shown))}."
    rest = len(ends) - len(shown)
    if rest:
        lie = "lies" if rest == 1 else "lie"
        yield f"{counted(rest, 'other debater')} {lie} between these."
    sealed = [shortly(each.called) for each in ends if each.sealed is not None]
    if sealed:
        whose = "first round was" if len(sealed) == 1 else "first rounds were"
        yield f"The {whose} sealed by {listed(sealed)}."
    if found.pools:
        pools = [f"{said(each.probability)} by the {each.rule}" for each in found.pools]
        yield f"Together they come to {listed(pools)}."


def _went(course: Course) -> str:
    first, last = course.places[0], course.places[-1]
    if not course.moved:
        return f"{inside(course.called)} {said(last.probability)}"
    since = f" since {in_words(last.on)}" if last.on else ""
    return (
        f"{inside(course.called)} {said(last.probability)}{since}, from {said(first.probability)}"
    )
