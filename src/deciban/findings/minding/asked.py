"""What was asked of one actor, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.findings.minding.distrust import Distrust, find_distrust
from deciban.findings.minding.focus import focus_of
from deciban.findings.minds import Mind, find_mind, weighed_minds

if TYPE_CHECKING:
    from deciban.case import Case
    from deciban.engine import Solution
    from deciban.model import Model


@dataclass(frozen=True, slots=True)
class Asked:
    """What was found of one actor.

    Attributes:
        mind: his mind; with one counterfactual alone, where that was asked for.
        had: the counterfactual asked for; empty where all were.
        distrust: what one word of a source would have done; None unless asked for.
    """

    mind: Mind
    had: str = ""
    distrust: Distrust | None = None


def find_asked(
    case: Case,
    model: Model,
    solution: Solution,
    *,
    actor: str,
    had: str | None = None,
    distrust: str | None = None,
) -> Asked:
    """Answer what is asked of one actor of a case."""
    weighed = weighed_minds(case, model, solution)[actor]
    told = None
    if distrust is not None:
        told = find_distrust(weighed, distrust, focus_of(case, weighed.actor))
    return Asked(find_mind(weighed, solution, had), had or "", told)
