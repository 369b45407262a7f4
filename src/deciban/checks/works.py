"""Check: the bibliography itself. Works nobody could look up, one work twice, works not used."""

from collections.abc import Hashable, Iterator

from deciban.case import Case, Work
from deciban.case.cited import cited, unused
from deciban.case.csl import called_by, date_of, text_of
from deciban.problem import Problem
from deciban.read.suggest import listing

#: What else may tell apart two works of one title, author, date and volume.
_APART = ("issue", "number", "edition", "page", "container-title", "genre", "medium")
_SHOWN = 5


def check_named_works(case: Case) -> Iterator[Problem]:
    """Report works that are cited and of which a reader would be told neither title nor author."""
    for key in cited(case):
        work = case.bibliography.works.get(key)
        if work is not None and not (work.title or called_by(work.entry)[1]):
            hint = "give its entry a title, or say who wrote it"
            yield Problem("D409", f"'{key}' has neither a title nor an author", work.at, hint)


def check_works(case: Case) -> Iterator[Problem]:
    """Warn of works that are in the bibliography twice, and of works that nothing cites."""
    yield from _twice(case)
    names = unused(case)
    if names:
        first = case.bibliography.works[names[0]]
        one = len(names) == 1
        message = (
            f"'{names[0]}' is not cited"
            if one
            else f"{len(names)} works are not cited: {listing(names, _SHOWN)}"
        )
        hint = f"cite {'it' if one else 'them'}; or list under `consulted:` what you read"
        yield Problem("D620", message, first.at, f"{hint}, and leave out the rest")


def _twice(case: Case) -> Iterator[Problem]:
    alike: dict[Hashable, list[Work]] = {}
    for work in case.bibliography.works.values():
        if work.title and work.authors:
            others = alike.setdefault(_identity(work), [])
            first = next((each for each in others if _may_be(each, work)), None)
            if first is None:
                others.append(work)
                continue
            message = f"'{first.id}' and '{work.id}' seem to be one work"
            where = f"in line {first.at.line}"
            where += "" if first.at.file == work.at.file else f" of {first.at.file}"
            hint = f"keep one of them; the other stands {where}"
            yield Problem("D621", message, work.at, hint, also=(first.at,))


def _identity(work: Work) -> Hashable:
    """What two entries of one work agree on; the whole of a work is not one volume of it."""
    names = _bare(" ".join(work.authors))
    return _bare(work.title), names, date_of(work.entry), text_of(work.entry, "volume").casefold()


def _may_be(first: Work, second: Work) -> bool:
    """Whether nothing else that both entries say tells the works apart."""
    said = ((text_of(first.entry, each), text_of(second.entry, each)) for each in _APART)
    return not any(one and other and one.casefold() != other.casefold() for one, other in said)


def _bare(text: str) -> str:
    """A text by its letters and digits alone, so that a comma more or less does not count."""
    return "".join(filter(str.isalnum, text.casefold()))
