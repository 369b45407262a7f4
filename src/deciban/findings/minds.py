"""Finding: what an actor believed, and how strongly, from what reached him and what he did.

A belief never stands alone. With it go what his conduct says of every band, the threshold at which
his acts cease to be rational, and the ridge along which belief and wish cannot be told apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from deciban.case.minds import asked_of, questions_of
from deciban.compile import minds_in
from deciban.draws import SEED
from deciban.findings.minding.bands import Bands, find_bands
from deciban.findings.minding.beliefs import Belief, belief_at
from deciban.findings.minding.focus import Focus, focus_of, one_sided
from deciban.findings.minding.noise import noise_of
from deciban.findings.minding.thresholds import Threshold, find_thresholds
from deciban.findings.minding.weighed import FEW, WeighedMind, weigh_mind
from deciban.minds.mind import Question as MindQuestion
from deciban.minds.table import answer_of
from deciban.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from deciban.case import Case
    from deciban.engine import Solution
    from deciban.model import Model

    #: A question, the value it asks of, the band of every column, and what each band is called.
    Banded = tuple[str, str, NDArray[np.intp], Mapping[str, str]]

#: The edges of the bands where no question sets any.
EDGES = (0.0, 0.1, 0.5, 0.9, 1.0)


#: Where a model keeps its minds as they were weighed last.
_WEIGHED = "weighed minds"


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """The minds of a model weighed by one solution, and what was told of them in brief so far."""

    of: Solution
    minds: Mapping[str, WeighedMind]
    briefs: dict[WeighedMind, MindInBrief]


@dataclass(frozen=True, slots=True)
class MindInBrief:
    """What is told of a mind wherever it moves an answer.

    Attributes:
        actor: the actor's name in the case.
        name: what people call him.
        of: the value told of.
        on: the date of the belief, as written.
        belief: what he believed then.
        bands: what his conduct says of every band, question by question.
        thresholds: at which belief each of his choices turns.
        columns: at how many columns the mind was read; what is told of the actor rests on the first
            65,536 of them.
        exact: whether these are all there are, rather than drawn.
        seed: what the draws followed from.
        effective: how many columns of equal weight would tell as much.
        error: the standard error of the main question's leading probability that comes of the
            draws; 0 where they are exact, or where nothing hangs from the mind; None where there
            are too few draws to tell.
        one_sided: the one value that everything he was told names; empty where it names several.
    """

    actor: str
    name: str
    of: str
    on: str
    belief: Belief
    bands: tuple[Bands, ...]
    thresholds: tuple[Threshold, ...]
    columns: int
    exact: bool
    seed: int
    effective: float
    error: float | None
    one_sided: str

    @property
    def turning(self) -> tuple[Threshold, ...]:
        """The thresholds there are; first those the acts lie below, the lowest of them first."""
        found = [each for each in self.thresholds if each.at is not None]
        return tuple(sorted(found, key=_binding))


def _binding(threshold: Threshold) -> tuple[bool, float]:
    return threshold.side != "below", threshold.at.mean if threshold.at is not None else 0.0


def weighed_minds(case: Case, model: Model, solution: Solution) -> Mapping[str, WeighedMind]:
    """Answer every mind of a case with the weights of its columns, by actor; weighed only once."""
    kept = model.memo.get(_WEIGHED)
    if isinstance(kept, _Kept) and kept.of is solution:
        return kept.minds
    minds = {name: weigh_mind(case, joined, solution) for name, joined in minds_in(model).items()}
    model.memo[_WEIGHED] = _Kept(solution, minds, {})
    return minds


def find_minds(case: Case, model: Model, solution: Solution) -> tuple[MindInBrief, ...]:
    """Answer what a brief tells of every mind.

    Args:
        case: the case.
        model: what it compiled to.
        solution: solved for the main question with derivatives, all items given.
    """
    minds = weighed_minds(case, model, solution)
    return tuple(brief_of(each, solution) for each in minds.values())


def find_thin_minds(case: Case, model: Model, solution: Solution) -> Iterator[Problem]:
    """Warn of minds of which so few columns agree with what is known that little can be said."""
    for weighed in weighed_minds(case, model, solution).values():
        if not weighed.exact and weighed.effective < FEW:
            actor = weighed.actor
            message = (
                f"{weighed.effective:.0f} of {len(weighed.weights):,} columns carry what is said "
                f"of '{actor.id}'"
            )
            hint = "read him at more with `deciban mind --draws`, or narrow his ranges"
            yield Problem("D614", message, actor.at, hint)


def brief_of(weighed: WeighedMind, solution: Solution) -> MindInBrief:
    """Answer what a brief tells of one mind.

    Args:
        weighed: the mind.
        solution: solved for the main question with derivatives, all items given.
    """
    kept = solution.model.memo.get(_WEIGHED)
    if not isinstance(kept, _Kept) or kept.of is not solution:
        return _brief_of(weighed, solution)
    if weighed not in kept.briefs:
        kept.briefs[weighed] = _brief_of(weighed, solution)
    return kept.briefs[weighed]


def _brief_of(weighed: WeighedMind, solution: Solution) -> MindInBrief:
    case, actor = weighed.case, weighed.actor
    focus = focus_of(case, actor)
    mind = weighed.reading.mind
    return MindInBrief(
        actor=actor.id,
        name=actor.name or actor.id,
        of=mind.values[focus.value],
        on=focus.on,
        belief=belief_at(weighed, focus.at, focus.on),
        bands=tuple(find_bands(weighed, *each) for each in banded(weighed, focus)),
        thresholds=find_thresholds(weighed, focus.value),
        columns=weighed.reading.read,
        exact=weighed.exact,
        seed=SEED,
        effective=weighed.effective,
        error=noise_of(weighed, solution),
        one_sided=one_sided(actor),
    )


def banded(weighed: WeighedMind, focus: Focus) -> Iterator[Banded]:
    """Answer the bands of every question about a mind, or the usual ones where there is none.

    Args:
        weighed: the mind.
        focus: the value and the date that the usual bands are of.
    """
    reading = weighed.reading
    questions = questions_of(weighed.case, weighed.actor.id)
    for place, question in enumerate(questions):
        names = {answer: question.wording(answer) for answer in question.answers}
        asked = asked_of(question)
        yield question.id, "" if asked is None else asked.value, reading.answers[place], names
    if not questions:
        value = reading.mind.values[focus.value]
        usual = MindQuestion("", focus.at, focus.value, EDGES)
        yield "", value, answer_of(usual, reading.path), dict(_named(value))


def _named(value: str) -> Iterator[tuple[str, str]]:
    for low, high in pairwise(EDGES):
        ends = f"{100 * low:g} to {100 * high:g}%"
        yield f"from_{100 * low:g}_to_{100 * high:g}", f"He held {value} {ends} likely"
