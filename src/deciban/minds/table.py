"""The mind as one table over the questions about it and its acts.

``F[k, e] = sum over columns of their weight, [k of the column = k] P(e | phi)``: how likely it is,
before any report of the case, that his belief answers the questions so and that he acts so. It
adds up to 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from deciban.minds.belief import Path
    from deciban.minds.columns import Array
    from deciban.minds.mind import Mind, Question

#: Beliefs that differ by less are one belief, so that a band's edge divides no rounding.
SAME = 1e-12


def answer_of(question: Question, path: Path) -> NDArray[np.intp]:
    """Answer which answer to a question each column gives, shape (N,).

    Of values held equally likely the first is answered; bands are half-open, the last closed.
    """
    belief = path.at(question.at)
    if question.of is None:
        top = belief.max(axis=0)
        likeliest = np.argmax(belief >= top - SAME, axis=0)
        places: NDArray[np.intp] = np.asarray(question.order, dtype=np.intp)[likeliest]
        return places
    inner = np.asarray(question.edges[1:-1])
    bands: NDArray[np.intp] = np.searchsorted(inner - SAME, belief[question.of], side="right")
    return bands


def table_of(mind: Mind, answers: NDArray[np.intp], patterns: Array, weights: Array) -> Array:
    """Answer ``F`` over some columns.

    Args:
        mind: the mind.
        answers: by question, the answer of each column, shape (Q, N).
        patterns: ``P(e | phi)``, shape (2, ..., 2, N).
        weights: the share of each column, shape (N,).

    Returns:
        Shape (answers of each question ..., 2, ..., 2).
    """
    shape = tuple(question.answers for question in mind.questions)
    cells = patterns.reshape(-1, len(weights)) * weights
    whole = np.zeros((int(np.prod(shape)), len(cells)))
    where = cell_of(mind, answers)
    for cell in np.unique(where):
        whole[cell] = cells[:, where == cell].sum(axis=1)
    return whole.reshape((*shape, *patterns.shape[:-1]))


def cell_of(mind: Mind, answers: NDArray[np.intp]) -> NDArray[np.intp]:
    """Which joint answer of all questions each column gives, counted in their order, shape (N,)."""
    cell = np.zeros(answers.shape[1], dtype=np.intp)
    for place, question in enumerate(mind.questions):
        cell = cell * question.answers + answers[place]
    return cell
