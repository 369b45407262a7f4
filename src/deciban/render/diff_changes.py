"""What each change between two cases did: its size, and what stood there before and after."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from deciban.edit.difference import Difference, Kind
from deciban.findings.diff import Change, Diff
from deciban.findings.weights import Weight
from deciban.render.figures import counted, decibans, unsigned
from deciban.render.page import HEAD, NAME, QUIET, READABLE, Screen, cut, grid, heading, side

BAR, NARROWEST, WIDE = 21, 6, 80
#: A whole mind may have come; `--json` has every word of it.
LONGEST = 180
WAYS = ("alone", "last", "share")
LEGEND = (
    "alone: the first case with this change and no other; last: what it adds to all others; "
    "share: its part of the whole way, over all orders"
)
ARROW = " → "
GAP = Text("")
TOGETHER: Mapping[str, str] = {
    "whole": "told as one, for one does not stand without the other",
    "contradiction": "told as one, for one without the other leaves no hypothesis possible",
    "large": "told as one, for one without the other is too large to compute",
    "mind": "told as one, for more changes in one mind are not told apart",
}
OLD_REASON = "its `because` is as it was"
INCOMPARABLE = (
    "The two have fewer than two possible answers in common, so what each change did cannot be "
    "told in decibans."
)


def changes_part(diff: Diff, screen: Screen) -> Iterator[RenderableType]:
    """Answer what each change did; first what lies outside all decibans.

    Args:
        diff: what was found.
        screen: what the terminal can show.
    """
    yield from _outside(diff)
    if not diff.changes:
        yield Text("No number and no link differs, so nothing moves the answer.")
    elif diff.of:
        yield from _weighed(diff, screen)
        yield Text(LEGEND, QUIET)
        yield from _for_the_old_leader(diff)
    else:
        yield heading("What changed")
        for change in diff.changes:
            yield Padding(Text(change.address, NAME), (0, 0, 0, 2))
            yield from _told(change)
    yield GAP


def differences_part(found: Sequence[Difference]) -> Iterator[RenderableType]:
    """Answer what differs where what that does cannot be told."""
    if found:
        yield heading("What differs", "not weighed, for a case with problems has no answer")
        for each in found:
            told = Text.assemble((each.address, NAME), "  ", _before_and_after(each))
            yield Padding(told, (0, 0, 0, 2))
        yield GAP


def _outside(diff: Diff) -> Iterator[RenderableType]:
    """Answers that one case lacks or gives no chance: no number of decibans leads there."""
    lines = [f"only the first case has the answer “{name}”" for name in diff.only_before]
    lines += [f"only the second case has the answer “{name}”" for name in diff.only_after]
    lines += [f"the first case gives “{name}” no chance at all" for name in diff.ruled_out_before]
    lines += [f"the second case gives “{name}” no chance at all" for name in diff.ruled_out_after]
    if not lines:
        return
    yield heading("Outside the decibans")
    for line in lines:
        yield Padding(Text(line), (0, 0, 0, 2))
    told = INCOMPARABLE
    if diff.compared:
        told = f"All decibans are among {_listed(diff.compared)} alone."
    yield Padding(Text(told, QUIET), (0, 0, 0, 2))
    yield GAP


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


class _Columns:
    """The columns that changes are told in; the bar goes where there is no room."""

    def __init__(self, weights: Sequence[Weight], screen: Screen) -> None:
        figures = [decibans(value) for each in weights for value in _ways(each)]
        self.width = max(NARROWEST, *map(len, figures))
        self.error = max(len(_error(each)) for each in weights)
        self.bar = BAR if screen.width >= WIDE else 0
        self._largest = max(abs(each.share) for each in weights)
        self._screen = screen

    def row(self) -> Table:
        """An empty row."""
        bar: list[tuple[int | None, str]] = [(self.bar, "left")] if self.bar else []
        error: list[tuple[int | None, str]] = [(self.error, "left")] if self.error else []
        return grid((None, "left"), *bar, *(((self.width, "right"),) * len(WAYS)), *error)

    def cells(self, weight: Weight) -> Iterator[Text]:
        """What a change did, in figures and as a bar."""
        colour = side(weight.share) if weight.share else QUIET
        if self.bar:
            way = weight.share / self._largest if self._largest else 0.0
            yield Text(self._screen.around(-way, way, self.bar // 2), colour)
        yield from (Text(decibans(value), QUIET) for value in (weight.alone, weight.last))
        yield Text(decibans(weight.share), colour)
        if self.error:
            yield Text(_error(weight), QUIET)


def _ways(weight: Weight) -> tuple[float, float, float]:
    return weight.alone, weight.last, weight.share


def _error(weight: Weight) -> str:
    return f"±{unsigned(weight.error)}" if weight.error else ""


def _weighed(diff: Diff, screen: Screen) -> Iterator[RenderableType]:
    """The changes with what each did, the largest share first."""
    weights = [change.weights[diff.of] for change in diff.changes]
    columns = _Columns(weights, screen)
    others = [name for name in diff.compared if name != diff.of]
    against = "the rest" if len(others) > 1 else f"“{others[0]}”"
    whole = f"{decibans(diff.gap[diff.of]).strip()} in all"
    yield heading("What each change did", f"decibans for “{diff.of}” against {against}; {whole}")
    head = columns.row()
    blank = [""] if columns.bar else []
    head.add_row("", *blank, *(Text(name, QUIET) for name in WAYS))
    yield head
    pairs = list(zip(diff.changes, weights, strict=True))
    for change, weight in pairs:
        if not diff.unfelt(change):
            row = columns.row()
            row.add_row(Text(f"  {change.address}", NAME), *columns.cells(weight))
            yield row
            yield from _told(change)
    unfelt = [change for change in diff.changes if diff.unfelt(change)]
    if unfelt:
        yield Text(f"  {counted(len(unfelt), 'change')} of less than a tenth of a deciban:", QUIET)
        yield from (_in_one_line(change, screen.width - 4) for change in unfelt)


def _for_the_old_leader(diff: Diff) -> Iterator[RenderableType]:
    """The shares for who led before; of two hypotheses they are the same with the other sign."""
    name = diff.before.posterior.leader.id
    if name in (diff.of, "") or len(diff.compared) < 3 or name not in diff.compared:  # noqa: PLR2004 (of two)
        return
    yield GAP
    yield heading(
        f"The shares for “{name}”", f"which led before; {decibans(diff.gap[name]).strip()} in all"
    )
    for change in diff.by_share(name):
        row = grid((None, "left"), (NARROWEST, "right"))
        share = change.weights[name].share
        row.add_row(Text(f"  {change.address}", NAME), Text(decibans(share), side(share)))
        yield row


def _in_one_line(change: Change, width: int) -> Padding:
    """A change that does next to nothing."""
    first, *more = (_line(change, each).plain for each in change.differences)
    room = width - len(change.address) - 2
    told = cut("; ".join([first, *more]), room) if room >= READABLE else ""
    return Padding(Text.assemble((change.address, NAME), f"  {told}"), (0, 0, 0, 4))


def _told(change: Change) -> Iterator[RenderableType]:
    """What a change speaks of, and what stood there before and after."""
    if change.about:
        yield Padding(Text(change.about), (0, 0, 0, 4))
    for each in change.differences:
        yield Padding(_line(change, each), (0, 0, 0, 4))
    remarks = [TOGETHER[change.together]] if change.together else []
    remarks += [OLD_REASON] if change.reasoned is False and _judged(change) else []
    if remarks:
        yield Padding(Text("; ".join(remarks), QUIET), (0, 0, 0, 4))


def _judged(change: Change) -> bool:
    return any(each.kind is Kind.NUMBER for each in change.differences)


def _line(change: Change, each: Difference) -> Text:
    """One difference, under the part of its address that the change's own does not say."""
    inside = each.address.removeprefix(change.address).lstrip(".")
    named = Text.assemble((inside, NAME), "  ") if inside else Text("")
    return named.append_text(_before_and_after(each))


def _before_and_after(each: Difference) -> Text:
    if each.kind is Kind.ADDED:
        return Text.assemble(("added  ", HEAD), cut(each.after, LONGEST))
    if each.kind is Kind.REMOVED:
        return Text.assemble(("taken away  ", HEAD), cut(each.before, LONGEST))
    before, after = (cut(text, LONGEST) or "nothing" for text in (each.before, each.after))
    return Text.assemble((before, QUIET), (ARROW, QUIET), (after, HEAD))
