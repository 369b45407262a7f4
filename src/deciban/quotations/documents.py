"""Where a document lies, what is wrong with how it is named, and what can be told unread."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path, PurePosixPath, PureWindowsPath
from stat import S_ISDIR, S_ISREG

from deciban.case import Case
from deciban.problem import Problem
from deciban.quotations.written import Written, quotations_in
from deciban.read.suggest import nearest, visible
from deciban.span import Span

#: A quotation of fewer words stands in almost any document.
FEWEST_WORDS = 3
#: Among how many files the one that was meant is looked for.
MOST_FILES = 2_000
_WORD = re.compile(r"\w[\w'\N{RIGHT SINGLE QUOTATION MARK}-]*")
_MARKED = re.compile(r"\[[^\[\]]*\]|\.{3,}|(?:\. ){2,}\.|\N{HORIZONTAL ELLIPSIS}")


def check_documents(case: Case, folder: Path) -> Iterator[Problem]:
    """Answer what is wrong with the documents that a case names, without opening one.

    Args:
        case: the case.
        folder: the folder that it stands in.
    """
    for written in quotations_in(case):
        if written.document:
            found = locate(written, folder)
            if isinstance(found, Problem):
                yield found
            yield from _too_little(written)


def locate(written: Written, folder: Path) -> Path | Problem:
    """Answer the file that a record names; or why it cannot be had.

    The file lies in the folder of the case, with all links followed; anything else is a problem.
    """
    at, named = written.record.place("in"), written.document
    if _leads_out(named):
        return _outside(named, at, "lies")
    try:
        home, file = folder.resolve(), (folder / named).resolve()
        if not file.is_relative_to(home):
            return _outside(named, at, "leads")
        mode = file.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return _missing(named, folder, at)
    except (OSError, ValueError, RuntimeError) as error:  # links in a circle; a zero byte
        reason = getattr(error, "strerror", None) or "no file can have that name"
        message = f"'{visible(named)}' cannot be read: {reason.lower()}"
        return Problem("D560", message, at, "check who may read it, and where a link leads")
    if S_ISREG(mode):
        return file
    what = "a folder" if S_ISDIR(mode) else "no file of text"
    return Problem("D562", f"'{named}' is {what}", at, "name the document itself")


def _leads_out(named: str) -> bool:
    """Whether a path is absolute, on any system, or climbs out of the folder."""
    path, elsewhere = PurePosixPath(named), PureWindowsPath(named)
    absolute = path.is_absolute() or bool(elsewhere.drive or elsewhere.root)
    return absolute or ".." in path.parts or ".." in elsewhere.parts


def _outside(named: str, at: Span, verb: str) -> Problem:
    own = PureWindowsPath(named).name or "ledger.txt"
    hint = f"put it in the folder of the case and write `in: documents/{visible(own)}`"
    return Problem("D561", f"'{visible(named)}' {verb} outside the folder of the case", at, hint)


def _missing(named: str, folder: Path, at: Span) -> Problem:
    message = f"the folder of the case holds no '{visible(named)}'"
    if "://" in named:
        hint = "keep a copy in the folder, for what stands at an address may change"
        return Problem("D560", message, at, hint)
    meant = nearest(named, _files(folder))
    hint = f"did you mean '{meant}'?" if meant else "put the document there, or correct `in`"
    return Problem("D560", message, at, hint)


def _files(folder: Path) -> list[str]:
    """The files beside the case and in its documents folder, by the names to write."""
    try:
        found = chain(folder.glob("documents/**/*"), folder.glob("*"))
        near = islice(found, MOST_FILES)
        return [file.relative_to(folder).as_posix() for file in near if file.is_file()]
    except OSError:
        return []


def _too_little(written: Written) -> Iterator[Problem]:
    """Warn where there is nothing, or hardly anything, to look for."""
    if not written.quote:
        message = f"'{written.id}' names a document and quotes nothing from it"
        hint = "add `quote:` with the words, or cite the work with `cite`"
        yield Problem("D568", message, written.record.place("in"), hint)
        return
    words = max(len(_WORD.findall(part)) for part in _MARKED.split(written.quote))
    if words < FEWEST_WORDS:
        shown = ("no word", "only one word", "only two words in a row")[words]
        message = f"'{written.id}' quotes {shown}"
        yield Problem("D568", message, written.record.place("quote"), "quote a few words more")
