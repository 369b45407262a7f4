"""What the answer hangs on: the numbers nearest to changing the leader."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from deciban.findings.findings import Findings
from deciban.findings.flips import Flip
from deciban.render.figures import stated, stated_range
from deciban.render.page import AGAINST, NAME, QUIET, Screen, grid, heading

SHOWN = 3
AWAY = 9


def hangs_on_part(findings: Findings, screen: Screen) -> Iterator[RenderableType]:
    """Answer what the leading answer hangs on, in a few lines."""
    flips = findings.flips[:SHOWN]
    yield heading("What it hangs on", _remark(findings))
    if flips:
        yield flip_rows(flips, screen)


def _remark(findings: Findings) -> str:
    inside = [flip for flip in findings.flips if flip.inside]
    if not findings.flips:
        return "no number, whatever it were, would change the leader by itself"
    if not inside:
        return "no number inside its range would change the leader by itself; the nearest"
    if len(inside) == 1:
        return "one number inside its range would change the leader; the nearest"
    return f"{len(inside)} numbers inside their ranges would each change the leader; the nearest"


def flip_rows(flips: Sequence[Flip], screen: Screen) -> RenderableType:
    """Answer flip points, one a line: the number, as it stands, and where the leader changes."""
    now = [_now(flip) for flip in flips]
    then = [flip_in_words(flip) for flip in flips]
    away = [f"{flip.distance:.1f} dB" for flip in flips]
    widths = [max(map(len, each)) for each in (now, then, away)]
    room = screen.width - sum(widths) - len(widths)
    addresses = max(len(flip.address) for flip in flips) + 2
    rows = grid((None, "left"), *((width, "left") for width in widths[:2]), (widths[2], "right"))
    if addresses <= room:
        for flip, *cells in zip(flips, now, then, away, strict=True):
            rows.add_row(Text(f"  {flip.address}", NAME), cells[0], cells[1], _away(flip, cells[2]))
        return rows
    for flip, *cells in zip(flips, now, then, away, strict=True):
        rows.add_row(Text(f"  {flip.address}", NAME), "", "", _away(flip, cells[2]))
    return rows


def _now(flip: Flip) -> str:
    written = stated_range(flip.low, flip.high, flip.measure)
    central = stated(flip.central, flip.measure)
    return f"{central} ({written})" if written else central


def flip_in_words(flip: Flip) -> str:
    """Answer who leads beyond a flip point: ``kept leads below 3%``."""
    side = "above" if flip.at > flip.central else "below"
    return f"{flip.leader} leads {side} {stated(flip.at, flip.measure)}"


def _away(flip: Flip, text: str) -> Text:
    return Text(text, AGAINST if flip.inside else QUIET)
