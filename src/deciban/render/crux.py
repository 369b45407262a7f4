"""Where two debaters part: what would have to be settled for them to agree, and what would not."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.debate.crux import Crux
from deciban.render.crux_disputes import dispute_part, in_one_line
from deciban.render.figures import counted, decibans, percent, point, unsigned
from deciban.render.page import HEAD, NAME, QUIET, READABLE, Screen, grid, heading, side, stacked

GAP = Text("")
COLUMN = 6
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: Where the best single one leaves more of the gap than this, no one does much.
LITTLE = 0.75
BOTH = 2
#: Cruxes that are told at length.
FULL = 6
#: Disputes that are told in a line each, behind the cruxes.
OTHERS = 12


def crux_page(crux: Crux, screen: Screen) -> Group:
    """Answer where two debaters part.

    Args:
        crux: what was found.
        screen: what the terminal can show.
    """
    parts: list[RenderableType] = [Text(crux.ask, HEAD)]
    parts += [*_debaters(crux), GAP, *_apart(crux), Text(_statement(crux), HEAD)]
    parts += [*_gap(crux), GAP, *_answers(crux, screen), GAP]
    for number, place in enumerate(crux.cruxes[:FULL], 1):
        parts += [*dispute_part(crux, crux.disputes[place], number, screen), GAP]
    parts += [*_further(crux, screen)]
    parts += [*_residual(crux), *_sides(crux), *_others(crux, screen), *_beside(crux, screen)]
    return stacked([*parts, Text(_exactness(crux), QUIET)])


def number(count: int) -> str:
    """Answer a count in words, as far as ten."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def _debaters(crux: Crux) -> Iterator[RenderableType]:
    width = max(len(crux.a), len(crux.b))
    for name, called in zip((crux.a, crux.b), crux.called, strict=True):
        told = "" if called.lower() == name.replace("_", " ") else f"  {called}"
        yield Text.assemble((f"{name:<{width}}", NAME), (told, QUIET))


def _apart(crux: Crux) -> Iterator[RenderableType]:
    """The answers that one alone entertains, before anything else."""
    for name, only, place in ((crux.a, crux.only_a, 0), (crux.b, crux.only_b, 1)):
        if only:
            told = ", ".join(f"{each} {percent(crux.probability[each][place])}" for each in only)
            yield Text.assemble((f"{name} alone entertains: {told}. ", HEAD))
            other = "no number of the other could settle that; the rest is told without it"
            yield Padding(Text(other, QUIET), (0, 0, 0, 2))
    if crux.only_a or crux.only_b:
        yield GAP


def _statement(crux: Crux) -> str:
    """The whole of it in a sentence."""
    count = len(crux.cruxes)
    if not crux.disputes:
        return "They hold the same in everything that could move the answer."
    if not crux.compared:
        return "They share fewer than two answers, so that no odds of theirs can be compared."
    if not count:
        told = "They agree as it is"
        return f"{told}, for different reasons." if crux.masked else f"{told}."
    (best,) = crux.best[1]
    before, after = unsigned(abs(crux.gap)), unsigned(crux.left[1])
    if count > 1 and crux.left[1] > LITTLE * abs(crux.gap):
        return f"No one thing does much: the best, settled alone, leaves {after} of {before} dB."
    told = "Settle this and they agree:" if count == 1 else "Settle this, and"
    return f"{crux.disputes[best].about} {told} {before} dB becomes {after}."


def _set(crux: Crux) -> str:
    """How many it takes to agree, and how many do not matter."""
    count, others, fine = len(crux.cruxes), len(crux.disputes) - len(crux.cruxes), len(crux.fine)
    within = f"within {unsigned(crux.within)} dB, whoever gives way"
    rest = "the other one does" if others == 1 else f"the other {number(others)} do"
    matter = f"; {rest} not matter." if others else "."
    if count == 1:
        told = "That is enough" if others else "They differ on nothing else"
        return f"{told}{matter} To agree is to be {within}."
    every = "both" if count == BOTH else f"all {number(count)}"
    last = f", {number(fine)} of them only for the last of it" if fine else ""
    left = unsigned(crux.left[count])
    return f"To agree, {within}, takes {every} told below{last} ({left} dB left at most){matter}"


def _gap(crux: Crux) -> Iterator[RenderableType]:
    """How far apart they are, and what agreement means."""
    if not crux.compared:
        return
    told = f"On “{crux.of}” they are {unsigned(abs(crux.gap))} dB apart"
    if crux.one_sided:
        a, b = (percent(each) for each in crux.chances)
        told = (
            f"Among the answers that both entertain, {crux.a} holds “{crux.of}” {a} likely and "
            f"{crux.b} {b}: {unsigned(abs(crux.gap))} dB apart"
        )
    if crux.cruxes:
        yield Text(_set(crux))
    else:
        told += f"; to agree is to be within {unsigned(crux.within)} dB"
    yield Text(f"{told}. A gap is {crux.b}'s log-odds less {crux.a}'s.")
    if crux.masked:
        masked = (
            f"Their differences move it by {unsigned(crux.total)} dB, one way or the other, and "
            "nearly cancel."
        )
        yield Text(masked)


