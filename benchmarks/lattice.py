"""What all mixtures of two debaters cost, beside compiling and solving each of them.

The lattice is the whole of it: two cases to compile, selectors, one plan, one run. The reference
compiles each mixture and solves it; it is timed on some of them and multiplied. A batch solves one
column of numbers for each mixture over one plan. The last table is the flagship's debate: every two
of its debaters, each with a mind of his own.
"""

import gc
from pathlib import Path
from random import Random
from time import perf_counter

import numpy as np
from benchmarks.clock import least
from benchmarks.table import duration, show, times

from deciban.case import Case
from deciban.cli.main import OBJECTS_BETWEEN_COLLECTIONS
from deciban.compile import compile_case
from deciban.debate.cruxes import find_crux, find_divides
from deciban.debate.debaters import find_debaters
from deciban.debate.parting.shares import exact_shares, least_left, residuals
from deciban.edit.difference import Between, blocks_of, differences
from deciban.engine import solve
from deciban.findings.differing.asked import Question
from deciban.findings.differing.frame import every_set
from deciban.findings.differing.lattice import Lattice
from deciban.findings.differing.player import Player, paths_of
from deciban.findings.differing.together import standing
from deciban.findings.odds import Array, log_odds
from deciban.read import read_case, read_text_of_case

ROOT = Path(__file__).parents[1]
ANSWERS = ("first", "second", "third")
#: Hidden events with their reports, by source; known ones beside them.
REPORTS = {0: (0, 1), 1: (1, 2), 2: (2,)}
KNOWN, SOURCES = 8, 3
BLOCKS, VARIABLES = 18, 25
SAMPLE = 60
SAME = 1e-9
#: Pairs of whom shares are held against cruxes; how many blocks, and how much more is a failure.
PAIRS, THREE, OVER = 60, 3, 1.2
LATTICE_BAR, DEBATE_BAR = 0.3, 10.0


def main() -> None:
    """Print the tables."""
    _lattice()
    _ranked()
    _flagship()


def _lattice() -> None:
    before, after = _case(1), _case(2)
    found = differences(before, after)
    between = Between(before, after, found)
    players = standing(between, blocks_of(before, after, found))
    question = Question(ANSWERS, 1024)
    variables = len(compile_case(before).variables)
    if (len(players), variables) != (BLOCKS, VARIABLES):
        message = f"{len(players)} blocks and {variables} variables were generated"
        raise ValueError(message)
    sets = every_set(BLOCKS)
    odds = log_odds(Lattice(between, players, question).every())
    columns = np.random.default_rng(1).choice(sets.shape[1], SAMPLE, replace=False)
    start = perf_counter()
    direct = [
        _direct(between, [players[each] for each in np.flatnonzero(sets[:, column])])
        for column in columns
    ]
    each = (perf_counter() - start) / SAMPLE
    apart = max(
        float(np.abs(odds[:, one] - two).max()) for one, two in zip(columns, direct, strict=True)
    )
    if apart > SAME:
        message = f"the lattice and what is compiled anew differ by {apart:g} dB"
        raise ValueError(message)
    ours = least(lambda: Lattice(between, players, question).every())
    batch = least(lambda: Lattice(between, players, question).value(sets), runs=3)
    theirs = each * sets.shape[1]
    count = f"{sets.shape[1]:,} mixtures"
    print(f"{count} of {BLOCKS} blocks; {VARIABLES} variables; differ by {apart:.0e} dB")
    met = "met" if ours <= LATTICE_BAR else "NOT MET"
    show(
        ("", "selectors", "batch", "ratio", f"each compiled (of {SAMPLE})", "ratio", "bar"),
        [
            (
                "all mixtures",
                duration(ours),
                duration(batch),
                times(batch, ours),
                duration(theirs),
                times(theirs, ours),
                f"{LATTICE_BAR} s {met}",
            )
        ],
    )


