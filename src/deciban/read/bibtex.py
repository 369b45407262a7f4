"""A bibliography in BibTeX or BibLaTeX: what can be read is read, what cannot is pointed at."""

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)

from deciban.case import Work
from deciban.problem import Problem
from deciban.read.bibtex_entry import TYPES, Fields, csl_entry
from deciban.read.csl_json import Found, work_of
from deciban.span import Span

_COMPLAINTS = {
    "Unexpected block start": "the next entry begins before this one is closed",
    "Unexpectedly reached end": "this entry is never closed",
    "Expected a `=`": "a field in this entry has no equals sign",
    "Expected comma": "no comma stands behind the key of this entry",
    "Expected either": "a comma is missing between two fields of this entry",
}
_HINTS = {
    "Unexpected block start": "count its braces and quotation marks; each that opens must close",
    "Unexpectedly reached end": "count its braces and quotation marks; each that opens must close",
    "Expected a `=`": "write each field as `name = {value}`, with a comma behind it",
    "Expected comma": "begin it as `@book{key,`",
    "Expected either": "write each field as `name = {value}`, with a comma behind it",
}
_ASTRAY = ("this entry cannot be read", "write it as `@book{key, title = {...}, year = {...}}`")
_KEY = re.compile(r"@\w+\s*[{(]\s*(?P<key>[^\s,{}()=]+)\s*,")
_LINES = re.IGNORECASE | re.MULTILINE
_NO_SIGN = re.compile(rf"^[ \t]*(?P<type>{'|'.join(TYPES)})\s*\{{\s*[^\s,{{}}=]+\s*,", _LINES)


def read_bibtex(text: str, file: str) -> Found:
    """Read works from text in BibTeX.

    Args:
        text: the text.
        file: its name for messages.
    """
    return _Reader(text, file).read()


class _Reader:
    """One file being read, block by block."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.starts = [0, *(each.end() for each in re.finditer("\n", text))]
        self.reached = 0
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.entries: list[tuple[str, str, Fields, Span]] = []

    def read(self) -> Found:
        with _quiet():
            library = parse_string(self.text)
        strings = {key.lower(): str(each.value) for key, each in library.strings_dict.items()}
        for block in library.blocks:
            self._block(block, strings)
        parents = {key.lower(): (kind, fields) for kind, key, fields, _ in self.entries}
        works = tuple(self._works(parents))
        return Found(works, tuple(self.problems), frozenset(self.broken))

    def _block(self, block: Any, strings: Mapping[str, str]) -> None:  # noqa: ANN401 (untyped)
        at = self._at(block.start_line or 0, block.raw or "")
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            entry = block.ignore_error_block
            if not isinstance(entry, Entry):
                return
            if isinstance(block, DuplicateFieldKeyBlock):
                self._field_twice(sorted(block.duplicate_keys), entry.key, at)
            self._entry(entry, strings, at)
        elif isinstance(block, ParsingFailedBlock):
            self._unread(block, at)
        elif isinstance(block, Entry):
            if block.entry_type:  # else it is a lone @ before a brace
                self._entry(block, strings, at)
        elif isinstance(block, ImplicitComment):
            self._no_sign(block.raw or "", at)

    def _entry(self, entry: Any, strings: Mapping[str, str], at: Span) -> None:  # noqa: ANN401 (as above)
        if not entry.key:
            hint = "give it a citation key: `@book{key, ...}`"
            self.problems.append(Problem("D254", "this entry has no key", at, hint))
            return
        fields: dict[str, str] = {}
        for field in entry.fields:
            value = str(field.value)
            if field.enclosing == "no-enclosing":
                if not _PARTS.match(value):
                    self._run_on(field.key, entry.key, at)
                    return
                value = _joined(value, strings)
            fields.setdefault(field.key.lower(), value)
        self.entries.append((entry.entry_type.lower(), entry.key, fields, at))

    def _works(self, parents: Mapping[str, tuple[str, Fields]]) -> Iterator[Work]:
        for kind, key, fields, at in self.entries:
            parent = parents.get(fields.get("crossref", "").lower())
            yield work_of(key, {"id": key, **csl_entry(kind, fields, parent)}, at)

    def _unread(self, block: Any, at: Span) -> None:  # noqa: ANN401 (as above)
        reason = str(getattr(block.error, "abort_reason", ""))
        sign = next((each for each in _COMPLAINTS if reason.startswith(each)), "")
        message, hint = (_COMPLAINTS[sign], _HINTS[sign]) if sign else _ASTRAY
        self.problems.append(Problem("D254", message, at, hint))
        key = _KEY.match(block.raw or "")
        if key:
            self.broken.add(key["key"])

    def _run_on(self, name: str, key: str, at: Span) -> None:
        message = f"the field '{name}' of the entry '{key}' has no clear end"
        hint = f"put its value in braces and a comma behind it: `{name} = {{...}},`"
        self.problems.append(Problem("D254", message, at, hint))
        self.broken.add(key)

    def _field_twice(self, names: list[str], key: str, at: Span) -> None:
        what = " and ".join(f"'{name}'" for name in names)
        message = f"the entry '{key}' gives {what} twice"
        self.problems.append(Problem("D255", message, at, "keep one of them"))

    def _no_sign(self, raw: str, at: Span) -> None:
        """What stands between entries is no entry; but one may have lost its sign."""
        for found in _NO_SIGN.finditer(raw):
            offset = at.start + found.start("type")
            hint = f"write @{found['type']}{{"
            self.problems.append(Problem("D254", "an @ is missing here", self._span(offset), hint))

    def _at(self, line: int, raw: str) -> Span:
        """Where a block begins, each behind the last."""
        begin = self.starts[min(line, len(self.starts) - 1)]
        place = self.text.find(raw[:80], max(begin, self.reached)) if raw else begin
        place = begin if place < 0 else place
        self.reached = max(self.reached, place + 1)
        return self._span(place)

    def _span(self, place: int) -> Span:
        line = bisect_right(self.starts, place)
        return Span(self.file, line, place - self.starts[line - 1] + 1, place, place + 1)


_BRACED = r"\{(?P<braced>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_PART = re.compile(rf'"(?P<quoted>[^"]*)"|{_BRACED}|(?P<name>[^\s#"{{}}=,]+)')
_ONE = re.sub(r"\?P<\w+>", "?:", _PART.pattern)
_PARTS = re.compile(rf"(?:{_ONE})(?:\s*#\s*(?:{_ONE}))*\Z")


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """A value made of several with ``#``; a name that is not defined stands for itself."""
    parts = []
    for part in _PART.finditer(value):
        name = part["name"]
        plain = part["quoted"] if part["quoted"] is not None else part["braced"]
        parts.append(strings.get(name.lower(), name) if name else plain or "")
    return "".join(parts)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from printing what is told as a problem."""
    log = logging.getLogger("bibtexparser")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)
