"""All marginals of five published networks, beside pyAgrum and pgmpy.

The rule for the query: deciban keeps the states of one variable apart while it sums, and any
variable may be that one where all marginals are wanted. Here it is the one whose plan takes the
fewest operations, the first of them where several do. Looking for it is not counted anywhere; from
the file, the query is the first variable, as nobody has looked.
"""

from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle
from math import fsum
from pathlib import Path

import numpy as np
from benchmarks import peers
from benchmarks.agrum import Agrum
from benchmarks.clock import least
from benchmarks.in_pgmpy import Pgmpy
from benchmarks.table import MISSING, duration, met, show, times

from deciban.engine import plan_of, solve
from deciban.exchange import Network, Row, read_bif, to_model
from deciban.model import Model

FOLDER = Path(__file__).parent / "networks"
NAMES = ("asia", "alarm", "insurance", "hailfinder", "win95pts")
BAR = 5.0
SAME = 1e-9


@dataclass(frozen=True)
class Race:
    """One network in all three programs."""

    path: Path
    model: Model
    query: int
    agrum: Agrum | None
    pgmpy: Pgmpy | None

    @classmethod
    def between(cls, name: str) -> "Race":
        """The network of that name."""
        path = FOLDER / f"{name}.bif"
        model = to_model(_exact(read(path)))
        there = _own_variable_last(model)
        return cls(path, model, cheapest_query(model), Agrum.of(there), Pgmpy.of(there))


def read(path: Path) -> Network:
    """The network that a file holds."""
    network = read_bif(path)
    if not isinstance(network, Network):
        message = f"{path.name} does not read: {network[0].message}"
        raise TypeError(message)
    return network


def _exact(network: Network) -> Network:
    """The same network with every row divided by its sum, where the reader lets 1e-9 pass.

    Both peers, and not deciban, leave out of an inference what they know to add up to 1.
    """
    return replace(
        network,
        variables=tuple(
            replace(
                variable, rows=tuple(replace(row, chances=_whole(row)) for row in variable.rows)
            )
            for variable in network.variables
        ),
    )


def _whole(row: Row) -> tuple[float, ...]:
    total = fsum(row.chances)
    return tuple(chance / total for chance in row.chances)


def _own_variable_last(model: Model) -> Model:
    """The same tables, the variable whose chances they are last instead of first."""
    factors = (
        replace(
            factor,
            variables=(*factor.variables[1:], factor.variables[0]),
            entries=np.moveaxis(factor.entries, 0, -1),
        )
        for factor in model.factors
    )
    return replace(model, factors=tuple(factors))


def cheapest_query(model: Model) -> int:
    """The variable whose plan takes the fewest operations."""
    plans = (plan_of(model, variable) for variable in range(len(model.variables)))
    return min(plans, key=lambda plan: (plan.cost.operations, plan.query)).query


def main() -> None:
    """Print two tables: the marginals alone, and what stands around them."""
    races = [Race.between(name) for name in NAMES]
    print("all marginals, nothing observed; deciban's plan kept, pyAgrum's engine made anew")
    header = ("network", "variables", "query", "deciban", "pyAgrum", "ratio", "bar")
    show((*header, "pgmpy", "ratio", "differ by"), [_kernel(race) for race in races])
    print()
    print("asked again under other evidence, both keeping what they can; and from the file, once")
    show(
        ("network", "deciban", "pyAgrum", "ratio", "from the file", "pyAgrum", "ratio"),
        [(*_again(race), *_from_the_file(race)) for race in races],
    )


def _kernel(race: Race) -> tuple[str, ...]:
    model, agrum, pgmpy = race.model, race.agrum, race.pgmpy
    ours = least(partial(_marginals, model, race.query))
    theirs = least(agrum.marginals) if agrum else None
    others = least(pgmpy.marginals, runs=1) if pgmpy else None
    return (
        race.path.stem,
        str(len(model.variables)),
        model.variables[race.query].name,
        duration(ours),
        duration(theirs),
        times(theirs, ours),
        met(theirs, ours, BAR),
        duration(others),
        times(others, ours),
        _difference(race),
    )


def _marginals(model: Model, query: int) -> None:
    solve(model, query, derivatives=True).marginals()


def _difference(race: Race) -> str:
    """How far apart the marginals of deciban and pyAgrum are, at most."""
    if race.agrum is None:
        return MISSING
    ours = solve(race.model, race.query, derivatives=True).marginals()
    pairs = zip(ours, race.agrum.marginals(), strict=True)
    difference = max(float(np.abs(mine - theirs).max()) for mine, theirs in pairs)
    if not difference <= SAME:
        message = f"{race.path.stem}: the marginals differ by {difference:g}"
        raise ValueError(message)
    return f"{difference:.0e}"


def _again(race: Race) -> tuple[str, ...]:
    """The last variable without children is seen in its first and its second state, in turn."""
    model, agrum = race.model, race.agrum
    leaf = _last_leaf(model)
    query = race.query if race.query != leaf else 0
    states = cycle((0, 1))
    ours = least(
        lambda: solve(model, query, given={leaf: next(states)}, derivatives=True).marginals()
    )
    kept = agrum.kept({leaf: 1}) if agrum else None
    theirs = least(lambda: kept.marginals(leaf, next(states))) if kept else None
    return race.path.stem, duration(ours), duration(theirs), times(theirs, ours)


def _last_leaf(model: Model) -> int:
    parents = {variable for factor in model.factors for variable in factor.variables[1:]}
    return max(variable for variable in range(len(model.variables)) if variable not in parents)


def _from_the_file(race: Race) -> tuple[str, ...]:
    gum = peers.find("pyagrum")
    ours = least(lambda: _marginals(to_model(read(race.path)), 0), runs=3)
    theirs = None if gum is None else least(lambda: Agrum.from_file(gum, race.path), runs=3)
    return duration(ours), duration(theirs), times(theirs, ours)
