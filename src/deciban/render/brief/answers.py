"""The answers with their probabilities, and where they began."""

from collections.abc import Iterator, Sequence

from deciban.findings.posterior import Answer, Posterior
from deciban.render.answers import in_words
from deciban.render.brief.names import introduced, main_answer
from deciban.render.brief.prose import (
    Piece,
    footnote,
    paragraph,
    prose,
    quiet,
    section,
    sentences,
    strong,
    table,
)
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import chance, chances
from deciban.render.document.blocks import Block, Column, Fold, Prose
from deciban.render.figures import interval, percent

STARTS = ("10%", "30%", "50%", "70%", "90%")
CAPTION = "The answers, how likely each is, and where each began"


def answers(telling: Telling) -> Iterator[Block]:
    """Answer the table of the answers, the figure, and where the starting points come from."""
    yield section("The answers", "answers")
    posterior = telling.findings.posterior
    yield from _table(telling, posterior)
    yield from telling.figure("posterior", "How likely each answer is, with its 90% range.")
    yield from _starts(telling)
    yield from _meaning(telling)


def _table(telling: Telling, posterior: Posterior) -> Iterator[Block]:
    ranges = telling.findings.ranges
    drawn = ranges.of[posterior.question]
    readers = any(each.readers for each in posterior.answers)
    columns = [Column("Answer", share=1.0), Column("In words"), Column("Probability", "right")]
    columns += [Column("90% range", "right")] if ranges.draws else []
    columns += [Column("Before the evidence", "right")] if not readers else []
    rows: list[Sequence[Piece]] = []
    for each in posterior.answers:
        leads = each is posterior.leader
        ends = drawn[each.id]
        cells: list[str] = [in_words(each), percent(each.probability)]
        cells += [interval(ends.low, ends.high)] if ranges.draws else []
        cells += ["" if each.prior is None else percent(each.prior)] if not readers else []
        name = introduced(telling.case.question, each.id)
        rows.append([strong(name) if leads else name, *(strong(c) if leads else c for c in cells)])
    yield from table(columns, rows, CAPTION)
    if readers:
        yield paragraph(
            "With no prior stated, the probabilities above begin with all answers level, which is a "
            "convention and no judgement. What the case does say is how far each reader should move:"
        )
        yield from _readers(telling, posterior.answers)


def _readers(telling: Telling, found: Sequence[Answer]) -> Iterator[Block]:
    columns = [Column("A reader who begins at …", share=1.0)]
    columns += [Column(start, "right") for start in STARTS]
    rows = [
        [f"… for {main_answer(telling.case, each.id)} ends at", *map(percent, each.readers)]
        for each in found
    ]
    yield from table(columns, rows, "Where readers end, by where they begin")


def _starts(telling: Telling) -> Iterator[Block]:
    """Why the answers begin where they do, in the words of the case."""
    question = telling.case.question
    because = telling.words(question.because)
    if because:
        yield paragraph(
            "Why they begin where they do: ", because, telling.note(question.cite, None)
        )


def _meaning(telling: Telling) -> Iterator[Block]:
    question = telling.case.question
    told = telling.words(question.note)
    if told:
        yield Fold("How the question is meant", (paragraph(told),))
    if not question.exhaustive and not question.when and question.about is None:
        yield paragraph(
            "The case does not vouch that one of these answers must be true; if none of them is, "
            "the probabilities are those of the best of them."
        )


__all__ = ["answers", "chance", "chances", "footnote", "prose", "quiet", "sentences", "Prose"]
