"""Finding: everything that a brief tells of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.draws import draws
from deciban.findings.findings import Findings, Wanted, find
from deciban.findings.flip_curve import NumberCurve, find_flip_curve
from deciban.findings.mind import MindInFull, find_mind
from deciban.findings.minds import weighed_minds
from deciban.findings.sensitivity import SAMPLE, Sensitivity, find_sensitivity
from deciban.findings.timeline import Timeline, find_timeline
from deciban.findings.what_if import Supposition, find_what_if

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deciban.case import Case
    from deciban.engine import Solution
    from deciban.findings.flips import Flip
    from deciban.findings.swinging.swings import Swing
    from deciban.findings.weights import WeighedItem
    from deciban.model import Model
    from deciban.problem import Problem
    from deciban.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Account:
    """What a brief tells of a case.

    Attributes:
        findings: what it adds up to, with the bounds and all that is looked at closely.
        against: the items that stand against the answer explained; where none does by half a
            deciban, the one that does most, if any does at all.
        sensitivity: which numbers the leader hangs on. The numbers of minds are not among them:
            each would be another reading of its actor.
        minds: everything found of every actor whose mind is inferred.
        curve: the answer as a function of the number nearest to changing it, else of the one that
            moves it furthest; None where no number does either.
        timeline: the answer over time, by what had happened and by what was public.
        suppositions: the case's own what-ifs.
        problems: what stands in the way of a what-if or of a counterfactual.
        quotations: the case's quotations, held against their documents.
    """

    findings: Findings
    against: tuple[WeighedItem, ...]
    sensitivity: Sensitivity
    curve: NumberCurve | None
    minds: tuple[MindInFull, ...]
    timeline: Timeline
    suppositions: tuple[Supposition, ...]
    problems: tuple[Problem, ...]
    quotations: tuple[Quotation, ...] = ()


def find_account(
    case: Case,
    model: Model,
    solution: Solution,
    *,
    count: int,
    told: Callable[[str], None],
) -> Account:
    """Answer everything that a brief tells of a case.

    Args:
        case: the case.
        model: what it compiled to.
        solution: the model solved for the main question with derivatives; possible under some
            hypothesis.
        count: how often every uncertain number is drawn.
        told: called with what is being done.
    """
    wanted = Wanted(draws=count, bounded=True, closely=True, pairs=True)
    findings = find(
        case, model, solution, wanted, lambda done: told(f"{done:,} of {count:,} draws")
    )
    told("which numbers matter")
    sensitivity = find_sensitivity(case, model, solution, findings.flips, draws(model, SAMPLE))
    minds = []
    for weighed in weighed_minds(case, model, solution).values():
        told(f"the mind of {weighed.actor.name or weighed.actor.id}")
        minds.append(find_mind(weighed, solution))
    told("the answer over time")
    timeline = find_timeline(case, model, solution)
    told("what-ifs")
    outcomes = [find_what_if(case, each, findings.posterior) for each in case.what_if]
    return Account(
        findings=findings,
        against=_against(findings),
        sensitivity=sensitivity,
        curve=_curve(case, model, solution, (*findings.flips, *sensitivity.swings)),
        minds=tuple(minds),
        timeline=timeline,
        suppositions=tuple(each for each in outcomes if isinstance(each, Supposition)),
        problems=(
            *(problem for each in outcomes if isinstance(each, tuple) for problem in each),
            *(problem for mind in minds for problem in mind.problems),
        ),
    )


def _curve(
    case: Case, model: Model, solution: Solution, found: Sequence[Flip | Swing]
) -> NumberCurve | None:
    """The answer as a function of the first of these numbers, if there is any."""
    curve = find_flip_curve(case, model, solution, found[0].address) if found else None
    return curve if isinstance(curve, NumberCurve) else None


def _against(findings: Findings) -> tuple[WeighedItem, ...]:
    """What stands against the answer explained, the heaviest first; never left out."""
    told = findings.explanation
    if told.against:
        return told.against
    contrary = [item for item in findings.weights.items if item.weights[told.of].share < 0.0]
    most = min(contrary, key=lambda item: item.weights[told.of].share, default=None)
    return () if most is None else (most,)
