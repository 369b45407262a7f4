"""Reading a date: the useful part of EDTF (ISO 8601-2:2019), with hours, minutes and zones."""

from deciban.dates.mistake import say_what_is_wrong
from deciban.dates.part import Part, read_part
from deciban.dates.quoting import quoted
from deciban.dates.when import AFTER_ALL, BEFORE_ALL, Edge, Kind, Precision, When
from deciban.problem import Problem
from deciban.span import Span

_COARSE = {Precision.YEAR, Precision.SEASON, Precision.MONTH}
_OPEN = {"..", ""}


def read_date(text: str, at: Span | None = None) -> When | Problem:
    """What a written date says, or what is wrong with it.

    Args:
        text: a year ``1941``, month ``1941-06``, day ``1941-06-21``, season ``1941-21`` (spring)
            to ``1941-24`` (winter), or time ``1941-06-21T21:30`` with or without a zone ``Z`` or
            ``+03:00``; digits that nobody knows as ``X``, ``194X``; ``~``, ``?`` or ``%`` behind
            what is uncertain; year -43 for 44 BCE. Two of them as ``a/b`` for what lasted
            throughout, as ``a..b`` for what happened once within; one end may be left open,
            ``../1941-05``, ``1941-05/..``, ``..1941-05``, ``1941-05..``.
        at: where the text stands.
    """
    written = text.strip()
    if not written:
        return Problem("D340", "no date is written here", at, "write one such as 1941-06-21")
    read = _read(written, at)
    if read is None:
        return say_what_is_wrong(written, at)
    if isinstance(read, Problem):
        return read
    first, last, kind = read
    if first and last and first is not last and last.end <= first.start:
        return _reversed(written, first, last, kind, at)
    return _when(text, first, last, kind, at)


_Ends = tuple[Part | None, Part | None, Kind]


def _read(written: str, at: Span | None) -> _Ends | Problem | None:
    if "/" in written:
        return _two_ends(written, "/", Kind.THROUGHOUT, at)
    if ".." in written:
        return _two_ends(written, "..", Kind.ONCE_WITHIN, at)
    part = read_part(written, at)
    if not isinstance(part, Part):
        return part
    vague = part.unspecified or part.edge.precision in _COARSE
    return part, part, Kind.ONCE_WITHIN if vague else Kind.MOMENT


def _two_ends(written: str, mark: str, kind: Kind, at: Span | None) -> _Ends | Problem | None:
    before, _, after = (piece.strip() for piece in written.partition(mark))
    if before in _OPEN and after in _OPEN:
        hint = "write at least one of them, such as 1941-05/.. or ../1941-05"
        return Problem("D345", f"both ends of {quoted(written)} are open", at, hint)
    if kind is Kind.THROUGHOUT and "" in {before, after}:
        return None
    first = None if before in _OPEN else read_part(before, at)
    last = None if after in _OPEN else read_part(after, at)
    if isinstance(first, Problem):
        return first
    if isinstance(last, Problem):
        return last
    if (first is None and before not in _OPEN) or (last is None and after not in _OPEN):
        return None
    return first, last, kind


def _when(text: str, first: Part | None, last: Part | None, kind: Kind, at: Span | None) -> When:
    return When(
        text,
        first.start if first else BEFORE_ALL,
        last.end if last else AFTER_ALL,
        kind,
        any(part.approximate for part in (first, last) if part),
        _edge(first),
        _edge(last),
        at,
    )


def _edge(part: Part | None) -> Edge | None:
    return part.edge if part else None


def _reversed(written: str, first: Part, last: Part, kind: Kind, at: Span | None) -> Problem:
    mark = "/" if kind is Kind.THROUGHOUT else ".."
    hint = f"write {last.text}{mark}{first.text}"
    return Problem("D343", f"{quoted(written)} ends before it begins", at, hint)
