"""The smallest and the largest probability of each answer, and the corner that gives it."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from deciban.findings.bounds import Bound, Bounds, End
from deciban.findings.posterior import Answer, Posterior
from deciban.render.corner import corner_in_words
from deciban.render.figures import counted, interval, percent
from deciban.render.page import HEAD, NAME, QUIET, Screen, grid, stacked

ABOUT = "How far each answer can move while every number stays inside its range, all at once"
EXACT = "Exact: every corner of the ranges was tried."
MINDS = "The ranges of an actor are integrated, so this is given each mind as drawn."
FOUND = (
    "Best found, not proved: {tried} tried; an answer may move further, and not less far. "
    "`--json` gives every number at each end."
)
NONE = "No number of this case has a range: nothing can move."
BAR = 24


def bounds_brief(
    posterior: Posterior, bounds: Bounds, screen: Screen, *, minds: bool = False
) -> Group:
    """Answer the bounds of every answer of the main question.

    Args:
        posterior: the main question as it stands.
        bounds: what was found.
        screen: what the terminal can show.
        minds: whether any mind enters the answer.
    """
    parts: list[RenderableType] = [Text(posterior.ask, HEAD), Text(ABOUT, QUIET), Text("")]
    head = _row()
    head.add_row("", "", Text("now", QUIET), Text("bounds", QUIET))
    parts.append(head)
    for answer in posterior.answers:
        bound = bounds.of[answer.id]
        rows = _row()
        rows.add_row(
            Text.assemble((answer.id, f"{HEAD} {NAME}"), f"  {answer.text}"),
            Text(_span(answer, bound, screen), NAME),
            Text(percent(answer.probability)),
            Text(interval(bound.low.probability, bound.high.probability), HEAD),
        )
        parts += [rows, *_ends(bound)]
    parts += [Text(""), Text(_how(bounds), QUIET)]
    return stacked([*parts, Text(MINDS, QUIET)] if minds else parts)


def _row() -> Table:
    return grid((None, "left"), (BAR, "left"), (5, "right"), (9, "right"), wrap=True)


def _span(answer: Answer, bound: Bound, screen: Screen) -> str:
    return screen.span(bound.low.probability, answer.probability, bound.high.probability, BAR)


def _ends(bound: Bound) -> Iterator[RenderableType]:
    for name, end in (("least", bound.low), ("most", bound.high)):
        if words := corner_in_words(end):
            yield Padding(_end(name, end, words), (0, 0, 0, 2))


def _end(name: str, end: End, words: str) -> Text:
    return Text.assemble((f"{name}, {percent(end.probability)}, ", QUIET), words)


def _how(bounds: Bounds) -> str:
    if not bounds.evaluated:
        return NONE
    if bounds.exact:
        return EXACT
    return FOUND.format(tried=counted(bounds.evaluated, "choice"))
