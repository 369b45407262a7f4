"""How a timeline was had: what is exact, what is drawn, and what no date is known of."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from deciban.findings.timeline import Clock, Timeline
from deciban.render.figures import counted
from deciban.render.minding.fitting import labelled
from deciban.render.page import heading
from deciban.render.timing.names import listed

FEW, ALL = 4, 10_000
#: Where so large a share has no date a clock says little.
MUCH = 3
UNDATED = {
    "happened": "without a date, and so counted only at the end",
    "public": "without a date at which it became public, and so counted only at the end",
}
DERIVED = "public by the end of the year in which the first work that prints it came out"


def notes_part(timeline: Timeline, clocks: list[Clock], *, full: bool) -> Iterator[RenderableType]:
    """Answer what stands behind the figures.

    Args:
        timeline: the timeline.
        clocks: the clocks that are shown.
        full: whether every name is told.
    """
    rows = [("exactness", Text(_exactness(timeline)))]
    most = ALL if full else FEW
    for clock in clocks:
        if clock.undated:
            rows.append(
                (clock.name, _said(clock.undated, UNDATED[clock.name], most, clock.counted))
            )
        if says_little(clock):
            rows.append(("", Text("so many that the clock says little")))
        if clock.derived:
            rows.append((clock.name, _said(clock.derived, DERIVED, most, clock.counted)))
    yield heading("How it was had")
    yield labelled(rows)


def says_little(clock: Clock) -> bool:
    """Answer whether so much of a clock has no date that it says little."""
    return bool(clock.undated) and len(clock.undated) * MUCH > clock.counted


def _exactness(timeline: Timeline) -> str:
    told = (
        "each line is the case with no more in it than counts by then, weighed by today's numbers"
    )
    drawn = "no number has a range"
    if timeline.draws:
        drawn = f"ranges from {counted(timeline.draws, 'draw')}, fewer than a brief's"
    return f"{told}; {drawn}"


def _said(names: tuple[str, ...], says: str, most: int, of: int) -> Text:
    return Text.assemble(f"{says}: {len(names)} of {of}: ", listed(names, most))
