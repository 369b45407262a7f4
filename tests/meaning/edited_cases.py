"""A small case and the same case after somebody has been at it, as plain data."""

import json
from collections.abc import Callable
from functools import partial
from random import Random
from typing import cast

from hypothesis import strategies as st
from tests.meaning.small_cases import YES_NO, Data, Value, number, row, small_case

Edit = Callable[[Random, Data], None]


def edited(random: Random, case: Data, times: int) -> Data:
    """The case after so many edits, its lists in another order; it may not be whole any more."""
    copy = cast("Data", json.loads(json.dumps(case)))
    for _ in range(times):
        random.choice(EDITS)(random, copy)
    for name in ("events", "reports"):
        random.shuffle(listed(copy, name))
    return copy


def edited_pairs(*, most: int = 6) -> st.SearchStrategy[tuple[Data, Data]]:
    """Pairs of a case and an edit of it; everything follows from a number."""
    return st.integers(0, 2**32).map(partial(_pair, most))


def _pair(most: int, seed: int) -> tuple[Data, Data]:
    random = Random(seed)  # noqa: S311 (nobody is to be kept from guessing it)
    case = small_case(random)
    return case, edited(random, case, random.randint(1, most))


def listed(case: Data, name: str) -> list[Data]:
    """The records of a list."""
    return cast("list[Data]", case[name])


def sources(case: Data) -> dict[str, Data]:
    """The sources by name."""
    return cast("dict[str, Data]", case["sources"])


def renumbered(random: Random, table: Value) -> Value:
    """A table of the same shape with other numbers in it."""
    if not isinstance(table, dict):
        return number(random)
    if "rest" in table.values():
        return {**row(random, tuple(table))}
    return {name: renumbered(random, inner) for name, inner in table.items()}


def _expected(random: Random, case: Data) -> None:
    event = random.choice([each for each in listed(case, "events") if "expected" in each])
    event["expected"] = renumbered(random, event["expected"])


def _rival_cause(random: Random, case: Data) -> None:
    for event in listed(case, "events"):
        if "also_caused_by" in event:
            event["also_caused_by"] = renumbered(random, event["also_caused_by"])


def _known(random: Random, case: Data) -> None:
    event = random.choice([each for each in listed(case, "events") if "weight" not in each])
    if event.pop("known", None) is None:
        outcomes = cast("list[str]", event.get("outcomes", list(YES_NO)))
        event["known"] = random.choice(outcomes)


def _character(random: Random, case: Data) -> None:
    stating = [each for each in sources(case).values() if "character" in each]
    kinds = [("honest", "guesses"), ("honest", "pushes"), ("honest", "inverts", "guesses")]
    random.choice(stating)["character"] = {**row(random, random.choice(kinds))}


def _competence(random: Random, case: Data) -> None:
    sources(case)[random.choice(["s0", "s1"])]["competence"] = number(random, 0.5)


def _line(random: Random, case: Data) -> None:
    sources(case)[random.choice(["s0", "s1"])].pop("line", None)


def _prior(random: Random, case: Data) -> None:
    question = cast("Data", case["question"])
    names = tuple(cast("Data", question["hypotheses"]))
    question["prior"] = {**row(random, names)}


def _made(random: Random, case: Data) -> None:
    for silence in listed(case, "silences")[:1]:
        silence["made"] = number(random)


def _slip(random: Random, case: Data) -> None:
    case["assume"] = {"slip": number(random, 0.01, 0.2)}


def _says(random: Random, case: Data) -> None:
    states = {
        str(each["id"]): each.get("outcomes", list(YES_NO)) for each in listed(case, "events")
    }
    for report in random.sample(listed(case, "reports"), min(1, len(listed(case, "reports")))):
        report["says"] = random.choice(cast("list[str]", states[str(report["of"])]))


def _report_gone(random: Random, case: Data) -> None:
    reports = listed(case, "reports")
    relayed = {report.get("relays") for report in reports}
    loose = [report for report in reports if report["id"] not in relayed]
    if loose:
        reports.remove(random.choice(loose))


def _silence_gone(_random: Random, case: Data) -> None:
    del listed(case, "silences")[:1]


def _new_event(random: Random, case: Data) -> None:
    events = listed(case, "events")
    name = f"new{len(events)}"
    names = cast("Data", cast("Data", case["question"])["hypotheses"])
    event: Data = {
        "id": name,
        "text": "Something new",
        "given": ["question"],
        "expected": {each: number(random) for each in names},
    }
    if random.random() < 0.5:
        event["known"] = "yes"
    events.append(event)
    for source in random.choice([["s0"], ["s1"], ["s0", "s1"]]):
        report: Data = {"id": f"{source}_on_{name}", "of": name, "by": source}
        listed(case, "reports").append(report)


EDITS: tuple[Edit, ...] = (
    _expected,
    _expected,
    _rival_cause,
    _known,
    _character,
    _competence,
    _line,
    _prior,
    _made,
    _slip,
    _says,
    _report_gone,
    _silence_gone,
    _new_event,
)
