"""The linked questions: what else the case answers."""

from collections.abc import Iterator, Sequence

from deciban.case.citation import without_citations
from deciban.findings.posterior import Posterior
from deciban.render.answers import in_words
from deciban.render.brief.names import answer
from deciban.render.brief.prose import Piece, paragraph, section, table
from deciban.render.brief.telling import Telling
from deciban.render.document.blocks import Block, Column
from deciban.render.figures import interval, percent


def linked(telling: Telling) -> Iterator[Block]:
    """Answer the likeliest answer of every linked question, and the next."""
    found = telling.findings.linked
    if not found:
        return
    yield section("Linked questions", "linked")
    yield paragraph(
        "The same evidence bears on these as well, and their answers bear on each other and on the "
        "main question."
    )
    ranged = bool(telling.findings.ranges.draws)
    yield from table(
        [
            Column("Question", share=1.0),
            Column("Likeliest answer", share=0.7),
            Column("In words"),
            Column("Probability", "right"),
            *([Column("90% range", "right")] if ranged else []),
        ],
        [_row(telling, each, ranged=ranged) for each in found],
        "What the case says of each linked question",
    )


def _row(telling: Telling, posterior: Posterior, *, ranged: bool) -> Sequence[Piece]:
    question = telling.case.all_questions()[posterior.question]
    leader = posterior.leader
    drawn = telling.findings.ranges.of[posterior.question][leader.id]
    return (
        without_citations(posterior.ask),
        answer(question, leader.id),
        in_words(leader),
        percent(leader.probability),
        *([interval(drawn.low, drawn.high)] if ranged else []),
    )
