"""The order of a bibliography, and what tells works of one author and one year apart."""

import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby
from string import ascii_lowercase

from deciban.case import Work
from deciban.case.csl import called_by, date_of, text_of

_ARTICLES = ("the ", "a ", "an ")
_LAST = 99_999
#: What is called by its newspaper, where nobody has signed it.
_PAPERS = frozenset(("article-newspaper", "article-magazine"))


def by_author_and_title(work: Work) -> tuple[object, ...]:
    """Answer what sorts a bibliography: author, title, year."""
    return _author(work), _folded(work.title), _year(work), work.id


def by_author_and_year(work: Work) -> tuple[object, ...]:
    """Answer what sorts a list of references: author, year, title."""
    return _author(work), _year(work), _folded(work.title), work.id


def suffixes(works: Iterable[Work]) -> Mapping[str, str]:
    """Answer the letters that tell works of the same author and year apart, by citation key."""
    found: dict[str, str] = {}
    ordered = sorted(works, key=by_author_and_year)
    for _, group in groupby(ordered, key=_shown):
        alike = list(group)
        if len(alike) > 1:
            found |= {work.id: _letters(number) for number, work in enumerate(alike)}
    return found


def _shown(work: Work) -> tuple[str, ...]:
    """What a citation by author and date shows of a work."""
    return _author(work), work.year


def _letters(number: int) -> str:
    """*a* to *z*, then *aa* and so on."""
    more, letter = divmod(number, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[letter]


def _author(work: Work) -> str:
    role, people = called_by(work.entry)
    container = text_of(work.entry, "container-title")
    if role != "author" and container:  # whoever edits a volume has not written what is in it
        people = ()
    names = [f"{person.short} {person.given} {person.suffix}" for person in people]
    unsigned = container if text_of(work.entry, "type") in _PAPERS else ""
    return " ".join(map(_folded, names or [unsigned or work.title]))


def _year(work: Work) -> int:
    dated = date_of(work.entry)
    return dated.begin.year if dated and dated.begin else _LAST


def _folded(text: str) -> str:
    """A text without accents, capitals, quotation marks and a leading article."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(letter for letter in plain if letter.isalnum() or letter.isspace()).strip()
    article = next((each for each in _ARTICLES if kept.startswith(each)), "")
    return kept.removeprefix(article)
