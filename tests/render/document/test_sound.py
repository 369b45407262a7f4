"""What the writers may rely on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict

import pytest
from hypothesis import given
from tests.render.document.hostile import documents
from tests.render.document.said import links
from tests.render.document.sample import BARS, SAMPLE

from deciban.render.document.blocks import (
    Block,
    Callout,
    Column,
    Document,
    Fold,
    Footnote,
    Heading,
    Inline,
    Link,
    Paragraph,
    Run,
    Table,
)
from deciban.render.document.plain import printable
from deciban.render.document.sound import headings, sound

_UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def _document(*blocks: Block) -> Document:
    return Document("Title", "", "", blocks)


def _content(document: Document) -> tuple[Inline, ...]:
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    return block.content


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for pair in data.items() for each in pair for text in _strings(each))
    elif isinstance(data, Iterable):
        yield from (text for each in data for text in _strings(each))


def test_a_document_that_is_sound_is_left_as_it_is() -> None:
    assert sound(SAMPLE) == SAMPLE


@given(documents(figured=True))
def test_no_character_is_left_that_steers_or_is_none(document: Document) -> None:
    texts = [each for each in _strings(asdict(sound(document))) if each != BARS]
    assert not any(_UNSEEN.search(each) for each in texts)


@given(documents(figured=False))
def test_what_is_sound_stays_as_it_is(document: Document) -> None:
    assert sound(sound(document)) == sound(document)


@given(documents(figured=False))
def test_every_link_within_leads_to_one_heading_and_every_other_to_the_web(
    document: Document,
) -> None:
    mended = sound(document)
    names = [heading.anchor for heading in headings(mended.blocks)]
    assert len(names) == len(set(names))
    for to in (link.to for link in links(mended)):
        assert (
            to[1:] in names
            if to.startswith("#")
            else re.match(r"https?://[!-~]+$", to, re.IGNORECASE)
        )


@given(documents(figured=False))
def test_headings_skip_no_level_and_begin_with_the_first(document: Document) -> None:
    levels = [heading.level for heading in headings(sound(document).blocks)]
    assert all(later <= level + 1 for level, later in zip([0, *levels], levels, strict=False))


def test_space_of_any_kind_is_one_space() -> None:
    assert printable("one\r\n two\u2028three\t\tfour") == "one two three four"


@pytest.mark.parametrize("to", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "#no"])
def test_a_link_that_leads_nowhere_safe_is_its_words(to: str) -> None:
    assert _content(sound(_document(Paragraph((Link("here", to),))))) == (Run("here"),)


def test_an_address_is_written_in_characters_that_no_format_reads_as_its_own() -> None:
    (link,) = _content(sound(_document(Paragraph((Link("x", 'https://a.example/"<|\\` é'),)))))
    assert isinstance(link, Link)
    assert link.to == "https://a.example/%22%3C%7C%5C%60%20%C3%A9"


def test_a_link_keeps_leading_to_the_heading_that_was_meant_when_names_are_mended() -> None:
    blocks = (
        Heading(1, "One", "the same"),
        Heading(1, "Two", "the same"),
        Paragraph((Link("x", "#the same"),)),
    )
    one, two, paragraph = sound(_document(*blocks)).blocks
    assert isinstance(one, Heading)
    assert isinstance(two, Heading)
    assert (one.anchor, two.anchor) == ("the-same", "the-same-2")
    assert paragraph == Paragraph((Link("x", "#the-same"),))


def test_neighbours_of_one_style_are_one_run_and_space_at_the_ends_is_gone() -> None:
    given_ = Paragraph((Run("  a "), Run(" b"), Run("c", "strong"), Run(" ")))
    assert _content(sound(_document(given_))) == (Run("a b"), Run("c", "strong"))


def test_rows_are_as_long_as_the_table_is_wide() -> None:
    table = Table((Column("a"), Column("b")), (((Run("1"),),), ((), (), (Run("3"),))))
    (mended,) = sound(_document(table)).blocks
    assert isinstance(mended, Table)
    assert mended.rows == (((Run("1"),), ()), ((), ()))


def test_what_says_nothing_is_left_out() -> None:
    empty = (Paragraph(()), Paragraph((Run(" "), Footnote(()))), Table((), ()))
    assert sound(_document(*empty, Callout(()), Fold("", ()))).blocks == (
        Callout(()),
        Fold("Untitled", ()),
    )
