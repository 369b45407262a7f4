"""What is left between two debaters once so many of their disputes are settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deciban.render.charts.axes import ticks_between
from deciban.render.charts.key import a_line, a_point, lines_of, write_key
from deciban.render.charts.lettering import cut
from deciban.render.charts.look import GRID, INK, LEADING, QUIET, SIGNS, SMALL, Sign
from deciban.render.charts.marks import Scale, Word, lying, points, standing
from deciban.render.charts.parting import about, both, gap_told, held_told, settled_told
from deciban.render.charts.saying import listed
from deciban.render.charts.sheet import ROOM, Sheet
from deciban.render.figures import counted, unsigned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.debate.crux import Crux
    from deciban.render.charts.key import Entry
    from deciban.render.charts.picture import Picture

NAME = "residual"
LEFT, RIGHT = 50, 26
HEIGHT, AXIS = 180, 44
#: How many sizes are told below the plot, and where the columns of that list begin.
MOST, LEFT_AT, NAMES_AT = 6, 86.0, 100.0
#: Where what a letter stands for is told, behind it.
TOLD_AT = 22.0
LETTERS, BOTH = 26, 2
CRUX, OTHER = Sign(SIGNS[0].colour, (), "diamond"), Sign(QUIET, (), "circle")
DASH = (6, 3)


def residual_picture(crux: Crux) -> Picture:
    """Answer what is left of the gap by how many disputes are settled, the best of each size."""
    lines, meant = tuple(_lines(crux)), tuple(_meant(crux))
    key = tuple(_entries(crux))
    key_top = HEIGHT + AXIS + LEADING
    told_top = key_top + (LEADING + 2) * lines_of(key) + LEADING / 2
    meant_top = told_top + LEADING * (len(lines) + 0.5)
    last_top = meant_top + LEADING * (len(meant) + 0.5)
    title = "How much must be settled between {} and {}".format(*both(crux))
    below = last_top + LEADING / 2 - HEIGHT
    sheet = Sheet(title, _told(crux), LEFT, RIGHT, HEIGHT, above=14, below=below)
    _plot(sheet, crux)
    write_key(sheet, key, key_top)
    for place, (count, left, names, lit) in enumerate(lines):
        y, style = told_top + LEADING * place, "key" if lit else "small"
        sheet.write(
            Word(sheet.edge, y, count, style),
            Word(sheet.edge + LEFT_AT, y, left, style, "right"),
            Word(sheet.edge + NAMES_AT, y, names, style),
        )
    for place, (letter, words, lit) in enumerate(meant):
        y, style = meant_top + LEADING * place, "key" if lit else "small"
        sheet.write(Word(sheet.edge, y, letter, "key"), Word(sheet.edge + TOLD_AT, y, words, style))
    sheet.write(Word(sheet.edge, last_top, cut(_flips(crux), SMALL, ROOM), "quiet"))
    return sheet.picture(NAME, " ".join(_sentences(crux)))


def _told(crux: Crux) -> str:
    return (
        f"{held_told(crux)}. Each mark: what is left of the gap in decibans, whichever side "
        "concedes, when the best so many disputes are settled."
    )


def _plot(sheet: Sheet, crux: Crux) -> None:
    count = max(1, len(crux.left) - 1)
    most = max((*crux.left, crux.within)) or 1.0
    across = Scale(-0.5, count + 0.5, sheet.plot)
    ticks = ticks_between(0.0, most)
    up = Scale(0.0, most, HEIGHT, upright=True)
    sheet.draw(
        lying([{"x": 0.0, "x2": sheet.plot, "y": up.at(tick)} for tick in ticks], colour=GRID),
        lying([{"x": 0.0, "x2": sheet.plot, "y": up.at(crux.within)}], colour=INK, dash=DASH),
    )
    for tick in ticks:
        sheet.write(Word(-8, up.at(tick), f"{tick:g}", "small", "right"))
    for settled, left in enumerate(crux.left):
        lit = settled == len(crux.cruxes)
        sign, y = CRUX if lit else OTHER, up.at(left)
        sheet.draw(
            standing(
                [{"x": settled, "y": y, "y2": HEIGHT}],
                across,
                colour=sign.colour,
                thick=3.0 if lit else 1.2,
            ),
            points([{"x": settled, "y": y}], sign, across, size=130 if lit else 50, hollow=not lit),
        )
        sheet.write(
            Word(across.at(settled), HEIGHT + 13, f"{settled}", "key" if lit else "small", "center")
        )
    words = "disputes settled"
    sheet.write(Word(sheet.plot / 2, HEIGHT + 13 + LEADING, words, "quiet", "center"))


def _entries(crux: Crux) -> Iterator[Entry]:
    count = len(crux.cruxes)
    cruxes = "the crux" if count == 1 else "both cruxes" if count == BOTH else f"all {count} cruxes"
    label = f"{cruxes} settled" if crux.cruxes else "nothing need be settled"
    yield a_point(label, CRUX, size=130)
    yield a_point("another number of them", OTHER, size=50, hollow=True)
    yield a_line(f"agreement: within {unsigned(crux.within)} decibans", INK, DASH)


def _lines(crux: Crux) -> Iterator[tuple[str, str, str, bool]]:
    """Of each size: what is left, and what is settled, by letters."""
    for count, settled in enumerate(_settled(crux)):
        names = ", ".join(_letter(place) for place in settled) or "nothing settled"
        left = f"{unsigned(crux.left[count])} dB"
        yield f"{count}", left, cut(names, SMALL, ROOM - NAMES_AT), settled == crux.cruxes


def _settled(crux: Crux) -> tuple[tuple[int, ...], ...]:
    """What is best settled, of each size up to that of the crux, or a few."""
    most = max(MOST, len(crux.cruxes) + 1)
    found = [*crux.best[: min(most, len(crux.left))]]
    if len(crux.cruxes) < len(found):
        found[len(crux.cruxes)] = crux.cruxes
    return tuple(found)


def _meant(crux: Crux) -> Iterator[tuple[str, str, bool]]:
    """What each letter stands for."""
    for place in sorted({each for settled in _settled(crux) for each in settled}):
        lit = place in crux.cruxes
        dispute = crux.disputes[place]
        words = cut(dispute.about or dispute.address, SMALL, ROOM - TOLD_AT, bold=lit)
        yield _letter(place), words, lit


def _letter(place: int) -> str:
    return chr(ord("a") + place) if place < LETTERS else f"{place + 1}"


def _flips(crux: Crux) -> str:
    """Who changes sides by conceding, and on how much."""
    if not crux.flips:
        return "Neither changes sides by conceding any of it."
    count = counted(len(crux.flip), "dispute")
    names = listed([about(crux.disputes[place]) for place in crux.flip])
    if crux.flips == "both":
        return f"Either changes sides by conceding {count}, a double crux: {names}."
    who = both(crux)[crux.flips == "b"]
    return f"{who} changes sides by conceding {count}: {names}."


def _sentences(crux: Crux) -> Iterator[str]:
    """What the picture says, in words."""
    yield f"{held_told(crux, aloud=True)}{gap_told(crux)}."
    if len(crux.cruxes) > 1:
        one = unsigned(crux.left[1])
        yield f"Settling the best single dispute leaves {one} decibans."
    yield from settled_told(crux)
    yield _flips(crux)
