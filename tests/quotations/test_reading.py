"""Documents of every kind: what is read of them, and what is said of those that cannot be."""

import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.errors import DependencyError
from pypdf.generic import DecodedStreamObject, NameObject
from tests.quotations.making import encrypted, pdf, quoting

from deciban.problem import Problem
from deciban.quotations import Quotation, State
from deciban.quotations import pdf as reader_of_pdfs
from deciban.quotations.pdf_pages import LOCKED, read_pages
from deciban.quotations.plain import lines_of_html

QUOTE = "The ledger was gone from its shelf"
SCAN = "#rect(width: 3cm, height: 2cm, fill: gray)"
SOUND = pdf(f"{QUOTE}.", "Nobody had signed for it.")
PAGE = """\
<!DOCTYPE html>
<html><head><title>The ledger was gone from its title</title>
<style>p { content: "The ledger was gone from its style" }</style></head>
<body><script>var a = "The ledger was gone from its script"</script>
<h1>Monday</h1><p>The led<b>g</b>er was <!-- not --> gone&nbsp;from
its <i>shelf</i> &mdash; caf&eacute;.</p>
<noscript>The ledger was gone from its noscript</noscript></body></html>
"""


def _unread(found: Quotation) -> Problem:
    """The one problem of a quotation whose document could not be read."""
    assert found.state is State.UNREAD
    (problem,) = found.problems
    assert problem.at is not None
    assert problem.hint
    return problem


def test_html_is_read_as_a_browser_shows_it(tmp_path: Path) -> None:
    found = quoting(
        tmp_path,
        PAGE,
        "Monday The ledger was gone from its shelf — café.",
        "gone from its script",
        "gone from its style",
        "gone from its title",
        "gone from its noscript",
        name="page.html",
    )
    assert [each.verified for each in found] == [True, False, False, False, False]
    assert found[0].where == "page.html"


@given(st.text(alphabet="<>!-[]/&;\"'= abpdit\n", max_size=60))
def test_no_html_is_too_broken_to_be_read_or_refused(text: str) -> None:
    with suppress(AssertionError):  # which is caught where documents are read
        lines_of_html(text)


def test_html_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, "<html><![odd[ x", QUOTE, name="page.html")
    assert found.state in (State.UNREAD, State.MISSING)


def test_the_signs_of_markdown_are_no_part_of_the_text(tmp_path: Path) -> None:
    text = "# Monday\n\n> **The ledger** was *go\n> ne*, he_said, `from` its\\_shelf.\n"
    first, second = quoting(
        tmp_path, text, "Monday The ledger was go ne, he_said, from", "its_shelf.", name="a.md"
    )
    assert (first.where, second.where) == ("lines 1-4 of a.md", "line 4 of a.md")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("The ledger in the café".encode("cp1252"), "D105"),
        ("The ledger in the café".encode("utf-16"), "D105"),
        (b"The ledger\0was gone", "D106"),
        (b"PK\x03\x04 a word-processor document", "D562"),
        (b"{\\rtf1 The ledger was gone}", "D562"),
        (b"\x89PNG\r\n\x1a\n\0\0", "D562"),
    ],
)
def test_what_is_no_text_in_utf_8_is_told_plainly(
    content: bytes, code: str, tmp_path: Path
) -> None:
    (found,) = quoting(tmp_path, content, QUOTE)
    assert _unread(found).code == code


def test_a_text_in_another_encoding_is_told_where_it_goes_wrong(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, "One\nTwo café".encode("cp1252"), QUOTE)
    problem = _unread(found)
    assert problem.at is not None
    assert problem.at.file.endswith("document.txt")
    assert (problem.at.line, problem.at.column) == (2, 8)
    assert [at.file.endswith("case.yaml") for at in problem.also] == [True]


def test_a_pdf_is_known_by_what_it_is_and_not_by_its_name(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, SOUND, QUOTE, name="ledger.txt")
    assert found.where == "p. 1 of ledger.txt"
    (found,) = quoting(tmp_path, f"%PDF is named here. {QUOTE}", QUOTE, name="about.txt")
    assert found.where == "line 1 of about.txt"


