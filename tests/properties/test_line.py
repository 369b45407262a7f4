"""Each stage of the line agrees with a slower way of doing the same."""

import json
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.meaning.line import case_text, read, sound_case
from tests.meaning.small_cases import Data, Value, small_cases, to_text

from deciban.case import Case, judgements_of
from deciban.compile import compile_case
from deciban.edit.layout import laid_out
from deciban.engine import enumerate_joint, solve
from deciban.findings.posterior import find_posteriors
from deciban.model import Model

STEP = 1e-5


def compiled(text: str) -> Model:
    return compile_case(sound_case(text))


@settings(max_examples=25)
@given(small_cases())
def test_a_case_laid_out_reads_back_as_the_same_case(case: Data) -> None:
    reading = read(to_text(case))
    (document,) = reading.documents
    text = laid_out(document, Case)
    assert isinstance(text, str), text
    again = read(text)
    assert not again.problems
    assert again.case == reading.case
    assert laid_out(again.documents[0], Case) == text


@settings(max_examples=6)
@given(small_cases())
def test_both_engines_agree_on_what_is_compiled(case: Data) -> None:
    # The slow engine walks every joint state, so the tail of the case is left out.
    reports, events = cast("list[Value]", case["reports"]), cast("list[Value]", case["events"])
    fewer: Data = {**case, "reports": reports[:2], "events": events[:3], "silences": []}
    model = compiled_without_problems(to_text(fewer))
    for query in model.questions.values():
        np.testing.assert_allclose(
            solve(model, query).log_z, enumerate_joint(model, query), rtol=1e-11
        )


def compiled_without_problems(text: str) -> Model:
    """The model of a case that may hold an event that nothing bears on."""
    case = read(text).case
    assert case is not None
    return compile_case(case)


@settings(max_examples=12)
@given(small_cases(), st.data())
def test_the_derivative_in_a_number_is_what_editing_its_text_does(
    case: Data, data: st.DataObject
) -> None:
    text = to_text(case)
    addresses = [
        address
        for address, judgement in judgements_of(sound_case(text))
        if STEP < judgement.central < 1 - STEP and ".weight" not in address
    ]
    model = compiled(text)
    # One number stated twice for one archive would have to be edited in both places.
    known = {number.address: place for place, number in enumerate(model.numbers)}
    movable = [each for each in addresses if each in known and ".survives" not in each]
    address = data.draw(st.sampled_from(movable))
    solution = solve(model, 0, derivatives=True)
    above, below = (solve(compiled(moved(case, address, by)), 0).log_z for by in (STEP, -STEP))
    np.testing.assert_allclose(
        (above - below) / (2 * STEP), solution.by_number()[:, known[address]], rtol=1e-5, atol=1e-7
    )


def moved(case: Data, address: str, by: float) -> str:
    """The text of a case with one number moved."""
    copy = json.loads(json.dumps(case))
    holder, keys = copy, address.split(".")
    while len(keys) > 1 and ".".join(keys) not in holder:
        key = keys.pop(0)
        if isinstance(holder, list):
            holder = next(record for record in holder if record["id"] == key)
        else:
            holder = holder[key]
    key = ".".join(keys)
    holder[key] = repr(float(holder[key]) + by)
    return json.dumps(copy)


SHARP = "\n".join(
    f"  - {{id: e{n}, text: E, known: yes, expected: {{h: 99%, other: 1%}}}}" for n in range(2000)
)


def test_two_thousand_sharp_items_do_not_underflow() -> None:
    case = sound_case_with_warnings(case_text(f"events:\n{SHARP}"))
    model = compile_case(case)
    solution = solve(model, 0, derivatives=True)
    expected = 2000 * 10 * np.log10(99)
    (posterior,) = find_posteriors(case, model, solution)
    assert posterior.answers[0].log_odds == pytest.approx(expected, rel=1e-12)
    assert posterior.answers[1].weight == pytest.approx(-expected, rel=1e-12)


def test_two_thousand_sharp_reports_do_not_underflow() -> None:
    head = "assume: {slip: 1%}\nsources:\n" + "\n".join(
        f"  s{n}: {{name: S, character: {{honest: 99%, guesses: rest}}, competence: 99%}}"
        for n in range(2000)
    )
    told = "\n".join(f"  - {{id: r{n}, of: fact, by: s{n}}}" for n in range(2000))
    fact = "events:\n  - {id: fact, text: F, expected: {h: 100%, other: 0%}}"
    case = sound_case_with_warnings(case_text(f"{head}\n{fact}\nreports:\n{told}"))
    model = compile_case(case)
    solution = solve(model, 0, derivatives=True)
    yes_if_yes = 0.99 * (0.99 * 0.99 + 0.01 * 0.01) + 0.005
    yes_if_no = 0.99 * (0.01 * 0.99 + 0.99 * 0.01) + 0.005
    (posterior,) = find_posteriors(case, model, solution)
    expected = 2000 * 10 * np.log10(yes_if_yes / yes_if_no)
    assert posterior.answers[0].log_odds == pytest.approx(expected, rel=1e-9)


def sound_case_with_warnings(text: str) -> Case:
    reading = read(text)
    assert reading.case is not None
    assert not reading.problems
    return reading.case
