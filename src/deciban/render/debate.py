"""A debate on a screen: who holds what and how exposed he is, and the thread as an argument."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from deciban.debate.debate import Debate, Owed
from deciban.debate.exposure import Exposure, Sustained
from deciban.render.figures import counted, decibans, percent
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, heading, side, stacked
from deciban.render.thread import thread_part

OWED, MOVED = 8, 12
#: How wide a probability is at least and at most, under the name of its answer.
NARROW, WIDE = 6, 9
#: How wide a move's name and what it does are, in the table.
MOVE = 26
#: How many names a remark lists.
LISTED = 3
GAP = Text("")
LEGEND = (
    "A move counts only for whoever accepts it. exposure: what would be held with the open move "
    "sustained that moves most, and with all open moves."
)
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
        parts += [*_columns(debate, screen), Text(LEGEND, QUIET), GAP]
    parts += [*thread_part(debate, screen), *_remarks(debate)]
    if len(debate.exposures) == 1 and debate.thread.standings:
        parts += [GAP, *_one_by_one(debate.exposures[0], screen)]
    return stacked(parts)


class _Layout:
    """The hypotheses that there is room for, and how wide each column is."""

    def __init__(self, debate: Debate, screen: Screen) -> None:
        told = [_name(each) for each in debate.exposures]
        every = (name for each in debate.exposures for name in each.held.probability)
        hypotheses = list(dict.fromkeys(every))  # new ones, which only some entertain, come last
        self.names = min(max(map(len, [*told, *_silent(debate).values()])), screen.width // 5)
        left = screen.width - self.names - OWED - MOVE - 3
        longest = max(map(len, hypotheses))
        self.chance = max(NARROW, min(longest, WIDE, left // (2 * len(hypotheses)) - 1))
        most = max(1, (screen.width - self.names - OWED - 2) // (2 * (self.chance + 1)))
        self.shown = hypotheses[:most]
        self.roomy = left >= 2 * len(self.shown) * (self.chance + 1)

    def table(self) -> Table:
        chances: list[tuple[int | None, str]] = [(self.chance, "right") for _ in self.shown]
        middle: list[tuple[int | None, str]] = [(OWED, "right")]
        middle += [(None, "left")] if self.roomy else []
        return grid((self.names, "left"), *chances, *middle, *chances)


def _columns(debate: Debate, screen: Screen) -> Iterator[RenderableType]:
    """Held, standing and exposure side by side, a line for everybody."""
    layout = _Layout(debate, screen)
    table, blank = layout.table(), [Text("")] * (len(layout.shown) - 1)
    one = [Text("exposure: to one move", HEAD)] if layout.roomy else []
    held, standing, every = (Text(each, HEAD) for each in ("held", "standing", "to all"))
    table.add_row("", held, *blank, standing, *one, every, *blank)
    heads = [Text(each[: layout.chance], QUIET) for each in layout.shown]
    table.add_row("", *heads, *[""] * (1 + len(one)), *heads)
    for each in debate.exposures:
        table.add_row(Text(_name(each)), *_cells(debate, each, layout))
    for name, called in _silent(debate).items():
        owed = debate.owed.get(name)
        told = [Text("·", QUIET)] * len(layout.shown)
        table.add_row(Text(called), *told, Text(_owes(owed)), *([""] if layout.roomy else []))
    yield table


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


def _cells(debate: Debate, each: Exposure, layout: _Layout) -> Iterator[Text]:
    for name in layout.shown:
        yield _chance(each.held.probability.get(name), HEAD)
    yield Text(_owes(debate.owed.get(each.name)))
    if layout.roomy:
        yield _most(each.largest)
    every = each.together or each.largest
    if every is not None and every.holds is None:
        yield Text("none", QUIET)
        return
    for name in layout.shown:
        then = every.holds.probability.get(name) if every is not None and every.holds else None
        yield _chance(then, "")


def _name(each: Exposure) -> str:
    """What somebody is called for short."""
    return each.called.partition(",")[0]


def _chance(probability: float | None, style: str) -> Text:
    return Text("·", QUIET) if probability is None else Text(percent(probability), style)


def _most(largest: Sustained | None) -> Text:
    """The one move that would move most, and what it would do."""
    if largest is None:
        return Text("  nothing open", QUIET)
    moved = largest.moved[largest.most]
    return Text.assemble(
        (f"{decibans(moved):>6}", side(moved)),
        f" {largest.most}  ",
        (largest.moves[0], NAME),
    )


def _one_by_one(each: Exposure, screen: Screen) -> Iterator[RenderableType]:
    """One debater's exposure to every open move."""
    if not each.alone:
        return
    shown = [name for name in each.hypotheses if name in each.held.log_odds]
    shown = shown[: max(1, (screen.width - MOVE) // (MOVED + 1))]
    yield heading(f"With each open move sustained, for {each.called}", "decibans moved")
    table = grid((None, "left"), *[(MOVED, "right")] * len(shown))
    table.add_row("", *(Text(cut(name, MOVED), QUIET) for name in shown))
    for one in (*each.alone, *((each.together,) if each.together is not None else ())):
        together = len(one.moves) > 1
        name = f"all {len(one.moves)} of them" if together else one.moves[0]
        told = Text(f"  {name}", "" if together else NAME)
        table.add_row(told, *_moved(one, shown))
    yield table


def _moved(one: Sustained, shown: Sequence[str]) -> list[Text]:
    if one.holds is None or not one.quantified:
        told = "not possible" if one.holds is None else "unquantified"
        return [Text(""), Text(told, QUIET), *[Text("")] * (len(shown) - 2)]
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
