"""Draws the figures that docs/figures.md shows: ``python docs/figures.py``."""

from pathlib import Path

from deciban.cli.figures import FIGURES, Wanted
from deciban.read import read_case
from deciban.render.charts.export import svg

ROOT = Path(__file__).parents[1]
CASE = ROOT / "cases" / "finance_director"
FOLDER = ROOT / "docs" / "figures"
#: What is said beyond the name of a figure.
SAID = {
    "timeline": Wanted(clock="happened"),
    "flip": Wanted(address="events.review_ordered.expected.not_before"),
    "map": Wanted(around="told_in_december"),
}


def figure(name: str) -> str:
    """Answer one figure of the case as SVG."""
    drawn = FIGURES[name].draw(read_case(CASE), SAID.get(name, Wanted()), lambda _: None)
    if drawn.picture is None:
        message = f"{CASE} cannot be drawn"
        raise ValueError(message)
    return svg(drawn.picture)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in FIGURES:
        (FOLDER / f"{each}.svg").write_text(figure(each), encoding="utf-8")
