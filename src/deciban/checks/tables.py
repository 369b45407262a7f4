"""Check: what hangs together at once is little enough to be written out as a table."""

from collections.abc import Iterator
from math import prod

from deciban.case import Case, Event
from deciban.case.hanging import causes_of, parents_of
from deciban.problem import Problem
from deciban.read.suggest import listing

#: Terms of one table, which is written out term by term: some seconds' work.
MOST_TERMS = 250_000
_BEYOND_COUNTING = 10**9


def check_tables(case: Case) -> Iterator[Problem]:
    """Report events that hang from so much at once that nobody would wait for their table."""
    for event in case.events:
        causes = dict.fromkeys(of for of, _ in causes_of(event))
        parents = tuple(dict.fromkeys((*parents_of(case, event), *causes)))
        sizes = {name: len(case.states(name)) or 1 for name in (*parents, event.id)}
        numbers = prod(sizes.values())
        # A rival cause doubles the terms of every entry in which it is at work.
        terms = prod(size + (name in causes) for name, size in sizes.items())
        if numbers > MOST_TERMS:
            yield _too_large(event, parents, numbers)
        elif terms > MOST_TERMS:
            yield _too_many_causes(event)


def _too_large(event: Event, parents: tuple[str, ...], numbers: int) -> Problem:
    told = f"{numbers:,}" if numbers < _BEYOND_COUNTING else "more than a billion"
    return Problem(
        "D702",
        f"a table of {told} numbers would be needed for '{event.id}', "
        f"which hangs from {listing(parents, 6)}",
        event.place("given" if len(event.given) > 1 else "also_caused_by"),
        "gather some of these under one event, and let it hang from that",
    )


def _too_many_causes(event: Event) -> Problem:
    return Problem(
        "D702",
        f"'{event.id}' has {len(event.also_caused_by)} rival causes, and every combination of "
        "them would have to be reckoned with",
        event.place("also_caused_by"),
        "gather some of them under one event, and let that be the cause",
    )
