"""The meaning of a case, read once more: slowly, plainly, and sharing nothing with deciban.

``joint`` walks every state of the world behind a case as plain data: the questions' answers, the
events, each source's or school's character, whether each archive was kept, what each source
believes of each event, and what each origin not in the case said. A world is a flat mapping from
what is asked to its state, and its weight is the product of one chance for each part. Observed
parts, which are reports, silences and known events, stand fixed.
"""

import math
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

Data = Mapping[str, Any]
World = dict[str, str]


def joint(case: Data) -> dict[tuple[str, str], float]:
    """P(answer of the main question, answer of the linked one, everything observed)."""
    sums: dict[tuple[str, str], float] = {}
    for world in _worlds(case):
        weight = math.prod(_chances(case, world))
        key = (world["question"], world["q"])
        sums[key] = sums.get(key, 0.0) + weight
    return sums


def _worlds(case: Data) -> Iterator[World]:
    hidden: dict[str, tuple[str, ...]] = {
        "question": tuple(case["question"]["hypotheses"]),
        "q": ("yes", "no"),
        "kept": ("yes", "no"),
    }
    for event in case["events"]:
        if "weight" not in event:
            hidden[event["id"]] = (event["known"],) if "known" in event else _outcomes(event)
    for report in case["reports"]:
        source = _teller(case, report)
        event = _event(case, report["of"])
        hidden[_character(case, source)] = tuple(_traits(case, source))
        hidden[f"{source} believes of {report['of']}"] = _outcomes(event)
        hidden[report["id"]] = (report["says"],)
        if report.get("relays") in case["sources"]:
            hidden[f"{source} said of {report['of']}"] = _outcomes(event)
    for states in product(*hidden.values()):
        yield dict(zip(hidden, states, strict=True))


def _chances(case: Data, world: World) -> Iterator[float]:
    """One chance for each part of a world."""
    yield _share(case["question"]["prior"], world["question"])
    linked = case["questions"]["q"]
    given = linked["prior"][world["question"]] if "given" in linked else linked["prior"]
    yield _share(given, world["q"])
    for event in case["events"]:
        if "weight" in event:
            yield float(event["weight"].get(world["question"], "x1")[1:])
        else:
            yield _of_event(event, world)
    yield from _of_sources(case, world)
    for report in case["reports"]:
        yield _of_report(case, report, world)
    yield from _of_silences(case, world)


def _of_event(event: Data, world: World) -> float:
    tree = event["expected"]
    for parent in event["given"]:
        tree = tree.get(world[parent], tree.get("else"))
    if _outcomes(event) != ("yes", "no"):
        return _share(tree, world[event["id"]])
    escapes = 1.0 - float(tree)
    for cause, power in event.get("also_caused_by", {}).items():
        name, state = cause.split(".")
        if world[name] == state:
            escapes *= 1.0 - float(power)
    return escapes if world[event["id"]] == "no" else 1.0 - escapes


def _of_sources(case: Data, world: World) -> Iterator[float]:
    """Characters and beliefs, each once."""
    seen = set()
    for report in case["reports"]:
        source, of = _teller(case, report), report["of"]
        character, belief = _character(case, source), f"{source} believes of {of}"
        if character not in seen:
            yield _share(_traits(case, source), world[character])
        if belief not in seen:
            competence = float(case["sources"][source]["competence"])
            wrong = (1.0 - competence) / (len(_outcomes(_event(case, of))) - 1)
            yield competence if world[belief] == world[of] else wrong
        seen |= {character, belief}


def _of_report(case: Data, report: Data, world: World) -> float:
    """What a report's own words had for a chance; with them, once, those of a latent origin."""
    if "relays" not in report:
        return _said(case, _teller(case, report), report["of"], report["says"], world)
    others = len(_outcomes(_event(case, report["of"]))) - 1
    fidelity = float(report["fidelity"])
    if report["relays"] not in case["sources"]:
        told = world[report["relays"]]
        return fidelity if report["says"] == told else (1.0 - fidelity) / others
    source = report["relays"]
    told = world[f"{source} said of {report['of']}"]
    passed_on = fidelity if report["says"] == told else (1.0 - fidelity) / others
    first = next(each for each in case["reports"] if each.get("relays") == source)
    origin = _said(case, source, report["of"], told, world) if report is first else 1.0
    return passed_on * origin


def _said(case: Data, source: str, of: str, said: str, world: World) -> float:
    """The chance that a source says so, being what it is and believing what it does."""
    character, believed = world[_character(case, source)], world[f"{source} believes of {of}"]
    slip = float(case["assume"]["slip"])
    outcomes = len(_outcomes(_event(case, of)))
    if character == "guesses":
        return 1.0 / outcomes
    if character == "inverts":
        return 0.0 if said == believed else 1.0 / (outcomes - 1)
    line = case["sources"][source]["line"]
    meant = line[of] if character == "pushes" and of in line else believed
    return 1.0 - slip if said == meant else slip / (outcomes - 1)


def _of_silences(case: Data, world: World) -> Iterator[float]:
    survives = float(case["silences"][0]["survives"])
    yield survives if world["kept"] == "yes" else 1.0 - survives
    for gap in case["silences"]:
        there = world["kept"] == "yes" and world[gap["of"]] == gap["says"]
        yield 1.0 - float(gap["made"]) * float(gap["found"]) if there else 1.0


def _share(row: Mapping[str, str], name: str) -> float:
    """An entry of a row; ``rest`` is what the others leave over."""
    if row[name] != "rest":
        return float(row[name])
    return 1.0 - sum(float(each) for each in row.values() if each != "rest")


def _event(case: Data, name: str) -> Data:
    found: Data = next(event for event in case["events"] if event["id"] == name)
    return found


def _outcomes(event: Data) -> tuple[str, ...]:
    return tuple(event.get("outcomes", ("yes", "no")))


def _teller(case: Data, report: Data) -> str:
    """Who first said it: for a relay, its origin's source."""
    relays = report.get("relays")
    if relays is None:
        return str(report["by"])
    if relays in case["sources"]:
        return str(relays)
    return _teller(case, next(each for each in case["reports"] if each["id"] == relays))


def _character(case: Data, source: str) -> str:
    return f"character of {case['sources'][source].get('school', source)}"


def _traits(case: Data, source: str) -> Mapping[str, str]:
    """A source's character; in a school, that of the member who states it."""
    record = case["sources"][source]
    if "character" in record:
        found: Mapping[str, str] = record["character"]
        return found
    school = record["school"]
    return next(
        each["character"]
        for each in case["sources"].values()
        if each.get("school") == school and "character" in each
    )
