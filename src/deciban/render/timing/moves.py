"""What moved the answer most on each clock, before all the rest."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from deciban.findings.timing.stage import ClockName
from deciban.findings.timing.steps import Step
from deciban.render.minding.fitting import labelled
from deciban.render.minding.wording import signed
from deciban.render.page import HEAD, heading, side, stacked
from deciban.render.timing.clock import name_of
from deciban.render.timing.names import weighty

CLOCKS = {"happened": "by what had happened", "public": "by what was public"}
NOTHING = "nothing by as much as 1 dB"


def moves_part(
    clocks: Mapping[ClockName, Sequence[Step]], leader: str, actors: Mapping[str, str]
) -> Iterator[RenderableType]:
    """Answer the steps that moved the leader furthest, clock by clock.

    Args:
        clocks: by clock, the steps that moved it furthest.
        leader: the answer.
        actors: by actor, what people call him.
    """
    after = f"decibans for “{leader}” against the rest; what each thing says by itself"
    yield heading("What moved it most", after)
    for clock, steps in clocks.items():
        public = clock == "public"
        rows = [(name_of(step, public=public), _moved(step, leader, actors)) for step in steps]
        told = labelled(rows) if rows else Text(f"    {NOTHING}")
        yield stacked([Text(f"  {CLOCKS[clock]}"), told])
    yield Text("")


def _moved(step: Step, leader: str, actors: Mapping[str, str]) -> Text:
    moved = step.moved[leader]
    style = f"{HEAD} {side(moved)}"
    return Text.assemble((signed(moved), style), "  ", weighty(step, actors))
