"""Which numbers matter: how far each moves the leader over its range, and where it changes it."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.curves import FlipCurve
from deciban.findings.posterior import Answer, Posterior
from deciban.findings.sensitivity import Sensitivity
from deciban.findings.sensitivity_groups import GroupSwing
from deciban.findings.sensitivity_swings import Swing
from deciban.render.figures import (
    counted,
    decibans,
    interval,
    percent,
    stated,
    stated_range,
    unsigned,
)
from deciban.render.hangs_on import flip_in_words
from deciban.render.page import AGAINST, HEAD, NAME, QUIET, READABLE, Screen, grid, heading, stacked

SIDE = 8
DECIBANS = 8
LEAST = 0.05
NONE = "No number of this case has a range, so nothing swings."
LEGEND = (
    "swing: how far the leader moves from one end of a number's range to the other, all else as "
    "it is; slope: decibans of the answer for one deciban of the number"
)


def sensitivity_brief(posterior: Posterior, found: Sensitivity, top: int, screen: Screen) -> Group:
    """Answer which numbers deserve an afternoon, and which sources and themes.

    Args:
        posterior: the main question as it stands.
        found: what was found.
        top: how many numbers, sources and themes are shown at most.
        screen: what the terminal can show.
    """
    parts: list[RenderableType] = [Text(posterior.ask, HEAD), _leading(posterior.leader)]
    parts += [Text(LEGEND, QUIET), Text("")]
    shown = [each for each in found.swings[:top] if each.swing >= LEAST]
    if not found.swings:
        return stacked([*parts, Text(NONE)])
    parts += [_numbers(posterior.leader, shown, screen)]
    rest = len(found.swings) - len(shown)
    if rest:
        parts.append(Text(f"  and {counted(rest, 'number')} that swing it less", QUIET))
    for title, groups in (("By source", found.by_source), ("By theme", found.by_theme)):
        parts += _groups(title, [each for each in groups[:top] if each.swing >= LEAST])
    return stacked([*parts, Text(""), *_curves(found.curves)])


def _leading(leader: Answer) -> Text:
    return Text.assemble((leader.id, NAME), f" leads with {percent(leader.probability)}")


def _numbers(leader: Answer, shown: Sequence[Swing], screen: Screen) -> RenderableType:
    ends = [_chances(each) for each in shown]
    width = max([8, *map(len, ends)])
    columns = ((2 * SIDE + 1, "left"), (width, "right"), (DECIBANS, "right"), (6, "right"))
    taken = sum(each for each, _ in columns) + len(columns)
    bars = screen.width - taken >= READABLE
    rows = grid((None, "left"), *(columns if bars else columns[1:]), wrap=True)
    heads = ["leader", "swing", "slope"]
    title = heading("The numbers that deserve your afternoon")
    rows.add_row(title, *([""] if bars else []), *(Text(each, QUIET) for each in heads))
    reach = max(1.0, *(abs(odds - leader.log_odds) for each in shown for odds in _odds(each)))
    for each, end in zip(shown, ends, strict=True):
        below, above = ((odds - leader.log_odds) / reach for odds in _odds(each))
        bar = Text(screen.around(-below, above, SIDE), NAME)
        figures = (end, f"{unsigned(each.swing)} dB", decibans(each.derivative).strip())
        rows.add_row(_name(each), *([bar] if bars else []), *figures)
    return rows


def _name(swing: Swing) -> Text:
    told = Text.assemble("  ", (swing.address, NAME))
    told.append(f"  {stated_range(swing.low, swing.high, swing.measure)}", QUIET)
    if swing.flip is not None and swing.flip.inside:
        told.append(f"  {flip_in_words(swing.flip)}", AGAINST)
    return told


def _odds(swing: Swing) -> tuple[float, float]:
    return min(swing.low_odds, swing.high_odds), max(swing.low_odds, swing.high_odds)


def _chances(swing: Swing) -> str:
    return interval(min(swing.at_low, swing.at_high), max(swing.at_low, swing.at_high))


def _groups(title: str, groups: Sequence[GroupSwing]) -> Iterator[RenderableType]:
    if not groups:
        return
    yield Text("")
    rows = grid((None, "left"), (12, "right"), (9, "right"), (DECIBANS, "right"))
    heads = (Text(each, QUIET) for each in ("numbers", "90% range", "swing"))
    rows.add_row(heading(title, "when its numbers alone are drawn"), *heads)
    for each in groups:
        rows.add_row(
            Text.assemble("  ", (each.name, NAME), (_kind(each), QUIET)),
            str(len(each.numbers)),
            interval(each.low, each.high),
            f"{unsigned(each.swing)} dB",
        )
    yield rows


def _kind(group: GroupSwing) -> str:
    return "" if group.kind in ("source", "theme") else f"  {group.kind}"


def _curves(curves: Sequence[FlipCurve]) -> Iterator[RenderableType]:
    inside = [each for each in curves if each.inside]
    if not curves:
        return
    if not inside:
        tried = counted(len(curves), "pair")
        yield Text(f"No two of the first ten together change the leader ({tried} tried).", QUIET)
        return
    yield heading("Two together, inside both ranges, change the leader")
    for each in inside:
        yield Text.assemble("  ", (each.one, NAME), " with ", (each.other, NAME))
        yield Padding(Text(_points(each), QUIET), (0, 0, 0, 4))


def _points(curve: FlipCurve) -> str:
    """A few points of a curve, those inside both ranges."""
    low, high = curve.other_range
    pairs = [(x, y) for x, y in curve.points if y is not None and low <= y <= high]
    one, other = curve.measures
    shown = [pairs[0], pairs[-1]] if len(pairs) > 1 else pairs
    return "; ".join(
        f"at {stated(x, one)} the leader changes at {stated(y, other)}" for x, y in shown
    )
