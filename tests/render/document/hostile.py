"""Documents in which every text was written by somebody who means harm, or by chance."""

from hypothesis import strategies as st
from tests.render.document.sample import BARS

from deciban.render.charts.picture import Picture
from deciban.render.document.blocks import (
    Block,
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
    Run,
    Table,
)

NASTY = (
    "<script>document.title = 'owned'</script>",
    "<img src=x onerror=\"document.title = 'owned'\">",
    '"><svg onload=alert(1)>',
    "</style></title><script>alert(1)</script>",
    "<!-- -->]]><![CDATA[",
    "![x](http://evil.example/x.png)",
    "[a](javascript:alert(1))",
    "[^1]",
    "[^1]: a note",
    "[x]: http://evil.example",
    "| | |\n| --- | --- |",
    "a|b\\|c`|`",
    "# heading #",
    "1. one",
    "(1) one",
    "A. one",
    "- item",
    "+ item",
    "* item",
    "> quote",
    ": definition",
    "---",
    "===",
    "```",
    "~~~",
    "`code` ``more``",
    "**b** *i* __u__ _v_ ~~s~~ ***",
    "https://evil.example and www.evil.example, a@evil.example @someone <https://evil.example>",
    "&lt;&#60;&amp;&copy",
    "{=html} {#id .class} `x`{=latex}",
    '#import "@preview/evil:0.1.0": *',
    '#read("/etc/passwd") #sys.inputs #panic()',
    "$x^2$ @label <label> ] } \\u{41} \\n // comment /* comment */",
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example")',
    ' HYPERLINK "http://evil.example" \\* MERGEFORMAT ',
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "\\",
    "!",
    "wordwithoutend" * 40,
    "שלום 60% then 40%",
    "سلام",
    "中文字符不断行" * 8,
    "😀👨‍👩‍👧🇬🇧",
    "e\u0301\u0301\u0301 \u200b \u00ad \ufeff",
    "\x00\x07\x1b[31mred\x7f",
    "\u202eturned\u202c round",
    "one\r\ntwo\u2028three\tfour",
    "  spaced   out  ",
    "\ud800 \ufffe \U0010ffff \ue000",
)
SIGNS = "\\`*_[]<>|~$^{}@#+-=:.!()&\"'/%; a1é\n"

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(alphabet=SIGNS, max_size=16),
    st.text(max_size=16),
)
anchors = st.one_of(st.sampled_from(("a", "b", "note:1", "")), texts)
addresses = st.one_of(
    texts,
    st.sampled_from(
        ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil", "#a")
    ),
    texts.map(lambda text: f"https://example.org/{text}"),
)
runs = st.builds(Run, texts, st.sampled_from(("plain", "strong", "emphasis", "code", "quiet")))
links = st.builds(Link, texts, st.one_of(addresses, anchors.map(lambda name: f"#{name}")))
footnotes = st.builds(Footnote, st.lists(st.one_of(runs, links), max_size=3).map(tuple))
prose = st.lists(st.one_of(runs, runs, links, footnotes), max_size=4).map(tuple)
pictures = st.builds(
    Picture, name=texts, title=texts, alt=texts, spec=st.just({}), drawn=st.just(BARS)
)
columns = st.builds(
    Column, texts, st.sampled_from(("left", "right")), st.sampled_from((0.0, 1.0, 2.5))
)
tables = st.builds(
    Table,
    st.lists(columns, max_size=3).map(tuple),
    st.lists(st.lists(prose, max_size=4).map(tuple), max_size=3).map(tuple),
    texts,
)
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.sampled_from((1, 2, 3)), texts, anchors),
    st.builds(Paragraph, prose),
    st.builds(Bullets, st.lists(prose, max_size=3).map(tuple), st.booleans()),
    tables,
)
figures = st.builds(Figure, pictures, texts)


def blocks(leaf: st.SearchStrategy[Block]) -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks within blocks, two deep."""
    inside = st.lists(leaf, max_size=3).map(tuple)
    framed = st.one_of(st.builds(Callout, inside), st.builds(Fold, texts, inside))
    return st.lists(st.one_of(leaf, leaf, framed), max_size=5).map(tuple)


def documents(*, figured: bool) -> st.SearchStrategy[Document]:
    """Documents with such texts in every place there is for one.

    Args:
        figured: whether there are figures among them, which take longer to write.
    """
    return st.builds(
        Document,
        title=texts,
        subtitle=texts,
        dateline=texts,
        blocks=blocks(st.one_of(leaves, figures) if figured else leaves),
        about=st.dictionaries(texts, texts, max_size=2),
        language=st.one_of(st.just("en"), st.just("en-GB"), texts),
    )


def everywhere(text: str) -> Document:
    """A document with one text in every place there is for one."""
    run, link = Run(text), Link(text, f"https://example.org/{text}")
    words = (run, Run(text, "strong"), Run(text, "code"), link, Footnote((run, link)))
    table = Table((Column(text), Column(text, "right", 1.0)), ((words, (run,)),), text)
    figure = Figure(Picture(name=text, title=text, alt=text, drawn=BARS), text)
    plain = (Paragraph(words), Bullets((words, (run,))), table, figure)
    parts = (Heading(1, text, text), *plain, Callout(plain), Fold(text, plain))
    return Document(text, text, text, parts, about={text: text, "version": text}, language=text)
