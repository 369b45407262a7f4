"""Why: every item with its weights."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.findings.findings import Findings
from deciban.findings.weights import NO_THEME
from deciban.render.figures import counted, decibans
from deciban.render.item_table import LEGEND, ItemTable
from deciban.render.page import HEAD, QUIET, Screen, heading, stacked


def why_table(findings: Findings, screen: Screen) -> Group:
    """Answer every item, by theme, with its weights for the leading hypothesis."""
    of = findings.explanation.of
    against = f"“{findings.weights.against}”" if findings.weights.against else "the rest"
    parts: list[RenderableType] = [
        Text(findings.ask, HEAD),
        Text(f"decibans for “{of}” against {against}; shares add up to the total", QUIET),
        Text(LEGEND, QUIET),
    ]
    themeless = tuple(findings.themes) == (NO_THEME,)
    for theme, says in findings.themes.items():
        items = [item for item in findings.weights.items if (item.theme or NO_THEME) == theme]
        items.sort(key=lambda item: -item.weights[of].share)
        table = ItemTable(items, of, screen)
        name = "Items" if themeless else theme
        told = counted(len(items), "item")
        table.head(heading(name, told if themeless else f"{told}, {decibans(says).strip()} in all"))
        for item in items:
            table.item(item)
        parts += [Text(""), table.rows]
    return stacked([*parts, Text(""), *_totals(findings)])


def _totals(findings: Findings) -> Iterator[RenderableType]:
    of = findings.explanation.of
    yield Text(f"All items together: {decibans(findings.weights.total[of])} dB for {of}", HEAD)
    if not findings.weights.exact:
        error = max(item.weights[of].error for item in findings.weights.items)
        yield Text(
            f"Shares are means over sampled orders; standard error at most {error:.2f} dB.", QUIET
        )
    for group in findings.overlap.groups:
        yield Text(
            f"  {group.kind} {group.name}: {counted(len(group.items), 'item')} say "
            f"{decibans(group.together)} together, {decibans(group.apart)} if independent",
            QUIET,
        )
