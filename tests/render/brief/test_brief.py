"""What a brief claims, and what it must never do."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.docs.pages import PAGES, cases, name_of
from tests.render.brief.briefs import (
    DRAWS,
    FLAGSHIP,
    SECOND,
    SMALL,
    accounted,
    brief,
    brief_of_text,
    notes,
    proses,
    said,
    section,
    sections,
    words,
)

from deciban import pipeline
from deciban.case import Amount, judgements_of
from deciban.case.cited import cited
from deciban.case.walk import records_in
from deciban.read import read_text_of_case
from deciban.render.brief.brief import brief_of
from deciban.render.brief.names import introduced, main_answer
from deciban.render.brief.words import chance
from deciban.render.document.blocks import Document, Fold, Footnote, Run, Table
from deciban.units import SCALES

CASES = (SMALL, FLAGSHIP, SECOND)
CONTRARY = """
    deciban: 1
    title: A letter
    question: {{ask: Had he read it?, hypotheses: {{read: He had, not: He had not}},
               exhaustive: yes, prior: {prior}}}
    events:
      - {{id: opened, text: The seal is broken, known: yes, expected: {{read: {most}, not: 20%}}}}
      {more}
"""


def _sentences(prose: str) -> list[str]:
    return re.split(r"(?<=[.!?]) ", prose)


@pytest.mark.parametrize("folder", CASES)
def test_the_bottom_line_names_the_leader_in_the_words_of_the_case(folder: Path) -> None:
    case, account = accounted(folder)
    leader = account.findings.posterior.leader
    first = _sentences(said(section(brief(folder), "bottom-line")))[0]
    assert first.startswith(introduced(case.question, leader.id))
    assert f"at {chance(leader.probability)}" in first
    assert leader.words in first
    assert leader.text.removesuffix(".") in first


@pytest.mark.parametrize("folder", CASES)
def test_likelihood_and_confidence_are_never_in_one_sentence(folder: Path) -> None:
    case, account = accounted(folder)
    leader = account.findings.posterior.leader
    likelihood, confidence = said(section(brief(folder), "bottom-line")).splitlines()
    assert "onfidence" not in likelihood
    for word in SCALES[case.words].words:
        assert not re.search(rf"\b{word.text}\b", confidence)
    assert f"at {chance(leader.probability)}" not in confidence


@pytest.mark.parametrize("folder", CASES)
def test_confidence_says_why(folder: Path) -> None:
    told = said(section(brief(folder), "bottom-line"))
    level = accounted(folder)[1].findings.confidence.level
    assert f"Confidence in this answer is {level}: " in told


@pytest.mark.parametrize("folder", CASES)
def test_every_number_stands_in_the_appendix_exactly_once_as_it_was_written(folder: Path) -> None:
    case, _ = accounted(folder)
    shown = Counter(_numbers(brief(folder)))
    assert set(shown.values()) == {1}
    told = dict(shown)
    for address, judgement in judgements_of(case):
        assert (address, judgement.text) in told, address
    amounts = sum(1 for record in records_in(case) for _ in _amounts(record))
    assert len(shown) >= len(tuple(judgements_of(case))) + amounts


@pytest.mark.parametrize("folder", CASES)
def test_every_because_stands_in_the_appendix_with_its_numbers(folder: Path) -> None:
    case, _ = accounted(folder)
    told = _squeezed(said(section(brief(folder), "numbers")))
    for record in records_in(case):
        because = getattr(record, "because", None)
        if because and getattr(record, "id", "") not in {each.id for each in case.left_out}:
            plain = _squeezed(re.sub(r"\s*\[[^\]]*@[^\]]*\]", "", because))
            if "because" in record.places:
                assert plain in told, because


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _amounts(record: object) -> Iterator[Amount]:
    for value in vars(record).values():
        if isinstance(value, Amount):
            yield value


def _numbers(document: Document) -> Iterator[tuple[str, str]]:
    """Every number of the appendix: its address, and its text."""
    for prose in proses(section(document, "numbers")):
        runs = [each for each in prose if isinstance(each, Run)]
        if runs and runs[0].style == "code":
            yield from _on_line(runs)


def _on_line(runs: list[Run]) -> Iterator[tuple[str, str]]:
    head, *rest = runs
    named = [place for place, run in enumerate(rest) if run.style == "code"]
    for place in named or [-1]:
        address = f"{head.text}.{rest[place].text}" if named else head.text
        yield address, rest[place + 1].text.strip().split(";")[0]


@pytest.mark.parametrize("style", ["chicago", "author-date"])
@pytest.mark.parametrize("folder", CASES)
def test_works_cited_are_those_that_the_case_cites_and_no_others(folder: Path, style: str) -> None:
    case, _ = accounted(folder)
    listed = [words(each) for each in proses(section(brief(folder, style=style), "works"))]
    works = case.bibliography.works
    meant = {key for key in (*cited(case), *case.consulted) if key in works}
    assert len(listed) == len(meant)
    for key, work in works.items():
        shown = any(_folded(work.title) in _folded(each) for each in listed)
        assert shown == (key in meant), key


def _folded(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


@pytest.mark.parametrize("folder", CASES)
def test_every_note_says_something_and_holds_no_key(folder: Path) -> None:
    case, _ = accounted(folder)
    told = notes(brief(folder).blocks)
    assert len(told) > len({*told}) / 2
    assert all(each.strip() for each in told)
    assert not [each for each in told for key in case.bibliography.works if f"@{key}" in each]


@pytest.mark.parametrize("folder", CASES)
def test_no_citation_is_left_as_it_was_written(folder: Path) -> None:
    assert "[@" not in said(brief(folder).blocks)


@pytest.mark.parametrize("folder", CASES)
def test_what_stands_against_the_answer_is_always_told(folder: Path) -> None:
    told = said(section(brief(folder), "against"))
    items = accounted(folder)[1].against
    assert items or "Nothing: no item of the case speaks against" in told
    assert len(told.splitlines()) == 1 + len(items)


def test_what_stands_against_by_less_than_half_a_deciban_is_told_too() -> None:
    more = "- {id: kept, text: He kept it, known: yes, expected: {read: 49%, not: 50%}}"
    document = brief_of_text(CONTRARY.format(prior="even", most="60%", more=more))
    told = said(section(document, "against"))
    assert told.startswith("Nothing speaks against “He had” by as much as half a deciban.")
    assert "He kept it" in told


@pytest.mark.parametrize("folder", CASES)
def test_a_note_stands_with_what_is_recorded_and_not_behind_the_author_s_reasons(
    folder: Path,
) -> None:
    told = [*proses(section(brief(folder), "carries"))]
    items = [each for each in told if isinstance(each[0], Run) and each[0].style == "strong"]
    assert any(isinstance(each[1], Footnote) for each in items)


def test_in_the_text_a_citation_stands_among_the_facts() -> None:
    told = said(section(brief(SMALL, style="author-date"), "against"))
    assert "(31 October 1911; undisputed, public since 1931; " in told
    assert ") (" not in told


NOTED = "- {{id: kept, text: He kept it, known: yes, expected: {{read: 49%, not: 50%}}, note: {}}}"


@pytest.mark.parametrize("note", ["It is not contested.", "It is uncontested."])
def test_what_is_not_contested_is_not_called_so(note: str) -> None:
    more = NOTED.format(note)
    document = brief_of_text(CONTRARY.format(prior="even", most="60%", more=more))
    assert "what is contested" not in said(section(document, "limits"))


def test_what_is_called_contested_may_be_a_meaning_and_not_the_fact() -> None:
    more = NOTED.format("The motive is contested.")
    document = brief_of_text(CONTRARY.format(prior="even", most="60%", more=more))
    told = said(section(document, "limits"))
    assert "of a fact, of its date or of what it means, in what it says of “He kept it”." in told


@pytest.mark.parametrize("folder", [FLAGSHIP, SECOND])
def test_what_was_learned_of_a_mind_is_told_in_words_with_the_address_behind(folder: Path) -> None:
    tables = [each for each in _everything(brief(folder)) if isinstance(each, Table)]
    learned = [each for each in tables if each.caption.startswith("What has been learned")]
    assert learned
    for row in learned[0].rows:
        assert [each.style for each in row[0] if isinstance(each, Run)] == ["plain", "code"]


@pytest.mark.parametrize("folder", [FLAGSHIP, SECOND])
def test_a_choice_is_called_by_what_shows_it_or_by_its_date(folder: Path) -> None:
    case, account = accounted(folder)
    told = said(section(brief(folder), f"mind-{account.minds[0].brief.actor}"))
    for made in case.actors[account.minds[0].brief.actor].chooses:
        assert f"the choice “{made.id.replace('_', ' ')}”" not in told


def test_where_nothing_stands_against_it_that_is_said() -> None:
    document = brief_of_text(CONTRARY.format(prior="even", most="60%", more=""))
    told = said(section(document, "against"))
    assert told.startswith("Nothing: no item of the case speaks against “He had”.")


def test_a_case_without_a_prior_claims_no_probability() -> None:
    document = brief_of_text(CONTRARY.format(prior="none", most="60%", more=""))
    told = said(section(document, "bottom-line"))
    assert told.startswith("The case states no prior")
    assert "whoever began at 50% ends at 75%" in told
    assert "likeliest" not in told


def test_evidence_that_speaks_against_a_leader_is_not_said_to_carry_it() -> None:
    document = brief_of_text(CONTRARY.format(prior="{read: 90%, not: rest}", most="10%", more=""))
    assert "the evidence does not carry it: it stood higher before" in said(document.blocks)


def test_answers_that_are_level_are_not_ranked() -> None:
    document = brief_of_text(CONTRARY.format(prior="even", most="20%", more=""))
    told = said(section(document, "bottom-line"))
    assert told.startswith("No answer leads: “He had” and “He had not” are level, at 50% each.")
    assert "likelier" not in told.splitlines()[0]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_case_of_the_pages_has_a_brief_that_reads_whole(page: Path) -> None:
    for block in cases(page):
        weighing = pipeline.account(read_text_of_case(block.text, Path("nowhere")), draws=DRAWS)
        if weighing.case is not None and weighing.findings is not None and weighing.sound:
            document = brief_of(weighing.findings, weighing.case, weighing.problems, figures=False)
            told = said(document.blocks)
            assert "carries" in sections(document)
            assert not re.search(r"\b(None|nan|inf)\b(?! of )|\(\)|“”|\.\.$", told), block.line


def test_what_rules_an_answer_out_is_told_in_words() -> None:
    more = "- {id: sealed, text: He wept, known: yes, expected: {read: 50%, not: 0%}}"
    document = brief_of_text(CONTRARY.format(prior="even", most="60%", more=more))
    told = said(document.blocks)
    assert "“He had” is the only answer that what is known leaves open." in told
    assert "leaves no other answer open" in told
    assert "inf" not in told.split()


def test_an_answer_about_a_mind_is_never_a_lone_belief() -> None:
    told = said(section(brief(FLAGSHIP), "mind-stalin"))
    assert "No single figure among these is claimed to have been in that head" in told
    assert "the same acts speak the other way" in told
    assert "says nothing of how strongly it was held" in told
    assert "the truth may lie further out" in told
    assert "says nothing of how firmly" in said(section(brief(FLAGSHIP), "bottom-line"))


@pytest.mark.parametrize("folder", CASES)
def test_sections_that_have_nothing_to_tell_are_left_out(folder: Path) -> None:
    found = sections(brief(folder))
    case, _ = accounted(folder)
    assert found[:6] == ["bottom-line", "answers", "carries", "against", "hangs-on", "settles"]
    assert any(each.startswith("mind-") for each in found) == bool(case.actors)
    assert found[-2:] == ["computed", "works"]


def test_a_short_brief_leaves_out_the_appendices_and_refers_to_none() -> None:
    document = brief(FLAGSHIP, short=True)
    told = said(document.blocks)
    assert not {"numbers", "assumed", "left-out", "in-full"} & {*sections(document)}
    assert "Appendix" not in told
    assert "the full brief" in told


@pytest.mark.parametrize("folder", CASES)
def test_what_was_assumed_and_what_was_left_out_are_told_in_full(folder: Path) -> None:
    case, account = accounted(folder)
    assumed = said(section(brief(folder), "assumed"))
    for each in account.findings.assumed:
        assert all(address in assumed for address in each.where)
    told = said(section(brief(folder), "left-out"))
    assert all(each.text.removesuffix(".") in told for each in case.left_out)


def test_a_quotation_says_where_it_was_found_and_one_that_names_no_document_is_counted() -> None:
    document = brief(SMALL)
    assert "found so at line 2 of documents/order.txt" in said(section(document, "numbers"))
    assert "one quotation was held against no document" in said(section(document, "limits"))


def test_tables_say_what_they_show_and_folds_what_they_fold() -> None:
    for block in _everything(brief(FLAGSHIP)):
        if isinstance(block, Table):
            assert block.caption
            assert all(len(row) == len(block.columns) for row in block.rows)
        if isinstance(block, Fold):
            assert block.summary
            assert block.blocks


def _everything(document: Document) -> Iterator[object]:
    waiting: list[object] = list(document.blocks)
    while waiting:
        block = waiting.pop()
        yield block
        waiting += getattr(block, "blocks", ())


@pytest.mark.parametrize("folder", CASES)
def test_nothing_is_left_unsaid_between_two_marks(folder: Path) -> None:
    for prose in proses(brief(folder).blocks):
        told = words(prose)
        assert told == told.strip()
        assert "()" not in told
        assert "“”" not in told
        assert not re.search(r" [.,;:)]|\( ", told.replace(" ...", "")), told
        assert not re.search(r"\bNone\b(?! of )", told)


def test_a_footnote_holds_no_footnote() -> None:
    for prose in proses(brief(FLAGSHIP).blocks):
        for each in prose:
            if isinstance(each, Footnote):
                assert not any(isinstance(part, Footnote) for part in each.content)


def test_names_of_answers_are_used_only_where_words_would_be_too_long() -> None:
    flagship, small = accounted(FLAGSHIP)[0], accounted(SMALL)[0]
    assert main_answer(flagship, "demands") == "“demands”"
    assert main_answer(small, "saw") == "“He had seen it”"
    assert introduced(flagship.question, "kept") == "“No attack in 1941” (“kept”)"
