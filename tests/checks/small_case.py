"""A small case with a bibliography, for checks of what it cites."""

import json
from collections.abc import Sequence
from pathlib import Path

from deciban.checks import check_case
from deciban.problem import Problem
from deciban.read import read_case

START = """deciban: 1
title: The borrowed ladder
question:
  ask: Did he know that it was broken?
  hypotheses: {knew: He knew, unaware: He did not}
  exhaustive: yes
  prior: even
events:
  - id: cake
    text: He came with a cake
    known: yes
    expected: {knew: 20%, unaware: 10%}
"""


def problems(
    folder: Path, more: str, works: Sequence[dict[str, object]] = (), *, end: str = ""
) -> list[Problem]:
    """What is found wrong with the case, more being written of its one event, and at its end."""
    lines = "".join(f"    {line}\n" for line in more.splitlines())
    (folder / "case.yaml").write_text(START + lines + end, encoding="utf-8")
    if works:
        (folder / "sources.json").write_text(json.dumps(works, indent=1), encoding="utf-8")
    reading = read_case(folder)
    assert reading.case is not None
    return [*reading.problems, *check_case(reading.case)]
