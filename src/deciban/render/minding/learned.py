"""What has been learned of an actor: the numbers that conduct and the case have moved."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minding.parameters import Parameter
from deciban.render.figures import percent
from deciban.render.minding.fitting import INDENT, Head, Row, fitted
from deciban.render.minding.wording import held_at
from deciban.render.page import HEAD, NAME, QUIET, heading

LEARNED = 8
NOTHING = "nothing that would be felt: the numbers stand about where they stood"
REST = "the rest moved less, or not at all: `--json` has them"


def learned_section(mind: MindInFull) -> Iterator[RenderableType]:
    """Answer what has been learned of the actor."""
    if not mind.parameters:
        return
    shown = mind.learned[:LEARNED]
    before = "before the acts, and now; furthest moved first" if shown else ""
    yield heading(f"What has been learned of {mind.brief.name}", before)
    if shown:
        start = f"actors.{mind.brief.actor}."
        yield fitted([Head("before"), Head("now")], [_row(each, start) for each in shown])
    if len(mind.parameters) > len(shown):
        yield Padding(Text(REST if shown else NOTHING, QUIET), (0, 0, 0, INDENT))
    yield Text("")


def _row(each: Parameter, start: str) -> Row:
    name = Text(each.address.removeprefix(start), NAME)
    return Row(name, (Text(_stated(each, now=False)), Text(_stated(each, now=True), HEAD)))


def _stated(each: Parameter, *, now: bool) -> str:
    at = 1 if now else 0
    if each.address.endswith(".reached_him"):
        return percent(each.values["yes"][at])
    if each.values:
        return ", ".join(f"{name} {percent(pair[at])}" for name, pair in each.values.items())
    spread = each.now if now else each.before
    if each.measure == "amount":
        return f"{spread.mean:.0f} ({spread.low:.0f}..{spread.high:.0f})"
    return held_at(spread)
