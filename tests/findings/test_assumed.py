"""What deciban assumed, and what the case said itself."""

from tests.meaning.line import case_text, weighed

BODY = """
sources: {he: {name: He}, she: {name: She}}
events:
  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}
reports:
  - {id: told, of: fact, by: he, says: yes}
  - {id: copy, of: fact, by: she, says: yes, relays: told}
"""
STATED = """
assume: {competence: 70%, slip: 2%, fidelity: 90%, character: B}
"""


def assumed(body: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    found = weighed(case_text(body)).assumed
    return {each.what: (each.value, each.where) for each in found}


def test_defaults_are_listed_where_they_fill_a_gap() -> None:
    assert assumed(BODY) == {
        "competence": ("75..95%", ("sources.he.competence",)),
        "slip": ("5%", ("assume.slip",)),
        "fidelity": ("95%", ("reports.copy.fidelity",)),
        "character": ("F", ("sources.he.reliability",)),
    }


def test_what_the_case_assumes_itself_is_not_assumed_by_deciban() -> None:
    assert not assumed(STATED + BODY)


GAPS = """
sources: {archive: {name: Archive}, widow: {name: Widow}}
events:
  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}
silences:
  - {id: no_letter, of: fact, by: archive, made: 90%, survives: 60%}
  - {id: no_order, of: fact, by: archive, made: 90%, found: 80%}
  - {id: no_diary, of: fact, by: widow, says: no, made: 90%}
  - {id: no_note, of: fact, by: widow, says: no, made: 90%, found: 80%}
"""


def test_a_part_left_out_of_a_silence_is_assumed_to_be_certain() -> None:
    assert assumed(GAPS)["certain parts of silences"] == (
        "100%",
        ("silences.no_letter.found", "silences.no_diary.survives", "silences.no_diary.found"),
    )


def test_a_silence_with_all_its_parts_assumes_nothing() -> None:
    whole = GAPS.partition("silences:")[0] + (
        "silences:\n  - {id: gap, of: fact, by: widow, made: 90%, survives: 60%, found: 80%}\n"
    )
    assert not assumed(whole)
