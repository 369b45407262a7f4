"""A citer sets the citations of one document, from top to bottom."""

# ruff: noqa: RUF001 (quotation marks and dashes are what a printed citation has)

from tests.render.citing.entries import work
from tests.render.citing.test_chicago import ARTICLE, BOOK, EDITED

from deciban.render.citing import AUTHOR_DATE, CHICAGO, Citer, plain
from deciban.render.document.blocks import Footnote, Run

WORKS = [work({**entry, "id": key}) for key, entry in (("b", BOOK), ("e", EDITED), ("a", ARTICLE))]


def _citer(style: str = CHICAGO) -> Citer:
    return Citer(WORKS, style)


def test_the_first_note_has_everything_and_a_later_one_is_short() -> None:
    citer = _citer()
    assert plain(citer.note(["b"], "p. 3")).startswith("Ruth Hale, The Weight of Paper: A History")
    citer.note(["e"])
    assert plain(citer.note(["b"], "p. 4")) == "Hale, The Weight of Paper, 4."


def test_works_in_one_note_stand_in_the_order_written() -> None:
    citer = _citer()
    citer.note(["e"])
    assert plain(citer.note(["b", "e"])).endswith("1987); Ochs and Moor, Voices, vol. 3.")


def test_a_place_in_one_of_several_works_stands_behind_them_all() -> None:
    told = plain(_citer().note(["e", "b"], "Voices III, 12-14"))
    assert told.endswith("(London: Northmoor Press, 1987); Voices III, 12–14.")


def test_a_place_without_a_work_is_told_by_itself() -> None:
    assert plain(_citer().note([], "RGASPI f. 558")) == "RGASPI f. 558."


def test_a_work_that_is_not_there_is_called_by_its_key() -> None:
    assert plain(_citer().note(["nobody"])) == "nobody."
    assert _citer().works(["nobody"]) == ()


def test_a_citation_in_a_text_becomes_a_note_behind_the_punctuation() -> None:
    prose = _citer().in_text("He knew [@b, p. 3], and said so [see @e, p. 4; also @b].")
    assert [plain(part.content) if isinstance(part, Footnote) else part for part in prose] == [
        Run("He knew,"),
        "Ruth Hale, The Weight of Paper: A History, 1929–1941 (London: Northmoor Press, 1987), 3.",
        Run(" and said so."),
        (
            "See Lena Ochs and Ian Moor, eds., Voices, vol. 3 (1999), 4; also Hale, The Weight of "
            "Paper."
        ),
    ]


def test_a_text_without_citations_is_one_run() -> None:
    assert _citer().in_text("Write to a@b.org [sic].") == (Run("Write to a@b.org [sic]."),)
    assert _citer().in_text("") == ()


def test_what_is_written_around_a_citation_is_characters() -> None:
    prose = _citer().in_text("<b>x</b> [<i>see</i> @b, <script>]")
    assert prose[0] == Run("<b>x</b>")
    assert isinstance(prose[1], Footnote)
    assert plain(prose[1].content).endswith("1987), <script>.")
    assert all(isinstance(part, Run) for part in prose[1].content)


def test_behind_a_sentence_stands_a_footnote_or_the_author_and_year() -> None:
    [note] = _citer().behind(["b"], "p. 3")
    assert isinstance(note, Footnote)
    assert plain(_citer(AUTHOR_DATE).behind(["b"], "p. 3")) == " (Hale 1987, 3)"
    assert _citer().behind([]) == ()


def test_the_bibliography_has_what_was_cited_once_each() -> None:
    citer = _citer()
    assert citer.works() == ()
    citer.note(["e"])
    citer.in_text("So [@b] and so [@b].")
    assert citer.cited == ("e", "b")
    assert [key for key, _ in citer.listed()] == ["b", "e"]


def test_what_was_never_cited_can_be_listed() -> None:
    assert [key for key, _ in _citer().listed(["a", "b", "a"])] == ["b", "a"]
    assert _citer().works([]) == ()


def test_keys_that_differ_in_capitals_are_two_works() -> None:
    two = [work({**BOOK, "id": "Hale"}), work({**EDITED, "id": "hale"})]
    assert plain(Citer(two).note(["hale"])).startswith("Lena Ochs")
    assert plain(Citer(two).note(["Hale"])).startswith("Ruth Hale")
