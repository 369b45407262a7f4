import time
from xml.etree import ElementTree as ET

import pytest
from tests.render.charts.drawing import FINANCE, PARTY, ROOT, SVG, picture, words

from deciban.cli.figures import Wanted
from deciban.render.charts.export import svg
from deciban.render.charts.map import map_picture
from deciban.render.charts.placing import Box, Line, place


def test_boxes_stand_in_columns_and_never_on_each_other() -> None:
    boxes = [Box(100 + 10 * number, 30) for number in range(6)]
    placed = place(boxes, [Line(0, 1), Line(0, 2), Line(1, 3), Line(2, 4), Line(2, 5)])
    assert placed.middles[0][0] < placed.middles[1][0] < placed.middles[3][0]
    for one in range(6):
        for other in range(one):
            (x, y), (x2, y2) = placed.middles[one], placed.middles[other]
            wide = (boxes[one].wide + boxes[other].wide) / 2
            assert abs(x - x2) >= wide or abs(y - y2) >= 30


def test_a_line_leads_from_the_edge_of_one_thing_to_the_edge_of_another() -> None:
    boxes = [Box(100, 30), Box(80, 40)]
    placed = place(boxes, [Line(0, 1)])
    first, last = placed.curves[0][0], placed.curves[0][-1]
    assert first[0] == pytest.approx(placed.middles[0][0] + 50, abs=1.0)
    assert last[0] == pytest.approx(placed.middles[1][0] - 40, abs=1.0)


def test_two_lines_between_the_same_two_are_both_drawn() -> None:
    placed = place([Box(50, 20), Box(50, 20)], [Line(0, 1), Line(0, 1)])
    assert len(placed.curves) == 2


def test_two_hundred_things_are_placed_in_a_moment() -> None:
    boxes = [Box(120, 26) for _ in range(200)]
    lines = [Line((number - 1) // 3, number) for number in range(1, 200)]
    begun = time.perf_counter()
    place(boxes, lines)
    assert time.perf_counter() - begun < 5.0


def test_everything_in_the_case_is_on_the_map() -> None:
    told = picture(PARTY, "map")
    assert {"party", "felix_let_it_slip", "dunmore_heard_it", "nothing_in_the_diary"} <= {
        *words(told)
    }
    assert told.alt.startswith("A map of 1 question, 7 events, 3 reports, 1 silence")


def test_kinds_are_told_apart_by_their_outlines() -> None:
    root = ET.fromstring(svg(picture(FINANCE, "map")))  # noqa: S314 (our own)
    things = {
        str(group.findtext(f"{SVG}title")).partition(":")[0]: [
            (each.tag.removeprefix(SVG), each.get("stroke-dasharray"), each.get("stroke-width"))
            for each in group
            if each.tag.removeprefix(SVG) not in {"title", "text"}
        ]
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}title") is not None
    }
    kinds = ["knew", "denial", "told_in_december", "tarrow_on_call", "no_entry_in_register"]
    kinds += ["tape_of_january", "mailbox", "marrable", "signing"]
    outlines = [tuple(things[name]) for name in kinds]
    assert len(set(outlines)) == len(kinds)


def test_around_one_thing_stands_what_is_within_two_steps() -> None:
    shown = {*words(picture(FINANCE, "map", Wanted(around="told_in_december")))}
    assert {"told_in_december", "tarrow_on_december", "tarrow"} <= shown
    assert "mailbox_deleted" not in shown


def test_a_theme_stands_with_what_speaks_of_it() -> None:
    shown = {*words(picture(ROOT / "cases" / "barbarossa", "map", Wanted(theme="deception")))}
    assert {"stalin_wrote_to_hitler", "zhukov_to_simonov", "simonov"} <= shown


def test_a_large_map_shows_names_and_a_part_of_it_texts() -> None:
    case = ROOT / "cases" / "barbarossa"
    text = "Stalin curses the air-staff source"
    assert text not in words(picture(case, "map"))
    assert text in words(picture(case, "map", Wanted(theme="warnings")))


def test_a_name_that_is_not_there_is_refused() -> None:
    from deciban.read import read_case  # noqa: PLC0415 (only here)

    case = read_case(PARTY).case
    assert case is not None
    with pytest.raises(ValueError, match="nobody"):
        map_picture(case, around="nobody")
