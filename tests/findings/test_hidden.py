"""What is believed of disputed events and of characters."""

import numpy as np
import pytest
from tests.meaning.line import case_text, sound_case

from deciban.compile import compile_case
from deciban.engine import enumerate_joint, solve
from deciban.findings.hidden import Hidden, find_hidden

BODY = """
sources:
  he: {name: He, character: {honest: 60%, inverts: rest}, competence: 90%}
  she: {name: She, school: guild}
  it: {name: It, school: guild, reliability: C}
events:
  - {id: fact, text: A fact, expected: {h: 70%, other: 20%}}
  - {id: sure, text: Sure, known: yes, expected: {h: 70%, other: 20%}}
reports:
  - {id: r, of: fact, by: he}
  - {id: q, of: fact, by: she, says: no}
"""


def believed(body: str) -> dict[str, Hidden]:
    case = sound_case(case_text(body))
    model = compile_case(case)
    solution = solve(model, model.questions["question"], derivatives=True)
    return {each.name: each for each in find_hidden(case, model, solution)}


def test_every_disputed_event_and_every_speaker_has_its_chances() -> None:
    found = believed(BODY)
    assert list(found) == ["fact", "he", "she", "it"]
    for each in found.values():
        assert sum(each.before.values()) == pytest.approx(1.0)
        assert sum(each.now.values()) == pytest.approx(1.0)
    assert found["he"].before == pytest.approx({"honest": 0.6, "inverts": 0.4})


def test_they_are_what_enumeration_says() -> None:
    case = sound_case(case_text(BODY))
    model = compile_case(case)
    names = [variable.name for variable in model.variables]
    for name, variable in (("fact", "fact"), ("he", "character of he")):
        log_z = enumerate_joint(model, names.index(variable))
        chances = np.exp(log_z - np.logaddexp.reduce(log_z))
        assert list(believed(BODY)[name].now.values()) == pytest.approx(chances.tolist())


def test_a_school_has_one_character() -> None:
    found = believed(BODY)
    assert found["she"].now == found["it"].now


def test_who_is_contradicted_is_believed_less() -> None:
    alone = believed(BODY.replace("  - {id: q, of: fact, by: she, says: no}\n", ""))
    assert believed(BODY)["he"].now["honest"] < alone["he"].now["honest"]
