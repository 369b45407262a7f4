"""Comments stay with what they were written about."""

from tests.edit.layout.reading import lay_out


def test_a_comment_moves_with_the_field_it_stands_above() -> None:
    untidy = "# what it is called\ntitle: A case\n# the language\ndeciban: 1\n"
    assert lay_out(untidy) == "# the language\ndeciban: 1\n# what it is called\ntitle: A case\n"


def test_the_comments_that_head_a_file_stay_first() -> None:
    untidy = "# yaml-language-server: $schema=x.json\n# the name\ntitle: A case\ndeciban: 1\n"
    assert lay_out(untidy) == (
        "# yaml-language-server: $schema=x.json\ndeciban: 1\n# the name\ntitle: A case\n"
    )
    headed = "\n# Copyright\n\n# the name\ntitle: A case\ndeciban: 1\n"
    assert lay_out(headed) == "# Copyright\n\ndeciban: 1\n# the name\ntitle: A case\n"


def test_a_comment_behind_a_value_stays_behind_it() -> None:
    untidy = "events: # all\n- id: a # one\n  because: >-   # why\n    So it was\n  when: 1941#no\n"
    assert lay_out(untidy) == (
        "events:  # all\n  - id: a  # one\n    when: 1941#no\n    because: So it was  # why\n"
    )


def test_a_comment_inside_braces_opens_them() -> None:
    untidy = (
        "events:\n  - id: a\n    expected: {kept: 40%, # about kept\n"
        "      # on attack\n      attack: 5%}\n"
    )
    assert lay_out(untidy) == (
        "events:\n  - id: a\n    expected:\n"
        "      kept: 40%  # about kept\n      # on attack\n      attack: 5%\n"
    )


def test_a_comment_inside_a_record_in_braces_makes_it_a_block() -> None:
    untidy = (
        "reports:\n  - { # first\n    id: a,\n    of: b # second\n    # third\n    } # fourth\n"
    )
    assert lay_out(untidy) == (
        "reports:\n  # first\n  # fourth\n  - id: a\n    of: b  # second\n    # third\n"
    )


def test_a_comment_in_an_empty_list_is_not_lost() -> None:
    assert lay_out("events: [\n  # none yet\n  ]\n") == "# none yet\nevents: []\n"


def test_comments_at_the_end_stay_at_the_end_of_what_they_end() -> None:
    text = (
        "events:\n  - id: a\n    text: It rained\n    # more on a\n\n"
        "  # about b\n  - id: b\n    text: It snowed\n  # no more events\n\n"
        "# Reports\nreports:\n  - {id: c, of: a}\n# the end\n"
    )
    assert lay_out(text) == text


def test_in_a_list_that_is_not_indented_a_heading_goes_with_what_follows() -> None:
    untidy = "events:\n- id: a\n# about b\n- id: b\n# Reports\nreports:\n- id: c\n"
    assert lay_out(untidy) == (
        "events:\n  - id: a\n  # about b\n  - id: b\n\n# Reports\nreports:\n  - id: c\n"
    )


def test_a_heading_keeps_the_blank_line_below_it_and_at_most_one() -> None:
    untidy = "events:\n\n  # Trade\n\n\n  # the first\n  - id: a\n    text: It rained\n"
    assert lay_out(untidy) == (
        "events:\n  # Trade\n\n  # the first\n  - id: a\n    text: It rained\n"
    )


def test_a_comment_between_a_field_and_its_value_goes_above_the_field() -> None:
    assert lay_out("title:\n  # so far\n  A case\n") == "# so far\ntitle: A case\n"
    assert lay_out("title: # first\n  A case # second\n") == "# first\ntitle: A case  # second\n"


def test_comments_in_a_row_keep_their_order() -> None:
    untidy = "events:\n  - id: a\n# one\n    # two\n  # three\nreports: []\n"
    assert lay_out(untidy) == "events:\n  - id: a\n\n# one\n# two\n# three\nreports: []\n"


def test_a_comment_behind_a_bare_dash_goes_above_the_item() -> None:
    assert lay_out("events:\n  -  # the rain\n    id: a\n") == "events:\n  # the rain\n  - id: a\n"


def test_what_looks_like_a_comment_inside_a_text_is_text() -> None:
    text = "note: |-\n  # one\n  two # three\n"
    assert lay_out(text) == text
