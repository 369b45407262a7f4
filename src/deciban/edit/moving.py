"""The text of a new move, and a name for it that nobody else will take."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import choice

from deciban.case import Case, Move
from deciban.edit.layout import laid_out
from deciban.edit.layout.scalar import written
from deciban.problem import Problem
from deciban.read.keys import parse_language
from deciban.read.records import RecordReader
from deciban.read.yaml_tree import Document

FOLDER = "debate"
#: The letters of a random end: those of base32, which are not taken for one another.
LETTERS = "abcdefghijkmnpqrstuvwxyz"
FIGURES = "23456789"
LONG, WORDS, LETTERS_OF_A_SLUG = 4, 4, 28
_APART = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A move as somebody wishes to make it.

    Attributes:
        move: its kind.
        target: what it answers; a move may be named without its random end.
        author: who makes it.
        on: its date, as written.
        text: what it says.
        question: the critical question; empty for none.
        add: YAML of what it brings; empty for nothing.
        cite: works that it rests on.
        quote: the words that it points to.
        document: the file these stand in.
        located: the page.
        note: anything else.
    """

    move: str
    target: str
    author: str
    on: str
    text: str
    question: str = ""
    add: str = ""
    cite: Sequence[str] = ()
    quote: str = ""
    document: str = ""
    located: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """A new move, not written to a file yet.

    Attributes:
        path: the file that it is to stand in.
        text: its text.
        document: the same as parsed.
        move: the move; None where it cannot be read.
        problems: what is wrong with its text.
    """

    path: Path
    text: str
    document: Document
    move: Move | None
    problems: tuple[Problem, ...]


def new_move(case: Case, folder: Path, draft: Draft) -> Filed:
    """Answer a new move with a name of its own, laid out as ``deciban fmt`` would.

    Args:
        case: the case that it belongs to.
        folder: the folder of the case.
        draft: what is to be said.
    """
    name = f"{slug_of(draft.text) or draft.move}-{random_end()}"
    path = folder / FOLDER / f"{name}.yaml"
    text = "\n".join(_lines(draft, name, meant(case, draft.target))) + "\n"
    document = parse_language(text, str(path), Move)
    tidy = laid_out(document, Move)
    if isinstance(tidy, str):
        document = parse_language(tidy, str(path), Move)
    reader = RecordReader(case.words, document.text)
    move = reader.record(Move, document.root) if document.root is not None else None
    return Filed(path, document.text, document, move, (*document.problems, *reader.problems))


def meant(case: Case, target: str) -> str:
    """Answer the one move that is called so but for its random end; else the target as it is."""
    found = [each.id for each in case.debate if each.id.rpartition("-")[0] == target]
    return found[0] if len(found) == 1 else target


def slug_of(text: str) -> str:
    """Answer the first few words of a text as they may stand in a file's name; empty for none."""
    folded = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    slug = ""
    for word in _APART.sub(" ", folded).split()[:WORDS]:
        longer = f"{slug}-{word}" if slug else word[:LETTERS_OF_A_SLUG]
        if len(longer) > LETTERS_OF_A_SLUG:
            break
        slug = longer
    return slug


def random_end() -> str:
    """Answer four random letters and figures, a figure among them."""
    end = ""
    while not any(letter in FIGURES for letter in end):
        end = "".join(choice(LETTERS + FIGURES) for _ in range(LONG))
    return end


def _lines(draft: Draft, name: str, target: str) -> Iterator[str]:
    """The lines of a move; a piece of YAML that it brings is set in below its key."""
    fields = {
        "move": draft.move,
        "id": name,
        "author": draft.author,
        "on": draft.on,
        "target": target,
        "text": draft.text,
        "question": draft.question,
        "quote": draft.quote,
        "in": draft.document,
        "at": draft.located,
        "note": draft.note,
    }
    for key, value in fields.items():
        if value or key in ("author", "target", "text"):
            yield f"{key}: {written(value)}"
    if draft.cite:
        yield f"cite: [{', '.join(written(each, flow=True) for each in draft.cite)}]"
    if draft.add:
        yield "add:"
        yield from (f"  {line}".rstrip() for line in draft.add.splitlines())
