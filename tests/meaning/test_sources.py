"""What a source's word is worth: character, competence, belief, slip, school.

The event is certain under h and excluded otherwise, so a report weighs
``P(says yes | yes) / P(says yes | no)``.
"""

import pytest
from tests.meaning.line import SURE, case_text, chances, decibans, says, weighed


def word_of(character: str, *, reports: int = 1, slip: str = "0%", line: str = "") -> str:
    """A case in which one source of competence 80% says yes so many times."""
    told = "\n".join(f"  - {{id: r{n}, of: fact, by: he}}" for n in range(reports))
    body = f"""
assume: {{slip: {slip}}}
sources:
  he: {{name: He, character: {character}, competence: 80%{line}}}
{SURE}
reports:
{told}
"""
    return case_text(body)


HONEST = "{honest: 100%}"


@pytest.mark.parametrize(
    ("character", "yes_if_yes", "yes_if_no"),
    [
        (HONEST, 0.8, 0.2),
        ("{inverts: 100%}", 0.2, 0.8),
        ("{guesses: 100%}", 0.5, 0.5),
        ("{honest: 70%, guesses: rest}", 0.7 * 0.8 + 0.15, 0.7 * 0.2 + 0.15),
        ("{honest: 60%, inverts: rest}", 0.6 * 0.8 + 0.4 * 0.2, 0.6 * 0.2 + 0.4 * 0.8),
        ("{honest: 60..80%, guesses: rest}", 0.7 * 0.8 + 0.15, 0.7 * 0.2 + 0.15),
    ],
)
def test_each_character_makes_its_own_of_what_it_believes(
    character: str, yes_if_yes: float, yes_if_no: float
) -> None:
    assert says(word_of(character)) == pytest.approx(decibans(yes_if_yes / yes_if_no))


def test_a_slip_spoils_an_honest_word() -> None:
    expected = (0.8 * 0.9 + 0.2 * 0.1) / (0.2 * 0.9 + 0.8 * 0.1)
    assert says(word_of(HONEST, slip="10%")) == pytest.approx(decibans(expected))


def test_one_who_pushes_his_line_says_nothing_by_it() -> None:
    text = word_of("{pushes: 100%}", slip="5%", line=", line: {fact: yes}")
    assert says(text) == pytest.approx(0.0, abs=1e-9)


def test_one_who_pushes_may_still_be_honest() -> None:
    text = word_of("{honest: 30%, pushes: rest}", line=", line: {fact: yes}")
    assert says(text) == pytest.approx(decibans((0.3 * 0.8 + 0.7) / (0.3 * 0.2 + 0.7)))


def test_a_word_against_his_own_line_counts_in_full() -> None:
    text = word_of("{honest: 30%, pushes: rest}", line=", line: {fact: no}")
    assert says(text) == pytest.approx(decibans(4))


def test_outside_his_line_one_who_pushes_is_honest() -> None:
    text = word_of("{pushes: 100%}", line=", line: {another: yes}").replace(
        "reports:", "  - {id: another, text: Another, known: yes, expected: 50%}\nreports:"
    )
    assert says(text) == pytest.approx(decibans(4))


def test_three_reports_from_one_source_are_not_three_witnesses() -> None:
    assert says(word_of(HONEST, reports=3)) == pytest.approx(6.0206, abs=1e-4)


def test_three_sources_are_three_witnesses() -> None:
    each = "{name: He, character: {honest: 100%}, competence: 80%}"
    body = f"""
assume: {{slip: 0%}}
sources: {{a: {each}, b: {each}, c: {each}}}
{SURE}
reports:
  - {{id: ra, of: fact, by: a}}
  - {{id: rb, of: fact, by: b}}
  - {{id: rc, of: fact, by: c}}
"""
    assert says(case_text(body)) == pytest.approx(18.0618, abs=1e-4)


def test_repeating_himself_he_only_rules_out_his_own_slips() -> None:
    often = says(word_of(HONEST, reports=6, slip="10%"))
    assert says(word_of(HONEST, slip="10%")) < often < decibans(4)
    right, wrong = 0.9**6, 0.1**6
    expected = (0.8 * right + 0.2 * wrong) / (0.2 * right + 0.8 * wrong)
    assert often == pytest.approx(decibans(expected))


LETTERS = {"A": 0.97, "B": 0.875, "C": 0.7, "D": 0.5, "E": 0.25, "F": 0.5}


