"""A mind in a few lines, wherever it moves an answer: never a lone belief.

With the belief go what conduct says of every band, the ridge over the stakes, and where the acts
turn.
"""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from deciban.findings.minding.thresholds import Threshold
from deciban.findings.minds import MindInBrief
from deciban.render.date import in_words
from deciban.render.figures import percent
from deciban.render.minding.conduct import said_in_words, turn_in_words
from deciban.render.minding.wording import WEIGHT, held_at
from deciban.render.page import HEAD, NAME, QUIET, grid, heading

ROW, SHORT = 11, 24


def head_part(title: str, mind: MindInBrief) -> Iterator[RenderableType]:
    """Answer how the page of a mind begins: what was believed, and what its ranges are."""
    yield Text(title, HEAD)
    yield Text.assemble("What ", (mind.name, HEAD), f" believed of {_listed(mind)}")
    yield Text(held(mind))
    yield Text(WEIGHT, QUIET)


def _listed(mind: MindInBrief) -> str:
    *values, last = mind.belief.now
    return f"{', '.join(values)} and {last}" if values else last


def held(mind: MindInBrief) -> str:
    """Answer what was believed on the date, in one line."""
    beliefs = " · ".join(f"{value} {held_at(each)}" for value, each in mind.belief.now.items())
    return f"{_belief_on(mind)}: {beliefs}"


def minds_part(minds: tuple[MindInBrief, ...], case: str) -> Iterator[RenderableType]:
    """Answer what a brief tells of every mind, a few lines each."""
    for mind in minds:
        beliefs = " · ".join(
            f"{value} {percent(each.mean)}" for value, each in mind.belief.now.items()
        )
        yield heading(f"The mind of {short_name(mind)}", f"{_belief_on(mind)}: {beliefs}")
        table = grid((ROW, "left"), (None, "left"), wrap=True)
        for bands in mind.bands:
            table.add_row(Text("  acts say", QUIET), said_in_words(bands))
        turns = mind.turning[0] if mind.turning else None
        table.add_row(Text("  acts turn", QUIET), _turning(turns, case))
        yield table


def short_name(mind: MindInBrief) -> str:
    """Answer what an actor is called where there is little room."""
    return mind.name if len(mind.name) <= SHORT else mind.actor


def _belief_on(mind: MindInBrief) -> str:
    return f"belief at {in_words(mind.on)}" if mind.on else "belief in the end"


def _turning(threshold: Threshold | None, case: str) -> Text:
    """At which belief the first of the acts turns, in one line; and what tells the rest."""
    told = Text("none on a belief")
    if threshold is not None:
        told = Text.assemble((threshold.choice, NAME), " ", turn_in_words(threshold))
    return told.append(f"; the rest: `deciban mind {case}`", QUIET)
