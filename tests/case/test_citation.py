"""Citations in prose: what is read as one, what is text, and what is told as a slip."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.case.citation import (
    Cite,
    Locator,
    find_alone,
    find_citations,
    find_slips,
    locator_of,
    without_citations,
)

#: Text in which something that looks like a citation is likely.
NEARLY = st.text(alphabet="[]@; ,.-()pab12", max_size=40)


def _cites(prose: str) -> tuple[Cite, ...]:
    [citation] = find_citations(prose)
    return citation.cites


def test_a_citation_names_a_work_and_a_place_in_it() -> None:
    [cite] = _cites("He said so [@kotkin2017, p. 891].")
    assert cite == Cite("kotkin2017", at=12, locator=Locator("page", "891"))


def test_a_citation_may_name_several_works_each_with_words_before_it() -> None:
    first, second = _cites("x [see @hale1987, pp. 3-5; but cf. @moor, ch. 2, at its end]")
    assert (first.before, first.key, first.locator) == (
        "see",
        "hale1987",
        Locator("page", "3-5"),
    )
    assert (second.before, second.key) == ("but cf.", "moor")
    assert second.locator == Locator("chapter", "2", ", at its end")


def test_a_citation_covers_its_brackets() -> None:
    prose = "Yes [@a] and [@b, p. 2]!"
    found = [prose[each.start : each.end] for each in find_citations(prose)]
    assert found == ["[@a]", "[@b, p. 2]"]


def test_a_comma_before_the_place_may_be_left_out() -> None:
    assert _cites("[@a p. 12]")[0].locator == Locator("page", "12")


def test_a_hyphen_says_that_the_sentence_names_the_author() -> None:
    assert _cites("Kotkin [-@kotkin2017, 12]")[0].quiet
    assert not _cites("[@kotkin2017]")[0].quiet


@pytest.mark.parametrize(
    "key", ["kotkin2017", "Kotkin:2017", "a_b-c", "http://zotero.org/users/1/items/AB", "2017"]
)
def test_a_key_is_read_whole(key: str) -> None:
    assert _cites(f"[@{key}, p. 3]")[0].key == key
    assert _cites(f"[@{key}.]")[0].key == key


@pytest.mark.parametrize(
    "prose",
    [
        "write to a@b.org",
        "[a@b.org]",
        "@handle said so",
        "[sic]",
        "[Molotov's broadcast]",
        "five @ six",
        "[five @ six]",
        "a] b @c [d",
        "",
    ],
)
def test_what_has_no_key_in_brackets_is_text(prose: str) -> None:
    assert find_citations(prose) == ()
    assert find_slips(prose) == ()
    assert without_citations(prose) == prose


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("open [@key p. 12", "never closed"),
        ("[@key, p. 3 [sic]]", "holds another bracket"),
        ("[@ key]", "names no work"),
        ("[@]", "names no work"),
        ("[-@]", "names no work"),
        ("[@a; and more]", "a part of this citation"),
        ("[@a, p. 3;]", "a part of this citation"),
        ("[@a @b]", "without a semicolon"),
    ],
)
def test_half_a_citation_is_a_slip_at_its_sign(prose: str, said: str) -> None:
    [slip] = find_slips(prose)
    assert said in slip.message
    assert prose[slip.at] == "@"
    assert find_citations(prose) == ()


def test_names_outside_brackets_are_found_without_their_punctuation() -> None:
    prose = "As @hale1987, @moor's and (@stone) say; not a@b.org, nor [@cited]."
    found = list(find_alone(prose))
    assert [name for name, _ in found] == ["hale1987", "moor's", "stone"]
    assert all(prose[at] == "@" for _, at in found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("p. 12", Locator("page", "12")),
        ("pp. 3-5, 8 and 12", Locator("page", "3-5, 8 and 12")),
        ("12", Locator("page", "12")),
        ("xii-xx", Locator("page", "xii-xx")),
        ("116 (via Kotkin n. 244)", Locator("page", "116", " (via Kotkin n. 244)")),
        ("ch. 2", Locator("chapter", "2")),
        ("vol. 2", Locator("volume", "2")),
        ("vol. 2 doc. 570", Locator("volume", "2", " doc. 570")),
        ("vol. 2, p. 45", Locator("volume", "2", ", p. 45")),
        ("n. 229", Locator("note", "229")),
        ("fol. 3r", Locator("folio", "3r")),
        ("\N{SECTION SIGN} 4", Locator("section", "4")),
        ("doc. 570", Locator("", "doc. 570")),
        ("p. 45, n. 3", Locator("", "p. 45, n. 3")),
        ("RGASPI f. 558, op. 1", Locator("", "RGASPI f. 558, op. 1")),
        ("1941 god II:160", Locator("", "1941 god II:160")),
        ("partly true", Locator("", "partly true")),
        ("notes on it", Locator("", "notes on it")),
        ("", None),
        (" . ", None),
    ],
)
def test_a_place_is_known_by_the_word_before_its_numbers(text: str, place: Locator | None) -> None:
    assert locator_of(text) == place


def test_a_label_goes_without_the_citation() -> None:
    assert without_citations("Deliveries rose [@a, p. 5] [@b], and ran on.") == (
        "Deliveries rose, and ran on."
    )


@given(NEARLY)
def test_every_text_is_read_and_every_sign_is_where_it_is_said_to_be(prose: str) -> None:
    for citation in find_citations(prose):
        assert prose[citation.start] == "["
        assert prose[citation.end - 1] == "]"
        assert all(prose[cite.at] == "@" for cite in citation.cites)
        assert all(prose[cite.at + 1 :].startswith(cite.key) for cite in citation.cites)
    assert all(prose[slip.at] == "@" for slip in find_slips(prose))
    assert all(prose[at + 1 :].startswith(name) for name, at in find_alone(prose))


@pytest.mark.parametrize(
    "long",
    [
        "[@a" * 30_000,
        "[" * 90_000 + "@",
        "@a " * 30_000,
        "[" + "@a;" * 30_000,
        "[@a, " + "1-" * 40_000,
    ],
    ids=lambda text: text[:8],
)
def test_a_long_text_is_read_in_no_time(long: str) -> None:
    begin = time.perf_counter()
    find_citations(long)
    find_slips(long)
    list(find_alone(long))
    locator_of(long[4:])
    assert time.perf_counter() - begin < 5
