"""What is wrong with a case, its what-ifs, its debaters and its quotations."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deciban.case import Case
from deciban.findings.minding.counterfactuals import had_problems
from deciban.findings.what_if import misfits
from deciban.pipeline.line import (
    Weighing,
    solved_case,
)
from deciban.problem import Problem
from deciban.quotations import check_documents
from deciban.read import Reading, in_order, is_of_debate, read_case

if TYPE_CHECKING:
    from deciban.findings.findings import Findings
    from deciban.quotations import Quotation


def check(path: Path) -> "Weighing[Findings]":
    """Check the case at ``path``: whatever is wrong with it, its answer and its what-ifs.

    It is solved but not weighed, so the findings are left out.
    """
    return check_reading(read_case(path))


def check_reading(reading: Reading) -> "Weighing[Findings]":
    """Check a case that has been read; the documents it names are looked for and not opened."""
    problems, solved = solved_case(reading)
    if reading.case is not None and reading.case.debate and solved is not None:
        from deciban.debate.remarks import move_problems  # noqa: PLC0415 (only where one debates)

        problems += move_problems(reading.case, solved[0])
    if reading.case is not None:
        problems += misfits(reading.case, frozenset(problems))
        problems += had_problems(reading.case)
        problems += check_documents(reading.case, reading.folder)
        problems += _unseeable(reading.case, problems)
    return Weighing(reading.case, None, in_order(problems), reading)


def _unseeable(case: Case, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """What is wrong with the case as debaters see it; nothing where the case itself is no case."""
    if not case.positions or any(each.is_error and not is_of_debate(each) for each in problems):
        return ()
    from deciban.debate.seeing import unseeable  # noqa: PLC0415 (only where there is a debate)

    return tuple(unseeable(case, problems))


def check_quotations(
    reading: Reading, told: Callable[[str], None] | None = None
) -> "Weighing[tuple[Quotation, ...]]":
    """Check a case that has been read, and hold its quotations against their documents.

    Args:
        reading: the case as read.
        told: called with how far it is, in words, such as ``37 of 100 quotations``.

    Returns:
        The quotations as its findings, in the order of the text; None where there is no case.
    """
    from deciban.quotations.find import find_quotations  # noqa: PLC0415 (as above)

    checked = check_reading(reading)
    if reading.case is None:
        return Weighing(None, None, checked.problems, reading)
    found = find_quotations(reading.case, reading.folder, told)
    problems = [*checked.problems, *(problem for each in found for problem in each.problems)]
    return Weighing(reading.case, found, in_order(problems), reading)
