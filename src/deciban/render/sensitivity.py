"""Which numbers matter: how far each moves the leader over its range, and where it changes it."""

import math
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.findings.minding.pins import Pin
from deciban.findings.posterior import Answer, Posterior
from deciban.findings.sensitivity import Sensitivity
from deciban.findings.swinging.curves import FlipCurve
from deciban.findings.swinging.groups import GroupSwing
from deciban.findings.swinging.swings import Swing
from deciban.render.figures import (
    beyond,
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
HEADS = ("leader", "swing", "per dB")
DECIBANS = 8
LEAST = 0.05
NONE = "No number of this case has a range, so nothing swings."
NONE_BUT_MINDS = "No number outside the minds has a range, so none of those swings."
LEGEND = (
    "swing: how far the leader moves from one end of a number's range to the other, all else as "
    "it is; per dB: how far it moves when the number's own odds move by one deciban"
)
CERTAIN = "; settles: at one of its ends nothing is left open"


def sensitivity_brief(posterior: Posterior, found: Sensitivity, top: int, screen: Screen) -> Group:
    """Answer which numbers deserve an afternoon, and which sources and themes.

    Args:
        posterior: the main question as it stands.
        found: what was found.
        top: how many numbers, sources and themes are shown at most.
        screen: what the terminal can show.
    """
    parts: list[RenderableType] = [Text(posterior.ask, HEAD), _leading(posterior.leader)]
    swings = (*(each.swing for each in found.swings), *(each.swing for each in found.minds))
    certain = math.inf in swings
    parts += [Text(LEGEND + CERTAIN * certain, QUIET), Text("")]
    shown = [each for each in found.swings[:top] if each.swing >= LEAST]
    if not found.swings:
        none = NONE_BUT_MINDS if found.minds else NONE
        return stacked([*parts, Text(none), *_minds(found.minds, top, screen)])
    parts += _numbers(posterior.leader, shown, screen)
    rest = len(found.swings) - len(shown)
    if rest:
        parts.append(Text(f"  and {counted(rest, 'number')} that swing it less", QUIET))
    for title, groups in (("By source", found.by_source), ("By theme", found.by_theme)):
        parts += _groups(title, groups, top)
    parts += _minds(found.minds, top, screen)
    return stacked([*parts, Text(""), *_curves(found.curves, minds=bool(found.minds))])


def _leading(leader: Answer) -> Text:
    return Text.assemble((leader.id, NAME), f" leads with {percent(leader.probability)}")


def _numbers(leader: Answer, shown: Sequence[Swing], screen: Screen) -> Iterator[RenderableType]:
    """The numbers, one a line; two where the screen is narrow, so that no address is broken."""
    names = [_name(each) for each in shown]
    figures = [_figures(each) for each in shown]
    widths = [max(map(len, each)) for each in zip(HEADS, *figures, strict=True)]
    room = screen.width - sum(widths) - len(widths)
    bars = room - 2 * SIDE - 2 >= READABLE
    columns = [*([(2 * SIDE + 1, "left")] if bars else []), *((each, "right") for each in widths)]
    room -= 2 * SIDE + 2 if bars else 0
    rows = grid((None, "left"), *columns)
    empty = [""] if bars else []
    yield heading("The numbers that deserve your afternoon")
    rows.add_row("", *empty, *(Text(each, QUIET) for each in HEADS))
    ways = [(leader.log_odds - low, high - leader.log_odds) for low, high in map(_odds, shown)]
    reach = max([1.0, *(way for both in ways for way in both if math.isfinite(way))])
    for (below, above), name, cells in zip(ways, names, figures, strict=True):
        bar = [Text(screen.around(below / reach, above / reach, SIDE), NAME)] if bars else []
        if len(name) > room:
            yield rows
            yield name
            rows = grid((None, "left"), *columns)
        rows.add_row(name if len(name) <= room else "", *bar, *cells)
    yield rows


def _figures(swing: Swing) -> tuple[str, str, str]:
    return _chances(swing), _swing(swing.swing), decibans(swing.derivative).strip()


def _swing(swing: float) -> str:
    return unsigned(swing) if math.isinf(swing) else f"{unsigned(swing)} dB"


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


def _groups(title: str, groups: Sequence[GroupSwing], top: int) -> Iterator[RenderableType]:
    shown = [each for each in groups[:top] if each.swing >= LEAST]
    if not shown:
        return
    yield Text("")
    rows = grid((None, "left"), (8, "right"), (9, "right"), (DECIBANS, "right"), wrap=True)
    heads = (Text(each, QUIET) for each in ("numbers", "90% range", "swing"))
    rows.add_row(heading(title, "when its numbers alone are drawn"), *heads)
    for each in shown:
        rows.add_row(
            Text.assemble("  ", (each.name, NAME), (_kind(each), QUIET)),
            str(len(each.numbers)),
            interval(each.low, each.high),
            _swing(each.swing),
        )
    yield rows
    if len(groups) > len(shown):
        yield Text(f"  and {len(groups) - len(shown)} that move it less", QUIET)


def _minds(pins: Sequence[Pin], top: int, screen: Screen) -> Iterator[RenderableType]:
    """The numbers of actors, which are pinned one by one while all else is integrated."""
    shown = [pin for pin in pins[:top] if pin.swing >= LEAST]
    if not pins:
        return
    yield Text("")
    figures = [(interval(pin.least, pin.most), _swing(pin.swing)) for pin in shown]
    widths = [max(map(len, each)) for each in zip(("leader", "swing"), *figures, strict=True)]
    columns = [(each, "right") for each in widths]
    rows = grid((None, "left"), *columns)
    head = heading("Of a mind", "each pinned at both ends, and the actor read again")
    rows.add_row(head, Text("leader", QUIET), Text("swing", QUIET))
    for name, cells in zip(map(_pin, shown), figures, strict=True):
        if len(name) > screen.width - sum(widths) - len(widths):
            yield rows
            yield name
            rows = grid((None, "left"), *columns)
            rows.add_row("", *cells)
        else:
            rows.add_row(name, *cells)
    yield rows
    rest = len(pins) - len(shown)
    if rest:
        yield Text(f"  and {counted(rest, 'number')} of actors that swing it less", QUIET)


def _pin(pin: Pin) -> Text:
    told = Text.assemble("  ", (pin.address, NAME))
    told.append(f"  {stated_range(pin.low, pin.high, pin.measure)}", QUIET)
    if pin.flip is not None:
        told.append(f"  {pin.flips_to} leads from {stated(pin.flip, pin.measure)}", AGAINST)
    return told


def _kind(group: GroupSwing) -> str:
    return "" if group.kind in ("source", "theme") else f"  {group.kind}"


def _curves(curves: Sequence[FlipCurve], *, minds: bool) -> Iterator[RenderableType]:
    inside = [each for each in curves if each.inside and each.mildest is not None]
    if not curves:
        return
    tried = f"{counted(len(curves), 'pair')} of the first numbers tried"
    if not inside:
        two = "No two numbers outside the minds" if minds else "No two at once"
        yield Text(f"{two}, each inside its range, change the leader; {tried}.", QUIET)
        return
    yield heading("Two at once, each inside its range, that change the leader", tried)
    for each in inside:
        yield from _pair(each)


def _pair(curve: FlipCurve) -> Iterator[RenderableType]:
    """The two numbers, each with a value, that change the leader together."""
    values = zip(curve.mildest or (), curve.centrals, curve.measures, strict=True)
    one, other = (beyond(value, central, measure) for value, central, measure in values)
    yield Text.assemble("  ", (curve.one, NAME), f" {one} with")
    yield Text.assemble("    ", (curve.other, NAME), f" {other}")
