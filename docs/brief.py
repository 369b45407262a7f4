"""Draws the picture of a brief that the README shows: ``python docs/brief.py``.

The picture holds no address of any other place, so a page with it loads nothing from elsewhere.
"""

import io
import re
from pathlib import Path

from rich.console import Console

from deciban.pipeline import weigh
from deciban.render.page import WIDTH, Screen
from deciban.render.weigh import weigh_brief

CASE = "cases/barbarossa"
PICTURE = Path(__file__).parent / "brief.svg"


def picture() -> str:
    """Answer the flagship's brief as SVG, as a terminal shows it."""
    weighing = weigh(Path(CASE))
    if weighing.findings is None:
        message = f"{CASE} cannot be weighed"
        raise ValueError(message)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(weigh_brief(weighing.findings, weighing.problems, Screen(), CASE))
    drawn = console.export_svg(title=f"deciban weigh {CASE}", unique_id="brief")
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    return drawn.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, monospace")


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