def test_a_page_has_the_number_that_is_printed_on_it_and_its_own(tmp_path: Path) -> None:
    content = pdf("A preface.", f"{QUOTE}.", setting='#set page(numbering: "i")')
    (found,) = quoting(tmp_path, content, QUOTE, name="ledger.pdf")
    (place,) = found.places
    assert (place.page, place.label) == (2, "ii")
    assert found.where == "p. ii of ledger.pdf (page 2 of the file)"


def test_a_quotation_runs_over_the_foot_and_the_head_of_pages(tmp_path: Path) -> None:
    setting = '#set page(numbering: "1", header: [The accounts of the club])'
    content = pdf("First.", "The ledger was gone from", "its shelf.", "Last.", setting=setting)
    over, head, foot = quoting(
        tmp_path, content, QUOTE, "The accounts of the club", "from 2 The accounts", name="a.pdf"
    )
    assert over.where == "pp. 2-3 of a.pdf"
    assert [place.page for place in head.places] == [1, 2, 3, 4]
    assert foot.verified, "what is printed on the pages may be quoted as it is printed"


def test_only_lines_that_recur_are_passed_over_between_pages(tmp_path: Path) -> None:
    content = pdf("The ledger was gone", "in all likelihood from its shelf")
    (found,) = quoting(tmp_path, content, QUOTE, name="a.pdf")
    assert found.state is State.NEAR


def test_words_cut_at_the_end_of_a_line_or_page_of_a_pdf_are_whole(tmp_path: Path) -> None:
    setting = '#set par(justify: true)\n#set text(hyphenate: true, lang: "en")\n'
    said = "Incomprehensibilities notwithstanding, representatives recommended reconsideration "
    content = pdf(f"#box(width: 4cm)[{said * 6}]", setting=setting)
    (found,) = quoting(tmp_path, content, (said * 6).strip(), name="a.pdf")
    assert found.verified
    assert found.problems == ()


def test_the_mark_of_a_note_need_not_be_quoted(tmp_path: Path) -> None:
    content = pdf("The ledger was gone#footnote[See the minutes.] from its shelf.")
    (found,) = quoting(tmp_path, content, QUOTE, name="a.pdf")
    assert found.verified


