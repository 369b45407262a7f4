"""The answers with their ranges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deciban.findings.findings import Findings
from deciban.findings.posterior import Answer
from deciban.findings.ranges import Interval
from deciban.render.answers import READERS
from deciban.render.charts.axes import IN_PERCENT, PERCENTS
from deciban.render.charts.key import Entry, a_bar, a_line, a_point, lines_of, write_key
from deciban.render.charts.lettering import cut, wrapped
from deciban.render.charts.look import BAND, GRID, INK, LEADING, QUIET, SIGNS, SMALL, TEXT, Sign
from deciban.render.charts.marks import Scale, Word, bars, lying, points, standing
from deciban.render.charts.picture import Picture
from deciban.render.charts.saying import listed, named, said, said_between, said_with
from deciban.render.charts.sheet import Sheet
from deciban.render.figures import interval, percent

NAME = "posterior"
LEFT, RIGHT, GAP = 262, 92, 12
#: Lines that the wording of an answer may take, below its name.
LINES = 3
#: From one answer to the next, beyond their lines.
APART = 18
THICK = 13
AXIS, KEY = 34, LEADING + 2
PRIOR = Sign(INK, (), "triangle-up")
#: How far below the line of its answer the mark of a prior stands.
BELOW = 13


@dataclass(frozen=True, slots=True)
class _Row:
    """An answer on the sheet: its middle, its wording in lines, and how far it ranges."""

    answer: Answer
    middle: float
    lines: tuple[str, ...]
    drawn: Interval | None
    most: Interval | None


def posterior_picture(findings: Findings) -> Picture:
    """Answer how likely each answer of the main question is, and within what it moves."""
    rows = tuple(_rows(findings))
    key = tuple(_entries(rows))
    height = sum(_tall(row.lines) for row in rows)
    below = AXIS + KEY * lines_of(key)
    sheet = Sheet(findings.ask, _told(rows), LEFT, RIGHT, height, below=below)
    across = Scale(0.0, 1.0, sheet.plot, PERCENTS, IN_PERCENT)
    sheet.draw(standing([{"x": at, "y": 0, "y2": height} for at in PERCENTS], across, colour=GRID))
    for row in rows:
        _draw(sheet, row, across)
        _write(sheet, row)
    write_key(sheet, key, height + AXIS)
    return sheet.picture(NAME, " ".join(_sentences(findings, rows)))


def _told(rows: Sequence[_Row]) -> str:
    told = "How likely each answer is, given everything in the case."
    readers = any(row.answer.readers for row in rows)
    return f"{told} No prior is stated; strokes: {READERS}." if readers else told


def _rows(findings: Findings) -> Iterator[_Row]:
    ranges = findings.ranges.of[findings.question] if findings.ranges.draws else {}
    bounds = findings.bounds.of if findings.bounds is not None else {}
    top = 0.0
    for answer in findings.posterior.answers:
        told = answer.text if answer.text != answer.id else ""
        lines = wrapped(told, SMALL, LEFT - 2 * GAP, LINES) if told else ()
        bound = bounds.get(answer.id)
        most = Interval(bound.low.probability, bound.high.probability) if bound else None
        most = most if most is not None and most.low < most.high else None
        drawn = ranges.get(answer.id)
        yield _Row(answer, top + _tall(lines) / 2 - BELOW / 3, lines, drawn, most)
        top += _tall(lines)


def _tall(lines: Sequence[str]) -> float:
    return max(2, 1 + len(lines)) * LEADING + APART


def _draw(sheet: Sheet, row: _Row, across: Scale) -> None:
    answer, y = row.answer, row.middle
    if row.most is not None:
        most = [{"x": row.most.low, "x2": row.most.high, "y": y}]
        sheet.draw(lying(most, across, colour=QUIET))
    if row.drawn is not None:
        drawn = [{"x": row.drawn.low, "x2": row.drawn.high, "y": y}]
        sheet.draw(bars(drawn, THICK, BAND, across, edge=BAND))
    if answer.prior is not None:
        prior = [{"x": answer.prior, "y": y + BELOW}]
        sheet.draw(points(prior, PRIOR, across, size=42, hollow=True))
    if answer.readers:
        ends = [{"x": end, "y": y - 7, "y2": y + 7} for end in answer.readers]
        sheet.draw(standing(ends, across, thick=1.6))
    else:
        sheet.draw(points([{"x": answer.probability, "y": y}], SIGNS[0], across, size=96))


def _write(sheet: Sheet, row: _Row) -> None:
    """The answer left of its mark, and its figures on the right."""
    y = row.middle - len(row.lines) * LEADING / 2
    name = cut(row.answer.id, TEXT, LEFT - 2 * GAP, bold=True)
    sheet.write(Word(sheet.edge, y, name, "strong"))
    for place, text in enumerate(row.lines, start=1):
        sheet.write(Word(sheet.edge, y + place * LEADING, text, "quiet"))
    figures = [percent(row.answer.probability)]
    if row.answer.readers:
        figures = [interval(min(row.answer.readers), max(row.answer.readers))]
    elif row.drawn is not None and row.drawn.low < row.drawn.high:
        figures.append(interval(row.drawn.low, row.drawn.high))
    y = row.middle - (len(figures) - 1) * LEADING / 2
    for place, text in enumerate(figures):
        style = "small" if place else "strong"
        sheet.write(Word(sheet.plot + GAP, y + place * LEADING, text, style))


def _entries(rows: Sequence[_Row]) -> Iterator[Entry]:
    if not any(row.answer.readers for row in rows):
        yield a_point("central value", SIGNS[0], size=96)
    if any(row.drawn is not None for row in rows):
        yield a_bar("90% of draws", THICK, BAND, edge=BAND)
    if any(row.most is not None for row in rows):
        yield a_line("least and most found", QUIET)
    if any(row.answer.prior is not None for row in rows):
        yield a_point("before the evidence", PRIOR, size=42, hollow=True)


def _sentences(findings: Findings, rows: Sequence[_Row]) -> Iterator[str]:
    """What the picture says, in words."""
    ranked = sorted(rows, key=lambda row: -row.answer.probability)
    yield findings.ask
    yield f"{named(listed([_likely(row) for row in ranked]), first=True)}."
    if any(row.drawn is not None and not row.answer.readers for row in rows):
        yield "In brackets: the middle 90% of draws of all numbers from their ranges."


def _likely(row: _Row) -> str:
    answer = row.answer
    if answer.readers:
        return f"{named(answer.id)} {said_between(min(answer.readers), max(answer.readers))}"
    if row.drawn is None:
        return f"{named(answer.id)} {said(answer.probability)}"
    return f"{named(answer.id)} {said_with(answer.probability, row.drawn.low, row.drawn.high)}"
