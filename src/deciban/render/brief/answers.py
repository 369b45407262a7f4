"""The answers with their probabilities, and where they began."""

from collections.abc import Iterator, Sequence

from deciban.case.minds import asked_of
from deciban.findings.posterior import Answer, Posterior
from deciban.render.answers import in_words
from deciban.render.brief.names import introduced, main_answer
from deciban.render.brief.prose import Piece, section, sentences, strong, table, told
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import capital
from deciban.render.document.blocks import Block, Column
from deciban.render.figures import interval, percent

STARTS = ("10%", "30%", "50%", "70%", "90%")


def answers(telling: Telling) -> Iterator[Block]:
    """Answer the table of the answers, the figure, and where the starting points come from."""
    yield section("The answers", "answers")
    posterior = telling.findings.posterior
    yield from _table(telling, posterior)
    if any(each.readers for each in posterior.answers):
        yield from told(
            "With no prior stated, the probabilities above begin with all answers level, which is "
            "a convention and no judgement. What the case does say is how far each reader should "
            "move:"
        )
        yield from _readers(telling, posterior.answers)
    yield from telling.figure("posterior", "How likely each answer is, with its 90% range.")
    yield from told(sentences(_meaning(telling), _open(telling)))


def _table(telling: Telling, posterior: Posterior) -> Iterator[Block]:
    ranged = telling.findings.ranges.draws > 0
    began = not any(each.readers for each in posterior.answers)
    columns = [Column("Answer", share=1.0), Column("In words")]
    columns.append(Column("Probability" if began else "From a level start", "right"))
    columns += [Column("90% range", "right")] if ranged else []
    columns += [Column(_before(telling), "right")] if began else []
    drawn = telling.findings.ranges.of[posterior.question]
    rows: list[Sequence[Piece]] = []
    for each in posterior.answers:
        cells = [in_words(each), percent(each.probability)]
        cells += [interval(drawn[each.id].low, drawn[each.id].high)] if ranged else []
        cells += ["" if each.prior is None else percent(each.prior)] if began else []
        cells = [introduced(telling.case.question, each.id), *cells]
        leads = each is posterior.leader
        rows.append([strong(cell) if leads and cell else cell for cell in cells])
    yield from table(columns, rows, "How likely each answer is, and how likely it was before")


def _before(telling: Telling) -> str:
    """Where the answers began; what had reached an actor is evidence too, and is in by then."""
    mind = asked_of(telling.case.question) is not None
    return "From what came alone" if mind else "Before the evidence"


def _readers(telling: Telling, found: Sequence[Answer]) -> Iterator[Block]:
    columns = [Column("A reader who begins at …", share=1.0)]
    columns += [Column(start, "right") for start in STARTS]
    rows = [
        [f"… for {main_answer(telling.case, each.id)} ends at", *map(percent, each.readers)]
        for each in found
    ]
    yield from table(columns, rows, "Where readers end, by where they begin")


def _meaning(telling: Telling) -> str:
    """Where it is told what the question means, and why its answers begin where they do."""
    question = telling.case.question
    what = "how the question is meant" if question.note else ""
    why = "why its answers begin where they do" if question.because else ""
    both = ", and ".join(each for each in (what, why) if each)
    return f"{capital(telling.place('A'))} says {both}." if both else ""


def _open(telling: Telling) -> str:
    question = telling.case.question
    if question.exhaustive or question.when or question.about is not None:
        return ""
    return (
        "The case does not vouch that one of these answers must be true; if none of them is, this "
        "says only how they compare with each other."
    )
