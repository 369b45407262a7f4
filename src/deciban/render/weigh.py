"""The brief on one screen: what it adds up to, what carries it, what was assumed."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from deciban.findings.findings import Findings
from deciban.findings.minds import MindInBrief
from deciban.findings.posterior import Answer
from deciban.findings.ranges import Interval
from deciban.problem import Problem, Severity
from deciban.render.answers import answers_part
from deciban.render.confidence import confidence_part
from deciban.render.date import in_words
from deciban.render.figures import counted, decibans, interval, percent, within
from deciban.render.hangs_on import hangs_on_part
from deciban.render.item_table import LEGEND, ItemTable
from deciban.render.mind_in_brief import minds_part
from deciban.render.page import (
    HEAD,
    QUIET,
    READABLE,
    Screen,
    cut,
    grid,
    heading,
    stacked,
)
from deciban.render.seek import settle_part

GAP = Text("")
LINKED_ANSWERS = 4


def weigh_brief(
    findings: Findings, problems: Sequence[Problem], screen: Screen, case: str
) -> Group:
    """Answer the brief of a case.

    Args:
        findings: what was found.
        problems: warnings, which are counted.
        screen: what the terminal can show.
        case: the case as the user named it, for the commands that the brief suggests.
    """
    return stacked(
        [
            *_title(findings),
            GAP,
            *answers_part(findings.posterior, findings.ranges.of[findings.question], screen),
            *confidence_part(findings),
            GAP,
            *_explanation(findings, screen, case),
            GAP,
            *minds_part(findings.minds, case),
            *hangs_on_part(findings, screen),
            *settle_part(findings, screen, case),
            GAP,
            *_linked(findings, screen),
            _remarks(findings, problems, case),
        ]
    )


def _title(findings: Findings) -> Iterator[RenderableType]:
    as_of = f"as of {in_words(findings.as_of)}" if findings.as_of else ""
    top = grid((None, "left"), (len(as_of), "right"), wrap=True)
    top.add_row(Text(findings.title, HEAD), Text(as_of, QUIET))
    yield top
    yield Text(findings.ask)


def _explanation(findings: Findings, screen: Screen, case: str) -> Iterator[RenderableType]:
    told = findings.explanation
    table = ItemTable((*told.carries, *told.against), told.of, screen)
    title, remark = "What carries it", _weighed_for(findings)
    if len(f"{title}  {remark}") > table.room:
        yield Text(remark, QUIET)
        remark = ""
    table.head(heading(title, remark))
    for item in told.carries:
        table.item(item)
    if not told.carries:
        table.line(Text("  nothing by half a deciban or more", QUIET))
    if told.against:
        table.line(heading("What stands against it"))
        for item in told.against:
            table.item(item)
    yield table.rows
    yield from _others(findings, table, case)
    yield Text(LEGEND, QUIET)


def _weighed_for(findings: Findings) -> str:
    of, against = findings.explanation.of, findings.weights.against
    versus = f"“{of}” against " + (f"“{against}”" if against else "the rest")
    return f"decibans for {versus}; in all {decibans(findings.weights.total[of])}"


def _others(findings: Findings, table: ItemTable, case: str) -> Iterator[RenderableType]:
    """The items on neither list; what shows them stands on a line of its own if it must."""
    told = findings.explanation
    if not told.others:
        return
    count, command = counted(told.others, "other item"), f"`deciban why {case}` lists them all"
    line = f"  and {count}: {command}"
    whole = len(line) <= table.room
    table.line(Text(line if whole else f"  and {count}:", QUIET), decibans(told.others_say))
    if not whole:
        yield Padding(Text(command, QUIET), (0, 0, 0, 4))


def _linked(findings: Findings, screen: Screen) -> Iterator[RenderableType]:
    if not findings.linked:
        return
    yield heading("Linked questions")
    for posterior in findings.linked:
        ranked = sorted(posterior.answers, key=lambda answer: -answer.probability)
        shown = ranked[:LINKED_ANSWERS]
        drawn = findings.ranges.of[posterior.question]
        said = " · ".join(_said(answer, drawn, first=answer is ranked[0]) for answer in shown)
        said += " · …" if len(ranked) > len(shown) else ""
        room = screen.width - len(said) - 4
        if room < min(READABLE, len(posterior.ask)):
            yield Padding(Text(posterior.ask), (0, 0, 0, 2))
            yield Padding(Text(said), (0, 0, 0, 4))
            continue
        row = grid((None, "left"), (len(said), "left"))
        row.add_row(Text("  " + cut(posterior.ask, room)), Text(said))
        yield row
    yield GAP


def _said(answer: Answer, drawn: Mapping[str, Interval], *, first: bool) -> str:
    """An answer of a linked question in brief; of the likeliest, the 90% range as well."""
    told = f"{answer.id} {percent(answer.probability)}"
    ends = drawn[answer.id]
    return f"{told} ({interval(ends.low, ends.high)})" if first and ends.low < ends.high else told


def _remarks(findings: Findings, problems: Sequence[Problem], case: str) -> RenderableType:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True)
    rows.add_column()
    if findings.overlap.groups:
        rows.add_row(Text("Overlap", HEAD), Text(_overlap(findings)))
    if findings.assumed:
        told = " · ".join(
            f"{each.what} {each.value}" + (f" ({len(each.where)})" if len(each.where) > 1 else "")
            for each in findings.assumed
        )
        rows.add_row(Text("Assumed by deciban", HEAD), Text(told))
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    if warnings:
        told = f"{counted(len(warnings), 'warning')}: `deciban check {case}` lists them"
        rows.add_row(Text("Problems", HEAD), Text(told))
    rows.add_row(Text("Exactness", HEAD), Text(_exactness(findings), QUIET))
    return rows


def _exactness(findings: Findings) -> str:
    drawn = findings.ranges
    told = ["probabilities are exact at the central values"]
    if not all(mind.exact for mind in findings.minds):
        told = [f"{told[0]} but for minds"]
    if drawn.draws:
        told.append(f"ranges from {drawn.draws:,} draws, ends {within(drawn.error)}")
    if drawn.impossible:
        told.append(f"{drawn.impossible:,} impossible draws left out")
    if not findings.weights.exact:
        told.append("shares are sampled")
    told += [_read(mind) for mind in findings.minds]
    return "; ".join(told)


def _read(mind: MindInBrief) -> str:
    error = f", {within(mind.error)}" if mind.error else ""
    return f"{mind.actor} read at {mind.columns:,} columns{error}"


def _overlap(findings: Findings) -> str:
    overlap = findings.overlap
    group = overlap.groups[0]
    return (
        f"taken as independent, {overlap.leader} would stand at "
        f"{percent(overlap.naive[overlap.leader])}; the {counted(len(group.items), 'item')} "
        f"through {group.name} say {decibans(group.together)}, not {decibans(group.apart)}"
    )
