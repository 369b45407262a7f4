"""A folder of text to a case: everything that can be read, and every problem found."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from deciban.case import Case, Move, Position, Question, Record, Seal, noun_of
from deciban.node import Mapping, Scalar
from deciban.problem import Problem
from deciban.read.bibliography import read_bibliography
from deciban.read.keys import parse_language
from deciban.read.records import RecordReader
from deciban.read.text import read_text
from deciban.read.yaml_tree import Document
from deciban.span import Span
from deciban.units import SCALES

CASE_FILE = "case.yaml"
DEFAULT_SCALE = "icd203"
_CUT_SHORT = "D116"  # what stands behind it was not read, so that nothing can be said of it

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder held.

    Attributes:
        case: the case as far as it could be read; None where there is no question to speak of.
        problems: everything wrong with the text, in the order of files and lines.
        documents: the files read, by path as shown, for corrections.
        checked: what is wrong with the case beyond its text, where that has been asked already, as
            it has of a case as a debater sees it; None where it has not.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    documents: tuple[Document, ...] = ()
    checked: tuple[Problem, ...] | None = None

    @property
    def folder(self) -> Path:
        """The folder of the case, as the user named it; this one where nothing was read."""
        return Path(self.documents[0].file).parent if self.documents else Path()


def read_case(path: Path) -> Reading:
    """Read the case in a folder, or in one file: ``text -> Case``.

    Args:
        path: a folder with ``case.yaml``, or such a file itself.
    """
    file = path if path.suffix in (".yaml", ".yml") else path / CASE_FILE
    missing = _missing(path, file)
    if missing is not None:
        return Reading(None, (missing,))
    text = read_text(file)
    if isinstance(text, Problem):
        return Reading(None, (text,))
    return read_text_of_case(text, file)


def read_text_of_case(text: str, file: Path) -> Reading:
    """Read a case from its text, with the other files of the folder that ``file`` stands in."""
    document = parse_language(text, str(file))
    if not isinstance(document.root, Mapping):
        empty = Problem(
            "D211",
            "this file holds no case",
            Span(str(file), 1, 1),
            "begin with `deciban: 1`, `title:` and `question:`; `deciban new` writes a start",
        )
        found = document.problems or (empty,)
        return Reading(None, found, (document,))
    if any(problem.code == _CUT_SHORT for problem in document.problems):
        return Reading(None, document.problems, (document,))
    scale = _scale(document.root)
    reader = RecordReader(scale, text)
    case = reader.record(Case, document.root, partial=True)
    works, wrong = read_bibliography(file.parent, str(file.parent))
    positions, position_files = _others(file.parent / "positions", Position, scale)
    moves, move_files = _others(file.parent / "debate", Move, scale)
    seals, seal_files = _others(file.parent / "seals", Seal, scale)
    others = (*position_files, *move_files, *seal_files)
    told = {problem.at for problem in document.problems if problem.is_error}
    meant = [problem for problem in reader.problems if problem.at not in told]
    problems = [*document.problems, *meant, *wrong]
    problems += [problem for _, found in others for problem in found]
    documents = (document, *(other for other, _ in others if other is not None))
    if case is not None and isinstance(case.question, Question):
        case = replace(
            case,
            bibliography=works,
            positions=tuple(positions),
            debate=tuple(moves),
            seals=tuple(seals),
            broken=frozenset(reader.broken),
            digest=sha256(text.encode()).hexdigest(),
        )
        return Reading(case, in_order(problems), documents)
    return Reading(None, in_order(problems), documents)


#: What debaters write, each in files of his own.
DEBATE_FOLDERS = ("positions", "debate", "seals")


def is_of_debate(problem: Problem) -> bool:
    """Answer whether a problem stands in a file of the debate, and so not in the case itself."""
    return problem.at is not None and Path(problem.at.file).parent.name in DEBATE_FOLDERS


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Answer problems by file and place, each once."""
    seen = dict.fromkeys(problems)

    def place(problem: Problem) -> tuple[str, int, int, str]:
        at = problem.at
        return (at.file, at.line, at.column, problem.code) if at else ("", 0, 0, problem.code)

    return tuple(sorted(seen, key=place))


def _missing(path: Path, file: Path) -> Problem | None:
    """A problem where there is no file to read."""
    if os.path.lexists(file) or (file == path and path.parent.is_dir()):
        return None  # reading it says what is wrong with it
    at = Span(str(file), 1, 1)
    if not path.exists():
        return Problem("D210", f"there is no '{path}'", at, "name a folder that holds a case.yaml")
    others = sorted(each.name for each in file.parent.glob("*.y*ml")) if path.is_dir() else []
    hint = (
        f"it holds {others[0]}: name that file, or rename it"
        if others
        else ("`deciban new` writes a first case to start from")
    )
    return Problem("D210", f"'{path}' holds no {CASE_FILE}", at, hint)


def _scale(root: Mapping) -> str:
    """The scale that the case's words are read by, needed before anything else is read."""
    for entry in root.entries:
        if entry.key.text == "words" and isinstance(entry.value, Scalar):
            return entry.value.text if entry.value.text in SCALES else DEFAULT_SCALE
    return DEFAULT_SCALE


def _others(
    folder: Path, kind: type[R], scale: str
) -> tuple[list[R], list[tuple[Document | None, tuple[Problem, ...]]]]:
    """The records of a folder that holds one to a file, with what was wrong in each file."""
    records: list[R] = []
    files: list[tuple[Document | None, tuple[Problem, ...]]] = []
    for file in sorted(folder.glob("*.yaml")):
        text = read_text(file)
        if isinstance(text, Problem):
            files.append((None, (text,)))
            continue
        document = parse_language(text, str(file), kind)
        reader = RecordReader(scale, text)
        if document.root is not None:
            record = reader.record(kind, document.root)
            if record is not None:
                records.append(record)
        elif not document.problems:
            reader.problems.append(_empty(file, kind))
        files.append((document, (*document.problems, *reader.problems)))
    files += [(None, (_passed_over(file),)) for file in sorted(folder.glob("*.yml"))]
    return records, files


def _empty(file: Path, kind: type[Record]) -> Problem:
    noun = noun_of(kind)
    hint = f"write the {noun}, or delete the file"
    return Problem("D211", f"this file holds no {noun}", Span(str(file), 1, 1), hint)


def _passed_over(file: Path) -> Problem:
    hint = f"rename it to {file.stem}.yaml"
    return Problem("D807", f"'{file.name}' is not read", Span(str(file), 1, 1), hint)
