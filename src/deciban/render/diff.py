"""Two cases side by side: the answer before and after, and what each change did to it."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.edit.difference import MOVING, Difference, Kind
from deciban.findings.diff import Diff, Side
from deciban.render.diff_changes import changes_part, differences_part
from deciban.render.diff_rest import rest_part, words_part
from deciban.render.figures import counted, decibans, interval, percent, unsigned
from deciban.render.page import HEAD, NAME, QUIET, READABLE, Screen, grid, side, stacked

PERCENT, RANGE, MOVED = 4, 9, 7
ABSENT = "no answer"
GAP = Text("")


def diff_page(diff: Diff, names: tuple[str, str], screen: Screen) -> Group:
    """Answer what parts two cases.

    Args:
        diff: what was found.
        names: what to call the two.
        screen: what the terminal can show.
    """
    parts: list[RenderableType] = [Text(diff.ask, HEAD), *_named(names), GAP]
    if diff.same:
        told = f"Nothing differs: {counted(diff.untouched, 'judgement')}, the same in both."
        return stacked([*parts, Text(told)])
    parts += [*_answers(diff, screen), GAP, *_in_short(diff), GAP]
    return stacked([*parts, *changes_part(diff, screen), *rest_part(diff)])


def unweighed_page(found: Sequence[Difference], names: tuple[str, str]) -> Group:
    """Answer how two cases differ where what that does cannot be told."""
    parts: list[RenderableType] = [*_named(names), GAP]
    parts += differences_part([each for each in found if each.kind in MOVING])
    return stacked([*parts, *words_part([each for each in found if each.kind is Kind.WORDS])])


def _named(names: tuple[str, str]) -> Iterator[RenderableType]:
    for which, name in zip(("before", "after"), names, strict=True):
        yield Text(f"{which:<6}  {name}", QUIET)


def _answers(diff: Diff, screen: Screen) -> Iterator[RenderableType]:
    """Every answer of either case: how likely it was, how likely it is, and how far it moved."""
    found = {each.id: each.text for each in diff.after.posterior.answers}
    found |= {each.id: each.text for each in diff.before.posterior.answers if each.id not in found}
    sides = [(each, each.ranges.draws > 0) for each in (diff.before, diff.after)]
    width = PERCENT + 1 + RANGE if any(drawn for _, drawn in sides) else len(ABSENT)
    names = min(max(map(len, found)), screen.width // 3)
    left = screen.width - names - 2 * (width + 1) - MOVED - 2
    roomy = left >= min(max(map(len, found.values())), READABLE)
    first: list[tuple[int | None, str]] = [(names, "left"), (None, "left")]
    rows = grid(
        *(first if roomy else [(None, "left")]),
        (width, "left"),
        (width, "left"),
        (MOVED, "right"),
        wrap=True,
    )
    head = [Text(each, QUIET) for each in ("before", "after", "moved")]
    rows.add_row("", *([""] if roomy else []), *head)
    for name, text in found.items():
        leads = name == diff.after.posterior.leader.id
        told = [Text(name, f"{HEAD} {NAME}" if leads else NAME), *([Text(text)] if roomy else [])]
        rows.add_row(*told, *(_chance(*each, name) for each in sides), _moved(diff, name))
    yield rows


def _chance(each: Side, drawn: bool, name: str) -> Text:  # noqa: FBT001 (a pair spread out)
    """How likely an answer is on one side, with its range; a dash where it is no answer there."""
    answer = next((answer for answer in each.posterior.answers if answer.id == name), None)
    if answer is None:
        return Text(ABSENT, QUIET)
    told = Text(f"{percent(answer.probability):>{PERCENT}}", HEAD)
    if drawn:
        ends = each.ranges.of[each.posterior.question][name]
        told.append(f" {interval(ends.low, ends.high)}", f"not {HEAD} {QUIET}")
    return told


def _moved(diff: Diff, name: str) -> Text:
    if name not in diff.gap:
        return Text("")
    return Text(decibans(diff.gap[name]), side(diff.gap[name]) if diff.gap[name] else QUIET)


def _in_short(diff: Diff) -> Iterator[RenderableType]:
    """Who leads, and whether the answer stands for other reasons than before."""
    was, now = (each.posterior.leader.id for each in (diff.before, diff.after))
    if was != now:
        yield Text(f"The leader changes: {was} before, {now} after.", HEAD)
    else:
        yield Text(f"{now} leads before and after.")
    if diff.masked:
        told = (
            f"Much the same answer, for other reasons: one way or the other the changes move "
            f"“{diff.of}” by {unsigned(diff.moved[diff.of])} dB, and all but "
            f"{decibans(diff.gap[diff.of]).strip()} cancels."
        )
        yield Text(told, HEAD)
