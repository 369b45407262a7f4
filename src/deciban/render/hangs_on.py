"""What the answer hangs on: the numbers nearest to changing the leader."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.findings import Findings
from deciban.findings.flips import Flip
from deciban.render.figures import beyond, stated, stated_range
from deciban.render.page import AGAINST, NAME, QUIET, Screen, grid, heading, stacked

SHOWN = 2
TOGETHER = "two at once: `deciban sensitivity`; all at once: `deciban bounds`"
OF_MINDS = "those of minds, and "
AWAY = 9


def hangs_on_part(findings: Findings, screen: Screen) -> Iterator[RenderableType]:
    """Answer what the leading answer hangs on, in a few lines."""
    flips = findings.flips[:SHOWN]
    yield heading("What it hangs on", _remark(findings))
    if flips:
        yield flip_rows(flips, screen)
    if findings.ranges.draws:
        yield Text(f"  {OF_MINDS if findings.minds else ''}{TOGETHER}", QUIET)


def _remark(findings: Findings) -> str:
    where = outside_minds(findings)
    if not findings.flips:
        return f"no number{where}, whatever it were, would change the leader by itself"
    inside = sum(flip.inside for flip in findings.flips)
    return f"{numbers_that_flip(inside, where)}; the nearest"


def outside_minds(findings: Findings) -> str:
    """Answer which numbers are spoken of where a case has minds, whose own are not looked at."""
    minds = len(findings.minds)
    return "" if not minds else f" outside the mind{'s' * (minds > 1)}"


def numbers_that_flip(count: int, where: str) -> str:
    """Answer how many numbers would each change the leader by themselves, inside their ranges.

    Args:
        count: how many would.
        where: which numbers are spoken of, as ``outside_minds`` says it.
    """
    if count > 1:
        return f"{count} numbers{where} inside their ranges would each change the leader"
    number = f"{'one' if count else 'no'} number"
    if where:
        return f"{number}{where} would change the leader inside its range"
    return f"{number} inside its range would change the leader by itself"


def flip_rows(flips: Sequence[Flip], screen: Screen) -> RenderableType:
    """Answer flip points: the number, as it stands, and where the leader changes.

    One a line; two where the screen is narrow.
    """
    now = [_now(flip) for flip in flips]
    then = [flip_in_words(flip) for flip in flips]
    away = [Text(f"{flip.distance:.1f} dB", AGAINST if flip.inside else QUIET) for flip in flips]
    widths = [max(map(len, each)) for each in (now, then, away)]
    addresses = [Text(f"  {flip.address}", NAME) for flip in flips]
    if max(map(len, addresses)) + sum(widths) + len(widths) > screen.width:
        return stacked(_in_two_lines(addresses, now, then, away))
    rows = grid((None, "left"), *((width, "left") for width in widths[:2]), (widths[2], "right"))
    for row in zip(addresses, now, then, away, strict=True):
        rows.add_row(*row)
    return rows


def _in_two_lines(
    addresses: Sequence[Text], now: Sequence[str], then: Sequence[str], away: Sequence[Text]
) -> Iterator[RenderableType]:
    for address, stands, changes, distance in zip(addresses, now, then, away, strict=True):
        yield address
        yield Padding(Text.assemble(f"{stands}, {changes}, ", distance, " away"), (0, 0, 0, 4))


def _now(flip: Flip) -> str:
    written = stated_range(flip.low, flip.high, flip.measure)
    central = stated(flip.central, flip.measure)
    return f"{central} ({written})" if written else central


def flip_in_words(flip: Flip) -> str:
    """Answer who leads beyond a flip point: ``kept leads below 3%``."""
    side = "above" if flip.at > flip.central else "below"
    return f"{flip.leader} leads {side} {beyond(flip.at, flip.central, flip.measure)}"
