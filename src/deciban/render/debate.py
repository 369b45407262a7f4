"""A debate on a screen: who holds what and how exposed he is, and the thread as an argument."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from deciban.debate.debate import Debate, Owed
from deciban.debate.exposure import Exposure, Sustained
from deciban.render.figures import counted, decibans, percent
from deciban.render.page import HEAD, NAME, QUIET, Screen, grid, heading, side, stacked
from deciban.render.thread import thread_part

OWED, MOVED = 8, 12
#: How wide a probability is at least and at most, under the name of its answer.
NARROW, WIDE = 6, 12
#: How wide a move's name and what it does are, in the table, at least.
MOVE = 21
#: How much room a move's name has where it begins a line.
NAMED = 26
#: Of answers less likely than this no exposure is told; moves below so many decibans are little.
LIKELY, LITTLE = 0.01, 0.5
#: How many names a remark lists.
LISTED = 3
GAP = Text("")
LEGEND = (
    "A move counts only for whoever accepts it. exposure: what would be held with the open move "
    "sustained that moves his likeliest answer most, and with all open moves."
)
TO_ALL = "to all"
LEFT_OUT = "Not shown for want of room: {}."
BEGIN = (
    "Nobody has taken a position or made a move yet. `deciban position new` begins a position, "
    "and `deciban move ask TARGET --author NAME` files a first question."
)


def debate_page(debate: Debate, ask: str, screen: Screen) -> Group:
    """Answer a debate for people.

    Args:
        debate: what was found.
        ask: the question of the case.
        screen: what the terminal can show.
    """
    parts: list[RenderableType] = [Text(ask, HEAD), GAP]
    if not debate.begun:
        return stacked([*parts, Text(BEGIN)])
    if debate.exposures:
        parts += [*_columns(debate, screen), GAP]
    parts += [*thread_part(debate, screen), *_remarks(debate)]
    if len(debate.exposures) == 1 and debate.thread.standings:
        parts += [GAP, *_one_by_one(debate.exposures[0], screen)]
    return stacked(parts)


@dataclass(frozen=True, slots=True)
class _Part:
    """Columns that stand together: what they are called, how wide they are, what is in them."""

    head: str
    widths: tuple[int, ...]
    side: Literal["left", "right"]
    heads: tuple[str, ...]
    cells: Callable[[Exposure], list[Text]]
    silent: Callable[[Owed | None], list[Text]]
    grows: bool = False

    @property
    def wide(self) -> int:
        return sum(self.widths) + len(self.widths)


def _columns(debate: Debate, screen: Screen) -> Iterator[RenderableType]:
    """Held, standing and exposure: side by side, or below one another where there is no room."""
    every = (name for each in debate.exposures for name in each.held.probability)
    answers = list(dict.fromkeys(every))  # new ones, which only some entertain, come last
    called = [*map(_name, debate.exposures), *_silent(debate).values()]
    names = min(max(map(len, called)), screen.width // 5)
    room = screen.width - names - 2
    chance = min(max(NARROW, *map(len, answers)), WIDE)
    chance = max(NARROW, min(chance, (room - OWED - 1) // len(answers) - 1))
    shown = answers[: max(1, (room - OWED - 1) // (chance + 1))]
    for number, parts in enumerate(_packed(_parts(debate, shown, chance), room)):
        yield from (GAP,) if number else ()
        yield _table(debate, names, parts)
    yield Text(LEGEND, QUIET)
    if len(shown) < len(answers):
        yield Text(LEFT_OUT.format(", ".join(answers[len(shown) :])), QUIET)


def _parts(debate: Debate, shown: Sequence[str], chance: int) -> Iterator[_Part]:
    """Held, standing, and the exposure to one move and to all."""

    def held(each: Exposure) -> list[Text]:
        return [_chance(each.held.probability.get(name), HEAD) for name in shown]

    def owes(each: Exposure) -> list[Text]:
        return [Text(_owes(debate.owed.get(each.name)))]

    def to_all(each: Exposure) -> list[Text]:
        every = each.together or each.largest
        if every is not None and every.holds is None:
            return [Text("none", QUIET), *[Text("")] * (len(shown) - 1)]
        holds = every.holds.probability if every is not None and every.holds else {}
        return [_chance(holds.get(name), "") for name in shown]

    wide, heads = (chance,) * len(shown), tuple(shown)
    nothing = [Text("·", QUIET)] * len(shown)
    yield _Part("held", wide, "right", heads, held, lambda _: nothing)
    yield _Part("standing", (OWED,), "right", ("",), owes, lambda owed: [Text(_owes(owed))])
    yield _Part(
        "exposure: to one move",
        (MOVE,),
        "left",
        ("",),
        lambda each: [_most(each)],
        lambda _: [Text("")],
        grows=True,
    )
    yield _Part(TO_ALL, wide, "right", heads, to_all, lambda _: [Text("")] * len(shown))


def _packed(parts: Iterable[_Part], room: int) -> Iterator[list[_Part]]:
    """As many parts in a table as there is room for."""
    table: list[_Part] = []
    for part in parts:
        if table and sum(each.wide for each in table) + part.wide > room:
            yield table
            table = []
        table.append(part)
    yield table


def _table(debate: Debate, names: int, parts: Sequence[_Part]) -> Table:
    """A line for everybody."""
    columns: list[tuple[int | None, str]] = [(names, "left")]
    above = [Text("exposure" if parts[0].head == TO_ALL else "", HEAD)]
    for part in parts:
        columns += [(None if part.grows else wide, part.side) for wide in part.widths]
        above += [Text(part.head, HEAD), *[Text("")] * (len(part.widths) - 1)]
    if all(width is not None for width, _ in columns):
        columns.append((None, "left"))
    table = grid(*columns)
    table.add_row(*above)
    heads = [Text(head, QUIET) for part in parts for head in part.heads]
    if any(heads):
        table.add_row("", *heads)
    for each in debate.exposures:
        table.add_row(Text(_name(each)), *(cell for part in parts for cell in part.cells(each)))
    for name, called in _silent(debate).items():
        owed = debate.owed.get(name)
        table.add_row(Text(called), *(cell for part in parts for cell in part.silent(owed)))
    return table


def _silent(debate: Debate) -> dict[str, str]:
    """Who speaks in the debate and holds nothing of his own, or has no answer, by name."""
    if debate.narrowed:
        return {}
    told = {each.name for each in debate.exposures}
    return {
        name: called.partition(",")[0] for name, called in debate.called.items() if name not in told
    }


def _owes(owed: Owed | None) -> str:
    return "" if owed is None else f"owes {owed.count}"


def _name(each: Exposure) -> str:
    """What somebody is called for short."""
    return each.called.partition(",")[0]


def _chance(probability: float | None, style: str) -> Text:
    return Text("·", QUIET) if probability is None else Text(percent(probability), style)


def _most(each: Exposure) -> Text:
    """The one move that would move his likeliest answer most, and by how much."""
    largest, leader = each.largest, each.leader
    if largest is None:
        return Text("  nothing open", QUIET)
    moved = largest.moved.get(leader, 0.0)
    if abs(moved) < LITTLE:
        return Text("  little", QUIET)
    return Text.assemble(
        (f"{decibans(moved):>6}", side(moved)), f" {leader}  ", (largest.moves[0], NAME)
    )


def _one_by_one(each: Exposure, screen: Screen) -> Iterator[RenderableType]:
    """One debater's exposure to every open move, told of the answers that he holds likely."""
    if not each.alone:
        return
    likely = [name for name, chance in each.held.probability.items() if chance >= LIKELY]
    shown = likely[: max(1, (screen.width - NAMED) // (MOVED + 1))]
    yield heading(f"With each open move sustained, for {each.called}", "decibans moved")
    table = grid((None, "left"), *[(MOVED, "right")] * len(shown))
    table.add_row("", *(Text(name, QUIET) for name in shown))
    for one in (*each.alone, *((each.together,) if each.together is not None else ())):
        together = len(one.moves) > 1
        name = f"all {len(one.moves)} of them" if together else one.moves[0]
        told = Text(f"  {name}", "" if together else NAME)
        table.add_row(told, *_moved(one, shown))
    yield table


def _moved(one: Sustained, shown: Sequence[str]) -> list[Text]:
    if one.holds is None or not one.quantified:
        told = "not possible" if one.holds is None else "unquantified"
        return [*[Text("")] * (len(shown) - 1), Text(told, QUIET)]
    return [Text(decibans(one.moved.get(name, 0.0))) for name in shown]


def _remarks(debate: Debate) -> Iterator[RenderableType]:
    """What else is to be said: moves left aside, and what nobody argues about."""
    told = list(_told(debate))
    if told:
        yield GAP
    for each in told:
        yield Padding(Text(each, QUIET), 0)


def _told(debate: Debate) -> Iterator[str]:
    thread = debate.thread
    if thread.aside:
        left = counted(len(thread.aside), "move")
        yield f"Left aside for what is wrong with them: {left}, {_listed(thread.aside)}."
    if thread.refused:
        yield (
            f"{counted(len(thread.refused), 'argument')} attack one another in too many ways for "
            "preferred and stable labellings to be told."
        )
    if debate.unargued and thread.standings:
        claims = [f"{each.claim} ({_listed(each.by)})" for each in debate.unargued]
        yield f"Held otherwise than in the case, and argued by nobody: {_listed(claims)}."


def _listed(names: Sequence[str]) -> str:
    more = len(names) - LISTED
    listed = ", ".join(names[:LISTED])
    return f"{listed} and {more} more" if more > 0 else listed
