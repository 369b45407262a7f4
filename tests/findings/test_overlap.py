"""What counting copies, repeats and gaps as independent would have claimed."""

import pytest
from tests.meaning.line import SURE, case_text, decibans, weighed

HE = "sources: {he: {name: He, character: {honest: 100%}, competence: 80%}, she: {name: She}}\n"
EXACT = "assume: {slip: 0%, fidelity: 100%}\n"


def test_a_letter_and_its_exact_copies_say_together_what_the_letter_says() -> None:
    body = (
        HE
        + EXACT
        + SURE
        + """reports:
  - {id: letter, of: fact, by: he}
  - {id: copy, of: fact, by: she, relays: letter}
  - {id: copy_of_copy, of: fact, by: she, relays: copy}
"""
    )
    groups = {(each.kind, each.name): each for each in weighed(case_text(body)).overlap.groups}
    origin = groups["origin", "letter"]
    assert origin.items == ("letter", "copy", "copy_of_copy")
    assert origin.together == pytest.approx(decibans(4))
    assert origin.apart == pytest.approx(3 * decibans(4))


def test_two_gaps_in_a_doubtful_archive_say_less_than_two_gaps() -> None:
    body = """
sources: {archive: {name: Archive}}
events:
  - {id: fact, text: A fact, expected: {h: 100%, other: 0%}}
  - {id: deed, text: A deed, expected: {h: 100%, other: 0%}}
silences:
  - {id: no_letter, of: fact, by: archive, survives: 80%}
  - {id: no_order, of: deed, by: archive, survives: 80%}
"""
    (group,) = weighed(case_text(body)).overlap.groups
    assert (group.kind, group.name) == ("archive", "archive")
    assert group.together == pytest.approx(-decibans(0.2))
    assert group.apart == pytest.approx(-2 * decibans(0.2))


def test_items_that_each_settle_the_matter_do_not_overlap() -> None:
    body = """
events:
  - {id: root, text: A root, expected: {h: 100%, other: 0%}}
  - {id: a, text: A, known: yes, given: root, expected: {yes: 60%, no: 0%}}
  - {id: b, text: B, known: yes, given: root, expected: {yes: 60%, no: 0%}}
"""
    assert not weighed(case_text(body)).overlap.groups
