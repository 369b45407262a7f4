"""Finding: what each rival cause of an event takes from what is told of it: explaining away.

A cause that may have brought the event about by itself weakens what the event says of everything
else it hangs from (Pearl 1988, section 2.2.4). How much is the weight of each item that tells of
the event, last in and in decibans, had the cause no power, less its weight as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from deciban.case import Case, Event
from deciban.case.hanging import causes_of, parents_of
from deciban.engine import solve
from deciban.findings.odds import Array, log_odds, minus
from deciban.model import Model

#: Decibans by question and by answer.
Decibans: TypeAlias = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one rival cause takes from one item.

    Attributes:
        item: the item: the event itself where it is known, a report of it or a silence on it.
        event: the event that the cause may have brought about.
        cause: the cause as written, such as ``purged.yes``.
        power: how likely it brings the event about alone, at the central value; a probability.
        weight: what the item weighs as things are, last in, by question and by answer: for the main
            question and each linked one that the event hangs from or that names one of its causes.
        without: what it would weigh had the cause no power; empty where without it the items could
            not all be true.
        takes: ``without`` less ``weight``: what the cause takes; empty likewise.
    """

    item: str
    event: str
    cause: str
    power: float
    weight: Decibans
    without: Decibans
    takes: Decibans


def find_causes(case: Case, model: Model) -> tuple[Taken, ...]:
    """Answer what each rival cause takes from each item that tells of its effect.

    Args:
        case: the case.
        model: what it compiled to; its items are possible together.

    Returns:
        In the order of the case: by event, then by cause, then by item.
    """
    at = {number.address: place for place, number in enumerate(model.numbers)}
    lasts = _Lasts(case, model)
    return tuple(
        taken
        for event in case.events
        for cause, power in event.also_caused_by.items()
        if (address := f"events.{event.id}.also_caused_by.{cause}") in at
        for taken in _taken(case, lasts, event, (cause, power.central), at[address])
    )


def _taken(
    case: Case, lasts: "_Lasts", event: Event, cause: tuple[str, float], place: int
) -> Iterator[Taken]:
    """What one cause takes from every item that tells of its effect."""
    questions = _questions(case, event)
    for item in _telling(case, event):
        weight = lasts.of(item, questions, None)
        without = lasts.of(item, questions, place)
        yield Taken(item, event.id, *cause, weight, without, _less(without, weight))


def _questions(case: Case, event: Event) -> tuple[str, ...]:
    """The main question, and the linked ones that the event or one of its causes speaks of."""
    near = {*parents_of(case, event), *(of for of, _ in causes_of(event)), case.question.id}
    return tuple(name for name in case.all_questions() if name in near)


def _telling(case: Case, event: Event) -> tuple[str, ...]:
    """The items that tell of an event: itself where it is known, reports and silences."""
    itself = () if event.known is None else (event.id,)
    reports = (each.id for each in case.reports if each.of == event.id)
    silences = (each.id for each in case.silences if each.of == event.id)
    return (*itself, *reports, *silences)


def _less(one: Decibans, other: Decibans) -> Decibans:
    """One weight less the other, answer by answer; nought between the same two infinities."""
    return {
        question: {
            answer: float(minus(np.array(weight), np.array(other[question][answer])))
            for answer, weight in weights.items()
        }
        for question, weights in one.items()
    }


class _Lasts:
    """What each item weighs last in, for any question, with one number or none at nought."""

    def __init__(self, case: Case, model: Model) -> None:
        self._case, self._model = case, model
        self._places = {item.id: place for place, item in enumerate(model.items)}
        self._kept: dict[tuple[str, int | None], Array | None] = {}

    def of(self, item: str, questions: Sequence[str], nought: int | None) -> Decibans:
        """An item's weight by question and answer; empty where the items cannot all be true."""
        weights: dict[str, Mapping[str, float]] = {}
        for name in questions:
            last = self._last(name, nought)
            if last is None:
                return {}
            row = last[self._places[item]]
            answers = self._case.all_questions()[name].answers
            weights[name] = dict(zip(answers, map(float, row), strict=True))
        return weights

    def _last(self, question: str, nought: int | None) -> Array | None:
        key = question, nought
        if key not in self._kept:
            self._kept[key] = self._solved(self._model.questions[question], nought)
        return self._kept[key]

    def _solved(self, query: int, nought: int | None) -> Array | None:
        """The weight of every item last in, shape (items, H); None where nothing is possible."""
        numbers = self._model.centrals.copy()
        if nought is not None:
            numbers[nought] = 0.0
        all_in = np.zeros((len(self._model.items), 1), dtype=np.bool_)
        solution = solve(self._model, query, numbers=numbers, withheld=all_in, derivatives=True)
        if not solution.posterior.any():
            return None
        without = np.moveaxis(solution.log_z_without()[:, :, 0], 0, -1)  # (H, items)
        full = np.broadcast_to(log_odds(solution.log_z), without.shape)
        answer: Array = minus(full, log_odds(without)).T
        return answer
