"""What divides all debaters: how far their answers lie apart, on what, and each two of them."""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.debate.crux import Divides, Pair
from deciban.render.figures import MINUS, counted, decibans, percent, unsigned
from deciban.render.page import (
    HEAD,
    NAME,
    QUIET,
    READABLE,
    Screen,
    cut,
    grid,
    heading,
    side,
    stacked,
)

GAP = Text("")
FIGURE, BAR = 6, 20
#: Parts of the variance that are told; pairs that are shown.
PARTS, PAIRS = 10, 15
#: A part below this is told together with all others that are.
LEAST = 0.01


def divides_page(divides: Divides, ask: str, called: Mapping[str, str], screen: Screen) -> Group:
    """Answer what divides all debaters.

    Args:
        divides: what was found.
        ask: the question.
        called: by debater, what he is called in words.
        screen: what the terminal can show.
    """
    parts: list[RenderableType] = [Text(ask, HEAD), *_aside(divides), GAP]
    if not divides.of:
        told = "They share fewer than two answers, so that no odds of theirs can be compared."
        return stacked([*parts, Text(told, HEAD)])
    parts += [*_held(divides, called, screen), GAP, *_divided(divides, screen), GAP]
    return stacked([*parts, *_pairs(divides, screen)])


def _aside(divides: Divides) -> Iterator[RenderableType]:
    for name, answers in divides.aside.items():
        told = f"{', '.join(answers)}, as not all do; the rest is told without it"
        yield Text.assemble((f"{name} entertains ", HEAD), told)


def _held(divides: Divides, called: Mapping[str, str], screen: Screen) -> Iterator[RenderableType]:
    """What each holds, the highest first."""
    names = min(max(map(len, divides.log_odds)), screen.width // 3)
    rows = grid((names + 2, "left"), (FIGURE, "right"), (FIGURE, "right"), (None, "left"))
    for name in divides.ordered:
        told = called.get(name, "")
        told = told if told.lower() != name.replace("_", " ") else ""
        rows.add_row(
            Text(f"  {name}", NAME),
            Text(percent(divides.chances.get(name, 0.0)), HEAD),
            Text(decibans(divides.log_odds[name])),
            Text(f" {told}{_as_held(divides, name)}", QUIET),
        )
    among = " among the answers that all entertain" if divides.aside else ""
    remark = f"“{divides.of}”{among}, with its log-odds in dB"
    yield heading(f"What {counted(len(divides.log_odds), 'debater')} hold", remark)
    yield rows


def _as_held(divides: Divides, name: str) -> str:
    """How likely one holds it who entertains more than all do."""
    held = divides.probability.get(name, 0.0)
    return f" ({percent(held)} as held)" if name in divides.aside else ""


def _divided(divides: Divides, screen: Screen) -> Iterator[RenderableType]:
    """What divides the group, the largest part first."""
    yield heading("What divides them", "parts of the variance of these log-odds")
    told = [name for name in divides.shares if abs(divides.part(name)) >= LEAST][:PARTS]
    if not told:
        yield Padding(Text("Nothing: their answers are the same."), (0, 0, 0, 2))
        return
    wide = screen.width >= READABLE + BAR + FIGURE + READABLE
    for name in told:
        part = divides.part(name)
        bar: list[tuple[int | None, str]] = [(BAR, "left")] if wide else []
        row = grid((FIGURE, "right"), *bar, (None, "left"), wrap=True)
        cells = [Text(screen.bar(min(max(part, 0.0), 1.0), BAR))] if wide else []
        about = Text.assemble(divides.about[name], "  ", (name, NAME))
        row.add_row(Text(_part(part), HEAD), *cells, about)
        yield row
    if len(told) < len(divides.shares):
        left = counted(len(divides.shares) - len(told), "difference")
        yield Padding(Text(f"and {left} with less; --json tells all", QUIET), (0, 0, 0, 2))


def _part(part: float) -> str:
    """A part of the variance; below nought where it brings together what others part."""
    return percent(part) if part >= 0.0 else f"{MINUS}{percent(-part)}"


def _pairs(divides: Divides, screen: Screen) -> Iterator[RenderableType]:
    """Each two with what they would have to settle."""
    remark = "furthest apart first; settle what stands behind, and the gap is what is left, in dB"
    yield heading("Each two", remark)
    sign = "A gap is the log-odds of the second less those of the first."
    yield Padding(Text(sign, QUIET), (0, 0, 0, 2))
    names = min(max(map(len, divides.log_odds)), screen.width // 5)
    shown = divides.furthest[:PAIRS]
    rows = grid(
        (names + 2, "left"), (names, "left"), (FIGURE, "right"), (5, "right"), (None, "left")
    )
    rows.add_row("", "", Text("gap", QUIET), Text("left", QUIET), Text(" settle", QUIET))
    for pair in shown:
        rows.add_row(
            Text(f"  {pair.a}", NAME),
            Text(pair.b, NAME),
            Text(decibans(pair.gap), side(pair.gap) if pair.gap else QUIET),
            Text(unsigned(pair.left)),
            Text(f" {_cruxes(divides, pair, screen.width - 2 * names - 2 * FIGURE - 10)}"),
        )
    yield rows
    if len(shown) < len(divides.pairs):
        left = counted(len(divides.pairs) - len(shown), "nearer pair")
        told = f"and {left}; `deciban crux CASE A B` tells of any two"
        yield Padding(Text(told, QUIET), (0, 0, 0, 2))


def _cruxes(divides: Divides, pair: Pair, room: int) -> str:
    """What two would have to settle, what divides the group most first, in few words each."""
    ranked = sorted(pair.cruxes, key=[*divides.shares].index)
    told = dict.fromkeys(_briefly(each) for each in ranked)
    return cut(", ".join(told), room) if told else "nothing: they agree"


def _briefly(address: str) -> str:
    """A difference in a word or two; the name of a move, or of an item, is one."""
    group, _, rest = address.partition(".")
    name = rest.partition(".")[0].replace("_", " ")
    match group:
        case "tolerance":
            return "small differences"
        case "actors":
            return f"{name.title()}'s mind"
        case "sources":
            return f"trust in {name}"
        case "question":
            return "the prior"
        case "questions":
            return f"the prior of {name}"
        case _:
            return name or address
