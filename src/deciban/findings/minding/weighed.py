"""A mind weighed: its columns, with how far all that is known speaks for each.

Notation: ``pi`` the share of a column before anything is known of his acts, ``omega`` afterwards;
``F[k, e]`` the mind's table, ``k`` what he believed and ``e`` how he acted. ``Z`` is linear in
``F``, so with the derivative of log Z in its cells, which the engine answers at once,

``omega_n ~ pi_n sum_e (d log Z / d F[k_n, e]) P(e | phi_n)``

is what every report of the case, together, says of column ``n``. The same with nothing given but
the items that show his acts is what his conduct says of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from deciban.case.minds import questions_of
from deciban.compile import act_names
from deciban.engine import solve
from deciban.findings.shared import items_on
from deciban.minds.choosing import acted
from deciban.minds.table import cell_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from deciban.case import Actor, Case
    from deciban.compile import Joined
    from deciban.engine import Solution
    from deciban.findings.odds import Array
    from deciban.minds import Columns, Reading

#: Below so many effective draws a distribution rests on a handful.
FEW = 200
#: Columns worked on at once, so that memory stays bounded however many acts there are.
CHUNK = 4096


@dataclass(frozen=True, slots=True, eq=False)
class WeighedMind:
    """A mind and what is known of it.

    Attributes:
        case: the case.
        actor: the actor.
        reading: his mind, read at its columns.
        prior: ``pi``, shape (N,), adding up to 1; with a prior that the case puts in its place.
        weights: ``omega``, shape (N,), adding up to 1.
        said: by answer of the main question, what the case says of each column but for its share,
            shape (H, N); None where the mind has no table in the graph.
        shown: what the items that show his acts say of each cell, up to a constant, shape
            (joint answers to the questions about him, patterns of acts).
        slopes: by answer of the main question, the derivative of log Z in every cell of the
            table, shape (H, cells); None where the mind has no table in the graph.
        chances: by choice, how likely it is that he chose what he chose: 1 or 0 where it is known.
    """

    case: Case
    actor: Actor
    reading: Reading
    prior: Array
    weights: Array
    said: Array | None
    shown: Array
    slopes: Array | None
    chances: Mapping[str, float]

    @property
    def exact(self) -> bool:
        """Whether the columns are all there are, rather than drawn."""
        return self.reading.exact

    @property
    def effective(self) -> float:
        """How many draws of equal weight would tell as much: ``1 / sum omega^2`` (Kish 1965).

        Columns of one draw count as one.
        """
        by_draw = np.bincount(self.reading.columns.draw, self.weights)
        return float(1.0 / (by_draw**2).sum())

    @property
    def conduct(self) -> Array:
        """``P(what shows his acts | phi)`` up to a constant, shape (N,)."""
        return self.conduct_at(self.reading.columns, self.reading.taken, self.reading.answers)

    def conduct_at(
        self, columns: Columns, taken: Sequence[Array], answers: NDArray[np.intp]
    ) -> Array:
        """What shows his acts says of other columns, shape (N,).

        Args:
            columns: the columns.
            taken: for each choice, how likely every option is afresh, shape (options, N).
            answers: by question about him, the answer of each column, shape (Q, N).
        """
        return _over_patterns(self.reading, columns, taken, answers, self.shown)


def weigh_mind(case: Case, joined: Joined, solution: Solution) -> WeighedMind:
    """Answer a mind of a case with the weights of its columns.

    Args:
        case: the case.
        joined: the mind, and where it stands in the graph.
        solution: solved for the main question with derivatives, all items given.
    """
    reading = joined.reading
    actor = case.actors[reading.mind.actor]
    prior = _prior(case, reading, joined, solution)
    weights, slopes, said = prior, None, None
    shown = np.ones((reading.cells, 2 ** len(reading.mind.choices)))
    if joined.factor is not None:
        slopes = _slopes(joined.factor, solution)
        said = _said(reading, slopes) * scale_of(case, reading)
        weights = reading.columns.weights * (solution.posterior @ said)
        weights = weights / weights.sum()
        shown = _shown(case, actor, joined.factor, solution).reshape(shown.shape)
    chances = _chances(case, reading, solution)
    return WeighedMind(case, actor, reading, prior, weights, said, shown, slopes, chances)


def scale_of(case: Case, reading: Reading) -> Array:
    """What each column counts for in the table: 1, or one over the prior that was replaced."""
    scale = np.ones(len(reading.columns))
    for axis, question in enumerate(questions_of(case, reading.mind.actor)):
        if question.replace_prior is not None:
            others = tuple(other for other in range(reading.table.ndim) if other != axis)
            prior = reading.table.sum(axis=others)
            scale = scale / np.where(prior > 0.0, prior, 1.0)[reading.answers[axis]]
    return scale


def _prior(case: Case, reading: Reading, joined: Joined, solution: Solution) -> Array:
    """``pi``: the shares of the columns; with the priors that the case puts in place of his."""
    weights = reading.columns.weights * scale_of(case, reading)
    model = solution.model
    for axis, question in enumerate(questions_of(case, reading.mind.actor)):
        if question.replace_prior is not None and joined.factor is not None:
            variable = model.questions[question.id]
            before = solve(model, variable, given={}).posterior
            weights = weights * before[reading.answers[axis]]
    answer: Array = weights / weights.sum()
    return answer


def _slopes(factor: int, solution: Solution) -> Array:
    """The derivative of log Z in every cell of a mind's table, shape (H, cells)."""
    answer: Array = solution.by_entry[:, solution.model.factors[factor].entries.ravel()]
    return answer


def _shown(case: Case, actor: Actor, factor: int, solution: Solution) -> Array:
    """What the items that show his acts say of every cell, up to a constant, shape (cells,)."""
    model = solution.model
    names = items_on(case, act_names(actor))
    given = {item.variable: item.state for item in model.items if item.id in names}
    alone = solve(model, solution.query, given=given, derivatives=True)
    answer: Array = alone.posterior @ _slopes(factor, alone)
    return answer


def _said(reading: Reading, slopes: Array) -> Array:
    """What the case says of each column under each answer, shape (H, N)."""
    return np.stack(
        [
            _over_patterns(
                reading,
                reading.columns,
                reading.taken,
                reading.answers,
                each.reshape(reading.cells, -1),
            )
            for each in slopes
        ]
    )


def _over_patterns(
    reading: Reading,
    columns: Columns,
    taken: Sequence[Array],
    answers: NDArray[np.intp],
    says: Array,
) -> Array:
    """``sum_e says[k_n, e] P(e | phi_n)``, shape (N,), some columns at a time."""
    answer = np.empty(len(columns))
    cells = cell_of(reading.mind, answers)
    for start in range(0, len(columns), CHUNK):
        part = slice(start, start + CHUNK)
        some = columns.at(part)
        patterns = acted(reading.mind, some, [each[:, part] for each in taken])
        patterns = patterns.reshape(-1, len(some))
        answer[part] = (says[cells[part]].T * patterns).sum(axis=0)
    return answer


def _chances(case: Case, reading: Reading, solution: Solution) -> Mapping[str, float]:
    """How likely each act is now: the marginal of the event that shows it."""
    at = {variable.name: place for place, variable in enumerate(solution.model.variables)}
    known = {item.id: float(item.state == 0) for item in solution.model.items}
    marginals = solution.marginals()
    names = act_names(case.actors[reading.mind.actor])
    return {
        choice.id: known[name] if name in known else float(marginals[at[name]][0])
        for choice, name in zip(reading.mind.choices, names, strict=True)
    }
