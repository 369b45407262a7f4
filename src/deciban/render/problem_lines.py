"""Problems for pipes and editors: one line each, and how many there are.

Nothing here needs a terminal, so that checking a case in a pipe starts fast.
"""

from collections.abc import Sequence

from deciban.problem import Problem
from deciban.render.figures import counted


def problem_lines(problems: Sequence[Problem]) -> str:
    """Answer problems one to a line: ``case.yaml:22:5: D203 unknown field ...; did you mean``."""
    return "\n".join(str(problem) for problem in problems)


def tally(problems: Sequence[Problem], what: str) -> str:
    """Answer how many problems there are, in a line."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return f"{what}: nothing wrong"
    parts = [counted(errors, "problem")] if errors else []
    parts += [counted(warnings, "warning")] if warnings else []
    return f"{what}: " + ", ".join(parts)
