"""A mind over time: what he believed from date to date, with what came and what he did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deciban.findings.drawing.moves import find_moves
from deciban.render.charts.axes import IN_PERCENT, PERCENTS
from deciban.render.charts.key import a_bar, a_line, a_point, lines_of, write_key
from deciban.render.charts.lanes import TALL, Lane, draw_lanes
from deciban.render.charts.lettering import wrapped
from deciban.render.charts.letters import Spot, write_letters, write_moves
from deciban.render.charts.look import BAND, GRID, INK, LEADING, QUIET, SIGNS, SMALL, Sign
from deciban.render.charts.marks import Scale, Word, area, line, lying, points, standing
from deciban.render.charts.saying import named, said, said_with
from deciban.render.charts.sheet import ROOM, Sheet
from deciban.render.charts.times import Course, course_of
from deciban.render.minding.conduct import said_in_words, turn_in_words
from deciban.render.minding.wording import counts_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from deciban.case import Actor, Sight
    from deciban.findings.drawing.moves import Move
    from deciban.findings.minding.beliefs import Belief
    from deciban.findings.minding.spread import Spread
    from deciban.findings.minding.thresholds import Threshold
    from deciban.findings.timeline import MindInTime
    from deciban.render.charts.picture import Picture

NAME = "belief"
LEFT, RIGHT, GAP = 128, 16, 12
HEIGHT, AXIS = 210, 44
#: How many moves are lettered in the plot and told below it, and how many the text names.
MOST, SAID = 8, 2
SMOOTHER, FILTER = SIGNS[0], SIGNS[1]
STROKE = Sign(QUIET, (), "stroke")
#: How many lines what the conduct says may take.
CONDUCT = 3
TOLD, OTHERWISE, SIGN, TURNED, ACT = (
    Sign(INK, (), shape) for shape in ("triangle-up", "triangle-down", "circle", "cross", "square")
)


def belief_picture(mind: MindInTime, actor: Actor) -> Picture:
    """Answer how an actor's belief went, with what reached him and what he chose.

    Args:
        mind: his belief from date to date.
        actor: he, as the case has him, for what each thing was.
    """
    lanes, turns = tuple(_lanes(mind, actor)), _turns(mind, actor)
    key = (*_KEY, *([_TURN] if turns else []))
    moves = find_moves(mind.beliefs, mind.of, MOST)
    key_top = HEIGHT + AXIS + TALL * len(lanes) + LEADING
    told_top = key_top + (LEADING + 2) * lines_of(key) + LEADING / 2
    conduct = _conduct(mind)
    conduct_top = told_top + LEADING * (len(moves) + (0.5 if moves else 0))
    below = conduct_top + LEADING * len(conduct) - HEIGHT
    sheet = Sheet(
        f"What {mind.name} believed: “{mind.of}”", _TOLD, LEFT, RIGHT, HEIGHT, below=below
    )
    course = course_of([each.at for each in mind.beliefs if each.at is not None], sheet.plot)
    across = course.scale
    up = Scale(0.0, 1.0, HEIGHT, PERCENTS, IN_PERCENT, upright=True)
    _frame(sheet, course)
    _curves(sheet, mind, across, up)
    _draw_turns(sheet, turns, course)
    write_letters(sheet, [_spot(move, across, up) for move in moves])
    draw_lanes(sheet, lanes, HEIGHT + AXIS, across, LEFT - 2 * GAP)
    write_key(sheet, key, key_top)
    write_moves(sheet, moves, told_top)
    for place, text in enumerate(conduct):
        sheet.write(Word(sheet.edge, conduct_top + LEADING * place, text, "quiet"))
    return sheet.picture(NAME, " ".join(_sentences(mind, moves)))


_TOLD = (
    "How likely it was held, from date to date; marks below: what came, what turned out and what "
    "was chosen. A thing of uncertain date counts at its end."
)
_KEY = (
    a_line("by all that the case says, later evidence included", SMOOTHER.colour, thick=2.4),
    a_bar("90% of the weight", 12, BAND, edge=BAND),
    a_line("by what had come alone", FILTER.colour, FILTER.dash, thick=2),
)

_TURN = a_point("belief at which an act turns", STROKE, size=150)


def _frame(sheet: Sheet, course: Course) -> None:
    lines, words = course.marked(HEIGHT, [(0.0, HEIGHT)])
    rules = [{"x": 0.0, "x2": sheet.plot, "y": HEIGHT * (1 - tick)} for tick in PERCENTS]
    sheet.draw(lines, lying(rules, colour=GRID))
    sheet.write(*words)


def _curves(sheet: Sheet, mind: MindInTime, across: Scale, up: Scale) -> None:
    """The smoother with its band, and the filter; in steps, since nothing lies between dates."""
    held = _steps(mind.beliefs, across, lambda belief: belief.now[mind.of])
    heard = _steps(mind.beliefs, across, lambda belief: belief.before[mind.of])
    band = [{"x": at, "y": spread.low, "y2": spread.high} for at, spread in held]
    sheet.draw(
        area(band, BAND, across, up, steps=True),
        line(_means(heard), FILTER, across, up, steps=True),
        line(_means(held), SMOOTHER, across, up, thick=2.4, steps=True),
    )


def _steps(
    beliefs: Sequence[Belief], across: Scale, spread: Callable[[Belief], Spread]
) -> list[tuple[float, Spread]]:
    """Where each belief begins, the first at the edge of the plot, and the last once more."""
    steps = [
        (across.low if belief.at is None else float(belief.at), spread(belief))
        for belief in beliefs
    ]
    return [*steps, (across.high, steps[-1][1])]


def _means(steps: Sequence[tuple[float, Spread]]) -> list[dict[str, float]]:
    return [{"x": at, "y": spread.mean} for at, spread in steps]


def _turns(mind: MindInTime, actor: Actor) -> Mapping[int, Threshold]:
    """Where each act turns, by its date: of several options, what binds first."""
    dates = {choice.id: choice.on.latest for choice in actor.chooses if choice.on is not None}
    found: dict[int, Threshold] = {}
    for threshold in mind.brief.turning:
        if threshold.choice in dates and threshold.of == mind.of:
            found.setdefault(dates[threshold.choice], threshold)
    return found


def _draw_turns(sheet: Sheet, turns: Mapping[int, Threshold], course: Course) -> None:
    up = Scale(0.0, 1.0, HEIGHT, upright=True)
    reach = [
        {"x": course.place(at), "y": up.at(turn.at.low), "y2": up.at(turn.at.high)}
        for at, turn in turns.items()
        if turn.at is not None
    ]
    bars = [
        {"x": course.place(at), "y": up.at(turn.at.mean)}
        for at, turn in turns.items()
        if turn.at is not None
    ]
    sheet.draw(standing(reach, course.scale, colour=QUIET))
    sheet.draw(points(bars, STROKE, course.scale, size=150))


def _conduct(mind: MindInTime) -> tuple[str, ...]:
    """What must stand beside any belief: what his conduct says of it, over his stakes."""
    brief = mind.brief
    told = [f"The acts say, in decibans, {said_in_words(bands).plain}." for bands in brief.bands]
    if brief.turning:
        told.append(f"{brief.turning[0].choice} turns {turn_in_words(brief.turning[0])}.")
    return wrapped(" ".join(told), SMALL, ROOM, CONDUCT)


def _spot(move: Move, across: Scale, up: Scale) -> Spot:
    ends = sorted((up.at(move.before), up.at(move.after)))
    return Spot(across.at(move.at), ends[0], ends[1], 0.0, HEIGHT)


def _lanes(mind: MindInTime, actor: Actor) -> Iterator[Lane]:
    """What came, by its kind, and what he chose; lanes that hold nothing are left out."""
    sights = [sight for sight in actor.saw if sight.on is not None and sight.copies is None]
    warned = [each for each in sights if each.source and each.says == mind.of]
    other = [each for each in sights if each.source and each.says != mind.of]
    seen = [each for each in sights if not each.source]
    turned = [
        (float(each.resolved.on.latest), each.id)
        for each in sights
        if each.resolved is not None and each.resolved.on is not None
    ]
    acts = [(float(each.on.latest), each.id) for each in actor.chooses if each.on is not None]
    for label, sign, things in (
        (f"said {mind.of}", TOLD, _dated(warned)),
        ("said otherwise", OTHERWISE, _dated(other)),
        ("a sign", SIGN, _dated(seen)),
        ("turned out", TURNED, turned),
        ("chose", ACT, acts),
    ):
        if things:
            yield Lane(label, sign, tuple(sorted(things)))


def _dated(sights: Sequence[Sight]) -> list[tuple[float, str]]:
    return [(float(each.on.latest), each.id) for each in sights if each.on is not None]


def _sentences(mind: MindInTime, moves: Sequence[Move]) -> Iterator[str]:
    """What the picture says, in words."""
    first, last = mind.beliefs[0].now[mind.of], mind.beliefs[-1].now[mind.of]
    end = mind.beliefs[-1].on
    when = f"on {counts_at(end).removeprefix('by ')}" if end else "in the end"
    yield (
        f"{mind.name} held “{mind.of}” {said_with(first.mean, first.low, first.high)} likely at "
        f"first and {said_with(last.mean, last.low, last.high)} likely {when}, by all that the "
        "case says."
    )
    heard = mind.beliefs[-1].before[mind.of]
    told = f"By what had come alone it was {said(heard.mean)} then"
    if mind.brief.turning:
        first_turn = mind.brief.turning[0]
        turn = turn_in_words(first_turn).plain.replace("..", " to ")
        told += f"; {named(first_turn.choice)} turns {turn}"
    yield f"{told}."
    furthest = sorted(moves, key=lambda move: -abs(move.after - move.before))[:SAID]
    for move in sorted(furthest, key=lambda move: move.at):
        names = ", ".join(move.came).replace("_", " ")
        when = counts_at(move.on).removeprefix("by ")
        yield f"On {when} it went from {said(move.before)} to {said(move.after)}: {names}."
