"""What-ifs side by side with the case as it stands."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.edit import YOURS
from deciban.findings.findings import Findings
from deciban.findings.posterior import Answer
from deciban.findings.what_if import Supposition
from deciban.render.figures import decibans, percent
from deciban.render.page import HEAD, NAME, QUIET, READABLE, Screen, grid, heading, side, stacked

PERCENT, MOVED = 4, 10
CELL = PERCENT + MOVED
AS_IT_STANDS = "the case as it stands"


def whatif_brief(findings: Findings, suppositions: Sequence[Supposition], screen: Screen) -> Group:
    """Answer what the case adds up to under each what-if, beside what it adds up to now."""
    answers = findings.posterior.answers
    title = heading("Had we judged otherwise", "probability, and decibans moved")
    width = max(CELL, *(len(answer.id) for answer in answers))
    room = screen.width - len(answers) * (width + 1)
    lay_out = _side_by_side(answers, suppositions, width) if room >= READABLE else None
    parts: list[RenderableType] = [Text(findings.ask), Text(""), title]
    parts += lay_out or _one_below_another(answers, suppositions)
    flips = [each for each in suppositions if each.leader != findings.posterior.leader.id]
    parts.extend(Text(f"{_named(each)} the leader becomes {each.leader}", HEAD) for each in flips)
    return stacked(parts)


def _named(each: Supposition) -> str:
    return "with this change" if each.id == YOURS else f"{each.id}:"


def _side_by_side(
    answers: Sequence[Answer], suppositions: Sequence[Supposition], width: int
) -> list[RenderableType]:
    rows = grid((None, "left"), *(((width, "left"),) * len(answers)), wrap=True)
    rows.add_row("", *(Text(f"{answer.id:>{width}}", NAME) for answer in answers))
    percents = width - MOVED
    now = (f"{percent(answer.probability):>{percents}}" for answer in answers)
    rows.add_row(AS_IT_STANDS, *(Text(each, HEAD) for each in now))
    for each in suppositions:
        figures = (_figures(each, answer) for answer in answers)
        cells = (Text.assemble(f"{chance.plain:>{percents}}", moved) for chance, moved in figures)
        rows.add_row(Text(each.text), *cells)
    return [rows]


def _one_below_another(
    answers: Sequence[Answer], suppositions: Sequence[Supposition]
) -> Iterator[RenderableType]:
    """For narrow screens: a label has its own line, and each answer one below it."""
    yield Text(AS_IT_STANDS)
    yield _below(answers, [(Text(percent(each.probability), HEAD), Text("")) for each in answers])
    for each in suppositions:
        yield Text(each.text)
        yield _below(answers, [_figures(each, answer) for answer in answers])


def _below(answers: Sequence[Answer], figures: Sequence[tuple[Text, Text]]) -> Padding:
    rows = grid((None, "left"), (PERCENT, "right"), (MOVED, "right"))
    for answer, (now, moved) in zip(answers, figures, strict=True):
        rows.add_row(Text(answer.id, NAME), now, moved)
    return Padding(rows, (0, 0, 0, 2))


def _figures(each: Supposition, answer: Answer) -> tuple[Text, Text]:
    """How likely an answer is under a what-if, and how far it moved."""
    moved = each.moved[answer.id]
    style = side(moved) if abs(moved) >= 1 else QUIET
    return Text(percent(each.probability[answer.id])), Text(f"{decibans(moved):>{MOVED}}", style)
