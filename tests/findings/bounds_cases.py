"""Random small cases in which some numbers are ranges."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from textwrap import dedent

from hypothesis import strategies as st
from tests.meaning.small_cases import Data, Value, small_case, to_text

from deciban.case import Case
from deciban.checks import errors_of
from deciban.compile import compile_case
from deciban.engine import Solution, solve
from deciban.model import Model
from deciban.read import read_text_of_case

NUMBERS = (
    "prior",
    "expected",
    "also_caused_by",
    "weight",
    "character",
    "competence",
    "fidelity",
    "slip",
    "made",
    "found",
)


def ranged_case(random: Random, *, ranges: int, rows: int = 1) -> Case:
    """A case whose ranges are few; it may have answers that are impossible at some of them.

    Args:
        random: everything follows from it.
        ranges: how many numbers are widened.
        rows: how many rows besides get ranges for all their numbers, and lose their rest.
    """
    data = small_case(random)
    places = list(_places(data, inside=False))
    whole = [place for place, key in places if place[key] == "rest"]
    numbers = [(place, key) for place, key in places if place[key] != "rest"]
    for holder, key in random.sample(numbers, min(ranges, len(numbers))):
        holder[key] = _widened(random, str(holder[key]))
    for holder in random.sample(whole, min(rows, len(whole))):
        shares = {key: float(str(v)) for key, v in holder.items() if _is_number(v)}
        shares[next(key for key, v in holder.items() if v == "rest")] = 1.0 - sum(shares.values())
        if len(shares) == len(holder):
            holder.update({key: _around(random, share) for key, share in shares.items()})
    return sound_case(to_text(data))


def case_of(body: str, *, prior: str = "even", hypotheses: str = "{h: So, other: Not}") -> Case:
    """A case with one question and this body."""
    return sound_case(
        f"""\
deciban: 1
title: A small case
question: {{ask: Was it so?, hypotheses: {hypotheses}, exhaustive: yes, prior: {prior}}}
"""
        + dedent(body)
    )


def sound_case(text: str) -> Case:
    """The case in a text without mistakes."""
    reading = read_text_of_case(text, Path("nowhere/case.yaml"))
    assert reading.case is not None, reading.problems
    wrong = [*reading.problems, *errors_of(reading.case)]
    assert not any(problem.is_error for problem in wrong), wrong
    return reading.case


def randoms() -> st.SearchStrategy[Random]:
    """Sources of randomness, however hypothesis would have them."""
    return st.integers(0, 2**32 - 1).map(Random)


def solved(case: Case) -> tuple[Model, Solution]:
    """A case's model, solved at its central values."""
    model = compile_case(case)
    return model, solve(model, model.questions[case.question.id], derivatives=True)


def _places(value: Value, *, inside: bool) -> Iterator[tuple[Data, str]]:
    """Every mapping and key at which a number or ``rest`` stands."""
    if isinstance(value, list):
        for each in value:
            yield from _places(each, inside=inside)
    if isinstance(value, dict):
        for key, each in value.items():
            below = inside or key in NUMBERS
            if below and isinstance(each, str) and (_is_number(each) or each == "rest"):
                yield value, key
            else:
                yield from _places(each, inside=below)


def _is_number(value: Value) -> bool:
    return isinstance(value, str) and value.removeprefix("x").replace(".", "", 1).isdigit()


def _widened(random: Random, text: str) -> str:
    if text.startswith("x"):
        return f"x{float(text[1:]) / 2:.4f}..x{float(text[1:]) * 2:.4f}"
    return _around(random, float(text))


def _around(random: Random, share: float) -> str:
    low = max(0.0, share - random.choice([0.05, 0.2, 1.0]) * random.random())
    high = min(1.0, share + random.choice([0.05, 0.2]) * random.random())
    return f"{low:.4f}..{high:.4f}"