def test_letters_set_apart_are_found_with_a_warning(tmp_path: Path) -> None:
    content = pdf("#text(tracking: 0.4em)[The ledger] was gone from its shelf.")
    (found,) = quoting(tmp_path, content, QUOTE, name="a.pdf")
    assert found.verified
    (problem,) = found.problems
    assert (problem.code, problem.is_error) == ("D569", False)
    (found,) = quoting(tmp_path, "The l e d g e r was gone from its shelf", QUOTE)
    assert not found.verified, "the spaces of a text are no guess"


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (encrypted(SOUND, "secret"), "D564", "password"),
        (pdf(SCAN, SCAN), "D563", "any of its 2 pages"),
        (pdf(SCAN), "D563", "its only page"),
        (SOUND[:1000], "D565", "no whole PDF"),
        (SOUND[: len(SOUND) // 2], "D565", "no whole PDF"),
        (SOUND[:-30], "D565", "no whole PDF"),
        (b"", "D565", "no whole PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "D565", "no whole PDF"),
        (b"The ledger was gone from its shelf", "D565", "no whole PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_a_problem_with_a_place(
    content: bytes, code: str, told: str, tmp_path: Path
) -> None:
    (found,) = quoting(tmp_path, content, QUOTE, name="ledger.pdf")
    problem = _unread(found)
    assert problem.code == code
    assert told in problem.message
    assert problem.at is not None
    assert (problem.at.line, problem.at.column) == (19, 9)


@pytest.mark.parametrize(
    ("bound", "value"), [("LETTERS", 10), ("PATIENCE_IN_ALL", -60.0), ("PATIENCE", 0.0)]
)
def test_a_pdf_that_would_never_end_is_given_up(
    bound: str, value: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_of_pdfs, bound, value)
    (found,) = quoting(tmp_path, SOUND, QUOTE, name="ledger.pdf")
    assert _unread(found).code == "D565"


def test_a_page_of_more_letters_than_any_page_has_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("deciban.quotations.pdf_pages.LETTERS", 10)
    _, page = read_pages(BytesIO(pdf("The ledger was gone from its shelf")))
    assert (page["text"], page["broken"]) == ("", True)


def test_pages_that_wait_to_be_taken_up_keep_nobody_alive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_of_pdfs, "WAITING", 1)
    monkeypatch.setattr(reader_of_pdfs, "LETTERS", 10)
    (found,) = quoting(tmp_path, pdf(*["The ledger was gone"] * 40), QUOTE, name="ledger.pdf")
    assert _unread(found).code == "D565"


def test_a_pdf_that_only_forbids_copying_is_read(tmp_path: Path) -> None:
    (found,) = quoting(tmp_path, encrypted(SOUND, ""), QUOTE, name="ledger.pdf")
    assert found.verified


def test_a_lock_that_needs_another_library_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: BytesIO) -> None:
        raise DependencyError

    monkeypatch.setattr("pypdf.PdfReader", refuse)
    assert list(read_pages(BytesIO(SOUND))) == [{"fault": LOCKED}]
    assert "cryptography" in reader_of_pdfs.closed("ledger.pdf", LOCKED).hint


def test_pages_that_are_pictures_are_named_where_a_quotation_is_not_found(tmp_path: Path) -> None:
    content = pdf("A cover.", SCAN, SCAN, "", "Text.", SCAN)
    (found,) = quoting(tmp_path, content, QUOTE, name="ledger.pdf")
    (problem,) = found.problems
    assert problem.code == "D566"
    assert problem.hint.startswith("pages 2-3 and 6 hold no text")


def test_a_document_that_cannot_be_read_is_one_problem_for_all_its_quotations(
    tmp_path: Path,
) -> None:
    found = quoting(tmp_path, b"", QUOTE, "gone from its shelf", "from its shelf", name="a.pdf")
    problems = {problem for each in found for problem in each.problems}
    (problem,) = problems
    assert [at.line for at in problem.also] == [24, 29]


@given(st.binary(max_size=400), st.integers(0, len(SOUND)), st.integers(0, 300))
def test_a_damaged_pdf_is_pages_or_a_fault_and_never_more(
    noise: bytes, place: int, length: int
) -> None:
    damaged = SOUND[:place] + noise + SOUND[place + length :]
    answers = list(read_pages(BytesIO(damaged)))
    assert answers
    for answer in answers:
        assert (
            "fault" in answer
            or "pages" in answer
            or {"label", "text", "unread", "broken"} == set(answer)
        )


@given(st.binary(max_size=2000))
def test_noise_is_no_pdf(noise: bytes) -> None:
    assert list(read_pages(BytesIO(b"%PDF-1.4\n" + noise))) == [{"fault": "damaged"}]


def _reader_that(folder: Path, does: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Puts another program in the place of the one that reads PDFs."""
    program = folder / "reader.py"
    program.write_text(f"import os, time, sys\n{does}\n", encoding="utf-8")

    def put(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(reader_of_pdfs, "_READER", program)

    return put


ANSWER = '{"label": "1", "text": "x", "unread": false, "broken": false}'
PAGES = f"print('{{\"pages\": 2}}\\n{ANSWER}', flush=True)"


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("time.sleep(60)", "is no whole PDF"),
        (f"{PAGES}; time.sleep(60)", "cannot be read beyond page 1"),
        (f"{PAGES}; os.kill(os.getpid(), 11)", "cannot be read beyond page 1"),
        (f"{PAGES}; sys.stdout.write('{{\"la'); sys.stdout.flush()", "beyond page 1"),
        ("raise SystemExit(3)", "is no whole PDF"),
        ("x = [0] * 10**12", "is no whole PDF"),
    ],
)
def test_a_pdf_that_hangs_or_kills_its_reader_does_no_more_harm(
    does: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reader_that(tmp_path, does)(monkeypatch)
    monkeypatch.setattr(reader_of_pdfs, "PATIENCE", 0.5)
    start = time.monotonic()
    (found,) = quoting(tmp_path, SOUND, QUOTE, name="ledger.pdf")
    assert told in _unread(found).message
    assert time.monotonic() - start < 10


def test_a_page_that_swells_a_hundredfold_is_not_unpacked(tmp_path: Path) -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    stream = DecodedStreamObject()
    stream.set_data(b"q Q " * 25_000_000)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())  # noqa: SLF001 (no other way)
    file = BytesIO()
    writer.write(file)
    assert len(file.getvalue()) < 1_000_000
    (found,) = quoting(tmp_path, file.getvalue(), QUOTE, name="bomb.pdf")
    assert _unread(found).code == "D565"
