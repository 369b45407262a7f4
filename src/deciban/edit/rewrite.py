"""What deciban writes: laid-out text, corrections, first cases; each file whole or not at all."""

from collections.abc import Callable, Iterable
from pathlib import Path

from deciban.case import Case, Move, Position, Record, Seal
from deciban.edit.layout import laid_out
from deciban.edit.save import save, save_new
from deciban.edit.splice import apply
from deciban.problem import Problem, Splice
from deciban.read import read_case
from deciban.read.keys import parse_language
from deciban.span import Span

ROUNDS = 5
#: Columns of a correction that are shown.
SHOWN = 60
SCHEMA_FILE = "deciban.schema.json"


def lay_out(path: Path, *, dry: bool = False) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write every file of a case in its canonical layout.

    Args:
        path: the case.
        dry: change nothing.

    Returns:
        The files that changed (or would), and what stood in the way.
    """
    reading = read_case(path)
    changed: list[str] = []
    problems = [] if reading.documents else list(reading.problems)
    for document in reading.documents:
        outcome = laid_out(document, _kind(Path(document.file)))
        if isinstance(outcome, Problem):
            problems.append(outcome)
        elif outcome != document.text:
            wrong = None if dry else save(Path(document.file), outcome, _same_as(outcome))
            if wrong is None:
                changed.append(document.file)
            else:
                problems.append(wrong)
    return tuple(changed), tuple(problems)


def fix(path: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Apply every correction that is certain, in rounds, since one mistake may hide another.

    Returns:
        A line for each correction made, and what stood in the way of saving.
    """
    told: list[str] = []
    for _ in range(ROUNDS):
        reading = read_case(path)
        made, problems = 0, []
        for document in reading.documents:
            mended = [
                each for each in reading.problems if each.fix and each.fix.file == document.file
            ]
            splices = _apart(each.fix for each in mended if each.fix)
            if not splices:
                continue
            wrong = save(Path(document.file), apply(document.text, splices), _reads)
            if wrong is not None:
                problems.append(wrong)
                continue
            made += len(splices)
            told += [_mended(each, each.fix) for each in mended if each.fix in splices]
        if problems or not made:
            return tuple(told), tuple(problems)
    return tuple(told), ()


def _mended(problem: Problem, splice: Splice | None) -> str:
    """A correction in a line: what was wrong, and the beginning of what was put in."""
    put_in = " ".join(splice.text.split()) if splice else ""
    shown = put_in if len(put_in) <= SHOWN else f"{put_in[: SHOWN - 1]}…"
    done = f"; now: {shown}" if shown else ""
    return f"{problem.at}: mended {problem.code} {problem.message}{done}"


def begin(folder: Path, text: str, schema: str) -> Problem | None:
    """Write a first case to a folder, and beside it the schema that editors read.

    Args:
        folder: where; made if it is not there. A case that is there is never overwritten.
        text: the case.
        schema: the schema.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "it cannot be made").lower()
        message = f"'{folder}' cannot hold a case: {reason}"
        return Problem("D140", message, Span(str(folder), 1, 1), "name another folder")
    problem = save_new(folder / "case.yaml", text, _reads)
    if problem is None:
        save(folder / SCHEMA_FILE, schema, bool)
    return problem


def _kind(file: Path) -> type[Record]:
    return {"positions": Position, "debate": Move, "seals": Seal}.get(file.parent.name, Case)


def _same_as(text: str) -> Callable[[str], bool]:
    return lambda back: back == text


def _reads(text: str) -> bool:
    """Whether a text still holds something a case could be read from."""
    return parse_language(text, "").root is not None


def _apart(splices: Iterable[Splice]) -> list[Splice]:
    """The splices that do not overlap an earlier one; the others wait for the next round."""
    apart: list[Splice] = []
    for splice in sorted(set(splices), key=lambda each: (each.start, each.end)):
        if not apart or splice.start > apart[-1].end or splice == apart[-1]:
            apart.append(splice)
    return apart
