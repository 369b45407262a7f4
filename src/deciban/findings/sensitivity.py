"""Finding: which numbers matter: one by one, by source and by theme, and two by two.

The numbers worth an afternoon are those whose own ranges swing the leader furthest.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from deciban.case import Case
from deciban.draws import draws
from deciban.engine import Solution
from deciban.findings.flips import Flip, find_flips
from deciban.findings.minding.pins import Pin, find_pins
from deciban.findings.minds import weighed_minds
from deciban.findings.odds import Array
from deciban.findings.posterior import Posterior, find_posteriors
from deciban.findings.swinging.curves import FlipCurve, find_curves
from deciban.findings.swinging.groups import GroupSwing, find_groups
from deciban.findings.swinging.swings import Swing, find_swings
from deciban.model import Model

#: How many numbers are worth an afternoon.
WORTH = 10
#: Draws over which a group of numbers gets its range.
SAMPLE = 1000


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What the leader hangs on.

    Attributes:
        leader: the leading answer, which all swings speak of.
        swings: every number that has a range, widest swing first.
        by_source: what the numbers of each source do together, widest swing first.
        by_theme: likewise those of each theme, each question, and each default for the whole case.
        curves: where two of the numbers worth an afternoon change the leader together.
        minds: every ranged number of an actor, widest swing first, by reading him again.
    """

    leader: str
    swings: tuple[Swing, ...]
    by_source: tuple[GroupSwing, ...]
    by_theme: tuple[GroupSwing, ...]
    curves: tuple[FlipCurve, ...]
    minds: tuple[Pin, ...] = ()

    @property
    def worth_an_afternoon(self) -> tuple[Swing, ...]:
        """The numbers whose ranges swing the leader furthest; only those that move it."""
        return tuple(each for each in self.swings[:WORTH] if each.swing > 0.0)


def find_answers_with_sensitivity(
    case: Case, model: Model, solution: Solution, told: Callable[[str], None] | None = None
) -> tuple[Posterior, Sensitivity]:
    """Answer the main question at the central values, and which numbers it hangs on."""
    names = case.question.answers
    answers = find_posteriors(case, model, solution)[0]
    flips = find_flips(names, model, solution)
    found = find_sensitivity(case, model, solution, flips, draws(model, SAMPLE))
    pins = [
        pin
        for weighed in weighed_minds(case, model, solution).values()
        for pin in find_pins(weighed, solution, names, told)
    ]
    return answers, replace(found, minds=tuple(sorted(pins, key=lambda pin: -pin.swing)))


def find_sensitivity(
    case: Case,
    model: Model,
    solution: Solution,
    flips: Sequence[Flip],
    blocks: Iterable[Array],
) -> Sensitivity:
    """Answer which numbers the leader hangs on.

    Args:
        case: the case.
        model: its model.
        solution: solved for the main question with derivatives at the central values, all items
            given.
        flips: where numbers change the leader.
        blocks: draws of all numbers, each of shape (n, D); a thousand draws in all are
            enough.
    """
    swings = find_swings(case, model, solution, flips)
    columns = list(blocks)
    drawn = np.concatenate(columns, axis=1) if columns else model.centrals[:, None]
    by_source, by_theme = find_groups(case, model, solution, drawn)
    places = {number.address: place for place, number in enumerate(model.numbers)}
    worth = [places[each.address] for each in swings[:WORTH] if each.swing > 0.0]
    return Sensitivity(
        leader=case.question.answers[int(solution.posterior.argmax())],
        swings=swings,
        by_source=by_source,
        by_theme=by_theme,
        curves=find_curves(model, solution, worth),
    )
