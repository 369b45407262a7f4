"""Where the things on a map stand: the one place that knows the program which reckons it out.

It is told sizes and lines and nothing that anybody wrote: no name and no text of a case leaves for
it, and what it draws is not used, only where it would have put things.
"""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROGRAM = "graphviz-pure"
#: Pixels in the inch that the program measures in, and seconds that it may take.
INCH, PATIENCE = 72.0, 120
#: Between two things of one column, and between two columns, in pixels.
BESIDE, BETWEEN = 9.0, 46.0

Spot: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A thing to be placed.

    Attributes:
        wide: its width in pixels.
        high: its height.
        round: whether it is an ellipse, so that lines end on its edge.
    """

    wide: float
    high: float
    round: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be drawn from one thing to another, by their places among the boxes.

    Attributes:
        start: the one.
        end: the other.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Where everything stands, in pixels from the upper left corner.

    Attributes:
        wide: the width of it all.
        high: the height.
        middles: the middle of each box.
        curves: for each line the points of a Bézier curve: one, and then three for each piece.
    """

    wide: float
    high: float
    middles: tuple[Spot, ...]
    curves: tuple[tuple[Spot, ...], ...]


def program() -> str | None:
    """Answer the path of the program; None where it is not installed."""
    return shutil.which(PROGRAM, path=sysconfig.get_path("scripts")) or shutil.which(PROGRAM)


def place(boxes: Sequence[Box], lines: Sequence[Line]) -> Placed:
    """Answer where boxes stand so that few lines cross, in columns from left to right.

    Raises:
        RuntimeError: the program is not installed, or fails.
    """
    path = program()
    if path is None:
        message = f"{PROGRAM} is not installed"
        raise RuntimeError(message)
    done = subprocess.run(  # noqa: S603 (a program of our own extra, told numbers alone)
        [path, "-Tplain"],
        input="\n".join(_graph(boxes, lines)),
        capture_output=True,
        check=False,
        encoding="ascii",
        timeout=PATIENCE,
    )
    if done.returncode:
        message = f"{PROGRAM} failed: {done.stderr.strip()}"
        raise RuntimeError(message)
    return _read(done.stdout, len(boxes), lines)


def _graph(boxes: Sequence[Box], lines: Sequence[Line]) -> Iterator[str]:
    """The graph in the DOT language."""
    yield f"digraph {{ rankdir=LR nodesep={BESIDE / INCH:.4f} ranksep={BETWEEN / INCH:.4f}"
    yield 'node [fixedsize=true label="" shape=box] edge [arrowhead=none]'
    for number, box in enumerate(boxes):
        shape = " shape=ellipse" if box.round else ""
        yield f"n{number} [width={box.wide / INCH:.4f} height={box.high / INCH:.4f}{shape}]"
    for line in lines:
        yield f"n{line.start} -> n{line.end}"
    yield "}"


def _read(text: str, count: int, lines: Sequence[Line]) -> Placed:
    """What the program answered: a line for the whole, for each node and for each edge."""
    rows = [row.split() for row in text.splitlines()]
    wide, high = (float(each) * INCH for each in rows[0][2:4])

    def spot(x: str, y: str) -> Spot:
        return float(x) * INCH, high - float(y) * INCH

    middles = [(0.0, 0.0)] * count
    curves: dict[tuple[int, int], list[tuple[Spot, ...]]] = {}
    for row in rows:
        if row[0] == "node":
            middles[int(row[1][1:])] = spot(row[2], row[3])
        elif row[0] == "edge":
            ends = int(row[1][1:]), int(row[2][1:])
            values = row[4 : 4 + 2 * int(row[3])]
            points = tuple(map(spot, values[::2], values[1::2]))
            curves.setdefault(ends, []).append(points)
    drawn = tuple(curves[line.start, line.end].pop(0) for line in lines)
    return Placed(wide, high, tuple(middles), drawn)
