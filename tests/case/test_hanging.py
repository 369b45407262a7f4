from pathlib import Path

import pytest

from deciban.case import Case
from deciban.case.hanging import answer_of, causes_of, keys_of, parents_of
from deciban.checks import check_case
from deciban.read import read_text_of_case

HYPOTHESES = "hypotheses: {knew: He knew, unaware: He did not}\n  exhaustive: yes"
DATES = "when: [1931-05..1931-06, 1931-08, never]"
REPORT = """
sources: {baker: {name: The baker}}
reports: [{id: overheard, of: e, by: baker, says: SAYS}]
"""


def _case(answers: str, events: str, prior: str = "even") -> Case:
    head = "deciban: 1\ntitle: The borrowed ladder\nquestion:\n  ask: Did he know?\n  "
    text = f"{head}{answers}\n  prior: {prior}\nevents:\n  - {{id: e, text: It, {events}}}"
    reading = read_text_of_case(text + REPORT.replace("SAYS", _says(events)), Path("case.yaml"))
    assert reading.case is not None
    assert reading.problems == ()
    return reading.case


def _says(events: str) -> str:
    return "cake" if "outcomes" in events else "yes"


@pytest.mark.parametrize(
    "row", ["{cake: 30%, wine: 30%, books: rest}", "{cake: 30%, else: rest}", "even", "Even"]
)
def test_a_row_over_its_own_outcomes_hangs_an_event_from_nothing(row: str) -> None:
    case = _case(HYPOTHESES, f"outcomes: [cake, wine, books], expected: {row}")
    assert parents_of(case, case.events[0]) == ()
    assert check_case(case) == ()


@pytest.mark.parametrize("expected", ["{knew: even, unaware: Even}", "{else: even}"])
def test_a_table_by_hypothesis_hangs_an_event_from_the_question(expected: str) -> None:
    case = _case(HYPOTHESES, f"outcomes: [cake, wine], expected: {expected}")
    assert parents_of(case, case.events[0]) == ("question",)
    assert check_case(case) == ()


def test_one_judgement_needs_no_date_under_a_question_of_when() -> None:
    case = _case(DATES, "expected: 30%")
    assert parents_of(case, case.events[0]) == ()
    assert check_case(case) == ()


def test_a_row_that_may_mean_the_hypotheses_is_not_taken_for_the_outcomes() -> None:
    case = _case("hypotheses: {cake: A, wine: B}", "outcomes: [cake, wine], expected: {cake: 1%}")
    assert parents_of(case, case.events[0]) == ("question",)


def test_a_window_is_an_answer_though_it_holds_dots() -> None:
    case = _case(DATES, "expected: 30%, also_caused_by: {question.1931-05..1931-06: 20%}")
    window = ("question", "1931-05..1931-06")
    assert answer_of(case, "1931-05..1931-06") == window
    assert answer_of(case, "question.1931-05..1931-06") == window
    assert causes_of(case.events[0]) == (window,)
    assert answer_of(case, "1931-05") is None


def test_a_table_speaks_of_dates_as_before_and_after() -> None:
    case = _case(DATES, "when: 1931-07-01, expected: {before: 10%, after: 60%}")
    assert keys_of(case, "question") == ("before", "after")
    assert keys_of(case, "e") == ("yes", "no")


def test_a_prior_may_begin_with_a_capital() -> None:
    assert _case(HYPOTHESES, "expected: 30%", prior="EVEN").question.prior == "even"
