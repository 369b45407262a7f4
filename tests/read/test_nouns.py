"""What a record is called in a message: a noun that a historian uses, and never a class of ours."""

from pathlib import Path

import pytest
from tests.minds.little_case import ACT, SHOWN, UNSURE, little_case

from deciban.case import Record, noun_of
from deciban.case.nouns import NOUNS
from deciban.problem import Problem
from deciban.read import read_text_of_case
from deciban.read.keys import RECORDS

#: Names of classes that are no words.
CLASSES = {each.__name__.lower() for each in RECORDS if sum(map(str.isupper, each.__name__)) > 1}
WHOLE = little_case(UNSURE + ACT, SHOWN)


def _problems(text: str) -> list[Problem]:
    return list(read_text_of_case(text, Path("nowhere") / "case.yaml").problems)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_has_a_noun_that_is_no_class(record: type[Record]) -> None:
    noun = noun_of(record)
    assert record in NOUNS
    assert noun == noun.lower()
    assert not CLASSES & {noun, *noun.split()}


def test_no_two_records_of_an_actor_are_called_alike() -> None:
    assert len(set(NOUNS.values())) == len(NOUNS)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("saw: [5]", "expected a message or sign, found '5'"),
        ("saw: [{id: a}]", "this message or sign has no 'on'"),
        ("chooses: [{id: a}]", "this choice has no 'between'"),
        ("ask: [5]", "expected a thing to ask, found '5'"),
        ("ask: [{belief: 5}]", "expected a belief, found '5'"),
        ("ask: [{conviction: {}}]", "this conviction has no 'of'"),
        ("ask: [{explain: {}}]", "this act to explain has no 'act'"),
        ("ask: [{mens_rea: {}}]", "this state of mind has no 'floor'"),
        ("had: [{}]", "this counterfactual has no 'id'"),
        ("reasonable: 5", "expected a reasonable man, found '5'"),
        ("opponent: {mirror: 5}", "expected a mirror, found '5'"),
        ("trusts: {a: 5}", "expected a view of a source, found '5'"),
        ("trusts: {a: {record: 5}}", "expected a record of a source, found '5'"),
        ("saw: [{id: a, on: 1941, resolved: {}}]", "this outcome of a message has no 'was'"),
    ],
)
def test_a_message_speaks_of_the_thing_and_not_of_a_class(written: str, told: str) -> None:
    key = written.partition(":")[0]
    lines = [line for line in UNSURE.splitlines(keepends=True) if not line.startswith(key)]
    problems = _problems(little_case("".join(lines) + written + "\n"))
    assert told in [problem.message for problem in problems]
    said = " ".join(f"{problem.message} {problem.hint}" for problem in problems).lower()
    assert not CLASSES & set(said.replace("'", " ").split())


def test_the_case_of_these_tests_is_sound() -> None:
    assert _problems(WHOLE) == []
