"""A document as Markdown, read back by an independent reader of CommonMark and GitHub's tables."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from tests.render.document.hostile import NASTY, documents, everywhere, texts
from tests.render.document.said import in_order, links, notes, said
from tests.render.document.sample import ALT, SAMPLE, bars

from deciban.render.document.blocks import (
    Bullets,
    Callout,
    Column,
    Document,
    Figure,
    Fold,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Prose,
    Run,
    Style,
    Table,
)
from deciban.render.document.markdown import pictures_of, write_markdown
from deciban.render.document.sound import sound

#: What only somebody's own text could have brought in.
ACTIVE = frozenset({"html_inline", "html_block", "image", "fence", "code_block", "s_open", "hr"})
_DEFINED = re.compile(r"^\[\^\d+\]: (.*)$", re.MULTILINE)
_MARK = re.compile(r"\[\^\d+\]")


def _mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (as the reader calls it)
    found = _MARK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("mark", "", 0)
    state.pos = found.end()
    return True


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader.inline.ruler.before("link", "mark", _mark)
    return reader


def tokens(markdown: str) -> list[Token]:
    """The body of a text as it is read, flat, without the notes at its end."""
    return list(_flat(_reader().parse(_DEFINED.sub("", markdown))))


def _flat(nested: list[Token]) -> Iterator[Token]:
    for token in nested:
        yield token
        yield from _flat(token.children or [])


def words(read: list[Token]) -> str:
    return "".join(
        token.content for token in read if token.type in {"text", "code_inline", "text_special"}
    )


def written(*content: Run | Link | Footnote) -> str:
    """A paragraph of a document, as it is written."""
    text = write_markdown(Document("T", "", "", (Paragraph(content),)))
    return text.removeprefix("# T\n\n").rstrip("\n")


def html(markdown: str) -> str:
    return str(_reader().render(markdown)).strip()


@given(documents(figured=False))
def test_nothing_that_was_written_becomes_a_tag_an_image_or_a_link(document: Document) -> None:
    read = tokens(write_markdown(document))
    assert not {token.type for token in read} & {
        "html_inline",
        "html_block",
        "image",
        "fence",
        "s_open",
    }
    found = [str(token.attrs["href"]) for token in read if token.type == "link_open"]
    assert all(re.match(r"#|https?://", to, re.IGNORECASE) for to in found)
    assert len(found) <= len(links(sound(document)))


@given(documents(figured=False))
def test_everything_that_was_written_is_there_to_be_read(document: Document) -> None:
    meant, markdown = sound(document), write_markdown(document)
    assert in_order(said(meant), words(tokens(markdown)))
    found = [words(tokens(note)) for note in _DEFINED.findall(markdown)]
    assert [each.split() for each in found] == [each.split() for each in notes(meant)]


@given(texts)
def test_a_paragraph_is_one_paragraph_of_the_same_characters(text: str) -> None:
    markdown = written(Run(text))
    read = _reader().parse(markdown)
    meant = sound(Document("", "", "", (Paragraph((Run(text),)),)))
    if meant.blocks:
        assert [token.type for token in read] == ["paragraph_open", "inline", "paragraph_close"]
        assert words(tokens(markdown)).strip() == said(meant)[-1].strip()


@pytest.mark.parametrize("text", NASTY)
def test_each_nasty_text_is_inert_in_every_place_there_is_for_a_text(text: str) -> None:
    document = everywhere(text)
    read = tokens(write_markdown(document))
    assert not {token.type for token in read} & ACTIVE
    assert in_order(said(sound(document)), words(read))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a plain sentence, with 3.5% and (brackets) - and a dash", None),
        ("<script>", r"\<script\>"),
        ("told_him", r"told\_him"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("A. Smith", r"A\. Smith"),
        ("(1) no list", r"\(1\) no list"),
        ("see https://a.example", r"see https\://a.example"),
        ("www.a.example", r"www\.a.example"),
        ("AT&T, &amp; and R&D", r"AT\&T, \&amp; and R\&D"),
        ("[@key] $x$ a^2^", r"\[\@key\] \$x\$ a\^2\^"),
    ],
)
def test_signs_are_escaped_where_they_would_be_read_and_nowhere_else(
    text: str, markdown: str | None
) -> None:
    assert written(Run(text)) == (markdown or text)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((Run("a "), Run("b", "strong"), Run(" c")), "<p>a <strong>b</strong> c</p>"),
        ((Run("a"), Run(" b ", "emphasis"), Run("c")), "<p>a <em>b</em> c</p>"),
        ((Run("a "), Run("b.", "strong"), Run(" c")), "<p>a <strong>b.</strong> c</p>"),
        ((Run("x`y", "code"),), "<p><code>x`y</code></p>"),
        (
            (Run("stop!"), Link("x", "https://a.example/")),
            '<p>stop!<a href="https://a.example/">x</a></p>',
        ),
    ],
)
def test_styles_come_out_as_styles(content: Prose, expected: str) -> None:
    assert html(written(*content)) == expected


@pytest.mark.parametrize("style", ["strong", "emphasis"])
def test_where_a_style_could_not_be_read_the_words_stand_without_it(style: Style) -> None:
    assert html(written(Run("a"), Run("(b)", style), Run("c"))) == "<p>a(b)c</p>"


def test_a_bar_in_code_does_not_part_a_cell() -> None:
    table = Table((Column("a"), Column("b")), (((Run("x|y", "code"),), (Run("z"),)),))
    read = tokens(write_markdown(Document("T", "", "", (table,))))
    assert [token.content for token in read if token.type == "text"] == ["T", "a", "b", "x|y", "z"]


def test_cells_keep_to_the_side_of_their_column() -> None:
    table = Table((Column("a"), Column("b", "right")), ())
    assert "| :--- | ---: |" in write_markdown(Document("T", "", "", (table,)))


def test_two_lists_one_after_the_other_stay_two() -> None:
    lists = (Bullets(((Run("a"),),)), Bullets(((Run("b"),),)))
    numbered = (Bullets(((Run("a"),),), ordered=True), Bullets(((Run("b"),),), ordered=True))
    text = write_markdown(Document("T", "", "", (*lists, *numbered)))
    assert html(text).count("<ul>") == html(text).count("<ol>") == 2


def test_a_callout_is_a_quotation_and_a_fold_its_summary_above_it() -> None:
    inside = (Paragraph((Run("x"),)), Bullets(((Run("y"),),)))
    text = write_markdown(Document("T", "", "", (Callout(inside), Fold("More", inside))))
    assert text == "# T\n\n> x\n>\n> - y\n\n**More**\n\nx\n\n- y\n"


def test_a_link_within_leads_to_the_name_that_github_gives_the_heading() -> None:
    blocks = (
        Heading(1, "What, and why?", "a"),
        Heading(1, "What, and why?", "b"),
        Paragraph((Link("first", "#a"), Run(" "), Link("second", "#b"))),
    )
    text = write_markdown(Document("T", "", "", blocks))
    assert "[first](#what-and-why) [second](#what-and-why-1)" in text


def test_notes_are_numbered_in_the_order_of_reading_and_stand_at_the_end() -> None:
    text = written(Run("a"), Footnote((Run("one"),)), Run("(b)"), Footnote((Run("# two"),)))
    assert text == "a[^1]\\(b)[^2]\n\n[^1]: one\n\n[^2]: \\# two"


def test_a_figure_refers_to_its_file_and_says_what_it_shows() -> None:
    document = Document("T", "", "", (Figure(bars(), "Caption"), Figure(bars(), "")))
    text = write_markdown(document, "my figures")
    assert f"![{ALT}](my%20figures/posterior.svg)\n\n**Figure 1.** Caption" in text
    assert "](my%20figures/posterior-2.svg)\n\n**Figure 2.**\n" in text
    assert list(pictures_of(document)) == ["posterior.svg", "posterior-2.svg"]


def test_without_a_folder_what_a_figure_says_stands_in_its_place() -> None:
    text = write_markdown(Document("T", "", "", (Figure(bars(), "Caption"),)))
    assert text.endswith(f"**Figure 1.** Caption\n\n{ALT}\n")


def test_there_is_no_html_in_it() -> None:
    assert "<" not in write_markdown(SAMPLE, "figures")