@pytest.mark.parametrize("letter", LETTERS)
def test_an_admiralty_letter_is_a_chance_of_honesty_with_guessing_as_the_rest(letter: str) -> None:
    text = word_of(HONEST).replace("character: {honest: 100%}", f"reliability: {letter}")
    honest = LETTERS[letter]
    guess = (1 - honest) / 2
    expected = (honest * 0.8 + guess) / (honest * 0.2 + guess)
    assert says(text) == pytest.approx(decibans(expected))


def test_of_a_source_nothing_is_known_of_deciban_assumes_f_and_85_percent() -> None:
    text = word_of(HONEST).replace("character: {honest: 100%}, competence: 80%", "note: Unknown")
    expected = (0.5 * 0.85 + 0.25) / (0.5 * 0.15 + 0.25)
    assert says(text) == pytest.approx(decibans(expected))
    assumed = {each.what: each.value for each in weighed(text).assumed}
    assert assumed == {"competence": "75..95%", "character": "F", "says": "yes"}


def test_the_digit_is_never_multiplied_in() -> None:
    text = word_of("{honest: 70%, guesses: rest}")
    graded = text.replace("by: he}", "by: he, credibility: 5}")
    assert says(graded) == pytest.approx(says(text))


def test_a_reports_own_competence_comes_before_its_sources() -> None:
    text = word_of(HONEST).replace("by: he}", "by: he, competence: 60%}")
    assert says(text) == pytest.approx(decibans(0.6 / 0.4))


def test_what_he_gets_wrong_elsewhere_tells_on_the_rest() -> None:
    text = word_of("{honest: 50%, inverts: rest}").replace(
        "reports:",
        "  - {id: sky, text: The sky was clear, known: yes, expected: 50%}\nreports:\n"
        "  - {id: on_the_sky, of: sky, by: he, says: no}",
    )
    # He denied what was so: honest with probability 20%, else an inverter.
    expected = (0.2 * 0.8 + 0.8 * 0.2) / (0.2 * 0.2 + 0.8 * 0.8)
    assert says(text) == pytest.approx(decibans(expected))


def test_members_of_one_school_share_one_character_but_not_one_belief() -> None:
    body = f"""
assume: {{slip: 0%}}
sources:
  a: {{name: A, school: s, character: {{honest: 60%, guesses: rest}}, competence: 80%}}
  b: {{name: B, school: s, competence: 80%}}
{SURE}
reports:
  - {{id: ra, of: fact, by: a}}
  - {{id: rb, of: fact, by: b}}
"""
    shared = (0.6 * 0.8**2 + 0.4 * 0.5**2) / (0.6 * 0.2**2 + 0.4 * 0.5**2)
    apart = ((0.6 * 0.8 + 0.2) / (0.6 * 0.2 + 0.2)) ** 2
    assert says(case_text(body)) == pytest.approx(decibans(shared))
    assert shared != pytest.approx(apart, rel=0.01)


def of_three(character: str, says_what: str) -> dict[str, float]:
    """What becomes of three even hypotheses, one for each outcome, when the source speaks."""
    body = f"""
assume: {{slip: 12%}}
sources: {{he: {{name: He, character: {character}, competence: 80%, line: {{which: b}}}}}}
events:
  - id: which
    text: Which
    outcomes: [a, b, c]
    expected: {{x: {{a: 100%, else: 0%}}, y: {{b: 100%, else: 0%}}, z: {{c: 100%, else: 0%}}}}
reports: [{{id: r, of: which, by: he, says: {says_what}}}]
"""
    return chances(case_text(body, hypotheses="{x: A, y: B, z: C}"))


@pytest.mark.parametrize(
    ("character", "likelihood"),
    [
        # Believes the truth with 80%, each other outcome with 10%; slips to each other with 6%.
        ("{honest: 100%}", (0.8 * 0.88 + 0.2 * 0.06, *2 * [0.1 * 0.88 + 0.9 * 0.06])),
        ("{inverts: 100%}", (0.2 / 2, *2 * [0.9 / 2])),
        ("{guesses: 100%}", (1 / 3, 1 / 3, 1 / 3)),
        ("{pushes: 100%}", (0.06, 0.06, 0.06)),
    ],
)
def test_of_three_outcomes_the_others_are_alike(
    character: str, likelihood: tuple[float, ...]
) -> None:
    total = sum(likelihood)
    expected = dict(zip("xyz", (each / total for each in likelihood), strict=True))
    assert of_three(character, "a") == pytest.approx(expected)
