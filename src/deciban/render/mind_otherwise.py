"""Had it happened otherwise, and what a source's word would have done."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.minding.counterfactuals import Otherwise
from deciban.findings.minding.distrust import Distrust
from deciban.findings.minds import Mind, MindInBrief
from deciban.render.date import in_words
from deciban.render.figures import MINUS, interval, percent
from deciban.render.mind_in_brief import conduct_part, held, how_read
from deciban.render.page import HEAD, NAME, QUIET, grid, heading, stacked

#: An act is told of where its chance moves by as much.
MOVES = 0.02
LEVEL = 0.005
CAUTION = (
    "the source only ever says {}, so the record never shows how the opposite was met: this rests "
    "on what is assumed of trust in it"
)


def otherwise_part(found: Sequence[Otherwise]) -> Iterator[RenderableType]:
    """Answer every counterfactual, a few lines each."""
    if not found:
        return
    first = found[0]
    yield heading("Had it happened otherwise", f"belief in “{first.of}” at {in_words(first.on)}")
    for each in found:
        yield from _one(each)
    yield Text("")


def had_page(mind: Mind) -> Group:
    """Answer one counterfactual by itself, with why, and with what must stand beside a belief."""
    parts: list[RenderableType] = [Text(mind.title, HEAD), Text(held(mind.brief)), Text("")]
    parts += otherwise_part(mind.otherwise)
    for each in mind.otherwise:
        if each.because:
            parts += [Text.assemble(("Why it is asked  ", HEAD), each.because), Text("")]
        parts += _options(each)
    parts += [Text(""), heading("What conduct says"), *conduct_part(mind.brief)]
    parts.append(Text(how_read(mind.brief), QUIET))
    return stacked(parts)


def _one(each: Otherwise) -> Iterator[RenderableType]:
    yield Text.assemble("  ", (each.id, NAME), f"  {each.text}")
    ends = interval(each.after.low, each.after.high)
    told = Text.assemble(
        f"{percent(each.before.mean)} would be ", (percent(each.after.mean), HEAD), f" ({ends}): "
    )
    told.append(_signs(each))
    yield Padding(told, (0, 0, 0, 4))
    acts = [act for act in each.acts if abs(act.after - act.before) >= MOVES]
    if acts:
        moved = " · ".join(
            f"{act.choice}: {act.chose.replace('_', ' ')} {percent(act.before)} → "
            f"{percent(act.after)}"
            for act in acts
        )
        yield Padding(Text(moved, QUIET), (0, 0, 0, 4))
    if each.one_sided:
        yield Padding(Text(CAUTION.format(each.one_sided)), (0, 0, 0, 4))


def _signs(each: Otherwise) -> str:
    """Which way his belief goes, and how much of the weight agrees."""
    if each.up < LEVEL and each.down < LEVEL:
        return "it hardly moves in any of the weight"
    points = f"{abs(each.change.mean):.0%}".removesuffix("%")
    sign = "+" if each.change.mean > 0 else MINUS
    return (
        f"{sign}{points} points; higher in {percent(each.up)} of the weight, lower in "
        f"{percent(each.down)}"
    )


def _options(each: Otherwise) -> Iterator[RenderableType]:
    yield heading("What would have been done", "how likely each option, had it been so")
    table = grid((24, "left"), (None, "left"), wrap=True)
    for act in each.acts:
        options = " · ".join(
            f"{name.replace('_', ' ')} {percent(chance)}" for name, chance in act.options.items()
        )
        table.add_row(Text.assemble("  ", (act.choice, NAME)), options)
    yield table
    likeliest = " · ".join(
        f"{value} {percent(before)} → {percent(after)}"
        for value, (before, after) in each.likeliest.items()
    )
    yield Text(f"  held likeliest: {likeliest}")


def distrust_page(mind: MindInBrief, found: Distrust) -> Group:
    """Answer what one message of a source would have done, by what he took the source for."""
    before = f" ({in_words(found.on)})" if found.on else ""
    parts: list[RenderableType] = [
        heading(
            f"What one word of {found.source} would have done to {mind.name}",
            f"belief in “{found.of}”",
        ),
        Text(f"belief before its first word{before}: {percent(found.before)}", QUIET),
        Text(""),
    ]
    named = list(found.ways[0].told)
    width = max(len(name) for name in named) + 6
    table = grid((16, "left"), (None, "left"), *((width, "right") for _ in named))
    table.add_row(
        "",
        Text("honest/pushes/inverts/guesses", QUIET),
        *(Text(f"told {name}", QUIET) for name in named),
    )
    for way in found.ways:
        strong = HEAD if way is found.ways[0] else ""
        table.add_row(
            Text(f"  {way.name}", NAME),
            "/".join(percent(share).removesuffix("%") for share in way.roles.values()),
            *(Text(f"{way.told[name]:.0%}", strong) for name in named),
        )
    parts += [table, Text("")]
    parts.append(
        Text(
            f"Who ignores {found.source} is not moved; who takes it for a propagandist for "
            f"“{found.line}” still believes what it says against that; who for an inverter "
            "believes the opposite of what it says.",
            QUIET,
        )
    )
    parts += [Text(""), heading("Beside it", held(mind)), *conduct_part(mind)]
    parts.append(Text(how_read(mind), QUIET))
    return stacked(parts)
