"""What is wrong with a case that could be read: one check a file, each a claim about the case."""

from deciban.case import Case
from deciban.checks.acts import check_acts
from deciban.checks.alternatives import check_alternatives
from deciban.checks.characters import check_characters
from deciban.checks.circles import check_circles
from deciban.checks.citations import check_citations
from deciban.checks.expectations import check_expectations
from deciban.checks.independence import check_independence
from deciban.checks.lines import check_lines
from deciban.checks.mind_questions import check_mind_questions
from deciban.checks.minds import check_minds
from deciban.checks.moves import check_moves
from deciban.checks.names import check_names
from deciban.checks.outcomes import check_outcomes
from deciban.checks.parents import check_parents
from deciban.checks.places import Check
from deciban.checks.positions import check_positions
from deciban.checks.questions import check_questions
from deciban.checks.references import check_references
from deciban.checks.report_dates import check_report_dates
from deciban.checks.seals import check_seals
from deciban.checks.shared_numbers import check_shared_numbers
from deciban.checks.smells import check_smells
from deciban.checks.subjects import check_subjects
from deciban.checks.tables import check_tables
from deciban.checks.testimony import check_testimony
from deciban.checks.uses import check_uses
from deciban.checks.what_ifs import check_what_ifs
from deciban.checks.works import check_named_works, check_works
from deciban.problem import Problem

#: Every check that may keep a case from being weighed, as a reader would make them.
CHECKS: tuple[Check, ...] = (
    check_names,
    check_references,
    check_subjects,
    check_alternatives,
    check_outcomes,
    check_parents,
    check_circles,
    check_questions,
    check_expectations,
    check_uses,
    check_acts,
    check_testimony,
    check_characters,
    check_shared_numbers,
    check_report_dates,
    check_minds,
    check_mind_questions,
    check_tables,
)

#: Checks of what speaks about the case as written; a case edited on the way is not held to them.
REMARKS: tuple[Check, ...] = (
    check_what_ifs,
    check_positions,
    check_moves,
    check_seals,
    check_citations,
    check_named_works,
)

#: Checks that never find more than a smell.
SMELLS: tuple[Check, ...] = (check_independence, check_lines, check_smells, check_works)


def check_case(case: Case) -> tuple[Problem, ...]:
    """Answer everything that the checks find wrong with a case as it was read."""
    return tuple(problem for check in (*CHECKS, *REMARKS, *SMELLS) for problem in check(case))


def errors_of(case: Case) -> tuple[Problem, ...]:
    """Answer what keeps a case from being weighed, without looking for smells."""
    found = (problem for check in CHECKS for problem in check(case))
    return tuple(problem for problem in found if problem.is_error)


def check_edited(case: Case) -> tuple[Problem, ...]:
    """Answer what is wrong with a case as a debater sees it, and its smells.

    What is remarked on what-ifs, positions and works is remarked on the case as written.
    """
    smells = (check for check in SMELLS if check is not check_works)
    return tuple(problem for check in (*CHECKS, *smells) for problem in check(case))


__all__ = ["CHECKS", "REMARKS", "SMELLS", "Check", "check_case", "check_edited", "errors_of"]
