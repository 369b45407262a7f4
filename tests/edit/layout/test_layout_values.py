"""How values are written: on one line where they fit, harmless to read back, else below."""

import pytest
from tests.edit.layout.reading import lay_out

from deciban.case import Move, Position

LONG = (
    "He had a treaty that paid both sides and an opponent still at war in the west, which "
    "favours quiet"
)


def test_the_fields_of_a_record_come_in_the_order_of_the_language_and_unknown_ones_last() -> None:
    untidy = "title: A case\nshade: green\ndeciban: 1\nnote: Short\naura: red\n"
    assert lay_out(untidy) == "deciban: 1\ntitle: A case\nnote: Short\nshade: green\naura: red\n"


def test_names_that_the_author_chose_keep_his_order() -> None:
    text = "sources:\n  zhukov: {name: Georgy Zhukov}\n  archives: {name: The archives}\n"
    assert lay_out(text) == text


def test_the_parts_of_a_case_are_set_apart_and_the_lines_before_them_are_not() -> None:
    untidy = (
        "deciban: 1\n\n\ntitle: A case\nquestion:\n    ask: Why\n"
        "events:\n- text: It rained\n  id: rain\n"
    )
    assert lay_out(untidy) == (
        "deciban: 1\ntitle: A case\n\n"
        "question:\n  ask: Why\n\n"
        "events:\n  - id: rain\n    text: It rained\n"
    )


def test_a_row_of_judgements_stands_on_one_line() -> None:
    untidy = "question:\n  prior:\n    kept: 40%\n    demands: '30..50%'\n    attack: rest\n"
    assert lay_out(untidy) == "question:\n  prior: {kept: 40%, demands: 30..50%, attack: rest}\n"


def test_nested_rows_are_a_line_each() -> None:
    untidy = (
        "question:\n  prior: {kept: {yes: 5%, no: rest},\n   attack: {yes: 1 in 20, no: rest}}\n"
    )
    assert lay_out(untidy) == (
        "question:\n  prior:\n    kept: {yes: 5%, no: rest}\n    attack: {yes: 1 in 20, no: rest}\n"
    )


def test_a_row_too_long_for_a_line_is_a_line_for_each() -> None:
    row = ", ".join(f"an_event_with_a_long_name_{number}: yes" for number in range(4))
    laid = lay_out(f"sources:\n  zhukov:\n    line: {{{row}}}\n")
    assert laid.splitlines()[2:4] == ["    line:", "      an_event_with_a_long_name_0: yes"]


def test_short_hypotheses_share_a_line_and_sentences_do_not() -> None:
    short = "question:\n  hypotheses: {yes: They did, no: They did not}\n"
    assert lay_out("question:\n  hypotheses:\n    yes: They did\n    no: They did not\n") == short
    with_comma = "question:\n  hypotheses:\n    yes: They did, all\n    no: They did not\n"
    assert lay_out(with_comma) == with_comma


def test_lists_of_names_stand_in_brackets_until_they_grow_too_long() -> None:
    assert lay_out("events:\n  - id: a\n    cite:\n    - b\n    - c\n") == (
        "events:\n  - id: a\n    cite: [b, c]\n"
    )
    keys = [f"a_rather_long_key_{number}" for number in range(6)]
    laid = lay_out(f"events:\n  - id: a\n    cite: [{', '.join(keys)}]\n")
    assert laid.splitlines()[2:5] == ["    cite:", f"      - {keys[0]}", f"      - {keys[1]}"]


def test_a_record_in_braces_stays_so_while_it_is_short() -> None:
    text = "reports:\n  - {id: x, of: y, by: z}\n  - {id: w, of: y, by: z}\n"
    assert lay_out(text) == text
    assert lay_out("reports:\n  - {of: y, id: x,\n     by: z}\n") == (
        "reports:\n  - {id: x, of: y, by: z}\n"
    )


def test_a_record_in_braces_that_holds_a_sentence_becomes_a_block() -> None:
    assert lay_out(f"reports:\n  - {{id: x, of: y, by: z, text: {LONG[:60]}}}\n") == (
        f"reports:\n  - id: x\n    of: y\n    by: z\n    text: {LONG[:60]}\n"
    )


def test_entries_of_several_lines_are_set_apart_and_groups_of_short_ones_stay_groups() -> None:
    untidy = (
        "reports:\n  - {id: a, of: b}\n\n\n  - {id: c, of: b}\n  - {id: d, of: b}\n"
        "  - id: e\n    of: b\n  - {id: f, of: b}\n"
    )
    assert lay_out(untidy) == (
        "reports:\n  - {id: a, of: b}\n\n  - {id: c, of: b}\n  - {id: d, of: b}\n\n"
        "  - id: e\n    of: b\n\n  - {id: f, of: b}\n"
    )


