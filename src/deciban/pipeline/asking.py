"""Questions about an actor, about what-ifs, and about two cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from deciban.case import WhatIf
from deciban.findings.what_if import Supposition, find_what_if
from deciban.pipeline.line import (
    COLUMNS,
    Weighing,
    inquire,
)
from deciban.problem import Problem
from deciban.read import Reading, in_order

if TYPE_CHECKING:
    from deciban.edit.difference import Difference
    from deciban.findings.diff import Diff, Side
    from deciban.findings.findings import Findings
    from deciban.findings.mind import Inquest


def read_actor(
    reading: Reading,
    actor: str,
    *,
    columns: int = COLUMNS,
    had: str | None = None,
    distrust: str | None = None,
) -> "Weighing[Inquest]":
    """Answer what an actor of a case believed, and how strongly.

    Args:
        reading: the case as read.
        actor: his name in it.
        columns: at how many choices of his numbers he is read, about.
        had: one counterfactual alone; by default all.
        distrust: a source, of which to tell what one word of it would have done.
    """
    from deciban.findings.mind import find_inquest  # noqa: PLC0415 (as above)

    finder = partial(find_inquest, actor=actor, had=had, distrust=distrust)
    weighing = inquire(reading, finder, columns=columns)
    if weighing.findings is None or not weighing.findings.mind.problems:
        return weighing
    problems = in_order([*weighing.problems, *weighing.findings.mind.problems])
    return replace(weighing, problems=problems)


def suppose(
    weighing: "Weighing[Findings]", what_ifs: Sequence[WhatIf]
) -> tuple[tuple[Supposition, ...], tuple[Problem, ...]]:
    """Answer what each what-if comes to, and the problems of those that cannot be applied."""
    suppositions: list[Supposition] = []
    problems: list[Problem] = []
    if weighing.case is not None and weighing.findings is not None:
        for what_if in what_ifs:
            outcome = find_what_if(weighing.case, what_if, weighing.findings.posterior)
            if isinstance(outcome, Supposition):
                suppositions.append(outcome)
            else:
                problems.extend(outcome)
    return tuple(suppositions), in_order(problems)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two cases.

    Attributes:
        before: the first case, weighed as far as it could be.
        after: the second.
        differences: every difference of their texts; empty where one of the two could not be read.
        found: what each change did to the answer; None where a problem stands in the way.
    """

    before: "Weighing[Side]"
    after: "Weighing[Side]"
    differences: "tuple[Difference, ...]"
    found: "Diff | None"


def compare(
    before: Reading, after: Reading, *, told: Callable[[int], None] | None = None
) -> Comparison:
    """Answer what parts two cases that have been read, and what each change did to the answer.

    Args:
        before: the first case as read.
        after: the second.
        told: called with the number of mixtures of the two that are weighed, as they are.
    """
    from deciban.edit.difference import differences  # noqa: PLC0415 (as above)
    from deciban.findings.diff import find_diff, find_side  # noqa: PLC0415 (as above)

    first, second = inquire(before, find_side), inquire(after, find_side)
    if first.case is None or second.case is None:
        return Comparison(first, second, (), None)
    found = differences(first.case, second.case)
    if first.findings is None or second.findings is None:
        return Comparison(first, second, found, None)
    cases, sides = (first.case, second.case), (first.findings, second.findings)
    return Comparison(first, second, found, find_diff(cases, sides, found, told=told))
