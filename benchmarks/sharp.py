"""Up to two thousand sharp reports on one fact, nearly as many against it as for it.

Each is right 999 times in 1,000, so the evidence is far less likely than the smallest number a
double can hold. What is to come of it is known by hand: all but two of the reports cancel out.
"""

import numpy as np
from benchmarks.agrum import Agrum
from benchmarks.table import MISSING, show

from deciban.engine import solve
from deciban.model import GraphBuilder, Model

SIZES = (100, 300, 500, 1000, 2000)
RIGHT = 0.999
LIKELY = (0.6, 0.3)
"""The chance of the fact under each hypothesis."""
SAME = 1e-9


def main() -> None:
    """Print the table."""
    header = ("sharp reports", "log10 P(all of them)", "off the true odds by", "pyAgrum")
    show(header, [_row(size) for size in SIZES])


def _row(reports: int) -> tuple[str, ...]:
    model = _sharp(reports)
    solution = solve(model, 0)
    first, second = solution.log_z.tolist()
    off = abs(first - second - _true_log_odds())
    if not off <= SAME:
        message = f"{reports} sharp reports: the log-odds are off by {off:g}"
        raise ValueError(message)
    evidence = float(np.logaddexp(first, second)) / np.log(10)
    return str(reports), f"{evidence:,.0f}", f"{off:.0e}", _told(model, solution.posterior)


def _sharp(reports: int) -> Model:
    """The reports say yes and no in turn, but for one that says yes instead of no."""
    builder = GraphBuilder()
    question = builder.variable("question", ("first", "second"))
    fact = builder.variable("fact", ("yes", "no"))
    builder.factor([question], lambda _: 0.5, "prior")
    builder.factor(
        [question, fact],
        lambda state: LIKELY[state[0]] if state[1] == 0 else 1 - LIKELY[state[0]],
        "fact",
    )
    for place in range(reports):
        said = builder.variable(f"report{place}", ("yes", "no"))
        builder.factor(
            [fact, said], lambda state: RIGHT if state[0] == state[1] else 1 - RIGHT, f"{place}"
        )
        builder.observe(f"report{place}", "report", said, place % 2 if place > 1 else 0)
    builder.question("question", question)
    return builder.build()


def _true_log_odds() -> float:
    """Of the question, in nats: two reports more say yes than say no."""
    yes, no = RIGHT**2, (1 - RIGHT) ** 2
    first, second = (likely * yes + (1 - likely) * no for likely in LIKELY)
    return float(np.log(first / second))


def _told(model: Model, posterior: np.ndarray) -> str:
    """What pyAgrum makes of it."""
    agrum = Agrum.of(model)
    if agrum is None:
        return MISSING
    try:
        theirs = agrum.posterior(0)
    except agrum.contradiction:
        return "says it contradicts itself"
    return "agrees" if np.abs(posterior - theirs).max() <= SAME else f"differs: {theirs}"
