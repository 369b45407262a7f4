"""What a corner of the ranges amounts to: whose numbers carry an end of the bounds.

The words are made elsewhere ("if the marshal is honest and the trade tells nothing"); this is what
they need: the subject, what its numbers contribute, where they stand, and what an item says there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from deciban.case import Case
from deciban.engine import solve
from deciban.findings.flipping.solve import log_z_at
from deciban.findings.odds import Array, log_odds, minus
from deciban.model import Model
from deciban.model.model import Measure

#: Subjects named of an end.
NAMED = 5
#: What a subject must contribute to be named, in decibans.
LEAST = 0.5
#: What contributes less is left where it was and not counted.
TRACE = 0.005
#: A number this close to its central value has not moved.
UNMOVED = 1e-12

Kind = Literal["event", "report", "silence", "unseen", "source", "question", "assume"]
KINDS: dict[str, Kind] = {
    "events": "event",
    "reports": "report",
    "silences": "silence",
    "unseen": "unseen",
    "sources": "source",
    "questions": "question",
    "assume": "assume",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """A number at a corner.

    Attributes:
        address: its address.
        value: its value at the corner.
        central: its central value.
        measure: what it is.
    """

    address: str
    value: float
    central: float
    measure: Measure


@dataclass(frozen=True, slots=True)
class Last:
    """What an item says last in for an answer, in decibans.

    Attributes:
        central: at the central values.
        corner: at the corner.
    """

    central: float
    corner: float


@dataclass(frozen=True, slots=True)
class Cause:
    """What one subject's numbers contribute to an end of the bounds.

    Attributes:
        subject: the name of an event, report, silence, unseen record, source or question; of a
            default for the whole case, such as ``slip``, its key.
        kind: which of these it is; ``assume`` for such a default.
        gain: the end less what it would be with the subject's numbers at their central values, in
            decibans; negative at a low end.
        numbers: its numbers that moved.
        last: what it says last in for the answer, where it is an item.
    """

    subject: str
    kind: Kind
    gain: float
    numbers: tuple[Moved, ...]
    last: Last | None = None


def subject_of(case: Case, address: str) -> tuple[Kind, str]:
    """Answer what the number at an address speaks of."""
    head, *path = address.split(".")
    return ("question", case.question.id) if head == "question" else (KINDS[head], path[0])


def subjects_of(case: Case, model: Model) -> dict[tuple[Kind, str], tuple[int, ...]]:
    """Answer the numbers of every subject, in the order of the model."""
    found: dict[tuple[Kind, str], list[int]] = {}
    for place, number in enumerate(model.numbers):
        found.setdefault(subject_of(case, number.address), []).append(place)
    return {subject: tuple(places) for subject, places in found.items()}


class Corners:
    """Finds what carries a corner."""

    def __init__(self, case: Case, model: Model, query: int) -> None:
        self._model = model
        self._query = query
        self._subjects = subjects_of(case, model)
        self._items = {(item.kind, item.id): place for place, item in enumerate(model.items)}
        self._central: Array | None = None
        self.evaluated = 0

    def causes(self, answer: int, point: Array) -> tuple[tuple[Cause, ...], tuple[Moved, ...], int]:
        """Answer what carries the odds of an answer at a corner: subjects, numbers, other subjects.

        Args:
            answer: the answer.
            point: the numbers at the corner, shape (n,).
        """
        subjects = [each for each in self._subjects if self._moved(point, each)]
        gains = self._gains(answer, point, subjects)
        order = sorted(range(len(subjects)), key=lambda place: -abs(gains[place]))
        worth = [place for place in order[:NAMED] if abs(gains[place]) >= LEAST]
        felt = int(np.count_nonzero(np.abs(gains) >= TRACE))
        named = [(subjects[place], float(gains[place])) for place in worth]
        lasts = self._lasts(answer, point, [subject for subject, _ in named])
        causes = tuple(
            Cause(name, kind, gain, self._moved(point, (kind, name)), last)
            for ((kind, name), gain), last in zip(named, lasts, strict=True)
        )
        moved = tuple(each for place in order for each in self._moved(point, subjects[place]))
        return causes, moved, felt - len(causes)

    def _gains(self, answer: int, point: Array, subjects: Sequence[tuple[Kind, str]]) -> Array:
        columns = np.repeat(point[:, None], len(subjects) + 1, axis=1)
        for place, subject in enumerate(subjects):
            numbers = list(self._subjects[subject])
            columns[numbers, place] = self._model.centrals[numbers]
        self.evaluated += columns.shape[1]
        log_z = log_z_at(self._model, self._query, columns)
        odds = log_odds(log_z)[answer]
        possible = np.isfinite(log_z[:, :-1]).any(axis=0)
        return np.where(possible, minus(odds[-1:], odds[:-1]), 0.0)

    def _moved(self, point: Array, subject: tuple[Kind, str]) -> tuple[Moved, ...]:
        numbers = ((place, self._model.numbers[place]) for place in self._subjects[subject])
        return tuple(
            Moved(number.address, float(point[place]), number.central, number.measure)
            for place, number in numbers
            if abs(point[place] - number.central) > UNMOVED
        )

    def _lasts(
        self, answer: int, point: Array, subjects: Sequence[tuple[Kind, str]]
    ) -> list[Last | None]:
        places = [self._items.get(subject) for subject in subjects]  # type: ignore[arg-type]
        if not any(place is not None for place in places):
            return [None] * len(places)
        if self._central is None:
            self._central = self._last_in(self._model.centrals)
        there = self._last_in(point)
        return [
            None
            if place is None
            else Last(float(self._central[place, answer]), float(there[place, answer]))
            for place in places
        ]

    def _last_in(self, point: Array) -> Array:
        """What every item says last in for every answer, in decibans, shape (items, H)."""
        self.evaluated += 1
        none = np.zeros((len(self._model.items), 1), dtype=np.bool_)
        solution = solve(self._model, self._query, numbers=point, withheld=none, derivatives=True)
        full = log_odds(solution.log_z)
        without = log_odds(np.moveaxis(solution.log_z_without()[..., 0], 0, -1))
        return minus(np.broadcast_to(full, without.shape), without).T
