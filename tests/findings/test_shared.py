"""Which items share something hidden."""

from tests.meaning.line import case_text, sound_case

from deciban.case import Case
from deciban.case.origins import Origin, roots_of
from deciban.findings.shared import shared_items

FACT = "events:\n  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}\n"
SOURCES = "sources: {he: {name: He}, she: {name: She}, it: {name: It}}\n"


def case_of(body: str) -> Case:
    return sound_case(case_text(body))


def groups_of(case: Case) -> dict[tuple[str, str], tuple[str, ...]]:
    """The items of every group, by its kind and name."""
    ids = [each.id for each in case.listed()]
    return {(each.kind, each.name): each.items for each in shared_items(case, ids)}


CHAIN = (
    SOURCES
    + FACT
    + """reports:
  - {id: copy_of_copy, of: fact, by: it, relays: copy}
  - {id: copy, of: fact, by: she, relays: told}
  - {id: told, of: fact, by: he}
"""
)


def test_a_relay_of_a_relay_goes_back_to_the_first_report() -> None:
    root = Origin("he", "fact", "told")
    roots = roots_of(case_of(CHAIN))
    assert roots == {"told": root, "copy": root, "copy_of_copy": root}


def test_relays_of_a_report_that_is_not_here_go_back_to_its_source() -> None:
    case = case_of(
        SOURCES
        + FACT
        + """reports:
  - {id: copy, of: fact, by: she, relays: he}
  - {id: copy_of_copy, of: fact, by: it, relays: copy}
"""
    )
    root = Origin("he", "fact", None)
    assert roots_of(case) == {"copy": root, "copy_of_copy": root}
    assert groups_of(case)["origin", "he"] == ("copy", "copy_of_copy")


def test_an_origin_is_one_with_its_copies_and_with_their_copies() -> None:
    groups = groups_of(case_of(CHAIN))
    assert groups["origin", "told"] == ("copy_of_copy", "copy", "told")
    assert ("source", "he") not in groups  # the same items


def test_what_a_source_says_is_one_with_what_others_have_from_it() -> None:
    case = case_of(
        SOURCES
        + FACT
        + """reports:
  - {id: first, of: fact, by: he}
  - {id: again, of: fact, by: he}
  - {id: copy, of: fact, by: she, relays: first}
  - {id: own, of: fact, by: she}
"""
    )
    groups = groups_of(case)
    assert groups["source", "he"] == ("first", "again", "copy")
    assert groups["origin", "first"] == ("first", "copy")
    assert ("source", "she") not in groups


def test_what_goes_back_to_one_school_is_one_group() -> None:
    case = case_of(
        """
sources:
  he: {name: He, school: marshals}
  she: {name: She, school: marshals}
  it: {name: It}
"""
        + FACT
        + """reports:
  - {id: his, of: fact, by: he}
  - {id: hers, of: fact, by: she}
  - {id: copy, of: fact, by: it, relays: hers}
"""
    )
    assert groups_of(case)["school", "marshals"] == ("his", "hers", "copy")


def test_a_book_that_speaks_is_a_source_like_any_other() -> None:
    told = "\n".join(f"  - {{id: r{n}, of: fact, by: smith1999}}" for n in range(2))
    assert groups_of(case_of(FACT + "reports:\n" + told))["source", "smith1999"] == ("r0", "r1")


GAPS = """silences:
  - {id: no_letter, of: fact, by: archive, made: 90%SURVIVES}
  - {id: no_order, of: deed, by: archive, made: 90%}
  - {id: no_diary, of: deed, by: widow, made: 90%}
"""
TWO_EVENTS = FACT + "  - {id: deed, text: A deed, expected: {h: 80%, other: 20%}}\n"
ARCHIVE = "sources: {archive: {name: Archive}, widow: {name: Widow}}\n" + TWO_EVENTS


def test_gaps_in_an_archive_that_may_be_lost_are_one_group() -> None:
    groups = groups_of(case_of(ARCHIVE + GAPS.replace("SURVIVES", ", survives: 60%")))
    assert groups["archive", "archive"] == ("no_letter", "no_order")
    assert ("archive", "widow") not in groups


def test_gaps_in_an_archive_that_was_surely_kept_share_nothing() -> None:
    groups = groups_of(case_of(ARCHIVE + GAPS.replace("SURVIVES", "")))
    assert not [kind for kind, _ in groups if kind == "archive"]


def test_what_an_event_also_causes_hangs_from_it() -> None:
    case = case_of(
        """
events:
  - {id: purge, text: A purge, expected: {h: 50%, other: 20%}}
  - {id: chaos, text: Chaos, known: yes, EXPECTED}
  - {id: delay, text: Delay, known: yes, EXPECTED}
""".replace("EXPECTED", "expected: {h: 10%, other: 9%}, also_caused_by: {purge.yes: 60%}")
    )
    groups = groups_of(case)
    assert set(groups["event", "purge"]) >= {"chaos", "delay"}


def chained(length: int) -> str:
    """Hidden events, each hanging from the one before, with two reports of the last."""
    events = ["{id: e0, text: The first, expected: {h: 90%, other: 10%}}"]
    events += [
        f"{{id: e{n}, text: Another, given: e{n - 1}, expected: {{yes: 99%, no: 1%}}}}"
        for n in range(1, length)
    ]
    last = f"e{length - 1}"
    told = [f"{{id: {name}_says, of: {last}, by: {name}}}" for name in ("he", "she")]
    lists = {"events": events, "reports": told}
    return SOURCES + "".join(
        f"{key}:\n" + "".join(f"  - {entry}\n" for entry in entries)
        for key, entries in lists.items()
    )


def test_reports_at_the_end_of_a_long_chain_share_every_event_of_it() -> None:
    groups = groups_of(case_of(chained(300)))
    for number in range(300):
        assert groups["event", f"e{number}"][-2:] == ("he_says", "she_says")
