"""What conduct says of every band of belief, with its ridge, and where the acts turn."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minding.bands import Band, Bands
from deciban.findings.minding.thresholds import Threshold
from deciban.findings.minds import MindInBrief
from deciban.render.figures import decibans, percent
from deciban.render.minding.fitting import INDENT, Fitting, Head, Row, fitted
from deciban.render.minding.wording import between, held_at, plain, signed
from deciban.render.page import HEAD, NAME, QUIET, heading, side

BANDS = ("before", "by acts", "now", "acts say", "over the stakes")
LEGEND = (
    "before: from what was heard and who was trusted; by acts: and from what was done; now: and "
    "from all the case; acts say: decibans; over the stakes: the least and the most of it, for "
    "acts alone do not tell belief from wish"
)
LIKELIEST = "likeliest: which value was held likelier than every other, not how strongly"
LEGEND_OF_TURNS = (
    "is rational: the act, while the value is held so and the others as they were then; was so: in "
    "how much of the weight"
)
DONE = "; done: how likely it was done"
NO_ACTS = "no act is written, so nothing bounds the belief"
#: Thresholds that are told beside a belief, and stakes that are named of a ridge.
TURNS, STAKES = 2, 2
#: How an address of a stake goes: ``actors.A.chooses.C.between.O.V``.
_STAKE = ("actors", "", "chooses", "", "between", "", "")


def conduct_section(mind: MindInFull) -> Iterator[RenderableType]:
    """Answer what conduct says, as the page of a mind has it."""
    brief = mind.brief
    exact = all(bands.exact for bands in brief.bands)
    found = "every corner of the stakes tried" if exact else "the best found over the stakes"
    yield heading("What conduct says", f"the ridge: {found}" if brief.thresholds else "")
    yield from _bands(brief)
    if not brief.thresholds:
        yield Padding(Text(f"where the acts turn: {NO_ACTS}"), (0, 0, 0, INDENT))
    yield Text(LEGEND, QUIET)


def conduct_part(mind: MindInBrief) -> Iterator[RenderableType]:
    """Answer in brief what conduct says, with its ridge, and where the acts turn."""
    yield from _bands(mind)
    yield Text(LEGEND, QUIET)
    if mind.turning:
        yield Text("")
        yield from _turns(mind.turning[:TURNS])
    if not mind.thresholds:
        yield Padding(Text(NO_ACTS, QUIET), (0, 0, 0, INDENT))
    elif not mind.turning:
        yield Padding(Text("none of the acts turns on a belief", QUIET), (0, 0, 0, INDENT))
    if mind.one_sided:
        told = f"every message says {mind.one_sided}: what any other would have done rests on trust"
        yield Padding(Text(f"{told} as it is assumed"), (0, 0, 0, INDENT))


def _bands(mind: MindInBrief) -> Iterator[RenderableType]:
    for bands in mind.bands:
        yield _bands_table(bands)
        told = [] if bands.of else [LIKELIEST]
        if bands.stakes:
            most = " and on that of ".join(_stake(each) for each in bands.stakes[:STAKES])
            told.append(f"the ridge hangs most on the worth of {most}")
        for line in told:
            yield Padding(Text(line, QUIET), (0, 0, 0, INDENT))


def _bands_table(bands: Bands) -> Fitting:
    rows = [
        Row(
            Text(band.id, NAME),
            (
                Text(percent(band.prior)),
                Text(percent(band.by_conduct)),
                Text(percent(band.now), HEAD),
                Text(signed(band.weight), side(band.weight)),
                Text(ridge_in_words(band)),
            ),
        )
        for band in bands.bands
    ]
    about = f"belief in {bands.of}" if bands.of else "held likeliest"
    return fitted([Head(each) for each in BANDS], rows, about)


def ridge_in_words(band: Band) -> str:
    """Answer the least and the most that conduct says for a band."""
    return between(band.low, band.high)


def said_in_words(bands: Bands) -> Text:
    """Answer what conduct says of every band, with the ridge, in one line."""
    told = Text()
    for band in bands.bands:
        told.append(" · " if told else "")
        told.append(band.id, NAME)
        told.append(f" {decibans(band.weight).strip()}", side(band.weight))
        over = " over the stakes" if band is bands.bands[0] else ""
        told.append(f" ({ridge_in_words(band)}{over})")
    return told


def _stake(address: str) -> str:
    """A stake in words, from its address: ``calm under attack in course_of_june``."""
    parts = address.split(".")
    alike = zip(parts, _STAKE, strict=False)
    if len(parts) != len(_STAKE) or any(fixed and part != fixed for part, fixed in alike):
        return address
    return f"“{plain(parts[5])}” under {parts[6]} in {parts[3]}"


def turns_section(mind: MindInFull) -> Iterator[RenderableType]:
    """Answer where all acts turn."""
    if not mind.brief.thresholds:
        return
    yield heading("Where the acts turn")
    yield from _turns(mind.brief.thresholds)
    yield Text("")


def _turns(thresholds: Sequence[Threshold]) -> Iterator[RenderableType]:
    """While a value is held below a belief, the act is rational."""
    doubtful = any(each.acted < 1.0 for each in thresholds)
    heads = [Head("is rational", "left"), Head("was so"), *([Head("done")] if doubtful else [])]
    rows = []
    for each in thresholds:
        label = f": {plain(each.chosen)} over {plain(each.other)}"
        cells = [turn_in_words(each), Text(percent(each.rational))]
        if doubtful:
            cells.append(Text(percent(each.acted) if each.acted < 1.0 else "", QUIET))
        rows.append(Row(Text.assemble((each.choice, NAME), label), tuple(cells)))
    yield fitted(heads, rows)
    yield Text(LEGEND_OF_TURNS + (DONE if doubtful else ""), QUIET)


def turn_in_words(threshold: Threshold) -> Text:
    """Answer while how strong a belief an act is rational."""
    if threshold.at is not None:
        return Text(f"{threshold.side} {held_at(threshold.at)} for {threshold.of}")
    belief = "any belief" if threshold.side == "always" else "no belief"
    return Text(f"at {belief} in {threshold.of}", QUIET)
