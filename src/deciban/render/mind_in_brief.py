"""A mind in a few lines, wherever it moves an answer: never a lone belief.

With what he believed go what his conduct says of every band, the ridge over his stakes, and where
his acts turn.
"""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.minding.bands import Band, Bands
from deciban.findings.minding.spread import Spread
from deciban.findings.minding.thresholds import Threshold
from deciban.findings.minds import MindInBrief
from deciban.render.date import in_words
from deciban.render.figures import counted, decibans, interval, percent, within
from deciban.render.page import HEAD, NAME, QUIET, grid, heading, side

TURNS = 2
ROW, SHORT, TURN = 11, 24, 36
COLUMNS = ("before", "by acts", "now", "acts say", "over the stakes")
WIDTHS = (6, 7, 5, 8, 15)
LEGEND = (
    "before: from what was heard and who was trusted; by acts: and from what is known to have been "
    "done; now: and from all the case; acts say: decibans; over the stakes: the least and the most "
    "of it, for acts alone do not tell belief from wish"
)


def minds_part(minds: tuple[MindInBrief, ...], case: str) -> Iterator[RenderableType]:
    """Answer what a brief tells of every mind, a few lines each."""
    for mind in minds:
        on = f"at {in_words(mind.on)}" if mind.on else "in the end"
        beliefs = " · ".join(
            f"{value} {percent(each.mean)}" for value, each in mind.belief.now.items()
        )
        name = mind.name if len(mind.name) <= SHORT else mind.actor
        yield heading(f"The mind of {name}", f"belief {on}: {beliefs}")
        table = grid((ROW, "left"), (None, "left"), wrap=True)
        for bands in mind.bands:
            table.add_row(Text("  acts say", QUIET), _said(bands))
        turns = mind.turning[0] if mind.turning else None
        table.add_row(Text("  acts turn", QUIET), _turning(turns, case))
        yield table


def _turning(threshold: Threshold | None, case: str) -> Text:
    """At which belief the first of the acts turns, in one line; and what tells the rest."""
    told = Text("none on a belief")
    if threshold is not None and threshold.at is not None:
        at = threshold.at
        told = Text.assemble((threshold.choice, NAME), f" {threshold.side} {percent(at.mean)} ")
        told.append(f"({interval(at.low, at.high)}) for {threshold.of}")
    told.append(f"; the rest: `deciban mind {case}`", QUIET)
    return told


def _said(bands: Bands) -> Text:
    """What conduct says of every band, with the ridge, in one line."""
    told = Text()
    for band in bands.bands:
        told.append(" · " if told else "")
        told.append(band.id, NAME)
        told.append(f" {decibans(band.weight).strip()}", side(band.weight))
        over = " over the stakes" if band is bands.bands[0] else ""
        told.append(f" ({ridge_in_words(band)}{over})")
    return told


def held(mind: MindInBrief) -> str:
    """Answer what he believed on the date, in one line."""
    on = f"at {in_words(mind.on)}" if mind.on else "in the end"
    return f"belief {on}: {beliefs_in_words(mind.belief.now)}"


def beliefs_in_words(beliefs: Mapping[str, Spread]) -> str:
    """Answer beliefs by value, with their ranges."""
    return " · ".join(
        f"{value} {percent(each.mean)} ({interval(each.low, each.high)})"
        for value, each in beliefs.items()
    )


def conduct_part(mind: MindInBrief) -> Iterator[RenderableType]:
    """Answer what his conduct says, with its ridge, and where his acts turn."""
    for bands in mind.bands:
        yield bands_table(bands)
    if mind.turning:
        yield turns_table(mind.turning[:TURNS])
    if not mind.thresholds:
        yield Text("  no act is written, so nothing bounds the belief", QUIET)
    elif not mind.turning:
        yield Text(
            "  none of the acts turns on a belief",
            QUIET,
        )
    if mind.one_sided:
        told = f"every message says {mind.one_sided}: what any other would have done rests on trust"
        yield Padding(Text(f"{told} as it is assumed"), (0, 0, 0, 2))


def bands_table(bands: Bands) -> RenderableType:
    """Answer the weights of all bands of one question, with the ridge."""
    table = grid((None, "left"), *((width, "right") for width in WIDTHS))
    about = f"belief in {bands.of}" if bands.of else "held likeliest"
    table.add_row(Text(f"  {about}", QUIET), *(Text(each, QUIET) for each in COLUMNS))
    for band in bands.bands:
        table.add_row(
            Text.assemble("  ", (band.id, NAME)),
            percent(band.prior),
            percent(band.by_conduct),
            Text(percent(band.now), HEAD),
            Text(decibans(band.weight), side(band.weight)),
            ridge_in_words(band),
        )
    return table


def ridge_in_words(band: Band) -> str:
    """Answer the least and the most that his conduct says for a band."""
    return f"{decibans(band.low).strip()}..{decibans(band.high).strip()}"


def turns_table(thresholds: Iterable[Threshold]) -> RenderableType:
    """Answer where choices turn: while a value is held below a belief, the act is rational."""
    table = grid((None, "left"), (TURN, "left"), (6, "right"), (6, "right"))
    table.add_row("", *(Text(each, QUIET) for each in ("is rational", "was so", "done")))
    for each in thresholds:
        done = percent(each.acted) if each.acted < 1.0 else ""
        told = f": {_plain(each.chosen)} over {_plain(each.other)}"
        table.add_row(
            Text.assemble("  ", (each.choice, NAME), told),
            _turn(each),
            percent(each.rational),
            Text(done, QUIET),
        )
    return table


def _turn(threshold: Threshold) -> Text:
    at = threshold.at
    if at is None:
        return Text("whatever" if threshold.side == "always" else "never", QUIET)
    told = Text(f"{threshold.side} {percent(at.mean)} ({interval(at.low, at.high)})")
    told.append(f" for {threshold.of}")
    return told


def _plain(name: str) -> str:
    return name.replace("_", " ")


def how_read(mind: MindInBrief) -> str:
    """Answer at how many columns a mind was read, and how exact that is."""
    if mind.exact:
        every = counted(mind.columns, "choice")
        return f"{mind.actor} read at every one of {every} of the numbers, exactly"
    told = f"{mind.actor} read at {counted(mind.columns, 'column')}"
    error = f", {within(mind.error)} on the leader" if mind.error else ""
    return f"{told} ({mind.effective:,.0f} effective){error}"
