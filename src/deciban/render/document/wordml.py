"""The pieces of XML that a document for Word is put together from (ECMA-376, WordprocessingML)."""

from collections.abc import Iterable, Sequence
from html import escape

from deciban.render.document.package import packaged

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE = f"{_DRAWING}/picture"
NAMESPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
    f' xmlns:a="{_DRAWING}/main" xmlns:pic="{_PICTURE}"'
)


def run(text: str, style: str = "") -> str:
    """Answer characters, in a style of characters if any."""
    styled = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{styled}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, content: str, further: str = "") -> str:
    """Answer a paragraph.

    Args:
        style: its style.
        content: its runs.
        further: properties besides the style's.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{further}</w:pPr>{content}</w:p>'


#: After every table: without a paragraph between them two tables would be one.
GAP_AFTER = paragraph("Gap", "")


def bookmark(place: int) -> str:
    """Answer the name of the place of a heading, by its number."""
    return f"part{place}"


def note_mark(number: int) -> str:
    """Answer the mark of a footnote in the text."""
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    return f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'


def footnotes(notes: Iterable[str]) -> str:
    """Answer the part of the footnotes, with the two lines that part them from the text."""
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    own = f"<w:r>{style}<w:footnoteRef/></w:r>{run(' ')}"
    written = [
        f'<w:footnote w:id="{number}">{paragraph("FootnoteText", own + note)}</w:footnote>'
        for number, note in enumerate(notes, 1)
    ]
    lines = _line("separator", -1) + _line("continuationSeparator", 0)
    return f"<w:footnotes {NAMESPACES}>{lines}{''.join(written)}</w:footnotes>"


def _line(kind: str, number: int) -> str:
    spaced = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    line = paragraph("FootnoteText", f"<w:r><w:{kind}/></w:r>", spaced)
    return f'<w:footnote w:type="{kind}" w:id="{number}">{line}</w:footnote>'


def numbering(lists: Iterable[int]) -> str:
    """Answer the part of lists, in which each numbered one begins at one."""
    begins = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    own = [
        f'<w:num w:numId="{each}"><w:abstractNumId w:val="1"/>{begins}</w:num>' for each in lists
    ]
    end = "</w:numbering>"
    return packaged("numbering").replace(end, f"{''.join(own)}{end}").rstrip()


def header(title: str) -> str:
    """Answer what stands above every page but the first."""
    return f"<w:hdr {NAMESPACES}>{paragraph('Header', run(title))}</w:hdr>"


def footer() -> str:
    """Answer what stands below every page: its number, and how many there are."""
    pages = f"{counted('PAGE', 1)}{run(' / ')}{counted('NUMPAGES', 1)}"
    return f"<w:ftr {NAMESPACES}>{paragraph('Footer', pages)}</w:ftr>"


def counted(what: str, shown: int) -> str:
    """Answer a number that Word counts, with what it was when written.

    Args:
        what: ``PAGE``, ``NUMPAGES``, or the name of a sequence, such as that of the figures.
        shown: the number until Word counts anew.
    """
    code = what if what.isupper() else f"SEQ {what} \\* ARABIC"
    style = "" if what.isupper() else "Strong"
    return f'<w:fldSimple w:instr=" {code} ">{run(str(shown), style)}</w:fldSimple>'


def ruled(
    style: str,
    widths: Sequence[int],
    rows: Iterable[str],
    *,
    caption: str = "",
    headed: bool = False,
) -> str:
    """Answer a table.

    Args:
        style: its style.
        widths: of its columns, in twips.
        rows: its rows.
        caption: what a screen reader says of it.
        headed: whether the first row holds the titles of the columns.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    said = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    look = f'<w:tblLook w:val="{"0620" if headed else "0600"}"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"{look}{said}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def cell(width: int, content: str, *, whole: bool = False) -> str:
    """Answer a cell of a table.

    Args:
        width: how wide it is, in twips.
        content: its paragraphs.
        whole: whether it is to stay on one line.
    """
    kept = "<w:noWrap/>" if whole else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{kept}</w:tcPr>{content}</w:tc>'


def picture(relation: str, number: int, alt: str, extent: tuple[int, int]) -> str:
    """Answer a picture in a line of text.

    Args:
        relation: of the file.
        number: which picture it is; unique in the document.
        alt: what a screen reader says.
        extent: its width and height, in EMU.
    """
    wide, high = extent
    named = f'id="{number}" name="Figure {number}" descr="{escape(alt)}"'
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr {named}/>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
