"""That a case draws the same to the byte, whoever draws it, and where."""

import hashlib
import os
import subprocess
import sys

import pytest
from tests.render.charts.drawing import ROOT, case_for, picture

from deciban.cli.figures import FIGURES
from deciban.render.charts.export import pdf, png, svg

_DRAWING = """
import hashlib, sys, warnings
warnings.simplefilter("error")
from tests.render.charts.drawing import case_for, picture
from deciban.cli.figures import FIGURES
from deciban.render.charts.export import pdf, png, svg
names = list(FIGURES)
for name in reversed(names) if sys.argv[1] == "back" else names:
    drawn = picture(case_for(name), name)
    content = svg(drawn).encode() + png(drawn, 1.0) + pdf(drawn)
    print(name, hashlib.sha256(content).hexdigest())
"""


def _elsewhere(order: str, **env: str) -> dict[str, str]:
    """What another process draws, as hashes by figure."""
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", _DRAWING, order],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stderr == ""
    pairs = (line.split() for line in done.stdout.splitlines())
    return {name: content for name, content in pairs}  # noqa: C416 (two, for the types)


@pytest.fixture(scope="module")
def here() -> dict[str, str]:
    """What this process draws."""
    drawn = {name: picture(case_for(name), name) for name in FIGURES}
    return {
        name: hashlib.sha256(svg(each).encode() + png(each, 1.0) + pdf(each)).hexdigest()
        for name, each in drawn.items()
    }


def test_neither_the_place_nor_the_time_nor_the_order_of_names_shows(here: dict[str, str]) -> None:
    far = {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}
    assert _elsewhere("on", PYTHONHASHSEED="1", **far) == here
    assert _elsewhere("back", PYTHONHASHSEED="2", TZ="America/Lima") == here
