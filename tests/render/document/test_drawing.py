"""Pictures as parts of a page."""

import pytest
from tests.render.document.sample import BARS

from deciban.render.document.drawing import drawing


def _svg(inside: str, attributes: str = "") -> str:
    opened = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{opened} width="20" height="10" {attributes}>{inside}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>body { display: none }</style>",
        "<foreignObject><body/></foreignObject>",
        '<image href="http://evil.example/x.png"/>',
        '<use href="http://evil.example/x.svg#a"/>',
        '<rect onload="alert(1)" onclick="alert(1)"/>',
        '<rect style="fill: url(http://evil.example/)"/>',
        '<rect fill="url(http://evil.example/#a)"/>',
        '<a xlink:href="javascript:alert(1)"><rect/></a>',
        '<animate attributeName="x"/><set attributeName="onload" to="alert(1)"/>',
    ],
)
def test_what_acts_or_asks_is_left_out(inside: str) -> None:
    svg = drawing(_svg(inside), "f-").svg
    assert not any(each in svg for each in ("evil", "alert", "script", "style", "body", "set"))


def test_names_and_what_refers_to_them_get_a_prefix() -> None:
    inside = '<g id="a"/><use xlink:href="#a"/><g clip-path="url(#a)"/><g fill="url(\'#a\')"/>'
    svg = drawing(_svg(inside), "f-").svg
    assert '<g id="f-a" /><use href="#f-a" />' in svg
    assert '<g clip-path="url(#f-a)" /><g fill="url(#f-a)" />' in svg


def test_what_only_a_reader_of_single_marks_would_need_is_left_out() -> None:
    inside = (
        '<g role="graphics-symbol" aria-label="x" class="mark"><title>t</title><desc>d</desc></g>'
    )
    assert drawing(_svg(inside), "").svg.endswith("<g /></svg>")


def test_text_is_kept_and_stays_text() -> None:
    drawn = drawing(_svg("<text>&lt;b&gt; <tspan>two</tspan> three</text>"), "")
    assert "<text>&lt;b&gt; <tspan>two</tspan> three</text>" in drawn.svg
    assert drawn.words == "<b>  two  three"


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="62" height="15"', (62.0, 15.0)),
        ('width="62px" height="15px"', (62.0, 15.0)),
        ('width="72pt" height="36pt"', (96.0, 48.0)),
        ('viewBox="0 0 30 40"', (30.0, 40.0)),
        ('width="100%" viewBox="0,0,30,40"', (30.0, 40.0)),
    ],
)
def test_the_size_is_as_drawn(attributes: str, size: tuple[float, float]) -> None:
    drawn = drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>', "")
    assert (drawn.width, drawn.height) == pytest.approx(size)


def test_the_face_of_its_words_can_be_set() -> None:
    assert 'font-family="Face"' in drawing(BARS, "", "Face").svg
    assert "Helvetica" not in drawing(BARS, "", "Face").svg


@pytest.mark.parametrize("text", ["", "no svg", "<svg", "<html/>", "<svg/>"])
def test_what_is_no_picture_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not SVG"):
        drawing(text, "")
