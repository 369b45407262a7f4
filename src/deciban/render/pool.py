"""What several debaters come to together: the spread first, then the pools side by side."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.debate.pooling import Pool
from deciban.render.figures import counted, interval, percent
from deciban.render.page import HEAD, NAME, QUIET, READABLE, Screen, cut, grid, heading, stacked

BAR, CHANCE, RANGE = 20, 7, 9
LEGEND = {
    "log": "the mean of decibans, so that whoever is sure draws it along",
    "linear": "the mean of probabilities, which nobody's certainty moves far",
    "median": "as many above as below",
    "numbers": "the case with every number at the mean, whose answer is another thing than a mean "
    "of answers",
}


def pool_page(pool: Pool, screen: Screen) -> Group:
    """Answer the spread of what debaters hold, and the pools."""
    parts: list[RenderableType] = [Text(pool.ask, HEAD), Text(_who(pool), QUIET), Text("")]
    parts += [*_spread(pool, screen), Text(""), *_held(pool, screen), Text("")]
    return stacked([*parts, *_pools(pool, screen), *_remarks(pool)])


def _who(pool: Pool) -> str:
    told = counted(len(pool.names), "debater")
    if len(pool.names) == 1:
        return told
    even = len(set(pool.weights.values())) == 1
    return f"{told}, each counting alike" if even else f"{told}, some counting for more"


class _ByAnswer:
    """A table with a row for every answer: its name, its words where there is room, and more."""

    def __init__(self, pool: Pool, screen: Screen, *columns: tuple[int | None, str]) -> None:
        self._pool = pool
        self._names = min(2 + max(map(len, pool.hypotheses)), screen.width // 3)
        self._left = screen.width - self._names - 1 - sum((each[0] or 0) + 1 for each in columns)
        self.table = grid((self._names, "left"), (None, "left"), *columns)

    def head(self, *heads: str) -> None:
        """The heads of all columns but the answer's own."""
        self.table.add_row("", "", *(Text(each, QUIET) for each in heads))

    def answer(self, name: str, *cells: Text) -> None:
        """A row."""
        words = self._pool.hypotheses[name] if self._left >= READABLE // 2 else ""
        told = Text(f"  {cut(name, self._names - 2)}", NAME)
        self.table.add_row(told, Text(cut(words, max(1, self._left))), *cells)


def _spread(pool: Pool, screen: Screen) -> Iterator[RenderableType]:
    rows = _ByAnswer(pool, screen, (RANGE, "left"), (BAR, "left"))
    for name, (low, high) in pool.spread.items():
        middle = min(max(pool.linear_pool.get(name, low), low), high)
        bar = Text(screen.span(low, middle, high, BAR))
        rows.answer(name, Text(interval(low, high), HEAD), bar)
    yield heading("The spread", "the least and the most that anybody gives; the mark: the mean")
    yield rows.table


def _held(pool: Pool, screen: Screen) -> Iterator[RenderableType]:
    """Every debater with what he gives each answer; the answers that fit, in their order."""
    names = list(pool.spread)
    room = (screen.width - READABLE) // (CHANCE + 1)
    shown = names[: max(1, room)]
    even = len(set(pool.weights.values())) == 1
    weighed: list[tuple[int | None, str]] = [] if even else [(CHANCE, "right")]
    widths: list[tuple[int | None, str]] = [(CHANCE, "right") for _ in shown]
    rows = grid((None, "left"), *weighed, *widths)
    heads = ([] if even else ["weight"]) + [cut(name, CHANCE) for name in shown]
    rows.add_row(heading("Who holds what"), *(Text(each, QUIET) for each in heads))
    for who in pool.ordered:
        told = [] if even else [Text(percent(pool.weights[who]), QUIET)]
        chances = (pool.held[who].get(name) for name in shown)
        told += [Text("·" if each is None else percent(each)) for each in chances]
        rows.add_row(Text(f"  {pool.called[who]}"), *told)
    yield rows
    if len(shown) < len(names):
        yield Text(f"  not shown for want of room: {', '.join(names[len(shown) :])}", QUIET)


def _pools(pool: Pool, screen: Screen) -> Iterator[RenderableType]:
    columns: list[tuple[int | None, str]] = [(CHANCE, "right") for _ in pool.pools]
    rows = _ByAnswer(pool, screen, *columns)
    rows.head(*pool.pools)
    for name in pool.linear_pool:
        rows.answer(name, *(Text(percent(each[name]), HEAD) for each in pool.pools.values()))
    yield heading("Pools", _apart(pool))
    yield rows.table


def _apart(pool: Pool) -> str:
    """Which pools are furthest apart, and on what."""
    low, high = pool.between
    if low == high:
        return "alike"
    ends = (f"{percent(pool.pools[each][pool.widest])} ({each})" for each in (low, high))
    return f"of “{pool.widest}” from {' to '.join(ends)}"


def _remarks(pool: Pool) -> Iterator[RenderableType]:
    yield Text(" ".join(f"{name}: {LEGEND[name]}." for name in pool.pools), QUIET)
    for hypothesis, who in pool.vetoes.items():
        names = " and ".join(pool.called[each] for each in who)
        gives = "give" if len(who) > 1 else "gives"
        told = (
            f"A veto: {names} {gives} “{hypothesis}” no chance at all, so the log pool gives none."
        )
        yield Text(told, HEAD)
    if pool.log_pool is None:
        yield Text("No log pool: every answer is vetoed by somebody.", HEAD)
    for hypothesis, who in pool.aside.items():
        names = ", ".join(pool.called[each] for each in who)
        into = pool.counted.get(hypothesis)
        told = f"Not entertained by {names}: “{hypothesis}”"
        yield Text(f"{told}, in the pools counted to “{into}”." if into else f"{told}; in no pool.")
    if pool.parameters is None:
        yield from _no_numbers(pool)


def _no_numbers(pool: Pool) -> Iterator[RenderableType]:
    if not pool.unlike:
        yield Text("No pooled numbers: with every number at the mean there is no case to weigh.")
        return
    first, more = pool.unlike[0], len(pool.unlike) - 1
    others = f" and at {counted(more, 'other place')}" if more else ""
    yield Text(f"No pooled numbers: at {first}{others} they differ in more than numbers.")
