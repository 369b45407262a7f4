"""What reading a mind costs, beside its plain reference: one column at a time, in loops.

The reference is ``tests/minds/by_hand.py``, written apart from deciban to be obviously right. Its
time for a column is that of the belief at the last date alone and the chance of every pattern of
acts, where deciban's is that of the belief at every date, which favours the reference.
"""

import tracemalloc
from pathlib import Path
from typing import NamedTuple

from benchmarks.clock import least
from benchmarks.table import duration, show, times
from tests.minds.by_hand import acts, belief

from deciban.case import Actor, Case
from deciban.compile import mind_of
from deciban.minds import Mind, read_mind
from deciban.read import read_case, read_text_of_case

ROOT = Path(__file__).parents[1]
WARNINGS, SOURCES = 50, 5
MEBIBYTE = 2**20
COLUMNS = 8192


class _Bar(NamedTuple):
    """A mind, at how many columns it is read, and the longest that may take, in seconds."""

    told: str
    mind: Mind
    columns: int
    seconds: float


def main() -> None:
    """Print the tables."""
    fifty = _mind(_fifty())
    flagship = _mind(_case("cases/barbarossa"))
    bars = (
        _Bar(f"{WARNINGS} warnings, 3 characters", fifty, 20_000, 0.5),
        _Bar("the flagship's actor", flagship, COLUMNS, 0.5),
        _Bar("the flagship's actor", flagship, 200_000, 5.0),
    )
    show(("mind", "columns", "time", "a column", "memory", "bar"), [_row(bar) for bar in bars])
    ours = least(lambda: read_mind(fifty, COLUMNS)) / COLUMNS
    theirs = least(_by_hand)
    print(
        f"a column of {WARNINGS} warnings by hand: {duration(theirs)}, {times(theirs, ours)} ours"
    )


def _row(bar: _Bar) -> tuple[str, ...]:
    seconds = least(lambda: read_mind(bar.mind, bar.columns))
    tracemalloc.start()
    read_mind(bar.mind, bar.columns)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    met = "met" if seconds <= bar.seconds else "NOT MET"
    return (
        bar.told,
        f"{bar.columns:,}",
        duration(seconds),
        duration(seconds / bar.columns),
        f"{peak / MEBIBYTE:.0f} MiB",
        f"{bar.seconds:.1f} s {met}",
    )


def _mind(case: Case) -> Mind:
    actor: Actor = next(iter(case.actors.values()))
    return mind_of(case, actor)


def _case(folder: str) -> Case:
    case = read_case(ROOT / folder).case
    if case is None:
        message = f"{folder} cannot be read"
        raise ValueError(message)
    return case


def _fifty() -> Case:
    """An actor who was warned fifty times by five sources, each of one of three characters."""
    trusts = "".join(
        f"      s{number}: {{honest: 5..30%, pushes: 20..60%, inverts: rest, line: attack,"
        " competence: 70..90%}\n"
        for number in range(SOURCES)
    )
    saw = "".join(
        f"      - {{id: m{number}, on: 1941-{1 + number // 28:02d}-{1 + number % 28:02d},"
        f" from: s{number % SOURCES}, says: {'kept' if number % 3 == 0 else 'attack'}}}\n"
        for number in range(WARNINGS)
    )
    case = read_text_of_case(_HEAD + trusts + "    saw:\n" + saw + _TAIL, Path("fifty.yaml")).case
    if case is None:
        message = "the generated case cannot be read"
        raise ValueError(message)
    return case


_HEAD = """\
deciban: 1
title: Fifty warnings
question:
  ask: What did he think likeliest?
  about: warned.plan
  by: most_likely
  hypotheses: {kept: Quiet, demands: Demands, attack: An attack}
actors:
  warned:
    wonders: {id: plan, values: [kept, demands, attack]}
    prior: {kept: 40..60%, demands: 20..40%, attack: rest}
    weight_on_evidence: 50..100%
    trusts:
"""
_TAIL = """\
    chooses:
      - id: stayed
        on: 1941-06-14
        between:
          calm: {kept: 100, demands: 80, attack: 0}
          alert: {kept: 20..90, demands: 50, attack: 70}
        chose: calm
    care: 2..15
"""


def _by_hand() -> None:
    """One column of the same mind, at the middles of its ranges, by the plain reference."""
    roles = {"honest": 0.175, "pushes": 0.4, "inverts": 0.425, "line": "attack"}
    saw = [
        {
            "id": f"m{number}",
            "on": number,
            "from": f"s{number % SOURCES}",
            "says": "kept" if number % 3 == 0 else "attack",
        }
        for number in range(WARNINGS)
    ]
    actor = {
        "wonders": {"id": "plan", "values": ["kept", "demands", "attack"]},
        "prior": {"kept": 0.5, "demands": 0.3, "attack": 0.2},
        "weight_on_evidence": 0.75,
        "eps": 0.05,
        "trusts": {f"s{number}": {**roles, "competence": 0.8} for number in range(SOURCES)},
        "saw": saw,
        "chooses": [
            {
                "id": "stayed",
                "on": WARNINGS,
                "between": {
                    "calm": {"kept": 100.0, "demands": 80.0, "attack": 0.0},
                    "alert": {"kept": 55.0, "demands": 50.0, "attack": 70.0},
                },
                "chose": "calm",
            }
        ],
        "care": 8.5,
        "slip": 0.02,
    }
    belief(actor, WARNINGS)
    acts(actor)


if __name__ == "__main__":
    main()
