"""A mind weighed: its columns, with how far all that is known speaks for each.

Notation: ``pi`` the share of a column before anything is known of his acts, ``omega`` afterwards;
``F[k, e]`` the mind's table, ``k`` what he believed and ``e`` how he acted. ``Z`` is linear in
``F``, so with the derivative of log Z in its cells, which the engine answers once,

``omega_n ~ pi_n sum_e (d log Z / d F[k_n, e]) P(e | phi_n)``

is what every report of the case, together, says of column ``n``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.case.minds import in_policies, questions_of
from deciban.compile import act_names
from deciban.draws import uncertain
from deciban.minds.choosing import likelihood
from deciban.minds.table import cell_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deciban.case import Actor, Case
    from deciban.compile import Joined
    from deciban.engine import Solution
    from deciban.findings.odds import Array
    from deciban.minds import Reading

#: Below so many effective columns a distribution rests on a handful.
FEW = 200


@dataclass(frozen=True, slots=True, eq=False)
class WeighedMind:
    """A mind and what is known of it.

    Attributes:
        case: the case.
        actor: the actor.
        reading: his mind, read at its columns.
        weights: ``omega``, shape (N,), adding up to 1.
        did: for each choice, whether he is known to have chosen what he chose; None where that
            is disputed.
        slopes: by answer of the main question, the derivative of log Z in every cell of the
            table, shape (H, cells); None where the mind has no table in the graph.
        chances: by choice, how likely it is that he chose what he chose: 1 or 0 where it is known.
        exact: whether the columns are all there are, rather than drawn.
    """

    case: Case
    actor: Actor
    reading: Reading
    weights: Array
    did: tuple[bool | None, ...]
    slopes: Array | None
    chances: Mapping[str, float]
    exact: bool

    @property
    def prior(self) -> Array:
        """``pi``, shape (N,)."""
        return self.reading.columns.weights

    @property
    def effective(self) -> float:
        """How many columns of equal weight would tell as much: ``1 / sum omega^2`` (Kish 1965)."""
        return float(1.0 / (self.weights**2).sum())

    @property
    def acted(self) -> Array:
        """``P(did | phi)``, shape (N,)."""
        return likelihood(self.reading.mind, self.reading.columns, self.reading.taken, self.did)


def weigh_mind(case: Case, joined: Joined, solution: Solution) -> WeighedMind:
    """Answer a mind of a case with the weights of its columns.

    Args:
        case: the case.
        joined: the mind, and where it stands in the graph.
        solution: solved for the main question with derivatives, all items given.
    """
    reading = joined.reading
    actor = case.actors[reading.mind.actor]
    slopes = _slopes(joined, solution)
    weights = reading.columns.weights
    if slopes is not None:
        weights = _omega(case, reading, solution.posterior @ slopes)
    exact = not uncertain(reading.mind.numbers) and len(reading.columns) <= 2 ** len(
        reading.mind.receipts
    ) * np.prod([len(each.values) for each in reading.mind.lists], dtype=int)
    did = _did(case, actor)
    return WeighedMind(
        case=case,
        actor=actor,
        reading=reading,
        weights=weights,
        did=did,
        slopes=slopes,
        chances=_chances(case, reading, did, solution),
        exact=bool(exact),
    )


def scale_of(case: Case, reading: Reading) -> Array:
    """What each column counts for in the table: 1, or one over the prior that was replaced."""
    scale = np.ones(len(reading.columns))
    for axis, question in enumerate(questions_of(case, reading.mind.actor)):
        if question.replace_prior is not None:
            others = tuple(other for other in range(reading.table.ndim) if other != axis)
            prior = reading.table.sum(axis=others)
            scale = scale / np.where(prior > 0.0, prior, 1.0)[reading.answers[axis]]
    return scale


def _slopes(joined: Joined, solution: Solution) -> Array | None:
    if joined.factor is None:
        return None
    entries = solution.model.factors[joined.factor].entries.ravel()
    answer: Array = solution.by_entry[:, entries]
    return answer


def _omega(case: Case, reading: Reading, slopes: Array) -> Array:
    """``omega``, from the derivative of log Z in every cell, shape (cells,)."""
    patterns = reading.patterns.reshape(-1, len(reading.columns))
    by_answer = slopes.reshape(-1, len(patterns))
    weights = np.zeros(len(reading.columns))
    where = cell_of(reading.mind, reading.answers)
    for cell in np.unique(where):
        mine = where == cell
        weights[mine] = by_answer[cell] @ patterns[:, mine]
    weights *= reading.columns.weights * scale_of(case, reading)
    answer: Array = weights / weights.sum()
    return answer


def _chances(
    case: Case, reading: Reading, did: Sequence[bool | None], solution: Solution
) -> Mapping[str, float]:
    """How likely each act is now: the marginal of the event that shows it."""
    at = {variable.name: place for place, variable in enumerate(solution.model.variables)}
    marginals = solution.marginals()
    names = act_names(case.actors[reading.mind.actor])
    found = {}
    for choice, name, known in zip(reading.mind.choices, names, did, strict=True):
        found[choice.id] = float(marginals[at[name]][0]) if known is None else float(known)
    return found


def _did(case: Case, actor: Actor) -> tuple[bool | None, ...]:
    found: list[bool | None] = []
    for choice in in_policies(actor.chooses):
        event = case.event(choice.shown_by) if choice.shown_by is not None else None
        if event is None:
            found.append(True)
        else:
            found.append(None if event.known is None else event.known == "yes")
    return tuple(found)