def _ranked() -> None:
    """How often the largest shares are not what had best be settled."""
    one = three = widening = 0
    for seed in range(10, 10 + 2 * PAIRS, 2):
        before, after = _case(seed), _case(seed + 1)
        found = differences(before, after)
        between = Between(before, after, found)
        players = standing(between, blocks_of(before, after, found))
        v = log_odds(Lattice(between, players, Question(ANSWERS, 1024)).every())[0]
        left = residuals(v)
        largest = np.argsort(-np.abs(exact_shares(v, len(players)))).tolist()
        best = least_left(left, len(players)).least
        one += bool(left[1 << largest[0]] > best[1] + SAME)
        three += bool(left[sum(1 << block for block in largest[:THREE])] > OVER * best[THREE])
        ends = np.array([1 << block for block in range(len(players))])
        conceded = np.minimum(np.abs(v[-1] - v[ends]), np.abs(v[-1 - ends] - v[0]))
        widening += bool((conceded > left[0]).any())
    print(
        f"of {PAIRS} such pairs the largest share was not the best to settle in {one}, the three "
        f"largest left a fifth more than the best three in {three}, and settling something alone "
        f"widened the gap in {widening}"
    )


def _direct(between: Between, taken: list[Player]) -> Array:
    """One mixture compiled and solved by itself."""
    case = between.mixed(paths_of(taken))
    model = compile_case(case)
    return log_odds(solve(model, model.questions[case.question.id]).log_z)


def _flagship() -> None:
    case = read_case(ROOT / "cases/barbarossa").case
    if case is None:
        message = "the flagship cannot be read"
        raise ValueError(message)
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)  # as the command does
    start = perf_counter()
    debaters, _ = find_debaters(case)
    weighed = perf_counter()
    divides = find_divides(case, debaters)
    done = perf_counter()
    a, b = divides.furthest[0].a, divides.furthest[0].b
    by_name = {each.name: each for each in debaters}
    crux = find_crux(case, by_name[a], by_name[b])
    pair = perf_counter()
    met = "met" if done - start <= DEBATE_BAR else "NOT MET"
    show(
        (
            "the flagship's debate",
            "each weighed",
            "every two",
            "both",
            "bar",
            "one pair, minds apart",
        ),
        [
            (
                f"{len(debaters)} debaters, {len(divides.pairs)} pairs",
                duration(weighed - start),
                duration(done - weighed),
                duration(done - start),
                f"{DEBATE_BAR:.0f} s {met}",
                f"{duration(pair - done)} ({crux.mixtures:,} mixtures)",
            )
        ],
    )


def _case(seed: int) -> Case:
    reading = read_text_of_case(_text(Random(seed)), Path("case.yaml"))  # noqa: S311 [no secret]
    if reading.case is None:
        message = f"the generated case does not read: {reading.problems}"
        raise ValueError(message)
    return reading.case


def _text(random: Random) -> str:
    hypotheses = ", ".join(f"{name}: The {name}" for name in ANSWERS)
    prior = f"first: {_percent(random, 20, 40)}, second: {_percent(random, 20, 40)}, third: rest"
    lines = [
        "deciban: 1\ntitle: Two debaters\nquestion:\n  ask: Which?\n",
        f"  hypotheses: {{{hypotheses}}}\n  exhaustive: yes\n  prior: {{{prior}}}\nsources:\n",
    ]
    lines += [
        f"  s{each}: {{name: S{each}, competence: {_percent(random, 60, 95)}, "
        f"character: {{honest: {_percent(random, 40, 90)}, guesses: rest}}}}\n"
        for each in range(SOURCES)
    ]
    lines.append("events:\n")
    lines += [
        f"  - {{id: k{each}, text: K, known: yes, expected: {_row(random)}}}\n"
        for each in range(KNOWN)
    ]
    lines += [f"  - {{id: e{each}, text: E, expected: {_row(random)}}}\n" for each in REPORTS]
    lines.append("reports:\n")
    lines += [
        f"  - {{id: r{event}_{source}, of: e{event}, by: s{source}}}\n"
        for event, sources in REPORTS.items()
        for source in sources
    ]
    return "".join(lines)


def _row(random: Random) -> str:
    inner = ", ".join(f"{name}: {_percent(random, 20, 80)}" for name in ANSWERS)
    return f"{{{inner}}}"


def _percent(random: Random, low: int, high: int) -> str:
    return f"{random.randint(low, high)}%"


if __name__ == "__main__":
    main()
