"""The page of a timeline: what moved the answer, and how it stood on each clock."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.findings.timeline import Clock, Timeline
from deciban.findings.timing.shown import Shown
from deciban.render.figures import counted, percent
from deciban.render.mind_in_brief import short_name
from deciban.render.page import HEAD, NAME, QUIET, Screen, stacked
from deciban.render.timing.clock import ClockShown, clock_part
from deciban.render.timing.mind import mind_part
from deciban.render.timing.moves import moves_part
from deciban.render.timing.notes import notes_part


def timeline_page(shown: Shown, screen: Screen, case: str) -> Group:
    """Answer how a case looks from date to date.

    Args:
        shown: what is shown.
        screen: what the terminal can show.
        case: the case as the user named it, for the commands that the page suggests.
    """
    return stacked(
        [
            *_head(shown.timeline),
            *_clocks(shown, screen, case),
            *_minds(shown, screen, case),
            *_notes(shown),
        ]
    )


def _head(timeline: Timeline) -> Iterator[RenderableType]:
    yield Text(timeline.title, HEAD)
    yield Text(timeline.ask)
    last, leader = timeline.happened.latest[-1], timeline.leader
    yield Text.assemble(
        ("with everything in  ", QUIET),
        (leader, f"{HEAD} {NAME}"),
        f" {percent(last.probability[leader])}, {last.words[leader]}: ",
        timeline.answers[leader],
    )
    yield Text("")


def _clocks(shown: Shown, screen: Screen, case: str) -> Iterator[RenderableType]:
    if shown.steps:
        actors = {mind.actor: short_name(mind.brief) for mind in shown.timeline.minds}
        yield from moves_part(shown.moves, shown.timeline.leader, actors)
    for clock, steps in shown.steps.items():
        yield from clock_part(
            ClockShown(shown.timeline, steps, clock == "public", shown.full, screen)
        )
        if not shown.full:
            rest = _rest(clock, shown.left_out[clock])
            yield Text(f"  {rest}: `deciban timeline {case} --clock {clock}`", QUIET)
        yield Text("")


def _rest(clock: str, left_out: int) -> str:
    """What a brief table leaves out of a clock."""
    every = "every date" if clock == "happened" else "every name"
    return f"{counted(left_out, 'other line')} and {every}" if left_out else every


def _minds(shown: Shown, screen: Screen, case: str) -> Iterator[RenderableType]:
    for mind in shown.timeline.minds:
        if mind.actor in shown.beliefs:
            yield from mind_part(mind, shown.beliefs[mind.actor], screen, case, full=shown.full)


def _notes(shown: Shown) -> Iterator[RenderableType]:
    clocks: dict[str, Clock] = {
        "happened": shown.timeline.happened,
        "public": shown.timeline.public,
    }
    if shown.steps:
        yield from notes_part(
            shown.timeline, [clocks[name] for name in shown.steps], full=shown.full
        )
