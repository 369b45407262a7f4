"""A small case in a folder, with what its debaters write beside it."""

from pathlib import Path

from tests.debate.folders import folder

from deciban.debate.debaters import Debater, find_debaters
from deciban.read import Reading, read_case

LADDER = """\
deciban: 1
title: The borrowed ladder
question:
  ask: Did he know that it was broken?
  hypotheses: {knew: He knew, unaware: He did not, other: Something else}
  prior: {knew: 40%, unaware: 40%, other: rest}
sources:
  maid: {name: The maid, character: {honest: 60%, guesses: rest}, competence: 100%}
events:
  - id: cake
    text: He came with a cake
    known: yes
    expected: {knew: 20%, unaware: 10%, other: 10%}
  - id: looked_up
    text: He looked up at the fourth rung
    expected: {knew: 70%, unaware: 20%, other: 30%}
  - id: laughed
    text: He laughed
    known: yes
    expected: {knew: 30%, unaware: 40%, other: 30%}
reports:
  - {id: maid_says, of: looked_up, by: maid}
assume: {slip: 0%}
"""


def reading(at: Path, files: dict[str, str], case: str = LADDER) -> Reading:
    """What is read of such a folder."""
    return read_case(folder(at, case, files))


def debaters(found: Reading) -> tuple[Debater, ...]:
    """Its debaters, in each of whom nothing is wrong."""
    assert found.case is not None
    each, problems = find_debaters(found.case)
    assert not [problem for problem in problems if problem.is_error], problems
    return each
