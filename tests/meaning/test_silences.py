"""What a gap in the record is worth: a record has to be made, to survive and to be found."""

import pytest
from tests.meaning.line import SURE, case_text, decibans, says

ARCHIVE = """
sources: {archive: {name: The archive}}
"""


def silent(*lines: str, events: str = SURE) -> float:
    """What these silences say for h, in decibans."""
    return says(case_text(ARCHIVE + events + "silences:\n" + "\n".join(lines)))


def test_no_record_says_what_a_record_would_have_had_to_pass() -> None:
    gap = "  - {id: gap, of: fact, by: archive, made: 90%, survives: 75%, found: 80%}"
    assert silent(gap) == pytest.approx(decibans(1 - 0.9 * 0.75 * 0.8))


@pytest.mark.parametrize(
    ("parts", "chance"),
    [
        ("made: 90%", 0.9),
        ("survives: 60..80%", 0.7),
        ("found: 50%, made: 40%", 0.2),
        ("found: 50%, survives: 40%", 0.2),
    ],
)
def test_a_part_left_out_is_certain(parts: str, chance: float) -> None:
    gap = f"  - {{id: gap, of: fact, by: archive, {parts}}}"
    assert silent(gap) == pytest.approx(decibans(1 - chance))


def test_where_no_record_would_have_been_made_silence_says_nothing() -> None:
    assert silent("  - {id: gap, of: fact, by: archive, made: 0%}") == pytest.approx(0.0, abs=1e-9)


THREE_EVENTS = """
events:
  - {id: a, text: A, expected: {h: 100%, other: 0%}}
  - {id: b, text: B, expected: {h: 100%, other: 0%}}
  - {id: c, text: C, expected: {h: 100%, other: 0%}}
"""


def test_three_gaps_in_one_archive_are_not_three_silences() -> None:
    gaps = [
        f"  - {{id: gap_{each}, of: {each}, by: archive, made: 90%, survives: 70%}}"
        for each in "abc"
    ]
    together = silent(*gaps, events=THREE_EVENTS)
    assert together == pytest.approx(decibans(0.7 * 0.1**3 + 0.3))
    assert together > 3 * decibans(1 - 0.9 * 0.7)


def test_gaps_in_three_archives_are_three_silences() -> None:
    gaps = "\n".join(
        f"  - {{id: gap_{each}, of: {each}, by: archive_{each}, made: 90%, survives: 70%}}"
        for each in "abc"
    )
    sources = "\nsources: {archive_a: {name: A}, archive_b: {name: B}, archive_c: {name: C}}\n"
    together = says(case_text(sources + THREE_EVENTS + "silences:\n" + gaps))
    assert together == pytest.approx(3 * decibans(1 - 0.9 * 0.7))


def test_survival_stated_once_holds_for_the_whole_archive() -> None:
    first = "  - {id: gap_a, of: a, by: archive, made: 90%}"
    second = "  - {id: gap_b, of: b, by: archive, made: 90%, survives: 70%}"
    third = "  - {id: gap_c, of: c, by: archive, made: 90%}"
    together = silent(first, second, third, events=THREE_EVENTS)
    assert together == pytest.approx(decibans(0.7 * 0.1**3 + 0.3))


def test_a_silence_may_be_about_a_no() -> None:
    gap = "  - {id: gap, of: fact, by: archive, says: no, made: 80%}"
    assert silent(gap) == pytest.approx(-decibans(0.2))
