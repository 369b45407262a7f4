"""Where a quotation stands: the way back from the letters that are searched to page and line."""

from dataclasses import dataclass
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from deciban.case import Case
from deciban.quotations import Place, Quotation, State
from deciban.quotations.document import Document, Page
from deciban.quotations.look import Sought
from deciban.quotations.written import Written

WORDS = (
    "it",
    "the",
    "ledger",
    "was",
    "gone",
    "Mr.",
    "clerk's",
    "said;",
    "“No”",
    "co-op",
    "x3",
    "—",
)
HEAD = "THE LEDGER"


@dataclass(frozen=True)
class Told:
    """A word with a number of its own, so that no stretch of words stands twice; and its place."""

    word: str
    page: int
    line: int


@dataclass(frozen=True)
class Printed:
    """A document as it is printed, and where each of its words went."""

    document: Document
    words: tuple[Told, ...]


def _own(number: int) -> str:
    """Letters that no other word ends in."""
    return "q" + "".join("abcdefghij"[int(digit)] for digit in str(number)) + "zz"


@st.composite
def printed(draw: st.DrawFn, *, paged: bool) -> Printed:
    """A document of random lines, some ending in half a word; PDFs with heads and page numbers."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311 (no secret)
    words: list[Told] = []
    pages: list[Page] = []
    for page in range(random.randint(1, 6) if paged else 1):
        lines = ["", HEAD, ""] if paged else []
        half = ""
        for _ in range(random.randint(1, 8)):
            line = [half] if half else []
            half = ""
            for _ in range(random.randint(0, 7)):
                word = f"{random.choice(WORDS)}{_own(len(words))}"
                words.append(Told(word, page, len(lines)))
                line.append(word)
            if line and len(line[-1]) > 6 and random.random() < 0.3:
                cut = line.pop()
                line.append(f"{cut[:-4]}-")
                half = cut[-4:]
            lines.append("  ".join(line))
        if half:
            lines.append(half)
        pages.append(Page((*lines, f"- {page + 11} -") if paged else tuple(lines), f"{page + 11}"))
    return Printed(Document(tuple(pages), paged=paged, numbered=not paged), tuple(words))


def look(document: Document, quote: str) -> Quotation:
    record = Case(deciban="1", title="", question=None)  # type: ignore[arg-type]  # any record
    written = Written("r", "report", record, quote, "d", "")
    return Sought(document, "d").look_for(written)


@given(printed(paged=False), st.data())
def test_every_stretch_of_a_text_is_found_in_its_lines(made: Printed, data: st.DataObject) -> None:
    if not made.words:
        return
    first = data.draw(st.integers(0, len(made.words) - 1))
    last = data.draw(st.integers(first, min(len(made.words) - 1, first + 12)))
    stretch = made.words[first : last + 1]
    found = look(made.document, " ".join(each.word for each in stretch))
    assert found.state is State.FOUND
    (place,) = found.places
    assert place.line == stretch[0].line + 1
    assert place.last_line in (stretch[-1].line + 1, stretch[-1].line + 2)  # half a word goes on


@given(printed(paged=True), st.data())
def test_every_stretch_of_a_pdf_is_found_on_its_pages(made: Printed, data: st.DataObject) -> None:
    if not made.words:
        return
    first = data.draw(st.integers(0, len(made.words) - 1))
    last = data.draw(st.integers(first, min(len(made.words) - 1, first + 12)))
    stretch = made.words[first : last + 1]
    found = look(made.document, " ".join(each.word for each in stretch))
    assert found.state is State.FOUND
    begins, ends = stretch[0].page + 1, stretch[-1].page + 1
    assert found.places == (Place("d", begins, ends, f"{begins + 10}", f"{ends + 10}", None, None),)


@given(printed(paged=True), st.data())
def test_a_stretch_with_a_word_changed_dropped_or_added_is_never_found(
    made: Printed, data: st.DataObject
) -> None:
    if len(made.words) < 3:
        return
    first = data.draw(st.integers(0, len(made.words) - 3))
    words = [each.word for each in made.words[first : first + 8]]
    place = data.draw(st.integers(1, len(words) - 2))
    change = data.draw(st.sampled_from(["change", "drop", "add", "swap", "case"]))
    if change == "change":
        words[place] = "otherwise"
    elif change == "drop":
        del words[place]
    elif change == "add":
        words.insert(place, "otherwise")
    elif change == "swap":
        words[place - 1], words[place] = words[place], words[place - 1]
    else:
        words[place] = words[place].swapcase()
    found = look(made.document, " ".join(words))
    assert not found.verified
    assert found.problems


@given(printed(paged=True), st.data())
def test_what_an_omission_leaves_out_is_what_stands_there(
    made: Printed, data: st.DataObject
) -> None:
    if len(made.words) < 3:
        return
    first = data.draw(st.integers(0, len(made.words) - 3))
    last = data.draw(st.integers(first + 2, min(len(made.words) - 1, first + 12)))
    found = look(made.document, f"{made.words[first].word} [...] {made.words[last].word}")
    (mark,) = found.marks
    inside = "".join(each.word for each in made.words[first + 1 : last])
    assert _letters(mark.document) == _letters(inside)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_places_are_told_in_words() -> None:
    assert str(Place("a.pdf", 3, 3, "3", "3")) == "p. 3 of a.pdf"
    assert str(Place("a.pdf", 3, 4, "iii", "iv")) == "pp. iii-iv of a.pdf (pages 3-4 of the file)"
    assert str(Place("a.txt", line=7, last_line=7)) == "line 7 of a.txt"
    assert str(Place("a.txt", line=7, last_line=9)) == "lines 7-9 of a.txt"
    assert str(Place("a.html")) == "a.html"
