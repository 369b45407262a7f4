"""What a case cites: in its fields, as speakers, and in its sentences."""

from pathlib import Path

from deciban.case import Case
from deciban.case.cited import cited, consulted, unused
from deciban.read import read_case

CASE = """deciban: 1
title: The ladder, and no [@in_a_title]
note: As was often said [@in_a_note, p. 4].
question:
  ask: Did he know [@in_a_question]?
  hypotheses: {knew: "He knew [@in_a_hypothesis]", unaware: He did not}
  exhaustive: yes
  prior: even
sources:
  neighbour: {name: The neighbour, cite: of_a_source}
events:
  - id: cake
    text: He came with a cake
    known: yes
    expected: {knew: 20%, unaware: 10%}
    quote: "He wrote [@in_a_quotation]."
    at: "[@in_a_place]"
    cite: [of_an_event, in_a_note]
    because: Nobody does so for nothing [see @in_a_reason; @in_another, ch. 2].
reports:
  - {id: told, of: cake, by: speaks_itself}
left_out:
  - {id: rope, text: A rope, because: Nobody saw it, cite: of_what_was_left_out}
consulted: [of_an_event, only_read]
"""
CITED = [
    "in_a_note",
    "in_a_question",
    "in_a_hypothesis",
    "of_a_source",
    "of_an_event",
    "in_a_reason",
    "in_another",
    "speaks_itself",
    "of_what_was_left_out",
]
KEYS = [*CITED, "only_read", "in_a_title", "in_a_quotation", "in_a_place", "nobody"]


def _case(folder: Path) -> Case:
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    works = ", ".join(f'{{"id": "{key}", "title": "{key}"}}' for key in KEYS)
    (folder / "sources.json").write_text(f"[{works}]", encoding="utf-8")
    case = read_case(folder).case
    assert case is not None
    return case


def test_a_work_is_cited_in_a_field_as_a_speaker_or_in_a_sentence(tmp_path: Path) -> None:
    assert set(cited(_case(tmp_path))) == set(CITED)


def test_works_come_in_the_order_of_the_text(tmp_path: Path) -> None:
    names = list(cited(_case(tmp_path)))
    assert names[0] == "in_a_note"
    assert names[-1] == "of_what_was_left_out"


def test_words_of_others_names_and_places_cite_nothing(tmp_path: Path) -> None:
    assert {"in_a_title", "in_a_quotation", "in_a_place"} <= set(unused(_case(tmp_path)))


def test_what_was_consulted_is_neither_cited_nor_unused(tmp_path: Path) -> None:
    case = _case(tmp_path)
    assert consulted(case) == ("only_read",)
    assert "only_read" not in unused(case)
    assert "nobody" in unused(case)
