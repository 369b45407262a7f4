"""The figures of a brief: each that is drawn is shown, where it belongs."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.render.brief.briefs import SECOND, SMALL, accounted, section

from deciban.render.brief.brief import brief_of
from deciban.render.brief.figures import brief_pictures
from deciban.render.document.blocks import Block, Callout, Figure, Fold

BODY = {"posterior", "over-time-public"}
ALL = {"posterior", "weights", "map", "tornado", "flip", "seek", "over-time-public"}


@pytest.mark.parametrize("folder", [SMALL, SECOND])
@pytest.mark.parametrize("short", [False, True])
def test_every_figure_that_is_drawn_is_shown_once(folder: Path, *, short: bool) -> None:
    case, account = accounted(folder)
    shown = [*_figures(brief_of(account, case, short=short).blocks)]
    drawn = set(brief_pictures(account, case, short=short))
    assert len(shown) == len(set(shown))
    assert {*shown} == drawn


def test_the_body_has_the_answer_and_how_the_case_looked_and_the_appendix_the_rest() -> None:
    case, account = accounted(SMALL)
    document = brief_of(account, case)
    further = {*_figures(section(document, "in-full"))}
    assert {*_figures(document.blocks)} - further == BODY
    assert further >= ALL - BODY


def test_a_figure_of_a_mind_bears_the_name_of_its_actor() -> None:
    case, account = accounted(SECOND)
    assert {"belief-marrable", "ledger-marrable"} <= {*brief_pictures(account, case)}


def test_a_map_that_could_not_be_read_is_left_out() -> None:
    case, account = accounted(SECOND)
    assert "map" not in brief_pictures(account, case)


def _figures(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block.picture.name
        elif isinstance(block, Callout | Fold):
            yield from _figures(block.blocks)
