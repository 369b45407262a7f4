"""Check: an event hangs from each thing once."""

from collections.abc import Iterator

from deciban.case import Case
from deciban.problem import Problem


def check_parents(case: Case) -> Iterator[Problem]:
    """Report what ``given`` names twice."""
    for event in case.events:
        for place, name in enumerate(event.given):
            if name in event.given[:place]:
                at = event.place(f"given.{place}")
                hint = "name it once"
                yield Problem("D520", f"'{event.id}' hangs from '{name}' twice", at, hint)
