"""Had it happened otherwise: every counterfactual in a few lines, and one by itself."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.minding.counterfactuals import Otherwise
from deciban.render.date import in_words
from deciban.render.figures import MINUS, percent
from deciban.render.minding.fitting import BENEATH, INDENT, labelled
from deciban.render.minding.wording import AFRESH, held_at, plain
from deciban.render.page import HEAD, NAME, QUIET, heading

CAUTION = (
    "the source only ever says {}, so the record never shows how the opposite was met: this rests "
    "on what is assumed of trust in it"
)
NOTHING = "changes practically nothing"
LEGEND = f"of an act: {AFRESH}, as it was → had it been so"


def otherwise_section(found: Sequence[Otherwise]) -> Iterator[RenderableType]:
    """Answer every counterfactual, a few lines each."""
    if not found:
        return
    first = found[0]
    yield heading("Had it happened otherwise", f"belief in “{first.of}” at {in_words(first.on)}")
    if any(each.moving for each in found):
        yield Text(LEGEND, QUIET)
    for each in found:
        yield Padding(Text.assemble((each.id, NAME), f"  {each.text}"), (0, 0, 0, INDENT))
        for line in _lines(each):
            yield Padding(line, (0, 0, 0, BENEATH))
    yield Text("")


def _lines(each: Otherwise) -> Iterator[Text]:
    after = held_at(each.after).partition(" ")
    yield Text.assemble(
        f"{percent(each.before.mean)} would be ", (after[0], HEAD), f" {after[2]}: {_signs(each)}"
    )
    if each.moving:
        moved = (
            f"{act.choice}: {plain(act.chose)} {percent(act.before)} → {percent(act.after)}"
            for act in each.moving
        )
        yield Text(" · ".join(moved), QUIET)
    if each.one_sided:
        yield Text(CAUTION.format(each.one_sided))


def _signs(each: Otherwise) -> str:
    """Which way the belief goes, and how much of the weight agrees."""
    if each.still:
        return f"{NOTHING}, in all of the weight"
    points = f"{abs(each.change.mean):.0%}".removesuffix("%")
    sign = "+" if each.change.mean > 0 else MINUS
    change = NOTHING if each.level else f"{sign}{points} points"
    return f"{change}; higher in {percent(each.up)} of the weight, lower in {percent(each.down)}"


def options_section(each: Otherwise) -> Iterator[RenderableType]:
    """Answer how likely every option of every choice would have been, and what was held likeliest.

    Args:
        each: the counterfactual.
    """
    if each.because:
        yield Text.assemble(("Why it is asked  ", HEAD), each.because)
        yield Text("")
    yield heading("What would have been done", AFRESH)
    yield labelled(
        [
            (
                act.choice,
                Text(" · ".join(f"{plain(name)} {percent(p)}" for name, p in act.options.items())),
            )
            for act in each.acts
        ],
        indent=INDENT,
    )
    yield Padding(Text(_likeliest(each)), (0, 0, 0, INDENT))


def _likeliest(each: Otherwise) -> str:
    told = ", ".join(
        f"{value} {percent(after)} ({percent(before)})"
        for value, (before, after) in each.likeliest.items()
    )
    return (
        "In how much of the weight each would have been held likelier than any other, in brackets "
        f"as it was: {told}."
    )
