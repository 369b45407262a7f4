"""Check: nothing hangs from itself, neither directly nor through others."""

from collections.abc import Iterator, Mapping, Sequence

from deciban.case import Case, Record
from deciban.case.hanging import causes_of
from deciban.problem import Problem
from deciban.span import Span


def check_circles(case: Case) -> Iterator[Problem]:
    """Report circles among questions, events, relays, copies and policies, each once."""
    questions = case.all_questions()
    yield from _circles(
        {name: [each.given] if each.given else [] for name, each in questions.items()},
        {name: each.place("given") for name, each in questions.items()},
        "depends on",
    )
    yield from _circles(
        {each.id: [*each.given, *(of for of, _ in causes_of(each))] for each in case.events},
        {each.id: _first(each, "given", "also_caused_by") for each in case.events},
        "hangs from",
    )
    yield from _circles(
        {each.id: [each.relays] if each.relays else [] for each in case.reports},
        {each.id: each.place("relays") for each in case.reports},
        "relays",
    )
    for actor in case.actors.values():
        yield from _circles(
            {each.id: [each.copies] if each.copies else [] for each in actor.saw},
            {each.id: each.place("copies") for each in actor.saw},
            "copies",
        )
        yield from _circles(
            {each.id: [each.continues] if each.continues else [] for each in actor.chooses},
            {each.id: each.place("continues") for each in actor.chooses},
            "continues",
        )


def _first(record: Record, *keys: str) -> Span:
    return next((record.places[key] for key in keys if key in record.places), record.at)


def _circles(
    links: Mapping[str, Sequence[str]], places: Mapping[str, Span], verb: str
) -> Iterator[Problem]:
    """Walk depth first, without recursion, reporting each link that closes a circle."""
    done: set[str] = set()
    for start in links:
        path: list[str] = []
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            name, leaving = waiting.pop()
            if leaving:
                path.pop()
                done.add(name)
            elif name in path:
                circle = [*path[path.index(name) :], name]
                told = f"'{circle[0]}'" + "".join(
                    f"{', which' * (place > 0)} {verb} '{each}'"
                    for place, each in enumerate(circle[1:])
                )
                yield Problem("D404", f"a circle: {told}", places[path[-1]], "drop one link")
            elif name in links and name not in done:
                path.append(name)
                waiting.append((name, True))
                waiting.extend((other, False) for other in links[name])
