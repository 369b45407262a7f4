"""What one draw of every written number costs, beside pyAgrum and pgmpy.

A peer's time for a draw is that of one inference by an engine whose tables already hold the drawn
numbers: filling them is not counted, which favours the peer. deciban's is that of many draws,
divided.
"""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from benchmarks.agrum import Agrum
from benchmarks.clock import least
from benchmarks.fifty import fifty_variables
from benchmarks.in_pgmpy import Pgmpy
from benchmarks.table import MISSING, duration, met, show, times
from numpy.typing import NDArray

from deciban.draws import BLOCK, draws
from deciban.engine import solve
from deciban.model import Model

Array = NDArray[np.float64]

BLOCKS = 16
CHECKED = 5
SAME = 1e-9


class _Peer(NamedTuple):
    """How long a peer takes, None where it is missing, and how many times faster we are to be."""

    seconds: float | None
    bar: float


def main() -> None:
    """Print the table."""
    model = fifty_variables()
    agrum, pgmpy = Agrum.of(model), Pgmpy.of(model)
    (block,) = draws(model, BLOCK)
    difference = _difference(model, block)
    print(
        f"a draw of {len(model.numbers)} numbers; {len(model.variables)} variables, "
        f"{len(model.items)} of them observed; posteriors differ by {difference}"
    )
    theirs = least(lambda: agrum.posterior(0)) if agrum else None
    marginals = least(agrum.marginals) if agrum else None
    others = least(lambda: pgmpy.posterior(0)) if pgmpy else None
    show(
        ("each draw", "deciban", "pyAgrum", "ratio", "bar", "pgmpy", "ratio", "bar"),
        (
            _row("posterior", _posterior(model, block), _Peer(theirs, 800), _Peer(others, 3000)),
            _row("with the drawing", _with_drawing(model), _Peer(theirs, 100), _Peer(others, 0)),
            _row("every derivative", _derivatives(model, block), _Peer(marginals, 0)),
        ),
    )
    print("pyAgrum has no derivatives; its time there is that of all marginals")


def _row(told: str, ours: float, *peers: _Peer) -> list[str]:
    cells = [told, duration(ours)]
    for peer in peers:
        bar = met(peer.seconds, ours, peer.bar) if peer.bar else ""
        cells += [duration(peer.seconds), times(peer.seconds, ours), bar]
    return cells + [""] * (8 - len(cells))


def _posterior(model: Model, block: Array) -> float:
    return least(lambda: solve(model, 0, numbers=block).posterior) / BLOCK


def _derivatives(model: Model, block: Array) -> float:
    return least(lambda: solve(model, 0, numbers=block, derivatives=True).by_number()) / BLOCK


def _with_drawing(model: Model) -> float:
    count = BLOCKS * BLOCK

    def work() -> None:
        for block in draws(model, count):
            _ = solve(model, 0, numbers=block).posterior

    return least(work) / count


def _difference(model: Model, block: Array) -> str:
    """How far apart the posteriors of deciban and pyAgrum are at a few of the draws, at most."""
    ours = solve(model, 0, numbers=block[:, :CHECKED]).posterior
    largest = 0.0
    for mine, numbers in zip(ours.T, block.T, strict=False):
        agrum = Agrum.of(_at(model, numbers))
        if agrum is None:
            return MISSING
        largest = max(largest, float(np.abs(mine - agrum.posterior(0)).max()))
    if not largest <= SAME:
        message = f"the posteriors of a draw differ by {largest:g}"
        raise ValueError(message)
    return f"{largest:.0e}"


def _at(model: Model, numbers: Array) -> Model:
    """The model with drawn numbers for its central ones."""
    drawn = zip(model.numbers, numbers.tolist(), strict=True)
    return replace(model, numbers=tuple(replace(number, central=value) for number, value in drawn))
