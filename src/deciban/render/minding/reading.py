"""How a mind was read, and what else can be asked of it."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minds import MindInBrief
from deciban.render.figures import within
from deciban.render.minding.fitting import INDENT
from deciban.render.page import QUIET, heading

INTEGRATED = (
    "an actor's ranges are uncertainty about the actor, and are integrated; choices look no "
    "further than their own stakes, as declared"
)


def how_read(mind: MindInBrief) -> str:
    """Answer at how many columns a mind was read, and how exact that is."""
    if mind.exact:
        return f"{mind.name} read at every one of {mind.columns:,} choices of the numbers, exactly"
    error = f", {within(mind.error)} on the leader" if mind.error else ""
    return (
        f"{mind.name} read at {mind.columns:,} columns, each one choice of the numbers"
        f" ({mind.effective:,.0f} effective: as many of equal weight would tell as much){error}"
    )


def reading_section(mind: MindInFull, case: str) -> Iterator[RenderableType]:
    """Answer how the mind was read, and which commands tell more."""
    yield heading("How it was read", how_read(mind.brief))
    told = [INTEGRATED]
    if mind.brief.one_sided:
        told.append(
            f"every message says {mind.brief.one_sided}, so that what the opposite would have done "
            "rests on trust as it is assumed"
        )
    told.append(f"by source: `deciban mind {case} {mind.brief.actor} --distrust SOURCE`")
    told.append(f"which of these numbers matter: `deciban sensitivity {case}`")
    for line in told:
        yield Padding(Text(line, QUIET), (0, 0, 0, INDENT))
