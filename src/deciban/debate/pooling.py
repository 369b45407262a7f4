"""What several debaters come to together: the spread first, then the pools."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pool:
    """What several debaters come to together.

    Attributes:
        ask: the question.
        names: the debaters' names.
        called: what they are called in words, by name.
        weights: by name, adding up to 1.
        hypotheses: by name, in words.
        held: by debater and hypothesis, the probability.
        log_odds: by debater and hypothesis, in decibans.
        spread: by hypothesis, the least and the largest probability held.
        log_pool: by hypothesis: the weighted mean of log probabilities, brought to add up to 1
            again; externally Bayesian (Genest 1984).
        linear_pool: by hypothesis: the weighted mean of probabilities (Stone 1961).
        median: by hypothesis: the median of log-odds, brought to add up to 1 again.
        parameters: by hypothesis: the case with every number at the weighted mean of what they
            hold; None where they differ in more than numbers.
        vetoes: by hypothesis, the debaters who give it no chance at all, so that in the log pool it
            has none whatever the others say.
        aside: hypotheses that some do not entertain, by who does not.
    """

    ask: str
    names: tuple[str, ...]
    called: Mapping[str, str]
    weights: Mapping[str, float]
    hypotheses: Mapping[str, str]
    held: Mapping[str, Mapping[str, float]]
    log_odds: Mapping[str, Mapping[str, float]]
    spread: Mapping[str, tuple[float, float]]
    log_pool: Mapping[str, float]
    linear_pool: Mapping[str, float]
    median: Mapping[str, float]
    parameters: Mapping[str, float] | None
    vetoes: Mapping[str, tuple[str, ...]]
    aside: Mapping[str, tuple[str, ...]]
