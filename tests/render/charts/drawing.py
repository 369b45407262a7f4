"""Drawing the figures of a case from its text, and reading what was drawn."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from deciban.cli.figures import FIGURES, Wanted
from deciban.read import Reading, read_case, read_text_of_case
from deciban.render.charts.export import svg
from deciban.render.charts.picture import Picture

ROOT = Path(__file__).parents[3]
STARTERS = ROOT / "src" / "deciban" / "cli" / "starters"
PARTY, MINIMAL, LAWN = (STARTERS / f"{name}.yaml" for name in ("starter", "minimal", "actor"))
FINANCE = ROOT / "cases" / "finance_director"
#: A case with a debate.
DEBATED = Path(__file__).parent / "debated"
PLAIN = Wanted()
SVG = "{http://www.w3.org/2000/svg}"
#: Figures that need a debate, which a case in one text does not have.
OF_DEBATE = frozenset({"dumbbell", "residual", "trajectories", "argument"})
#: Figures that every case with an actor has.
OF_A_CASE = tuple(name for name in FIGURES if name not in OF_DEBATE)
#: Figures that a case without an actor has.
WITHOUT_MINDS = tuple(name for name in OF_A_CASE if name not in {"belief", "ledger"})


def case_for(name: str) -> Path:
    """The case that a figure is tried on."""
    return DEBATED if name in OF_DEBATE else FINANCE


def read(text: str) -> Reading:
    """The reading of a case that has no folder."""
    return read_text_of_case(text, Path("nowhere/case.yaml"))


@cache
def picture(case: str | Path, name: str, wanted: Wanted = PLAIN) -> Picture:
    """A figure of a case, by its text or its place; drawn once for all tests."""
    reading = read(case) if isinstance(case, str) else read_case(case)
    drawn = FIGURES[name].draw(reading, wanted, lambda _: None)
    assert drawn.picture is not None, drawn.weighing.problems
    return drawn.picture


def words(drawn: Picture) -> list[str]:
    """The words in a picture, in the order in which they are drawn."""
    root = ET.fromstring(svg(drawn))  # noqa: S314 (our own)
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def tags(drawn: Picture) -> Iterator[ET.Element]:
    """Every element of a picture."""
    yield from ET.fromstring(svg(drawn)).iter()  # noqa: S314 (our own)
