"""Debaters for tests: of a debate in text, or each with a case of his own."""

from collections.abc import Mapping
from pathlib import Path

from tests.debate.folders import folder

from deciban.case import Case, Position
from deciban.compile import compile_case
from deciban.debate.debaters import Debater, find_debaters
from deciban.engine import solve
from deciban.findings.odds import Array, log_odds
from deciban.findings.posterior import find_posteriors
from deciban.read import read_case

#: A question of three answers, with items enough to differ on.
CASE = """\
deciban: 1
title: The mill by the weir
question:
  ask: Did the steward know?
  hypotheses: {knew: He knew, unaware: He did not, other: Something else}
  prior: {knew: 40%, unaware: 40%, other: 20%}
sources:
  miller: {name: The miller, character: {honest: 70%, guesses: rest}, competence: 90%}
  bailiff: {name: The bailiff, character: {honest: 60%, guesses: rest}, competence: 80%}
events:
  - id: walked
    text: He walked to the mill
    expected: {knew: 60%, unaware: 20%, other: 30%}
  - id: copied
    text: He had the accounts copied
    known: yes
    expected: {knew: 50% (40..60%), unaware: 20%, other: 20%}
  - id: kept_key
    text: He kept his key
    known: yes
    expected: {knew: 30%, unaware: 40%, other: 35%}
  - id: wet
    text: His boots were wet
    known: yes
    expected: {knew: 50%, unaware: 30%, other: 40%}
reports:
  - {id: miller_saw, of: walked, by: miller}
  - {id: bailiff_saw, of: walked, by: bailiff}
unseen:
  - {id: diary, text: The diary of the clerk, of: walked, by: bailiff}
  - {id: letter, text: A letter on the copying, of: copied, by: miller}
"""


def debate(
    root: Path, files: Mapping[str, str], case: str = CASE
) -> tuple[Case, dict[str, Debater]]:
    """A case with its debaters by name; the files are those beside it."""
    read = read_case(folder(root, case, files)).case
    assert read is not None
    debaters, problems = find_debaters(read)
    assert not any(each.is_error for each in problems), [str(each) for each in problems]
    return read, {each.name: each for each in debaters}


def holding(name: str, **held: str) -> dict[str, str]:
    """The file of a position; of an address dots are written as two underscores."""
    lines = [
        f"  {address.replace('__', '.')}: {{is: {value}, because: Why {name} says so.}}\n"
        for address, value in held.items()
    ]
    body = "holds:\n" + "".join(lines) if lines else ""
    return {f"positions/{name}.yaml": f"position: {name}\n{body}"}


def with_stances(files: dict[str, str], stances: str) -> dict[str, str]:
    """The file of one position with stances in it."""
    return {name: text + f"stances: {stances}\n" for name, text in files.items()}


def odds_of(case: Case) -> Array:
    """The log-odds of every answer, compiled and solved anew."""
    model = compile_case(case)
    return log_odds(solve(model, model.questions[case.question.id]).log_z)


def alone(name: str, case: Case) -> Debater:
    """A debater who sees this case, without a position behind it."""
    model = compile_case(case)
    solution = solve(model, model.questions[case.question.id], derivatives=True)
    found = find_posteriors(case, model, solution)
    return Debater(name, name.title(), Position(position=name), case, model, solution, found, ())
