"""Finding: what is believed now of what nobody observed: disputed events, and characters.

Both are variables of the graph, so what the items together say of them comes with the answer to the
question: a disputed event has a probability, and what a source got wrong elsewhere tells on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deciban.case import Case
from deciban.engine import Solution, solve
from deciban.findings.odds import Array
from deciban.model import Model

#: How the compiler names the variable of a character, before the name of its source or school.
CHARACTER = "character of "


@dataclass(frozen=True, slots=True)
class Hidden:
    """One thing that was not observed.

    Attributes:
        kind: ``event`` or ``source``.
        name: the name of the event or the source.
        before: the probability of each outcome, or each character, before the items.
        now: given all items.
    """

    kind: str
    name: str
    before: Mapping[str, float]
    now: Mapping[str, float]


def find_hidden(case: Case, model: Model, solution: Solution) -> tuple[Hidden, ...]:
    """Answer what is believed of every disputed event and of every source's character.

    Args:
        case: the case.
        model: what it compiled to.
        solution: solved for the main question with derivatives, all items given.
    """
    at = {variable.name: place for place, variable in enumerate(model.variables)}
    before = solve(model, solution.query, given={}, derivatives=True).marginals()
    now = solution.marginals()
    return tuple(
        Hidden(kind, name, _chances(model, at[of], before), _chances(model, at[of], now))
        for kind, name, of in _named(case)
        if of in at
    )


def _chances(model: Model, variable: int, marginals: Sequence[Array]) -> Mapping[str, float]:
    states = model.variables[variable].states
    return dict(zip(states, marginals[variable].tolist(), strict=True))


def _named(case: Case) -> Iterator[tuple[str, str, str]]:
    """Every kind and name, with the name of the variable behind it."""
    for event in case.events:
        if event.known is None:
            yield "event", event.id, event.id
    speakers = dict.fromkeys((*case.sources, *(report.by for report in case.reports)))
    for name in speakers:
        record = case.sources.get(name)
        shared = f"school {record.school}" if record is not None and record.school else name
        yield "source", name, f"{CHARACTER}{shared}"
