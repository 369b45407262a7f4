"""A debate as boxes and arrows: what is claimed, what answers it, and what attacks nothing."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deciban.case import Case
from deciban.debate.seeing import called
from deciban.debate.thread import Standing, Thread
from deciban.edit.position import position_of

#: Whose turn it is where whoever keeps the case owes an answer.
CASE = "case"


#: What a move does to what it speaks to.
Does: TypeAlias = Literal["attacks", "asks", "speaks"]


@dataclass(frozen=True, slots=True)
class Box:
    """A claim or a move.

    Attributes:
        standing: what it is, and whether it stands.
        author: what its author is called in words; empty for a claim.
        turn: what those who owe an answer are called.
    """

    standing: Standing
    author: str
    turn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """What one move does to another, or to a claim.

    Attributes:
        start: the place of the move among the boxes.
        end: that of what it speaks to.
        does: whether it attacks it, asks something of it, or only speaks to it, as a concession
            does and what was taken back.
    """

    start: int
    end: int
    does: Does


@dataclass(frozen=True, slots=True)
class Argument:
    """A debate, or a part of it.

    Attributes:
        boxes: claims, each with the moves below it.
        arrows: from the moves.
    """

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def find_argument(case: Case, thread: Thread, around: str = "") -> Argument:
    """Answer a debate as boxes and arrows.

    Args:
        case: the case, for what debaters are called.
        thread: its debate.
        around: the claim or the move of whose exchange to answer; all when empty.

    Returns:
        No boxes where nothing is called that.
    """
    names = tuple(thread.standings)
    if around:
        names = _exchange(thread, around)
    places = {name: place for place, name in enumerate(names)}
    boxes = tuple(_box(case, thread.standings[name]) for name in names)
    above = _above(thread)
    arrows: list[Arrow] = []
    for name, start in places.items():
        standing = thread.standings[name]
        # A question attacks itself as well, which is how it leaves things open, and no news.
        answered = [each for each in standing.answers if each in places and each != name]
        arrows += [Arrow(start, places[each], _does(standing)) for each in answered]
        if not answered and above[name] in places:
            arrows.append(Arrow(start, places[above[name]], _does(standing, attacks=False)))
    return Argument(boxes, tuple(arrows))


def debater_called(case: Case, name: str) -> str:
    """Answer what a debater is called for short, one without a position too."""
    position = position_of(case, name)
    told = called(position) if position is not None else name.replace("_", " ").capitalize()
    return told.partition(",")[0]


def _does(standing: Standing, *, attacks: bool = True) -> Does:
    if standing.move is not None and standing.move.move == "ask" and not standing.withdrawn:
        return "asks"
    return "attacks" if attacks else "speaks"


def _box(case: Case, standing: Standing) -> Box:
    author = debater_called(case, standing.move.author) if standing.move is not None else ""
    turn = tuple(
        "the case" if each == CASE else debater_called(case, each) for each in standing.turn
    )
    return Box(standing, author, turn)


def _above(thread: Thread) -> dict[str, str]:
    """What each stands below in the thread; an empty name for what begins one."""
    line: list[str] = []
    found: dict[str, str] = {}
    for name in thread.standings:
        line = line[: thread.depth[name]]
        found[name] = line[-1] if line else ""
        line.append(name)
    return found


def _exchange(thread: Thread, around: str) -> tuple[str, ...]:
    """The claim that something belongs to, with all that stands below it."""
    groups: list[list[str]] = []
    for name in thread.standings:
        if thread.depth[name] == 0 or not groups:
            groups.append([])
        groups[-1].append(name)
    meant = [group for group in groups if around in group]
    inside = [group for group in groups if any(around in each.split(".") for each in group)]
    return tuple(name for group in meant or inside for name in group)
