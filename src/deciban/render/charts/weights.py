"""What each item says: a waterfall from where the answer began to where all items leave it."""

import math
from collections.abc import Iterator, Sequence

from deciban.findings.drawing.waterfall import Step, Waterfall, find_waterfall
from deciban.findings.findings import Findings
from deciban.render.charts.axes import decibans_across, read_above
from deciban.render.charts.key import Entry, a_bar, a_point, write_key
from deciban.render.charts.lettering import cut
from deciban.render.charts.look import AGAINST, FOR, GRID, INK, LEADING, QUIET, SMALL, Sign
from deciban.render.charts.marks import Scale, Word, bars, points, standing
from deciban.render.charts.picture import Picture
from deciban.render.charts.saying import listed, named, said, said_decibans
from deciban.render.charts.sheet import Sheet
from deciban.render.figures import counted, decibans, percent

NAME = "weights"
LEFT, RIGHT, GAP = 312, 14, 12
TALL, THICK, AXIS = 36, 15, 36
#: Room beside the outermost bars for their figures.
BESIDE = 44
END = Sign(INK, (), "diamond")
#: How many items the text names on either side.
SAID = 3
#: The least that a sampling error is told as, in decibans.
LEAST = 0.1


def weights_picture(findings: Findings) -> Picture:
    """Answer how the items lead from where the answer explained began to where it stands."""
    walk = find_waterfall(findings.posterior, findings.weights, findings.explanation.of)
    height = TALL * (len(walk.steps) + 2)
    title = f"What carries “{walk.of}”, and what stands against it"
    sheet = Sheet(title, _told(walk), LEFT, RIGHT, height, above=30, below=AXIS + LEADING)
    places = [walk.start, walk.end, *(each.start for each in walk.steps)]
    across = decibans_across([*places, *(each.end for each in walk.steps)], sheet.plot, BESIDE)
    _frame(sheet, walk, across)
    for row, step in enumerate(walk.steps, start=1):
        _step(sheet, walk, step, row, across)
    _ends(sheet, walk, across)
    write_key(sheet, _entries(), height + AXIS)
    return sheet.picture(NAME, " ".join(_sentences(walk)))


def _told(walk: Waterfall) -> str:
    than = "against the rest" if walk.against is None else f"against “{walk.against}”"
    told = f"Log-odds of “{walk.of}” {than}, in decibans: each item's share of what all say."
    if walk.began is not None:
        told += " Above: the probability."
    if not walk.joined:
        told += " The answer is settled, so the bars do not lead on from each other."
    if walk.error:
        told += f" Shares are sampled, ±{max(walk.error, LEAST):.1f}."
    return told


def _middle(row: int) -> float:
    return TALL * (row + 0.5)


def _frame(sheet: Sheet, walk: Waterfall, across: Scale) -> None:
    """The lines behind the bars, and what leads from one to the next."""
    if walk.began is None:
        ticks = [{"x": tick, "y": 0, "y2": sheet.height} for tick in across.ticks]
        sheet.draw(standing(ticks, across, colour=GRID))
    else:
        lines, words = read_above(across, sheet.height)
        sheet.draw(lines)
        sheet.write(*words)
    if walk.joined:
        ends = [walk.start, *(step.end for step in walk.steps)]
        links = [
            {"x": end, "y": _middle(row), "y2": _middle(row + 1)} for row, end in enumerate(ends)
        ]
        sheet.draw(standing(links, across, colour=QUIET))


def _ends(sheet: Sheet, walk: Waterfall, across: Scale) -> None:
    """Where the answer began, and where it stands."""
    if not walk.joined:
        return
    last = len(walk.steps) + 1
    for row, odds, chance, head in (
        (0, walk.start, walk.began, "Before the evidence"),
        (last, walk.end, walk.ended, "With everything"),
    ):
        y = _middle(row)
        sheet.draw(points([{"x": odds, "y": y}], END, across, size=110, hollow=row == 0))
        sheet.write(Word(sheet.edge, y, head, "strong"))
        figure = f"{decibans(odds).strip()} dB" if chance is None else percent(chance)
        sheet.write(Word(across.at(odds) + 10, y, figure, "strong"))


def _step(sheet: Sheet, walk: Waterfall, step: Step, row: int, across: Scale) -> None:
    y, up = _middle(row), step.share >= 0
    bar = {"x": across.held(step.start), "x2": across.held(step.end), "y": y}
    colour = FOR if up else AGAINST
    sheet.draw(bars([bar], THICK, colour, across, edge=INK))
    figure = decibans(step.share).strip()
    side = 6 if up else -6
    at = across.at(step.end) + side
    sheet.write(Word(at, y, figure, "small", "left" if up else "right"))
    _name(sheet, walk, step, y)


def _name(sheet: Sheet, walk: Waterfall, step: Step, y: float) -> None:
    room = LEFT - 2 * GAP
    if step.item is None:
        others = counted(walk.others, "other item")
        sheet.write(Word(sheet.edge, y, f"{others}, together", "plain"))
        return
    name = cut(step.item.id, SMALL, room, bold=True)
    sheet.write(Word(sheet.edge, y - LEADING / 2, name, "key"))
    sheet.write(Word(sheet.edge, y + LEADING / 2, cut(step.item.text, SMALL, room), "quiet"))


def _entries() -> tuple[Entry, ...]:
    return (
        a_bar("speaks for it", THICK - 3, FOR, edge=INK),
        a_bar("against it", THICK - 3, AGAINST, edge=INK),
        a_point("before", END, size=90, hollow=True),
        a_point("with everything", END, size=90),
    )


def _sentences(walk: Waterfall) -> Iterator[str]:
    """What the picture says, in words."""
    if walk.began is not None and walk.ended is not None and walk.joined:
        yield (
            f"“{named(walk.of, first=True)}” goes from {said(walk.began)} before the evidence to "
            f"{said(walk.ended)} with all of it, {said_decibans(walk.end - walk.start)}."
        )
    shown = [step for step in walk.steps if step.item is not None]
    carry = _largest([step for step in shown if step.share > 0])
    against = _largest([step for step in reversed(shown) if step.share < 0])
    if carry:
        yield f"The largest shares for it: {carry}."
    if against:
        yield f"Against it: {against}."
    if not (carry or against):
        yield f"No item says anything of {named(walk.of)}."
    if walk.others:
        rest = walk.steps[-1].share
        yield f"{counted(walk.others, 'other item')} together: {said_decibans(rest)}."


def _largest(steps: Sequence[Step]) -> str:
    return listed(
        [
            f"{named(step.item.id)} {said_decibans(step.share)}"
            for step in steps[:SAID]
            if step.item is not None and not math.isnan(step.share)
        ]
    )
