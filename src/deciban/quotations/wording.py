"""What is said of a quotation that is not as it stands in its document."""

from collections.abc import Sequence
from itertools import groupby
from textwrap import shorten

from deciban.problem import Problem
from deciban.quotations.quotation import Difference, Place
from deciban.quotations.written import Written
from deciban.read.suggest import visible

#: Longer stretches of words are cut in a message; the whole stands below it.
LONGEST = 70
_AS_IT_STANDS = (
    "quote it as it stands; `[...]` marks what is left out, other brackets what is yours"
)


def no_words(written: Written) -> Problem:
    """A quotation that holds nothing but marks."""
    message = f"'{written.id}' quotes no word"
    return Problem("D566", message, written.record.place("quote"), "quote the words themselves")


def not_there(written: Written, part: str, unread: Sequence[int]) -> Problem:
    """A quotation to which nothing in the document comes near.

    Args:
        written: the quotation.
        part: the part of it that is missing, where others are there; else empty.
        unread: pages that show something and hold no text.
    """
    what = f"the words {_cut(part)}" if part else "the words"
    document = visible(written.document)
    message = f"{what} of '{written.id}' are not in {document}, nor is anything like them"
    hint = "look for it in another document; a paraphrase belongs in `text`"
    if unread:
        hint = f"{_pages(unread)} no text that can be read: have it recognised (OCR), or {hint}"
    return Problem("D566", message, written.record.place("quote"), hint)


def near_miss(written: Written, place: Place, differences: Sequence[Difference]) -> Problem:
    """A quotation that is not quite what the document has."""
    apart = [each for each in differences if each.document or each.quoted]
    shown = _told(apart[0], place.spot or "it") if apart else f"{place.spot or 'it'} comes near"
    more = len(apart) - 1
    others = f" ({more} more difference{'s' if more > 1 else ''})" if more > 0 else ""
    document = visible(written.document)
    message = f"'{written.id}' does not quote {document} as it stands: {shown}{others}"
    return Problem("D567", message, written.record.place("quote"), _advice(apart))


def _told(difference: Difference, where: str) -> str:
    """One difference in words."""
    have = "have" if where.startswith(("lines", "pp.")) else "has"
    own, quoted = _cut(difference.document), _cut(difference.quoted)
    if not difference.quoted:
        return f"{where} {have} {own} as well"
    if not difference.document:
        return f"{where} {have} no {quoted}"
    return f"{where} {have} {own} where the quotation has {quoted}"


def _advice(apart: Sequence[Difference]) -> str:
    """What to write instead."""
    if all(each.document.casefold() == each.quoted.casefold() for each in apart):
        for each in apart:
            if each.document[1:] == each.quoted[1:]:
                changed = f"[{each.quoted[0]}]{each.quoted[1:]}"
                return f"capitals count: write `{changed}`, and the text in quotation marks"
    if all(not each.quoted for each in apart):
        return "mark what you left out with `[...]`"
    return _AS_IT_STANDS


def scattered(written: Written, first: Place, last: Place) -> Problem:
    """A quotation whose parts stand in the document, but not one soon after the other."""
    message = (
        f"the parts of '{written.id}' are in {visible(written.document)}, but do not follow one "
        f"another: the first stands {_at(first)}, the last {_at(last)}"
    )
    hint = "quote them apart, or name what stands between them"
    return Problem("D567", message, written.record.place("quote"), hint)


def _at(place: Place) -> str:
    return f"on {place.spot}" if place.page else f"in {place.spot or 'it'}"


def another_page(written: Written, place: Place) -> Problem:
    """A quotation that stands on another page than the case says."""
    message = f"the words of '{written.id}' stand on {place}, and `at` says '{written.located}'"
    return Problem("D569", message, written.record.place("at"), "correct the page, or the document")


def other_spaces(written: Written, place: Place) -> Problem:
    """A quotation that is in a PDF, but for the spaces between letters."""
    message = f"the words of '{written.id}' stand on {place}, but with other spaces"
    hint = "the spaces of a PDF are guessed; look whether the page has them as you quote them"
    return Problem("D569", message, written.record.place("quote"), hint)


def _cut(words: str) -> str:
    return f'"{shorten(words, LONGEST, placeholder=" ...")}"'


def _pages(numbers: Sequence[int]) -> str:
    """Pages with their verb: ``pages 3-7 and 12 hold``."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0])
    ]
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    several = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    return f"page {several} holds" if len(numbers) == 1 else f"pages {several} hold"
