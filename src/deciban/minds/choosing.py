"""What he chooses, given what he believes.

``P(a) = (1 - s) softmax_a(b EU(a) / 100) + s / |A|``, with ``EU(a) = sum_w b_t(w) U(a, w)``, ``b``
how closely he follows his stakes and ``s`` how often he acts at random. A choice that continues an
earlier one keeps its option with ``h``, and is made afresh otherwise, so that a policy kept up for
thirty days is not thirty acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.minds.columns import Array, Columns
    from deciban.minds.mind import Choice, Mind


def softmax(logits: Array) -> Array:
    """The chances whose logarithms are these, up to a constant, over the first axis."""
    weights = np.exp(logits - logits.max(axis=0))
    answer: Array = weights / weights.sum(axis=0)
    return answer


def worth(choice: Choice, columns: Columns, belief: Array) -> Array:
    """``EU(a)``: what every option is worth to him, shape (options, N).

    Args:
        choice: the choice.
        columns: the columns of the mind.
        belief: his belief at its date, shape (W, N).
    """
    return np.stack([(columns.stack(each) * belief).sum(axis=0) for each in choice.stakes])


def chances(mind: Mind, choice: Choice, columns: Columns, belief: Array) -> Array:
    """``P(a)``: how likely he takes every option when he chooses afresh, shape (options, N)."""
    error = columns.of(mind.error)
    afresh = softmax(columns.of(mind.care) * worth(choice, columns, belief) / 100.0)
    answer: Array = (1.0 - error) * afresh + error / len(choice.options)
    return answer


def in_chains(choices: Sequence[Choice]) -> tuple[tuple[int, ...], ...]:
    """The places of the choices, those of one policy together, in the order they stand."""
    chains: list[list[int]] = []
    for place, choice in enumerate(choices):
        before = next((chain for chain in chains if chain[-1] == choice.continues), None)
        if choice.continues is None or before is None:
            chains.append([place])
        else:
            before.append(place)
    return tuple(tuple(chain) for chain in chains)


def acted(mind: Mind, columns: Columns, taken: Sequence[Array]) -> Array:
    """``P(e | phi)``: how likely each pattern of acts is.

    Args:
        mind: the mind.
        columns: its columns.
        taken: for each choice, how likely every option is afresh, shape (options, N).

    Returns:
        Shape (2, ..., 2, N), an axis for every choice, chain by chain; the first state of each is
        that he chose what he chose, the second that he took any other option.
    """
    answer = np.ones((1, len(columns)))
    for chain in in_chains(mind.choices):
        cells = _chain(mind, columns, chain, taken)
        answer = (answer[:, None] * cells[None]).reshape(-1, len(columns))
    return answer.reshape((2,) * len(mind.choices) + (len(columns),))


def _chain(mind: Mind, columns: Columns, chain: Sequence[int], taken: Sequence[Array]) -> Array:
    """The patterns of one chain, shape (2^length, N): forward over the options."""
    reached = np.ones((1, 1, len(columns)))  # (patterns, options, N)
    for place in chain:
        forward = _onward(mind.choices[place], columns, taken[place], reached)
        split = np.zeros((len(forward), 2, *forward.shape[1:]))
        chose = mind.choices[place].chose
        split[:, 1] = forward
        split[:, 0, chose] = forward[:, chose]
        split[:, 1, chose] = 0.0
        reached = split.reshape(-1, *forward.shape[1:])
    answer: Array = reached.sum(axis=1)
    return answer


def carried(mind: Mind, columns: Columns, taken: Sequence[Array]) -> tuple[Array, ...]:
    """How likely he takes every option of each choice, policies kept up, shape (options, N) each.

    Args:
        mind: the mind.
        columns: its columns.
        taken: for each choice, how likely every option is afresh, shape (options, N).
    """
    found: list[Array] = []
    for place, choice in enumerate(mind.choices):
        before = None if choice.continues is None else found[choice.continues]
        found.append(
            taken[place]
            if before is None
            else _onward(choice, columns, taken[place], before[None])[0]
        )
    return tuple(found)


def _onward(choice: Choice, columns: Columns, afresh: Array, reached: Array) -> Array:
    """One choice further: kept up with its inertia, else made afresh.

    Args:
        choice: the choice.
        columns: the columns.
        afresh: how likely every option is afresh, shape (options, N).
        reached: how likely every option of the choice before was, shape (patterns, options, N).
    """
    made: Array = afresh[None] * reached.sum(axis=1, keepdims=True)
    if choice.continues is None or choice.inertia is None:
        return made
    same = columns.of(choice.inertia)
    answer: Array = same * reached + (1.0 - same) * made
    return answer
