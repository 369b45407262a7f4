"""The page of a mind: what he believed from date to date, and what must be said beside it."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.minding.beliefs import Belief
from deciban.findings.minding.conviction import Conviction
from deciban.findings.minding.guilt import Guilt
from deciban.findings.minding.lines import LedgerLine
from deciban.findings.minding.parameters import Parameter
from deciban.findings.minding.spread import Spread
from deciban.findings.minds import Mind
from deciban.render.date import in_words
from deciban.render.figures import counted, decibans, interval, percent
from deciban.render.mind_in_brief import (
    LEGEND,
    bands_table,
    held,
    how_read,
    turns_table,
)
from deciban.render.mind_otherwise import otherwise_part
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, heading, side, stacked

GAP = Text("")
CHART, DATE, CHANCE, READ = 26, 16, 12, 14
#: How many other values have a column beside the chart.
OTHERS = 3
LEARNED = 8
INTEGRATED = (
    "an actor's ranges are uncertainty about the actor, and are integrated; choices look no "
    "further than their own stakes, as declared"
)
TURNS = "was so: in how much of the weight; done: how likely the act is"
MEASURED = (
    "how likely it was held, by all that the case says, later evidence included; shaded: 90% of "
    "the weight"
)


def mind_page(mind: Mind, screen: Screen, case: str) -> Group:
    """Answer everything that is found of a mind.

    Args:
        mind: what was found.
        screen: what the terminal can show.
        case: the case as the user named it, for the commands that the page suggests.
    """
    parts: list[RenderableType] = [
        Text(mind.title, HEAD),
        Text.assemble(
            ("What ", ""), (mind.brief.name, HEAD), f" believed: {', '.join(mind.values)}"
        ),
        Text(held(mind.brief)),
        GAP,
        *_beliefs(mind, screen),
        GAP,
        *_conduct(mind),
        GAP,
        *_convictions(mind),
        *_explained(mind),
        *_guilt(mind),
        *_ledger(mind),
        *_learned(mind, screen),
        *otherwise_part(mind.otherwise),
        *_remarks(mind, case),
    ]
    return stacked(parts)


def _beliefs(mind: Mind, screen: Screen) -> Iterator[RenderableType]:
    """His belief over time as a small chart."""
    of = mind.brief.of
    yield heading(f"Belief in “{of}” from date to date")
    yield Text(MEASURED, QUIET)
    others = [value for value in mind.values if value != of][:OTHERS]
    width = max((len(value) for value in others), default=0)
    table = grid(
        (DATE, "left"),
        (CHART, "left"),
        (CHANCE, "left"),
        *((width, "right") for _ in others),
        (None, "left"),
    )
    scale = "0%" + "100%".rjust(CHART - 2)
    heads = (Text(each, QUIET) for each in (scale, of, *others, "what came · what was chosen"))
    table.add_row("", *heads)
    for belief in mind.beliefs:
        now = belief.now[of]
        table.add_row(
            Text(_date(belief), QUIET),
            Text(screen.span(now.low, now.mean, now.high, CHART), NAME),
            Text.assemble((percent(now.mean), HEAD), f" {interval(now.low, now.high)}"),
            *(percent(belief.now[value].mean) for value in others),
            _events(belief),
        )
    yield table


def _date(belief: Belief) -> str:
    return counts_at(belief.on) if belief.on else "at first"


def counts_at(on: str) -> str:
    """Answer a date as it counts, at its end: ``by 1941-05-20`` for one somewhere before."""
    last = on.rpartition("..")[2] if ".." in on else on.rpartition("/")[2]
    last = last.replace("T", " ")
    return f"by {last}" if ".." in on else last


def _events(belief: Belief) -> Text:
    told = Text(", ".join(belief.came))
    for name in belief.chose:
        told.append(" · " if told else "")
        told.append(name, NAME)
    return told


def _conduct(mind: Mind) -> Iterator[RenderableType]:
    exact = all(bands.exact for bands in mind.brief.bands)
    found = "every corner of the stakes tried" if exact else "the best found over the stakes"
    yield heading("What conduct says", f"the ridge: {found}" if mind.brief.thresholds else "")
    for bands in mind.brief.bands:
        yield bands_table(bands)
        yield from _corners(bands.bands)
    yield Text(LEGEND, QUIET)
    yield GAP
    if not mind.brief.thresholds:
        yield heading("Where the acts turn", "no act is written, so nothing bounds the belief")
        return
    yield heading("Where the acts turn", TURNS)
    yield turns_table(mind.brief.thresholds)


def _corners(bands: tuple[object, ...]) -> Iterator[RenderableType]:
    """Nothing more than how many stakes make the ridge; `--json` names them."""
    stakes = {name for band in bands for name in getattr(band, "low_at", {})}
    if stakes:
        told = f"the ridge runs over {counted(len(stakes), 'stake')}; `--json` names them"
        yield Padding(Text(told, QUIET), (0, 0, 0, 2))


def _convictions(mind: Mind) -> Iterator[RenderableType]:
    for each in mind.convictions:
        yield heading(
            "How strong the conviction", f"log-odds of “{each.of}” by {in_words(each.on)}, decibans"
        )
        table = grid((38, "left"), (6, "right"), (16, "left"), (None, "left"), wrap=True)
        table.add_row("  at first", *_decibans(each.start), "")
        table.add_row("  moved by what was heard", *_decibans(each.moved), "")
        if each.reasonable is not None:
            whose = "a reasonable reader" if mind.declared == "reasonable" else "us"
            table.add_row(f"  would have moved {whose}", *_decibans(each.reasonable), "")
        if each.ceiling is not None:
            note = f"in {percent(each.bounded)} of the weight there is one"
            table.add_row(
                "  all acts were rational up to", *_decibans(each.ceiling), Text(note, QUIET)
            )
        yield table
        told = f"In {percent(each.below)} of the weight the start lies at or below that ceiling. "
        yield Padding(Text(told + _profile(each)), (0, 0, 0, 2))
        yield GAP


def _profile(each: Conviction) -> str:
    upper, lower = each.profile.upper, each.profile.lower
    if upper is None and lower is None:
        return "Conduct does not bound the start."
    told = []
    if upper is not None:
        told.append(
            f"A start above {decibans(upper).strip()} dB makes the conduct ten times less "
            "likely than at best"
        )
    else:
        told.append("Conduct does not bound the start from above")
    if lower is not None:
        told.append(f"so does one below {decibans(lower).strip()} dB")
    return "; ".join(told) + "."


def _decibans(each: Spread) -> tuple[Text, Text]:
    ends = f"({decibans(each.low).strip()}..{decibans(each.high).strip()})"
    return Text(decibans(each.mean)), Text(ends, QUIET)


def _explained(mind: Mind) -> Iterator[RenderableType]:
    for each in mind.explained:
        chose = each.chose.replace("_", " ")
        yield heading(f"What made it rational: {each.choice}", f"chose {chose}")
        worth = " · ".join(
            f"{name.replace('_', ' ')} {value.mean:.0f} ({value.low:.0f}..{value.high:.0f})"
            for name, value in each.worth.items()
        )
        likely = " · ".join(f"{band} {percent(chance)}" for band, chance in each.by_band.items())
        table = grid((20, "left"), (None, "left"), wrap=True)
        table.add_row(Text("  worth, 0 to 100", QUIET), worth)
        table.add_row(Text("  how likely, by", QUIET), likely)
        yield table
        yield turns_table(turn for turn in each.turns if turn.at is not None)
        yield GAP


def _guilt(mind: Mind) -> Iterator[RenderableType]:
    for each in mind.guilt:
        yield heading(
            f"In which state of mind: {each.act}",
            f"“{each.of}” by {in_words(each.on)}, risk from {percent(each.floor)}",
        )
        table = grid((16, "left"), (6, "right"), (8, "right"), (None, "left"), wrap=True)
        table.add_row("", Text("now", QUIET), Text("before", QUIET), "")
        for state, meaning in _STATES.items():
            table.add_row(
                Text(f"  {state}", NAME),
                Text(percent(each.shares[state]), HEAD),
                percent(each.before[state]),
                Text(meaning, QUIET),
            )
        yield table
        yield Padding(Text(_beside(each)), (0, 0, 0, 2))
        yield GAP


_STATES = {
    "knowledge": "held it at least 95% likely",
    "recklessness": "held it a risk, and acted",
    "negligence": "did not; a reasonable reader would have",
    "none": "neither",
}


def _beside(each: Guilt) -> str:
    told = [f"belief {percent(each.belief.mean)} ({interval(each.belief.low, each.belief.high)})"]
    if each.acted < 1.0:
        told.append(f"that it was done at all is {percent(each.acted)} likely")
    if each.reasonable is not None:
        ends = interval(each.reasonable.low, each.reasonable.high)
        told.append(f"a reasonable reader {percent(each.reasonable.mean)} ({ends})")
    told.append(
        f"purpose: in {percent(each.purpose)} of the weight the act was worth it only for that"
    )
    return "; ".join(told)


def _ledger(mind: Mind) -> Iterator[RenderableType]:
    if not mind.lines:
        return
    ours = {"reasonable": "reasonable", "ours": "ours"}.get(mind.declared, "")
    told = f"decibans when it came: as {mind.brief.name} read it"
    told += {"reasonable": ", and as a reasonable reader", "ours": ", and as we do"}.get(
        mind.declared, ""
    )
    yield heading(f"The ledger for “{mind.brief.of}”", told)
    columns = [(DATE, "left"), (None, "left"), (7, "right"), (5, "right"), (READ, "left")]
    table = grid(*columns, *([(10, "right")] if ours else []))
    heads = ("reached", "read", "", *([ours] if ours else []))
    table.add_row("", "", *(Text(each, QUIET) for each in heads))
    for line in mind.lines:
        mean, ends = _decibans(line.his)
        mean.stylize(side(line.his.mean))
        theirs = decibans(line.ours.mean) if line.ours is not None else ""
        copy = line.kind == "copy"
        table.add_row(
            Text(counts_at(line.on), QUIET),
            _what(line),
            "" if copy or line.reached >= 1.0 else percent(line.reached),
            *(("", "") if copy else (mean, ends)),
            *([Text("" if copy else theirs)] if ours else []),
        )
    yield table
    yield GAP


def _what(line: LedgerLine) -> Text:
    told = Text.assemble((", ".join(line.ids), NAME))
    if line.kind == "outcome":
        told.append(" turned out")
    elif line.kind == "copy":
        told.append("  a copy, adds nothing", QUIET)
    elif line.source:
        told.append(f"  {line.source} says {line.says}")
    else:
        told.append("  a sign")
    return told


def _learned(mind: Mind, screen: Screen) -> Iterator[RenderableType]:
    if not mind.parameters:
        return
    shown = mind.learned[:LEARNED]
    yield heading(
        f"What has been learned of {mind.brief.name}",
        "before the acts, and now; furthest moved first",
    )
    table = grid((None, "left"), (22, "right"), (22, "right"))
    for each in shown:
        name = each.address.removeprefix(f"actors.{mind.brief.actor}.")
        table.add_row(
            Text.assemble("  ", (cut(name, screen.width - 50), NAME)),
            _stated(each, now=False),
            Text(_stated(each, now=True), HEAD),
        )
    yield table
    still = len(mind.parameters) - len(shown)
    more = counted(still, "number")
    if not shown:
        yield Text(f"  hardly anything: {more} stand about where they stood", QUIET)
    elif still:
        yield Text(f"  and {more} that moved less: `--json` has them", QUIET)
    yield GAP


def _stated(each: Parameter, *, now: bool) -> str:
    if each.address.endswith(".reached_him"):
        return percent(each.values["yes"][1 if now else 0])
    if each.values:
        return " ".join(
            f"{name}:{percent(pair[1 if now else 0])}" for name, pair in each.values.items()
        )
    spread = each.now if now else each.before
    if each.measure == "amount":
        return f"{spread.mean:.0f} ({spread.low:.0f}..{spread.high:.0f})"
    return f"{percent(spread.mean)} ({interval(spread.low, spread.high)})"


def _remarks(mind: Mind, case: str) -> Iterator[RenderableType]:
    yield heading("How it was read", how_read(mind.brief))
    told = [INTEGRATED]
    if mind.brief.one_sided:
        told.append(
            f"every message says {mind.brief.one_sided}, so that what the opposite would have done "
            "rests on trust as it is assumed"
        )
    told.append(f"by source: `deciban mind {case} {mind.brief.actor} --distrust SOURCE`")
    told.append(f"which of these numbers matter: `deciban sensitivity {case}`")
    for line in told:
        yield Padding(Text(line, QUIET), (0, 0, 0, 2))
