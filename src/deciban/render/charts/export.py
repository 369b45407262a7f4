"""A picture as SVG, as PNG, as PDF, and as a page of its own."""

import re
from html import escape

from deciban.render.charts.lettering import plain
from deciban.render.charts.picture import Picture

#: What only a reader of single marks would need; the picture is one thing, and has one text.
_NEEDLESS = re.compile(r' (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"| opacity="1"')
_EMPTY = re.compile(r'<path d="(?:M0,0h0v0h0Z)?"[^>]*/>')
_GROUP = re.compile(r"<g(?: [^>]*)?></g>")
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e[-+]?\d+)?")
_ROOT = re.compile(r"<svg [^>]*>")
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ margin: 0 auto; padding: 1rem; max-width: 44rem; font: 1rem/1.5 Georgia, serif;
  color: #1a1a1a; background: white; }}
figure {{ margin: 0; }}
.drawn {{ overflow-x: auto; }}
svg {{ display: block; width: 100%; min-width: 27rem; height: auto; }}
h1 {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
figcaption {{ margin-top: 0.75rem; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<figure>
<div class="drawn" tabindex="0" role="group" aria-label="The figure">
{drawn}</div>
<figcaption>{alt}</figcaption>
</figure>
</main>
</body>
</html>
"""


def svg(picture: Picture) -> str:
    """Answer a picture as SVG, the same to the byte each time, with its title and its text."""
    return _titled(picture.drawn or _drawn(picture), picture) + "\n"


def png(picture: Picture, scale: float = 2.0) -> bytes:
    """Answer a picture as PNG.

    Args:
        picture: the picture.
        scale: how many dots of the file make a pixel of the picture.
    """
    import vl_convert  # noqa: PLC0415 (an extra: imported only where something is drawn)

    drawn: bytes = vl_convert.svg_to_png(svg(picture), scale=scale)
    return drawn


def pdf(picture: Picture) -> bytes:
    """Answer a picture as PDF: one page of its size, with its letters as letters."""
    from deciban.render.charts.paper import on_paper  # noqa: PLC0415 (only where it is wanted)

    return on_paper(picture, svg(picture))


def html(picture: Picture) -> str:
    """Answer a page that holds the picture and its text; without a script, and asking nobody."""
    title, alt = escape(plain(picture.title)), escape(plain(picture.alt))
    return _PAGE.format(title=title, alt=alt, drawn=svg(picture))


def _drawn(picture: Picture) -> str:
    import vl_convert  # noqa: PLC0415 (as above)

    drawn: str = vl_convert.vegalite_to_svg(dict(picture.spec), allowed_base_urls=[])
    tidy = _TAG.sub(lambda tag: _NUMBER.sub(_rounded, _NEEDLESS.sub("", tag[0])), drawn)
    tidy = _EMPTY.sub("", tidy)
    while (shorter := _GROUP.sub("", tidy)) != tidy:
        tidy = shorter
    return tidy


def _rounded(number: re.Match[str]) -> str:
    """A number to a hundredth of a pixel: what differs beyond is the noise of a machine."""
    hundredths = round(100 * float(number[0]))
    return f"{hundredths / 100:g}"


def _titled(drawn: str, picture: Picture) -> str:
    """The drawing with what a screen reader reads in it, as one picture."""
    told = f"<title>{escape(plain(picture.title))}</title><desc>{escape(plain(picture.alt))}</desc>"
    return _ROOT.sub(lambda root: f'{root[0][:-1]} role="img">{told}', drawn, count=1)
