"""The brief on one screen: what it adds up to, what carries it, what was assumed."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from deciban.findings import Answer, Findings, Posterior
from deciban.problem import Problem, Severity
from deciban.render.date import in_words
from deciban.render.figures import counted, decibans, percent
from deciban.render.item_row import item_row
from deciban.render.page import (
    HEAD,
    NAME,
    QUIET,
    Screen,
    cut,
    grid,
    heading,
    stacked,
)

GAP = Text("")
LINKED_ANSWERS = 4
PERCENT, FROM = 4, 9
SHORTEST_BAR, LONGEST_BAR = 8, 26
EXACTNESS = "exact at the central values; ranges are not drawn yet"
READERS = "where readers end who begin at 10, 30, 50, 70, 90%"


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
            *_title(findings, screen),
            GAP,
            *_answers(findings.posterior, screen),
            GAP,
            *_explanation(findings, screen, case),
            GAP,
            *_linked(findings, screen),
            _remarks(findings, problems, case),
        ]
    )


def _title(findings: Findings, screen: Screen) -> Iterator[RenderableType]:
    as_of = f"as of {in_words(findings.as_of)}" if findings.as_of else ""
    top = grid((None, "left"), (len(as_of), "right"))
    top.add_row(Text(cut(findings.title, screen.width - len(as_of) - 2), HEAD), Text(as_of, QUIET))
    yield top
    yield Text(findings.ask)


def _answers(posterior: Posterior, screen: Screen) -> Iterator[RenderableType]:
    names = max(len(answer.id) for answer in posterior.answers)
    texts = max(len(answer.text) for answer in posterior.answers)
    words = max(len(answer.words) for answer in posterior.answers)
    room = screen.width - names - words - PERCENT - FROM - 5
    bars = max(SHORTEST_BAR, min(LONGEST_BAR, room - texts))
    rows = grid(
        (names, "left"),
        (None, "left"),
        (bars, "left"),
        (PERCENT, "right"),
        (words, "left"),
        (FROM, "right"),
    )
    lead = posterior.leader
    for answer in posterior.answers:
        leads = answer is lead
        started = "" if answer.readers else f"from {percent(answer.prior)}"
        rows.add_row(
            Text(answer.id, f"{HEAD} {NAME}" if leads else NAME),
            Text(cut(answer.text, room - bars)),
            Text(screen.bar(answer.probability, bars), NAME if leads else QUIET),
            Text(percent(answer.probability), HEAD if leads else ""),
            Text(answer.words, HEAD if leads else ""),
            Text(started, QUIET),
        )
    yield rows
    if any(answer.readers for answer in posterior.answers):
        yield from _readers(posterior.answers)


def _readers(answers: Sequence[Answer]) -> Iterator[RenderableType]:
    yield Text(f"no prior is stated: {READERS}", QUIET)
    for answer in answers:
        ends = "  ".join(percent(end) for end in answer.readers)
        yield Text(f"  {answer.id}: {ends}; the items say {decibans(answer.weight)} dB", QUIET)


def _explanation(findings: Findings, screen: Screen, case: str) -> Iterator[RenderableType]:
    told = findings.explanation
    against = findings.weights.against
    versus = f"“{told.leader}” against " + (f"“{against}”" if against else "the rest")
    rows = grid((None, "left"), *(((6, "right"),) * 3))
    total = decibans(findings.weights.total[told.leader])
    rows.add_row(
        heading("What carries it", f"decibans for {versus}; in all {total}"),
        *(Text(name, QUIET) for name in ("alone", "last", "share")),
    )
    for item in told.carries:
        rows.add_row(*item_row(item, told.leader, screen))
    if not told.carries:
        rows.add_row(Text("  nothing by half a deciban or more", QUIET), "", "", "")
    if told.against:
        rows.add_row(heading("What stands against it"), "", "", "")
        for item in told.against:
            rows.add_row(*item_row(item, told.leader, screen))
    if told.others:
        rest = Text(
            f"  and {counted(told.others, 'other item')}: `deciban why {case}` lists them all",
            QUIET,
        )
        rows.add_row(rest, "", "", Text(decibans(told.others_say), QUIET))
    yield rows


def _linked(findings: Findings, screen: Screen) -> Iterator[RenderableType]:
    if not findings.linked:
        return
    yield heading("Linked questions")
    for posterior in findings.linked:
        ranked = sorted(posterior.answers, key=lambda answer: -answer.probability)
        shown = ranked[:LINKED_ANSWERS]
        said = " · ".join(f"{answer.id} {percent(answer.probability)}" for answer in shown)
        said += " · …" if len(ranked) > len(shown) else ""
        row = grid((None, "left"), (len(said), "left"))
        row.add_row(Text("  " + cut(posterior.ask, screen.width - len(said) - 4)), Text(said))
        yield row
    yield GAP


def _remarks(findings: Findings, problems: Sequence[Problem], case: str) -> RenderableType:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True)
    rows.add_column()
    if len(findings.themes) > 1:
        themes = (f"{name} {decibans(says)}" for name, says in findings.themes.items())
        rows.add_row(Text("By theme", HEAD), Text(" · ".join(themes)))
    if findings.overlap.groups:
        rows.add_row(Text("Overlap", HEAD), Text(_overlap(findings)))
    if findings.unseen:
        names = ", ".join(record.id for record in findings.unseen)
        rows.add_row(Text("Not yet seen", HEAD), Text(names))
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
    rows.add_row(Text("Exactness", HEAD), Text(EXACTNESS, QUIET))
    return rows


def _overlap(findings: Findings) -> str:
    overlap = findings.overlap
    group = overlap.groups[0]
    return (
        f"taken as independent, {overlap.leader} would stand at "
        f"{percent(overlap.naive[overlap.leader])}; the {counted(len(group.items), 'item')} "
        f"through {group.name} say {decibans(group.together)}, not {decibans(group.apart)}"
    )
