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
from deciban.findings.minding.beliefs import Belief, belief_at, find_beliefs
from deciban.findings.minding.conviction import Conviction, find_conviction
from deciban.findings.minding.counterfactuals import Otherwise, find_otherwise
from deciban.findings.minding.explained import Explained, find_explained
from deciban.findings.minding.focus import Focus, focus_of, one_sided
from deciban.findings.minding.guilt import Guilt, find_guilt
from deciban.findings.minding.lines import LedgerLine, find_lines
from deciban.findings.minding.noise import noise_of
from deciban.findings.minding.parameters import FELT, Parameter, find_parameters
from deciban.findings.minding.reader import reader_of
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

#: The edges of the bands where no question sets any.
EDGES = (0.0, 0.1, 0.5, 0.9, 1.0)


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


@dataclass(frozen=True, slots=True)
class Mind:
    """Everything that is found of a mind.

    Attributes:
        brief: what is told of it everywhere.
        ask: the main question, for a heading.
        title: the case's title.
        values: what he wonders about may be.
        beliefs: his belief from date to date.
        asked: his belief on the dates that the case asks for.
        lines: the ledger of what reached him.
        declared: whose the other column of the ledger is: ``reasonable`` where the case declares
            a reasonable man, ``ours`` where its own sources speak for us, else empty.
        parameters: what has been learned of him.
        convictions: how strongly he believed.
        explained: what made acts rational.
        guilt: in which state of mind he acted.
        otherwise: the counterfactuals.
        problems: what stands in the way of those that cannot be told.
    """

    brief: MindInBrief
    ask: str
    title: str
    values: tuple[str, ...]
    beliefs: tuple[Belief, ...]
    asked: tuple[Belief, ...]
    lines: tuple[LedgerLine, ...]
    declared: str
    parameters: tuple[Parameter, ...]
    convictions: tuple[Conviction, ...]
    explained: tuple[Explained, ...]
    guilt: tuple[Guilt, ...]
    otherwise: tuple[Otherwise, ...]
    problems: tuple[Problem, ...]

    @property
    def learned(self) -> tuple[Parameter, ...]:
        """The parameters of which something has been learned, the one that moved furthest first."""
        return tuple(each for each in self.parameters if abs(each.moved) >= FELT)


def _binding(threshold: Threshold) -> tuple[bool, float]:
    return threshold.side != "below", threshold.at.mean if threshold.at is not None else 0.0


def weighed_minds(case: Case, model: Model, solution: Solution) -> Mapping[str, WeighedMind]:
    """Answer every mind of a case with the weights of its columns, by actor."""
    return {name: weigh_mind(case, joined, solution) for name, joined in minds_in(model).items()}


def find_minds(case: Case, model: Model, solution: Solution) -> tuple[MindInBrief, ...]:
    """Answer what a brief tells of every mind.

    Args:
        case: the case.
        model: what it compiled to.
        solution: solved for the main question with derivatives, all items given.
    """
    minds = weighed_minds(case, model, solution)
    return tuple(_brief(each, solution) for each in minds.values())


def find_mind(weighed: WeighedMind, solution: Solution, had: str | None = None) -> Mind:
    """Answer everything that is found of a mind.

    Args:
        weighed: the mind.
        solution: solved for the main question with derivatives, all items given.
        had: one counterfactual alone; by default all of them.
    """
    case, actor = weighed.case, weighed.actor
    focus = focus_of(case, actor)
    reader = reader_of(weighed)
    wanted = [each for each in actor.had if had is None or each.id == had]
    outcomes = [find_otherwise(weighed, each, focus) for each in wanted]
    dates = {each.belief.on for each in actor.ask if each.belief is not None}
    asked = {date.latest: date.text for date in dates if date is not None}
    values = weighed.reading.mind.values
    whose = "reasonable" if reader is not None and reader.declared else "ours"
    return Mind(
        brief=_brief(weighed, solution),
        ask=case.question.ask,
        title=case.title,
        values=values,
        beliefs=find_beliefs(weighed, {**asked, focus.at: focus.on} if focus.on else asked),
        asked=tuple(belief_at(weighed, at, on) for at, on in sorted(asked.items())),
        lines=find_lines(weighed, focus.value, reader),
        declared="" if reader is None else whose,
        parameters=find_parameters(weighed),
        convictions=tuple(
            find_conviction(weighed, values.index(each.of), each.on.latest, each.on.text, reader)
            for each in (asked.conviction for asked in actor.ask)
            if each is not None and each.on is not None
        ),
        explained=tuple(
            find_explained(weighed, each.explain.act, *_first_bands(weighed, focus))
            for each in actor.ask
            if each.explain is not None
        ),
        guilt=tuple(
            find_guilt(weighed, each.mens_rea, reader)
            for each in actor.ask
            if each.mens_rea is not None
        ),
        otherwise=tuple(each for each in outcomes if isinstance(each, Otherwise)),
        problems=tuple(problem for each in outcomes if isinstance(each, tuple) for problem in each),
    )


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


def _brief(weighed: WeighedMind, solution: Solution) -> MindInBrief:
    case, actor = weighed.case, weighed.actor
    focus = focus_of(case, actor)
    mind = weighed.reading.mind
    return MindInBrief(
        actor=actor.id,
        name=actor.name or actor.id,
        of=mind.values[focus.value],
        on=focus.on,
        belief=belief_at(weighed, focus.at, focus.on),
        bands=tuple(_bands(weighed, focus)),
        thresholds=find_thresholds(weighed, focus.value),
        columns=weighed.reading.read,
        exact=weighed.exact,
        seed=SEED,
        effective=weighed.effective,
        error=noise_of(weighed, solution),
        one_sided=one_sided(actor),
    )


def _bands(weighed: WeighedMind, focus: Focus) -> Iterator[Bands]:
    """The bands of every question about the mind; of the value told of, where there is none."""
    reading = weighed.reading
    questions = questions_of(weighed.case, weighed.actor.id)
    for place, question in enumerate(questions):
        names = {answer: question.wording(answer) for answer in question.answers}
        asked = asked_of(question)
        of = asked.value if asked is not None else ""
        yield find_bands(weighed, question.id, of, reading.answers[place], names)
    if not questions:
        value = reading.mind.values[focus.value]
        usual = MindQuestion("", focus.at, focus.value, EDGES)
        yield find_bands(weighed, "", value, answer_of(usual, reading.path), dict(_named(value)))


def _first_bands(weighed: WeighedMind, focus: Focus) -> tuple[NDArray[np.intp], tuple[str, ...]]:
    """The band of every column, and the bands' names, of the first question about the mind."""
    reading = weighed.reading
    questions = questions_of(weighed.case, weighed.actor.id)
    if questions:
        return reading.answers[0], questions[0].answers
    usual = MindQuestion("", focus.at, focus.value, EDGES)
    return answer_of(usual, reading.path), tuple(dict(_named(reading.mind.values[focus.value])))


def _named(value: str) -> Iterator[tuple[str, str]]:
    for low, high in pairwise(EDGES):
        ends = f"{100 * low:g} to {100 * high:g}%"
        yield f"from_{100 * low:g}_to_{100 * high:g}", f"He held {value} {ends} likely"
