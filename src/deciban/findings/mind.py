"""Finding: everything that is told of one mind, on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.findings.minding.beliefs import Belief, belief_at, find_beliefs
from deciban.findings.minding.conviction import Conviction, find_conviction
from deciban.findings.minding.counterfactuals import Otherwise, find_otherwise
from deciban.findings.minding.distrust import Distrust, find_distrust
from deciban.findings.minding.explained import Explained, find_explained
from deciban.findings.minding.focus import focus_of
from deciban.findings.minding.guilt import Guilt, find_guilt
from deciban.findings.minding.lines import LedgerLine, find_lines
from deciban.findings.minding.parameters import FELT, Parameter, find_parameters
from deciban.findings.minding.reader import reader_of
from deciban.findings.minds import MindInBrief, banded, brief_of, weighed_minds

if TYPE_CHECKING:
    from deciban.case import Case
    from deciban.engine import Solution
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.model import Model
    from deciban.problem import Problem


@dataclass(frozen=True, slots=True)
class MindInFull:
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


@dataclass(frozen=True, slots=True)
class Inquest:
    """What was found of one actor.

    Attributes:
        mind: his mind; with one counterfactual alone, where that was asked for.
        had: the counterfactual asked for; empty where all were.
        distrust: what one word of a source would have done; None unless asked for.
    """

    mind: MindInFull
    had: str = ""
    distrust: Distrust | None = None


def find_inquest(
    case: Case,
    model: Model,
    solution: Solution,
    *,
    actor: str,
    had: str | None = None,
    distrust: str | None = None,
) -> Inquest:
    """Answer what is asked of one actor of a case."""
    weighed = weighed_minds(case, model, solution)[actor]
    told = None
    if distrust is not None:
        told = find_distrust(weighed, distrust, focus_of(case, weighed.actor))
    return Inquest(find_mind(weighed, solution, had), had or "", told)


def find_mind(weighed: WeighedMind, solution: Solution, had: str | None = None) -> MindInFull:
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
    _, _, bands, names = next(banded(weighed, focus))
    whose = "reasonable" if reader is not None and reader.declared else "ours"
    return MindInFull(
        brief=brief_of(weighed, solution),
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
            find_explained(weighed, each.explain.act, bands, tuple(names))
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
