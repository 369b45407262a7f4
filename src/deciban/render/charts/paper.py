"""A picture as PDF: one page of its size, tagged with its title and its text, set by Typst.

Its words are set in the face that comes with Typst, so the same picture is the same file on every
machine; only where that has no such letters at all do the machine's own faces lend them.
"""

import unicodedata
from typing import TYPE_CHECKING, cast

from deciban.render.charts.lettering import plain

if TYPE_CHECKING:
    from deciban.render.charts.picture import Picture

#: A picture is as large as it says: 96 of its pixels are an inch.
_TEMPLATE = b"""
#set document(title: sys.inputs.title, date: none)
#set text(lang: "en")
#let drawn = image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt)
#context {
  let size = measure(drawn)
  set page(width: size.width, height: size.height, margin: 0pt)
  image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt, width: 100%)
}
"""
#: The last letter of Latin, Greek and Cyrillic, which the face of Typst has.
_LAST_OWN = 0x52F


def on_paper(picture: "Picture", svg: str) -> bytes:
    """Answer a picture as PDF.

    Args:
        picture: the picture, for its title and its text.
        svg: it drawn.
    """
    from typst import Compiler, Fonts  # noqa: PLC0415 (an extra: imported only to write a PDF)

    inputs = {"svg": svg, "title": plain(picture.title), "alt": plain(picture.alt)}
    fonts = Fonts(include_system_fonts=any(map(_foreign, svg)))
    compiler = Compiler(input=_TEMPLATE, font_paths=fonts, sys_inputs=inputs)
    return cast("bytes", compiler.compile(format="pdf", pdf_standards=["ua-1"]))


def _foreign(letter: str) -> bool:
    return ord(letter) > _LAST_OWN and unicodedata.category(letter).startswith("L")
