"""Draws the figures that docs/figures.md shows: ``python docs/figures.py``."""

from pathlib import Path

from deciban.cli.figures import FIGURES, Wanted
from deciban.read import read_case
from deciban.render.charts.export import svg

ROOT = Path(__file__).parents[1]
CASE = ROOT / "cases" / "finance_director"
DEBATED = ROOT / "cases" / "barbarossa"
FOLDER = ROOT / "docs" / "figures"
#: What is said beyond the name of a figure.
SAID = {
    "timeline": Wanted(clock="happened"),
    "flip": Wanted(address="events.review_ordered.expected.not_before"),
    "map": Wanted(around="told_in_december"),
    "dumbbell": Wanted(between=("thread", "gorodetsky")),
    "residual": Wanted(between=("thread", "gorodetsky")),
}
#: Figures of a debate, which the case of the others has not.
OF_DEBATE = ("dumbbell", "residual", "trajectories", "argument")


def figure(name: str) -> str:
    """Answer one figure of the case as SVG."""
    case = DEBATED if name in OF_DEBATE else CASE
    drawn = FIGURES[name].draw(read_case(case), SAID.get(name, Wanted()), lambda _: None)
    if drawn.picture is None:
        message = f"{case} cannot be drawn"
        raise ValueError(message)
    return svg(drawn.picture)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in FIGURES:
        (FOLDER / f"{each}.svg").write_text(figure(each), encoding="utf-8")
