"""A document as PDF, set by Typst.

The words of the document reach the template ``brief.typ`` as data, so nothing in them is read as
markup. Only the faces that come with Typst are used, so the same document is the same file on every
machine. Where those lack a letter, the machine's own may lend it; where these lack it too, its code
point is printed instead.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from deciban.render.charts.export import svg
from deciban.render.document.blocks import (
    Block,
    Bullets,
    Callout,
    Document,
    Figure,
    Fold,
    Footnote,
    Heading,
    Inline,
    Link,
    Paragraph,
    Prose,
    Run,
    Table,
)
from deciban.render.document.drawing import drawing
from deciban.render.document.html import FIGURE
from deciban.render.document.plain import runs_leftwards
from deciban.render.document.sound import sound
from deciban.render.json_text import Json

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

Paper: TypeAlias = Literal["a4", "us-letter"]

#: The face of the text, which figures are set in as well.
FACE = "Libertinus Serif"
#: PDF/UA: a file whose headings, tables, notes and figures a screen reader can follow.
_TAGGED: "list[PDFStandard]" = ["ua-1"]
_PROBE = b'#set document(title: "probe")\n#set text(lang: "en")\n#sys.inputs.letters'
#: So many sections are worth a list of contents.
_SECTIONS_LISTED = 5
#: A cell of so many letters may be broken over two pages.
_LONG_CELL = 600
#: Writing of Latin, Greek and the like that is too long to be trusted to break by itself.
_LONG_WORD = re.compile(r"[^\s\u2e80-\U0003ffff]{25,}")
_STRETCH = 12
_BEHIND_SIGN = re.compile(r"(?<=[\w)][/._?&=#-])(?=\w)")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"
_ISOLATED = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"


def write_pdf(document: Document, paper: Paper = "a4") -> bytes:
    """Answer a document as PDF, tagged for screen readers and without a date of writing.

    Args:
        document: the document.
        paper: what it is printed on.

    Raises:
        ValueError: if a picture cannot be drawn.
    """
    from typst import Fonts  # noqa: PLC0415 (an extra: imported only where a PDF is written)

    told = json.dumps(_document(sound(document), paper), ensure_ascii=False)
    letters = "".join(sorted({each for each in told if not each.isascii()}))
    own = Fonts(include_system_fonts=False)
    foreign = lacking(letters, own)
    if not foreign:
        return _set(told, own)
    every = Fonts()
    nowhere = {ord(each): f"[U+{ord(each):04X}]" for each in lacking(foreign, every)}
    return _set(told.translate(nowhere), every)


def lacking(letters: str, fonts: "Fonts") -> str:
    """Answer those of some letters that none of the typefaces has."""
    if not letters or _can_show(letters, fonts):
        return ""
    if len(letters) == 1:
        return letters
    half = len(letters) // 2
    return lacking(letters[:half], fonts) + lacking(letters[half:], fonts)


def _can_show(letters: str, fonts: "Fonts") -> bool:
    """Tell whether there is a typeface for each letter; a PDF/UA file refuses what there is not."""
    from typst import TypstError  # noqa: PLC0415 (as above)

    try:
        _compiled(_PROBE, {"letters": " ".join(letters)}, fonts)
    except TypstError:
        return False
    return True


def _set(told: str, fonts: "Fonts") -> bytes:
    """Answer the file; without tags where Typst cannot follow them over the ends of pages."""
    from typst import TypstError  # noqa: PLC0415 (as above)

    template = (files("deciban.render.document") / "brief.typ").read_bytes()
    try:
        return _compiled(template, {"document": told}, fonts)
    except TypstError:
        return _compiled(template, {"document": told}, fonts, tagged=False)


def _compiled(
    template: bytes, inputs: dict[str, str], fonts: "Fonts", *, tagged: bool = True
) -> bytes:
    from typst import Compiler  # noqa: PLC0415 (as above)

    compiler = Compiler(input=template, font_paths=fonts, sys_inputs=inputs)
    standards = _TAGGED if tagged else []
    pdf = compiler.compile(format="pdf", pdf_standards=standards, pdf_tags=tagged)
    return cast("bytes", pdf)


def _document(document: Document, paper: Paper) -> Json:
    language, _, rest = document.language.partition("-")
    region = rest if re.fullmatch("[A-Z]{2}", rest) else None
    sections = [each for each in document.blocks if isinstance(each, Heading) and each.level == 1]
    return {
        "title": broken(document.title),
        "subtitle": broken(document.subtitle),
        "dateline": broken(document.dateline),
        "keywords": [f"{name} {value}" for name, value in document.about.items()],
        "language": language,
        "region": region,
        "paper": paper,
        "listed": len(sections) >= _SECTIONS_LISTED,
        "blocks": _blocks(document.blocks),
    }


def _blocks(blocks: Iterable[Block]) -> list[Json]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> Json:
    match block:
        case Heading(level, text, anchor):
            return {"kind": "heading", "level": level, "text": broken(text), "anchor": anchor}
        case Paragraph(content):
            return {"kind": "paragraph", "content": _prose(content)}
        case Bullets(items, ordered):
            return {"kind": "bullets", "ordered": ordered, "items": [*map(_prose, items)]}
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Callout() | Fold():
            return _framed(block)


def _framed(block: Callout | Fold) -> Json:
    blocks: Json = _blocks(block.blocks)
    if isinstance(block, Callout):
        return {"kind": "callout", "blocks": blocks}
    return {"kind": "fold", "summary": broken(block.summary), "blocks": blocks}


def _table(table: Table) -> Json:
    columns: list[Json] = [
        {"title": broken(column.title), "align": column.align, "share": column.share}
        for column in table.columns
    ]
    return {
        "kind": "table",
        "caption": broken(table.caption),
        "headed": any(column.title for column in table.columns),
        "columns": columns,
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def _cell(cell: Prose) -> Json:
    length = sum(len(part.text) for part in cell if not isinstance(part, Footnote))
    return {"breakable": length > _LONG_CELL, "content": _prose(cell)}


def _figure(figure: Figure) -> Json:
    drawn = drawing(svg(figure.picture), "", FACE)
    return {
        "kind": "figure",
        "supplement": FIGURE,
        "caption": broken(figure.caption),
        "svg": drawn.svg,
        "alt": figure.picture.alt,
        "width": drawn.width,
        "height": drawn.height,
    }


def _prose(prose: Iterable[Inline]) -> list[Json]:
    return [_inline(part) for part in prose]


def _inline(part: Inline) -> Json:
    match part:
        case Run(text, style):
            parted = _BEHIND_SIGN.sub(_MAY_BREAK, text) if style == "code" else broken(text)
            return {"kind": "run", "style": style, "text": _isolated(parted)}
        case Link(text, to):
            return {"kind": "link", "to": to, "text": _isolated(broken(text))}
        case Footnote(content):
            return {"kind": "note", "content": _prose(content)}


def _isolated(text: str) -> str:
    """Answer a text that does not turn round what stands beside it."""
    return _ISOLATED % text if runs_leftwards(text) else text


def broken(text: str) -> str:
    """Answer a text whose overlong words may be broken, behind their signs or else anywhere."""
    return _LONG_WORD.sub(lambda word: _parted(word[0]), text)


def _parted(word: str) -> str:
    parts = (_in_stretches(part) for part in _BEHIND_SIGN.split(word))
    return _MAY_BREAK.join(parts)


def _in_stretches(part: str) -> str:
    """Answer a part of a word with places to break, twelve letters apart, never before a mark."""
    if len(part) <= 2 * _STRETCH:
        return part
    done, since = "", 0
    for letter in part:
        if since >= _STRETCH and not unicodedata.combining(letter):
            done, since = done + _MAY_BREAK, 0
        done, since = done + letter, since + 1
    return done
