"""Check: what hangs together at once is little enough to be written out as a table."""

from collections.abc import Iterator
from math import prod

from deciban.case import Case, Event
from deciban.problem import Problem
from deciban.read.suggest import listing

#: Numbers of one table. A table is written out number by number, so beyond it nobody would wait.
LARGEST = 100_000


def check_tables(case: Case) -> Iterator[Problem]:
    """Report events that hang from so much at once that their table could not be written out."""
    for event in case.events:
        parents = _parents(case, event)
        cells = prod(len(case.states(name)) or 1 for name in (*parents, event.id))
        if cells > LARGEST:
            yield Problem(
                "D702",
                f"a table of {cells:,} numbers would be needed for '{event.id}', "
                f"which hangs from {listing(parents, 6)}",
                event.place("given" if len(event.given) > 1 else "also_caused_by"),
                "gather some of these under one event, and let it hang from that",
            )


def _parents(case: Case, event: Event) -> tuple[str, ...]:
    """Answer what an event hangs from, each once: its ``given``, and its rival causes."""
    given = event.given or (case.question.id,)
    causes = (cause.partition(".")[0] for cause in event.also_caused_by)
    return tuple(dict.fromkeys((*given, *causes)))
