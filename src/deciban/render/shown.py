"""A case and what was found of it, as a notebook shows them: the answer and what carries it."""

from collections.abc import Iterable, Iterator, Sequence

from deciban.case import Case
from deciban.findings.findings import Findings
from deciban.problem import Problem
from deciban.render.answers import in_words
from deciban.render.brief.prose import Piece, bullets, paragraph, prose, strong, table
from deciban.render.charts.posterior import posterior_picture
from deciban.render.date import in_words as date_in_words
from deciban.render.document.blocks import Block, Column, Figure, Run
from deciban.render.figures import counted, decibans, interval, percent


def shown_case(case: Case) -> Iterator[Block]:
    """Answer what a case asks, and how much it holds."""
    question = case.question
    yield paragraph(strong(case.title))
    yield paragraph(question.ask)
    rows: list[Sequence[Piece]] = [
        [Run(name, "code"), question.wording(name)] for name in question.answers
    ]
    yield from table([Column("Name"), Column("Answer", share=1.0)], rows, "What may be answered")
    held = [
        counted(len(case.events), "event"),
        counted(len(case.reports), "report"),
        counted(len(case.silences), "silence"),
        counted(len(case.sources), "source"),
        counted(len(case.actors), "mind"),
        counted(len(case.questions), "linked question"),
    ]
    yield paragraph("It holds ", ", ".join(held), ".")


def shown_findings(findings: Findings, problems: Sequence[Problem] = ()) -> Iterator[Block]:
    """Answer how likely each answer is, how well founded that is, and what carries it."""
    yield paragraph(strong(findings.title))
    as_of = f" As of {date_in_words(findings.as_of)}." if findings.as_of else ""
    yield paragraph(findings.ask, as_of)
    yield from _answers(findings)
    yield Figure(posterior_picture(findings), "How likely each answer is, with its 90% range.")
    yield paragraph(
        "Confidence in this answer, which is apart from how likely it is: ",
        strong(findings.confidence.level),
        ".",
    )
    yield from _carrying(findings)
    yield from shown_problems(problems)


def shown_problems(problems: Iterable[Problem]) -> Iterator[Block]:
    """Answer what is wrong, a line each."""
    return bullets(prose(str(problem)) for problem in problems)


def _answers(findings: Findings) -> Iterator[Block]:
    drawn = findings.ranges.of[findings.question]
    rows: list[Sequence[Piece]] = []
    for each in findings.posterior.answers:
        ends = drawn[each.id]
        cells = [
            each.text,
            in_words(each),
            percent(each.probability),
            interval(ends.low, ends.high),
        ]
        leads = each is findings.posterior.leader
        rows.append([strong(cell) if leads else cell for cell in cells])
    columns = [Column("Answer", share=1.0), Column("In words"), Column("Probability", "right")]
    yield from table([*columns, Column("90% range", "right")], rows, "How likely each answer is")


def _carrying(findings: Findings) -> Iterator[Block]:
    told = findings.explanation
    rows: list[Sequence[Piece]] = []
    for item in (*told.carries, *told.against):
        weight = item.weights[told.of]
        each = (weight.alone, weight.last, weight.share)
        rows.append([Run(item.id, "code"), item.text, *map(decibans, each)])
    columns = [Column("Item"), Column("What it says", share=1.0)]
    columns += [Column(name, "right") for name in ("Alone", "Last", "Share")]
    caption = f"What carries it and what stands against it, in decibans for “{told.of}”"
    yield from table(columns, rows, caption)
