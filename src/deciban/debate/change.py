"""Changes of mind: what a debater held over time, and what moved him."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.dates import When


@dataclass(frozen=True, slots=True)
class Cause:
    """What a change of mind is put down to.

    Attributes:
        address: the number that was revised, or the move that was accepted.
        about: what it speaks of, in the case's words.
        before: what it was, as written.
        after: what it became.
        share: what it moved, in decibans.
        credited: what the debater says moved him; empty where he does not say.
        evidence: whether it came from new evidence and not from a judgement revised.
    """

    address: str
    about: str
    before: str
    after: str
    share: float
    credited: str
    evidence: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """What a debater held from one day on.

    Attributes:
        on: since when; None for what he began with.
        probability: by hypothesis.
        log_odds: by hypothesis, in decibans.
        causes: what moved him there, the largest first; empty for what he began with.
        by_evidence: how much of that came from new evidence, in decibans.
        by_himself: how much from judgements of his that he revised.
    """

    on: When | None
    probability: Mapping[str, float]
    log_odds: Mapping[str, float]
    causes: tuple[Cause, ...]
    by_evidence: float
    by_himself: float


@dataclass(frozen=True, slots=True)
class Trajectory:
    """How one debater's answer moved.

    Attributes:
        name: the debater's name.
        called: what he is called in words.
        of: the hypothesis whose decibans are told.
        stages: in the order of time.
        sealed: his first round as it was sealed, by hypothesis; None where none was sealed or
            opened.
    """

    name: str
    called: str
    of: str
    stages: tuple[Stage, ...]
    sealed: Mapping[str, float] | None
