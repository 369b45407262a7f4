"""What a code of a problem stands for."""

from dataclasses import dataclass

from deciban.problem.record import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for: a title, and why deciban insists on it (Markdown prose)."""

    title: str
    why: str
    severity: Severity = Severity.ERROR


def warns(title: str, why: str) -> Code:
    """Answer a code that only warns: the case is weighed all the same."""
    return Code(title, why, Severity.WARNING)
