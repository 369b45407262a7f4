"""A user's mistake, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from deciban.span import Span


class Severity(StrEnum):
    """Whether a case can still be weighed."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Splice:
    """A correction of the text: replace the characters ``start:end`` of ``file`` by ``text``."""

    file: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a case, where, and what to do about it.

    Attributes:
        code: one of ``deciban.problem.CODES``, such as ``D203``.
        message: what is wrong, in plain words, without a full stop.
        at: the place; None only where there is no text to point at.
        hint: what to do, in plain words; may hold a corrected line.
        also: other places that share in it (the first of two duplicates).
        fix: the correction that ``deciban check --fix`` applies, where one is certain.
    """

    code: str
    message: str
    at: Span | None = None
    hint: str = ""
    also: tuple[Span, ...] = ()
    fix: Splice | None = None

    @property
    def severity(self) -> Severity:
        """ERROR where the case cannot be weighed until this is mended; else WARNING."""
        from deciban.problem.codes import CODES  # noqa: PLC0415 (codes documents this record)

        return CODES[self.code].severity

    @property
    def is_error(self) -> bool:
        """Whether it keeps the case from being weighed."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.at}: " if self.at else ""
        mark = "warning: " if self.severity is Severity.WARNING else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.code} {mark}{self.message}{hint}"
