"""That whatever is written in a case is words on a picture, and nothing else."""

import json
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from tests.render.charts.drawing import OF_A_CASE, SVG, picture, tags, words
from tests.render.charts.hostile import NASTY, hostile_case

from deciban.render.charts.export import html, pdf, png, svg

DRAWN = {"svg", "title", "desc", "g", "path", "line", "rect", "text", "tspan", "ellipse", "polygon"}
ATTRIBUTES = {
    *("xmlns", "width", "height", "viewBox", "version", "role", "transform", "fill", "d", "x", "y"),
    *("x2", "y2", "stroke", "stroke-width", "stroke-dasharray", "stroke-miterlimit", "points"),
    *("text-anchor", "font-family", "font-size", "font-weight", "cx", "cy", "rx", "ry", "dx", "dy"),
    *("aria-hidden", "opacity"),
}
TURNS = range(len(NASTY))


@pytest.mark.parametrize("name", OF_A_CASE)
@pytest.mark.parametrize("turn", TURNS)
def test_a_picture_holds_shapes_and_words_alone(name: str, turn: int) -> None:
    for each in tags(picture(hostile_case(turn), name)):
        assert each.tag.removeprefix(SVG) in DRAWN
        assert each.attrib.keys() <= ATTRIBUTES
        for value in each.attrib.values():
            assert "evil" not in value
            assert "script" not in value
            assert "url(" not in value


@pytest.mark.parametrize("turn", TURNS)
def test_hostile_words_are_drawn_as_they_are_written(turn: int) -> None:
    asked = NASTY[(1 + turn) % len(NASTY)]
    drawn = " ".join(words(picture(hostile_case(turn), "posterior")))
    first = asked.replace("\u202e", "").split()[0][:20]
    assert first in drawn


@pytest.mark.parametrize("name", [name for name in OF_A_CASE if name != "map"])
def test_what_is_written_in_a_case_is_a_value_in_the_data_and_never_part_of_a_specification(
    name: str,
) -> None:
    spec = dict(picture(hostile_case(), name).spec)
    values = spec.pop("datasets")
    assert isinstance(values, dict)
    told = json.dumps(spec)
    assert not [text for text in NASTY if json.dumps(text)[1:20] in told]
    fields = {key for rows in values.values() for row in rows for key in row}
    assert fields <= {"x", "x2", "y", "y2", "t"}
    assert {*_texts(values, name)} == {str}


def _texts(values: dict[str, list[dict[str, object]]], name: str) -> Iterator[type]:
    found = [type(row["t"]) for rows in values.values() for row in rows if "t" in row]
    assert found, name
    yield from found


def test_nothing_that_is_written_in_a_case_leaves_for_the_program_that_places_the_map(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str] = []
    run = subprocess.run

    def listening(*args: Any, **options: Any) -> object:  # noqa: ANN401 (whatever is sent)
        sent.append(options["input"])
        return run(*args, **options)

    monkeypatch.setattr(subprocess, "run", listening)
    picture.__wrapped__(hostile_case(), "map")  # drawn anew
    (text,) = sent
    words_sent = {word.partition("=")[0].strip("[]{};") for word in text.split()}
    known = {"digraph", "rankdir", "nodesep", "ranksep", "node", "edge", "fixedsize", "label"}
    known |= {"shape", "arrowhead", "width", "height", "->", ""}
    assert {word for word in words_sent if not word.removeprefix("n").isdecimal()} <= known


class _Reader(HTMLParser):
    """What a browser finds in a page: its tags, and the names of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}


@pytest.mark.parametrize("name", OF_A_CASE)
def test_a_page_runs_nothing_and_asks_nobody(name: str) -> None:
    page = html(picture(hostile_case(), name))
    reader = _Reader()
    reader.feed(page)
    assert "default-src 'none'" in page
    assert not reader.tags & {"script", "img", "a", "link", "iframe", "object", "image", "use"}
    assert not [each for each in reader.names if each.startswith("on") or "href" in each]
    assert "src" not in reader.names


def test_hostile_words_reach_every_format() -> None:
    drawn = picture(hostile_case(), "posterior")
    assert png(drawn).startswith(b"\x89PNG")
    assert pdf(drawn).startswith(b"%PDF")
    assert svg(drawn).startswith("<svg ")
