"""A mind in a few lines, wherever it moves an answer: never a lone belief.

With what he believed go what his conduct says of every band, the ridge over his stakes, and where
his acts turn.
"""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.minding.bands import Band, Bands
from deciban.findings.minding.spread import Spread
from deciban.findings.minding.thresholds import Threshold
from deciban.findings.minds import MindInBrief
from deciban.render.date import in_words
from deciban.render.figures import counted, decibans, interval, percent, within
from deciban.render.page import HEAD, NAME, QUIET, Screen, grid, heading, side

TURNS = 2
COLUMNS = ("before", "by acts", "now", "acts say", "over the stakes")
WIDTHS = (6, 7, 5, 8, 15)
LEGEND = (
    "before: from what was heard and who was trusted; by acts: and from what is known to have been "
    "done; now: and from all the case; acts say: decibans; over the stakes: the least and the most "
    "of it, for acts alone do not tell belief from wish"
)


def minds_part(findings_minds: tuple[MindInBrief, ...], screen: Screen) -> Iterator[RenderableType]:
    """Answer what a brief tells of every mind."""
    for mind in findings_minds:
        yield heading(f"The mind of {mind.name}", held(mind))
        yield from conduct_part(mind, screen)
        yield Text("")


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


def conduct_part(mind: MindInBrief, screen: Screen) -> Iterator[RenderableType]:
    """Answer what his conduct says, with its ridge, and where his acts turn."""
    for bands in mind.bands:
        yield bands_table(bands, screen)
    for threshold in mind.turning[:TURNS]:
        yield Padding(turn_in_words(threshold), (0, 0, 0, 2))
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


def bands_table(bands: Bands, screen: Screen) -> RenderableType:
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


def turn_in_words(threshold: Threshold) -> Text:
    """Answer where a choice turns: while he holds a value below a belief, the act is rational."""
    told = Text.assemble((threshold.choice, NAME), ": ")
    told.append(f"{_plain(threshold.chosen)} rather than {_plain(threshold.other)} ")
    if threshold.at is None:
        worth = "is worth more" if threshold.side == "always" else "is worth less"
        told.append(f"{worth} whatever is believed of {threshold.of}")
        return told
    at, of = threshold.at, threshold.of
    told.append(f"is rational {threshold.side} {percent(at.mean)} ({interval(at.low, at.high)})")
    told.append(f" for {of}; was so in {percent(threshold.rational)}", QUIET)
    return told


def _plain(name: str) -> str:
    return name.replace("_", " ")


def how_read(mind: MindInBrief) -> str:
    """Answer at how many columns a mind was read, and how exact that is."""
    if mind.exact:
        return f"{mind.actor} read at all {mind.columns:,} choices of the numbers, exactly"
    told = f"{mind.actor} read at {counted(mind.columns, 'column')}"
    error = f", {within(mind.error)} on the leader" if mind.error else ""
    return f"{told} ({mind.effective:,.0f} effective){error}"
