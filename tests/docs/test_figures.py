import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from tests.docs.pages import ROOT

from deciban.cli.figures import FIGURES

PAGE = ROOT / "docs" / "figures.md"


def _script() -> ModuleType:
    """The script that draws the figures of the page."""
    found = importlib.util.spec_from_file_location("figures_of_the_page", PAGE.with_suffix(".py"))
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_the_page_is_as_it_is_drawn_now(name: str) -> None:
    shown = Path(ROOT / "docs" / "figures" / f"{name}.svg").read_text(encoding="utf-8")
    assert shown == _script().figure(name), "draw them anew: python docs/figures.py"


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_its_part_of_the_page(name: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert f"`{name}`\n" in text
    assert f"(figures/{name}.svg)" in text
