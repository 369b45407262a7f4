"""A document as a page of HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from tests.render.document.hostile import NASTY, documents, everywhere
from tests.render.document.said import in_order, links, notes, said
from tests.render.document.sample import ALT, SAMPLE, bars

from deciban.render.document.blocks import (
    Column,
    Document,
    Figure,
    Fold,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Run,
    Table,
)
from deciban.render.document.html import write_html
from deciban.render.document.sound import sound

OURS = frozenset(
    {
        "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "div",
        "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "a", "sup", "b", "strong", "em", "code",
        "span", "bdi", "wbr", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th",
        "td", "figure", "figcaption", "details", "summary",
        "svg", "defs", "clippath", "g", "rect", "text", "line", "path",
    }
)  # fmt: skip
EMPTY = frozenset({"meta", "col", "wbr"})


@dataclass
class Page(HTMLParser):
    """A page as it is read: its elements in order, and its words."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "title"} and "svg" not in self.open:
            self.words.append(data)

    def all(self, *tags: str) -> list[dict[str, str]]:
        """The attributes of all elements of some names."""
        return [attributes for tag, attributes in self.elements if tag in tags]


def read(document: Document) -> Page:
    page = Page()
    page.feed(write_html(document))
    page.close()
    assert not page.open
    return page


def _values(page: Page, name: str) -> Iterator[str]:
    return (attributes[name] for _, attributes in page.elements if name in attributes)


@given(documents(figured=True))
def test_nothing_that_was_written_becomes_a_tag_or_an_attribute(document: Document) -> None:
    page = read(document)
    assert {tag for tag, _ in page.elements} <= OURS
    names = {name for _, attributes in page.elements for name in attributes}
    assert not any(name.startswith("on") or name in {"src", "srcset", "action"} for name in names)
    assert all(re.match(r"#|https?://", to, re.IGNORECASE) for to in _values(page, "href"))


@given(documents(figured=True))
def test_everything_that_was_written_is_there_to_be_read(document: Document) -> None:
    meant = sound(document)
    words = "".join(read(document).words)
    assert in_order(said(meant), words)
    assert in_order(notes(meant), words)


@pytest.mark.parametrize("text", NASTY)
def test_each_nasty_text_is_inert_in_every_place_there_is_for_a_text(text: str) -> None:
    page = read(everywhere(text))
    assert {tag for tag, _ in page.elements} <= OURS
    assert len(page.all("style")) == 1


@given(documents(figured=True))
def test_no_name_is_given_twice_and_every_link_within_leads_to_one(document: Document) -> None:
    page = read(document)
    names = list(_values(page, "id"))
    assert len(names) == len(set(names))
    assert all(to[1:] in names for to in _values(page, "href") if to.startswith("#"))
    assert all(to in names for to in _values(page, "aria-labelledby"))


def test_links_lead_where_they_were_meant_to() -> None:
    page = read(SAMPLE)
    meant = {link.to for link in links(SAMPLE)}
    assert meant <= set(_values(page, "href"))


def test_a_page_may_load_and_run_nothing() -> None:
    page = read(SAMPLE)
    (policy,) = (meta["content"] for meta in page.all("meta") if "http-equiv" in meta)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert not page.all("script", "link", "img", "iframe", "object", "embed", "base", "form")
    assert "@import" not in write_html(SAMPLE)


def test_a_page_says_its_language_its_title_and_how_it_was_made() -> None:
    page = read(SAMPLE)
    assert page.all("html") == [{"lang": "en"}]
    named = {meta["name"]: meta["content"] for meta in page.all("meta") if "name" in meta}
    assert named["generator"] == "deciban 0.1.0"
    assert named["deciban:case"] == "9f2b1c44"
    assert named["deciban:seed"] == "1"


def test_there_is_one_first_heading_and_no_level_is_skipped() -> None:
    levels = [int(tag[1]) for tag, _ in read(SAMPLE).elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))


def test_the_sections_are_listed_where_there_are_several() -> None:
    one = Document("t", "", "", (Heading(1, "Alone", "alone"),))
    assert not read(one).all("nav")
    assert [each["aria-label"] for each in read(SAMPLE).all("nav")] == ["Contents"]


def test_a_note_and_its_mark_lead_to_each_other() -> None:
    page = read(SAMPLE)
    marks = [each for each in page.all("a") if each.get("role") == "doc-noteref"]
    backs = [each for each in page.all("a") if each.get("role") == "doc-backlink"]
    assert len(marks) == len(backs) == len(notes(SAMPLE))
    assert [each["href"] for each in marks] == [f"#note:{number}" for number in range(1, 8)]
    assert [each["href"] for each in backs] == [f"#{each['id']}" for each in marks]


def test_a_table_has_its_caption_and_says_what_its_heads_are_of() -> None:
    table = Table(
        (Column("Who"), Column("How likely", "right")), (((Run("He"),), (Run("68%"),)),), "C"
    )
    page = read(Document("t", "", "", (table,)))
    assert [each["scope"] for each in page.all("th")] == ["col", "col", "row"]
    assert len(page.all("caption")) == 1
    assert page.all("td")[0]["class"] == "number short"


def test_a_figure_is_one_image_that_says_what_it_shows() -> None:
    page = read(SAMPLE)
    assert page.all("svg")[0]["aria-label"] == ALT
    assert {each["role"] for each in page.all("svg")} == {"img"}


def test_the_names_inside_two_figures_are_apart() -> None:
    figure = Figure(bars(), "")
    text = write_html(Document("t", "", "", (figure, figure)))
    assert 'clip-path="url(#figure1-clip1)"' in text
    assert 'clip-path="url(#figure2-clip1)"' in text


def test_detail_is_folded_and_the_rest_is_not() -> None:
    page = read(Document("t", "", "", (Fold("More", (Paragraph((Run("x"),)),)),)))
    assert page.all("details") == [{}]


def test_words_from_right_to_left_do_not_turn_round_what_follows() -> None:
    text = write_html(Document("t", "", "", (Paragraph((Run("שלום"), Run(": 60%", "strong"))),)))
    assert "<p><bdi>שלום</bdi><strong>: 60%</strong></p>" in text


def test_an_address_in_code_may_be_broken_behind_its_dots() -> None:
    text = write_html(Document("t", "", "", (Paragraph((Run("events.told_him.knew", "code"),)),)))
    assert "<code>events.<wbr>told_<wbr>him.<wbr>knew</code>" in text


def test_a_note_in_a_note_of_a_table_is_numbered_in_the_order_of_reading() -> None:
    first, second = (Footnote((Run(each),)) for each in ("first", "second"))
    table = Table((Column("a"), Column("b")), (((Run("x"), first), (Run("y"), second)),))
    words = "".join(read(Document("t", "", "", (table,))).words)
    assert in_order(["x1", "y2", "first", "second"], words)


def test_a_link_to_the_web_tells_nobody_where_it_came_from() -> None:
    page = read(Document("t", "", "", (Paragraph((Link("x", "https://a.example/"),)),)))
    (link,) = (each for each in page.all("a") if each["href"].startswith("https"))
    assert link["rel"] == "noopener noreferrer"
