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
        choice = mind.choices[place]
        afresh = taken[place][None] * reached.sum(axis=1, keepdims=True)
        if choice.continues is not None and choice.inertia is not None:
            same = columns.of(choice.inertia)
            afresh = same * reached + (1.0 - same) * afresh
        split = np.zeros((len(afresh), 2, *afresh.shape[1:]))
        split[:, 1] = afresh
        split[:, 0, choice.chose] = afresh[:, choice.chose]
        split[:, 1, choice.chose] = 0.0
        reached = split.reshape(-1, *afresh.shape[1:])
    answer: Array = reached.sum(axis=1)
    return answer


def likelihood(
    mind: Mind, columns: Columns, taken: Sequence[Array], did: Sequence[bool | None]
) -> Array:
    """``P(did | phi)``: how likely he acts as he is known to have acted, shape (N,).

    Args:
        mind: the mind.
        columns: its columns.
        taken: for each choice, how likely every option is afresh, shape (options, N).
        did: for each choice, whether he is known to have chosen what he chose; None where that
            is disputed.
    """
    answer = np.ones(len(columns))
    for chain in in_chains(mind.choices):
        reached = np.ones((1, len(columns)))
        for place in chain:
            choice = mind.choices[place]
            afresh = taken[place] * reached.sum(axis=0)
            if choice.continues is not None and choice.inertia is not None:
                same = columns.of(choice.inertia)
                afresh = same * reached + (1.0 - same) * afresh
            reached = afresh
            if did[place] is not None:
                keep = np.arange(len(choice.options)) == choice.chose
                reached = np.where((keep == did[place])[:, None], afresh, 0.0)
        answer = answer * reached.sum(axis=0)
    return answer
