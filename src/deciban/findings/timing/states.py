"""What minds had heard along a clock, and the table that each comes to.

A *state* says for every actor how far he had got: on the clock of what had happened which of his
beliefs count, on that of what was public which messages do.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from deciban.compile import conditional, minds_in
from deciban.minds.in_time import Partly, standing_by, table_by

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping

    from deciban.case import Case
    from deciban.findings.odds import Array
    from deciban.minds import Reading
    from deciban.model import Model

#: By actor, in one order for all states of a case.
State: TypeAlias = "tuple[Hashable, ...]"


class States:
    """The states of all minds from which anything hangs; each table is made once.

    Attributes:
        actors: whose minds these are.
    """

    def __init__(self, case: Case, model: Model) -> None:
        self._case = case
        self._readings: Mapping[str, Reading] = {
            actor: joined.reading
            for actor, joined in minds_in(model).items()
            if joined.factor is not None
        }
        self.actors = tuple(self._readings)
        self._partly = {actor: Partly(reading) for actor, reading in self._readings.items()}
        self._tables: dict[tuple[str, Hashable], Array] = {}

    def by(self, time: int) -> State:
        """Answer the state of minds that only what came by a date has reached."""
        return tuple(
            self._kept(actor, standing_by(reading, time), partial(table_by, reading, time))
            for actor, reading in self._readings.items()
        )

    def told(self, messages: Mapping[str, Collection[str]]) -> State:
        """Answer the state of minds that only these messages have reached, by actor."""
        return tuple(
            self._kept(actor, told, partial(partly.table, told))
            for actor, partly in self._partly.items()
            for told in (frozenset(messages[actor]),)
        )

    def table(self, actor: str, state: State) -> Array:
        """Answer the cells of an actor's table in a state, in the order of its axes, shape (c,)."""
        return self._tables[actor, state[self.actors.index(actor)]]

    def _kept(self, actor: str, key: Hashable, make: Callable[[], Array]) -> Hashable:
        if (actor, key) not in self._tables:
            self._tables[actor, key] = conditional(self._case, actor, make()).ravel()
        return key