def test_prose_that_fits_stands_on_the_line_of_its_field() -> None:
    assert lay_out("title: >-\n  Did Stalin\n  trust\n\n") == "title: Did Stalin trust\n"
    assert lay_out("title: Did   Stalin\n  trust\n") == "title: Did Stalin trust\n"


def test_prose_that_does_not_fit_is_wrapped_below() -> None:
    assert lay_out(f"events:\n  - id: a\n    because: {LONG}\n") == (
        "events:\n  - id: a\n    because: >-\n"
        "      He had a treaty that paid both sides and an opponent still at war in the west, "
        "which favours\n      quiet\n"
    )


def test_paragraphs_stay_apart() -> None:
    text = "note: >-\n  The first.\n\n  The second.\n"
    assert lay_out(text) == text


def test_prose_set_line_by_line_stays_so() -> None:
    text = "note: |-\n  Roses are red\n    and so on\n\n  # no comment\n"
    assert lay_out(text) == text
    assert lay_out("note: |2\n    indented\n  not\n") == "note: |2\n    indented\n  not\n"


@pytest.mark.parametrize(
    ("written", "laid"),
    [
        ("'Plain enough'", "Plain enough"),
        ('"He said: wait"', "'He said: wait'"),
        ("'cell #5'", "'cell #5'"),
        ("'#5'", "'#5'"),
        ("'[sic] so'", "'[sic] so'"),
        ("'it''s'", "it's"),
        ("'''tis'", "'''tis'"),
        ("'- no list'", "'- no list'"),
        ("'-6 of them'", "-6 of them"),
        ("'yes'", "yes"),
        ("'a, b? {c}'", "a, b? {c}"),
        ("'at 14:00'", "at 14:00"),
        ("'ends so:'", "'ends so:'"),
    ],
)
def test_quotes_stay_where_they_are_needed(written: str, laid: str) -> None:
    assert lay_out(f"title: {written}\n") == f"title: {laid}\n"


def test_characters_that_cannot_be_seen_are_spelled_out() -> None:
    assert lay_out('title: "rung\\x07 twice"\n') == 'title: "rung\\x07 twice"\n'


def test_inside_braces_more_needs_quotes() -> None:
    text = "reports:\n  - {id: x, fidelity: 3:1, made: 1941-06-21T21:30, text: 'why, so?'}\n"
    assert lay_out(text) == text


def test_a_judgement_is_kept_as_it_was_written() -> None:
    text = "events:\n  - id: a\n    expected: {kept: 070 % (50 .. 85%), attack: ' Very Likely '}\n"
    assert "{kept: 070 % (50 .. 85%), attack: Very Likely}" in lay_out(text)


def test_what_was_left_empty_stays_empty() -> None:
    text = "title:\nnote: ''\n\nquestion:\n  subject:\n\nreports: []\n"
    assert lay_out(text) == text


def test_what_a_what_if_adds_is_laid_out_like_a_case() -> None:
    untidy = "what_if:\n- id: a\n  add:\n    events:\n    - text: It rained\n      id: rain\n"
    assert lay_out(untidy) == (
        "what_if:\n  - id: a\n    add:\n      events:\n"
        "        - id: rain\n          text: It rained\n"
    )


def test_a_value_of_the_wrong_shape_is_kept_for_the_checker_to_find() -> None:
    text = "sources:\n  - zhukov\n\nevents: none yet\n"
    assert lay_out(text) == text


def test_a_position_and_a_move_are_laid_out_too() -> None:
    position = (
        "position: alice\nreads: sha256:9f2c\n\nholds:\n"
        "  sources.zhukov.character.honest: {is: 35%, was: 70%, because: m-undercut-x7q}\n\n"
        "stances: {tass_was_a_feeler: accept, memo_seen: reject}\n"
    )
    assert lay_out(position, Position) == position
    assert lay_out("author: bob\nmove: ask\ntext: 'Who saw it?'\n", Move) == (
        "move: ask\nauthor: bob\ntext: Who saw it?\n"
    )


def test_line_breaks_of_another_system_become_plain_ones() -> None:
    assert lay_out("deciban: 1\r\ntitle: A case   \r\n\r\n\r\n") == "deciban: 1\ntitle: A case\n"
