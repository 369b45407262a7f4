"""What a relay is worth: nothing beside its origin, and together never more than it."""

import pytest
from tests.meaning.line import SURE, case_text, decibans, says, weighed

HEAD = f"""
assume: {{slip: 0%}}
sources:
  origin: {{name: The origin, character: {{honest: 90%, guesses: rest}}, competence: 80%}}
  desk: {{name: A desk}}
{SURE}
reports:
"""
#: P(the origin says yes | yes), and given no.
TOLD, NOT = 0.9 * 0.8 + 0.05, 0.9 * 0.2 + 0.05

ORIGIN = "  - {id: first, of: fact, by: origin}\n"


def copies(number: int, of: str, fidelity: str = "90%") -> str:
    """Relays of a report, or of a source whose own report is not in the case."""
    return "".join(
        f"  - {{id: copy{n}, of: fact, by: desk, relays: {of}, fidelity: {fidelity}}}\n"
        for n in range(number)
    )


def test_beside_its_origin_a_relay_says_nothing_more() -> None:
    findings = weighed(case_text(HEAD + ORIGIN + copies(1, "first")))
    first, copy = findings.weights.items
    assert copy.weights["h"].last == pytest.approx(0.0, abs=1e-9)
    assert copy.weights["h"].alone > 1.0
    assert first.weights["h"].alone == pytest.approx(decibans(TOLD / NOT))
    assert findings.weights.total["h"] == pytest.approx(decibans(TOLD / NOT))


def test_a_relay_alone_passes_on_what_its_origin_said() -> None:
    passed_on = (TOLD * 0.9 + (1 - TOLD) * 0.1) / (NOT * 0.9 + (1 - NOT) * 0.1)
    assert says(case_text(HEAD + copies(1, "origin"))) == pytest.approx(decibans(passed_on))


def test_relays_of_an_origin_not_in_the_case_share_the_one_report_it_made() -> None:
    two = (TOLD * 0.9**2 + (1 - TOLD) * 0.1**2) / (NOT * 0.9**2 + (1 - NOT) * 0.1**2)
    assert says(case_text(HEAD + copies(2, "origin"))) == pytest.approx(decibans(two))


@pytest.mark.parametrize("number", [2, 5, 40])
def test_copies_of_one_telegram_never_exceed_it(number: int) -> None:
    told = says(case_text(HEAD + copies(number, "origin")))
    assert 0 < told <= decibans(TOLD / NOT) + 1e-9


def test_a_relay_of_a_relay_fades() -> None:
    chain = (
        "  - {id: one, of: fact, by: desk, relays: origin, fidelity: 90%}\n"
        "  - {id: two, of: fact, by: desk, relays: one, fidelity: 90%}\n"
    )
    findings = weighed(case_text(HEAD + chain))
    one, two = (item.weights["h"] for item in findings.weights.items)
    faith = 0.9**2 + 0.1**2
    twice = (TOLD * faith + (1 - TOLD) * (1 - faith)) / (NOT * faith + (1 - NOT) * (1 - faith))
    assert two.alone == pytest.approx(decibans(twice))
    assert two.last == pytest.approx(0.0, abs=1e-9)
    assert one.alone > two.alone


def test_a_garbled_relay_may_name_any_other_outcome() -> None:
    body = """
assume: {slip: 0%}
sources:
  origin: {name: Origin, character: {honest: 100%}, competence: 100%}
  desk: {name: Desk}
events:
  - id: which
    text: Which
    outcomes: [a, b, c]
    expected: {h: {a: 100%, else: 0%}, other: {b: 100%, else: 0%}}
reports: [{id: copy, of: which, by: desk, relays: origin, says: SAYS, fidelity: 80%}]
"""
    assert says(case_text(body.replace("SAYS", "a"))) == pytest.approx(decibans(0.8 / 0.1))
    assert says(case_text(body.replace("SAYS", "c"))) == pytest.approx(0.0, abs=1e-9)


def test_a_relays_bearer_has_no_character_of_its_own() -> None:
    plain = HEAD + copies(1, "origin")
    liar = plain.replace("{name: A desk}", "{name: A desk, character: {inverts: 100%}}")
    assert says(case_text(liar)) == pytest.approx(says(case_text(plain)))
