"""That words neither touch each other nor leave the sheet, whatever they are."""

from pathlib import Path

import pytest
from tests.render.charts.drawing import (
    FINANCE,
    LAWN,
    OF_A_CASE,
    PARTY,
    ROOT,
    WITHOUT_MINDS,
    picture,
)
from tests.render.charts.hostile import hostile_case
from tests.render.charts.measuring import boxes, outside, overlapping

from deciban.cli.figures import Wanted
from deciban.render.charts.picture import Picture

FLAGSHIP = ROOT / "cases" / "barbarossa"
#: What the flagship's figures cost to draw is paid for those only that its size puts to the test.
LARGE = ("posterior", "weights", "timeline", "belief", "ledger", "map")


def _hold(drawn: Picture) -> None:
    assert boxes(drawn)
    assert outside(drawn) == []
    assert overlapping(drawn) == []


@pytest.mark.parametrize("name", OF_A_CASE)
@pytest.mark.parametrize("case", [FINANCE, LAWN], ids=lambda case: case.stem)
def test_no_word_touches_another_or_leaves_the_sheet(case: Path, name: str) -> None:
    _hold(picture(case, name))


@pytest.mark.parametrize("name", WITHOUT_MINDS)
def test_nor_in_a_case_without_minds(name: str) -> None:
    _hold(picture(PARTY, name))


@pytest.mark.parametrize("name", LARGE)
def test_nor_in_a_large_case(name: str) -> None:
    _hold(picture(FLAGSHIP, name))


@pytest.mark.parametrize("name", OF_A_CASE)
@pytest.mark.parametrize("turn", range(0, 9, 3))
def test_nor_where_texts_are_hostile_or_far_too_long(name: str, turn: int) -> None:
    _hold(picture(hostile_case(turn), name))


def test_nor_on_the_other_clock() -> None:
    _hold(picture(FLAGSHIP, "timeline", Wanted(clock="happened")))
