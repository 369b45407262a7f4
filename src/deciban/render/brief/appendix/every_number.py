"""Appendix A: every number of the case, with its address, who says so, and why."""

from collections.abc import Iterator, Mapping
from itertools import chain

from deciban.case import Case, Question, Source, Trial
from deciban.case.hanging import answer_of
from deciban.render.brief.appendix.entry import Entry, entry_blocks
from deciban.render.brief.appendix.events import event_folds
from deciban.render.brief.appendix.minds import mind_folds
from deciban.render.brief.appendix.what_ifs import what_if_in_words
from deciban.render.brief.names import answer, event, plain, speaker
from deciban.render.brief.prose import Piece, bullets, code, paragraph, prose, quiet, section
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import chance, listing, quoted
from deciban.render.document.blocks import Block, Fold


def every_number(telling: Telling) -> Iterator[Block]:
    """Answer the appendix of numbers."""
    yield section("Appendix A. Every number", "numbers")
    yield paragraph(
        "Behind the reasons, which are the case's own words, every number stands as it was "
        "written. The path at the head of a line and the name in front of a number are together "
        "its address, by which the case calls it. A range is the author's hesitation; a word is "
        "followed by what it stands for; “rest” is what the others of a row leave over."
    )
    yield _fold(telling, "The questions", _questions(telling.case))
    yield from event_folds(telling)
    if telling.case.sources:
        yield _fold(telling, "Sources", _sources(telling))
    yield from mind_folds(telling)
    yield from _rest(telling)


def _fold(telling: Telling, summary: str, entries: Iterator[Entry]) -> Fold:
    blocks = chain.from_iterable(entry_blocks(telling, each) for each in entries)
    return Fold(summary, tuple(blocks))


def _questions(case: Case) -> Iterator[Entry]:
    for question in case.all_questions().values():
        main = question is case.question
        at = "question" if main else f"questions.{question.id}"
        yield Entry(question, at, question.ask, tuple(_question_facts(question)))


def _question_facts(question: Question) -> Iterator[Piece]:
    yield quiet(f"answers: {'; '.join(_answers(question))}")
    if question.given:
        yield prose(quiet("hangs from "), code(question.given))
    if question.about:
        yield prose(quiet("asks about "), code(question.about))


def _answers(question: Question) -> Iterator[str]:
    for name in question.answers:
        text = question.wording(name)
        yield name if text == name else f"{name} ({text})"


def _sources(telling: Telling) -> Iterator[Entry]:
    for name, source in telling.case.sources.items():
        facts = [quiet(each) for each in _source_facts(telling, source) if each]
        yield Entry(source, f"sources.{name}", speaker(telling.case, name), facts)


def _source_facts(telling: Telling, source: Source) -> Iterator[str]:
    yield f"of the school {quoted(plain(source.school))}" if source.school else ""
    if source.line:
        yield f"its line: {_line(telling.case, source)}"
    hidden = telling.findings.hidden
    found = next((each for each in hidden if (each.kind, each.name) == ("source", source.id)), None)
    if found is not None:
        yield f"by all the evidence {_characters(found.now)}"


def _line(case: Case, source: Source) -> str:
    """What a source pushes: by what it says, of which events."""
    said: dict[str, list[str]] = {}
    for of, says in source.line.items():
        said.setdefault(says, []).append(event(case, of))
    return ", ".join(f"{plain(says)} on {listing(events)}" for says, events in said.items())


def _characters(now: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {chance(p)}" for name, p in now.items() if p > 0.0)


def _rest(telling: Telling) -> Iterator[Block]:
    """The defaults of the case itself, its own tests, and its what-ifs."""
    case = telling.case
    entries = []
    if case.places and any(name.startswith("assume") for name in case.places):
        entries.append(Entry(case.assume, "assume", "The defaults of the case itself"))
    for place, trial in enumerate(case.test):
        entries.append(Entry(trial, f"test.{place}", _tested(case, trial)))
    if entries:
        yield _fold(telling, "Defaults and tests of the case", iter(entries))
    if case.what_if:
        yield Fold("What-ifs", tuple(bullets(what_if_in_words(each) for each in case.what_if)))


def _tested(case: Case, trial: Trial) -> str:
    """What the case's own test is of."""
    found = answer_of(case, trial.of)
    if found is None:
        return f"The case's own test of {quoted(plain(trial.of))}"
    question = case.all_questions()[found[0]]
    of = "" if question is case.question else f" as an answer to {quoted(question.ask)}"
    return f"The case's own test: where {answer(question, found[1])}{of} must lie"