def _answers(crux: Crux, screen: Screen) -> Iterator[RenderableType]:
    """Every answer as either holds it."""
    names = min(max(map(len, crux.probability)), screen.width // 3)
    width = min(max(COLUMN, len(crux.a), len(crux.b)), READABLE)
    rows = grid((names, "left"), (width, "right"), (width, "right"), (None, "left"))
    held = Text(" as held, with all that either entertains" if crux.one_sided else "", QUIET)
    rows.add_row("", Text(crux.a, QUIET), Text(crux.b, QUIET), held)
    for name, (a, b) in crux.probability.items():
        told = [Text(name, f"{HEAD} {NAME}" if name == crux.of else NAME)]
        remark = Text("")
        if name == crux.of and not crux.one_sided:
            remark = Text(
                f" {decibans(crux.gap).strip()} dB", side(crux.gap) if crux.gap else QUIET
            )
        rows.add_row(*told, Text(percent(a), HEAD), Text(percent(b), HEAD), remark)
    yield rows


def _further(crux: Crux, screen: Screen) -> Iterator[RenderableType]:
    """Cruxes beyond those that are told at length."""
    further = crux.cruxes[FULL:]
    if further:
        yield heading("Further cruxes", "share of the gap in dB; these need settling too")
        yield from (in_one_line(crux.disputes[place], screen) for place in further)
        yield GAP


def _residual(crux: Crux) -> Iterator[RenderableType]:
    """What is left of the gap as more is settled, up to where nothing is."""
    if len(crux.left) <= 1 or not crux.compared:
        return
    yield heading("What is left of the gap", "the best that so many settled can do, in dB")
    steps = []
    for count, left in enumerate(crux.left):
        steps.append(f"{count}: {unsigned(left)}")
        if unsigned(left) == unsigned(0.0):
            break
    yield Padding(Text("   ".join(steps)), (0, 0, 0, 2))
    yield GAP


def _sides(crux: Crux) -> Iterator[RenderableType]:
    """Who changes sides, and what widens the gap when it is settled alone."""
    lines = [*_flips(crux), *_widening(crux)]
    if lines:
        yield heading("Changing sides")
        yield from (Padding(Text(line), (0, 0, 0, 2)) for line in lines)
        yield GAP


def _flips(crux: Crux) -> Iterator[str]:
    where = "the leader" if crux.threshold is None else f"sides at {point(crux.threshold)}"
    if not crux.flip:
        if crux.compared and crux.disputes:
            yield f"Nobody changes {where}, whatever is conceded."
        return
    names = ", ".join(_called(crux, place) for place in crux.flip)
    if crux.flips == "both":
        yield f"A double crux: on {names} either changes {where} by giving way."
        return
    who = crux.a if crux.flips == "a" else crux.b
    yield f"The least that changes {where}: {who} gives way on {names}."


def _called(crux: Crux, place: int) -> str:
    """A dispute by its number among the cruxes, or by its address."""
    if place in crux.cruxes:
        return f"({crux.cruxes.index(place) + 1})"
    return crux.disputes[place].address


def _widening(crux: Crux) -> Iterator[str]:
    names = [_called(crux, place) for place, each in enumerate(crux.disputes) if each.widens]
    if names and len(crux.disputes) > 1:
        yield f"Settling only one of these widens the gap: {', '.join(names)}."


def _others(crux: Crux, screen: Screen) -> Iterator[RenderableType]:
    """The disputes that are no cruxes, the largest share first."""
    rest = [
        place
        for place in range(len(crux.disputes))
        if place not in crux.cruxes and place not in crux.beside
    ]
    if not rest:
        return
    if crux.compared:
        yield heading("The others", "share of the gap in dB; none needs settling")
    else:
        yield heading("They also differ on", "which moves no answer that both entertain")
    yield from (in_one_line(crux.disputes[place], screen) for place in rest[:OTHERS])
    yield from _more(rest)
    yield GAP


def _more(places: Sequence[int]) -> Iterator[RenderableType]:
    if len(places) > OTHERS:
        left = counted(len(places) - OTHERS, "smaller one")
        yield Padding(Text(f"and {left}; --json tells all", QUIET), (0, 0, 0, 2))


def _beside(crux: Crux, screen: Screen) -> Iterator[RenderableType]:
    """Large disputes that do not matter."""
    if not crux.beside:
        return
    yield heading("Large and beside the point", "far apart, and it moves neither by a deciban")
    yield from (in_one_line(crux.disputes[place], screen) for place in crux.beside[:OTHERS])
    yield from _more(crux.beside)
    yield GAP


def _exactness(crux: Crux) -> str:
    told = ["at the central values"]
    mixtures = f"{crux.mixtures:,} mixture{'s' if crux.mixtures > 1 else ''}"
    if crux.grouped:
        told.append("what stands together was put together, there being too much to tell apart")
        told.append(f"every set of these {len(crux.disputes)} was weighed")
        inside = any(dispute.parts for dispute in crux.disputes)
        told.append(f"shares of what is in them are {'sampled' if inside else 'not told apart'}")
    elif crux.mixtures:
        told.append(f"every set of what they differ on weighed: {mixtures}")
    return "; ".join(told)
