"""Finding: what deciban assumed where the case is silent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deciban.case import Case
from deciban.compile import MIND_DEFAULTS, minds_in
from deciban.model import Model

#: What a case leaves out of a silence, it takes for certain.
CERTAIN_PARTS = "certain parts of silences"

#: How the defaults of an actor are spoken of, where their key does not say.
TOLD = {
    "forgetting": "belief kept",
    "learns_trust_from": "trust learned from",
    "slip": "acts at random",
}


@dataclass(frozen=True, slots=True)
class Assumption:
    """One default in use.

    Attributes:
        what: what was assumed: ``competence``, ``slip``, ``fidelity``, ``character``, ``says``,
            ``certain parts of silences``; and what was assumed of actors.
        value: as one would write it.
        where: the addresses it stands at; ``says`` names reports.
    """

    what: str
    value: str
    where: tuple[str, ...]


def find_assumptions(
    case: Case, model: Model, defaults: Mapping[str, str]
) -> tuple[Assumption, ...]:
    """Answer every default in use, with the places that it fills.

    Args:
        case: the case.
        model: its model, whose assumed numbers say which defaults were used.
        defaults: the defaults in force, as written.
    """
    places: dict[str, list[str]] = {}
    for number in model.numbers:
        if number.assumed:
            what = number.address.rpartition(".")[2].replace("reliability", "character")
            places.setdefault(what, []).append(number.address)
    unsaid = [report.id for report in case.reports if "says" not in report.places]
    found = [Assumption(what, defaults[what], tuple(where)) for what, where in places.items()]
    if unsaid:
        found.append(Assumption("says", "yes", tuple(unsaid)))
    found += _of_minds(case, model)
    certain = tuple(_certain_parts(case))
    if certain:
        found.append(Assumption(CERTAIN_PARTS, "100%", certain))
    return tuple(found)


def _of_minds(case: Case, model: Model) -> Iterator[Assumption]:
    """What was assumed of actors, in the order of the defaults."""
    places: dict[str, list[str]] = {what: [] for what in MIND_DEFAULTS}
    for joined in minds_in(model).values():
        for number in joined.reading.mind.numbers.numbers:
            if number.assumed and number.address != "assume.slip":
                places[number.address.rpartition(".")[2]].append(number.address)
    for actor in case.actors.values():
        for key in ("weight_on_evidence", "forgetting", "learns_trust_from"):
            if getattr(actor, key) is None:
                places[key].append(f"actors.{actor.id}.{key}")
    for what, where in places.items():
        if where:
            told = TOLD.get(what, f"a mind's {what.replace('_', ' ')}")
            yield Assumption(told, MIND_DEFAULTS[what], tuple(where))


def _certain_parts(case: Case) -> Iterator[str]:
    """The address of every part of a silence that is left out.

    Survival is one number for each archive: it is left out where no silence states it, and stands
    at the archive's first silence.
    """
    doubted = {silence.by for silence in case.silences if silence.survives is not None}
    for silence in case.silences:
        parts = {"made": silence.made, "survives": silence.survives, "found": silence.found}
        for part, judgement in parts.items():
            if judgement is None and not (part == "survives" and silence.by in doubted):
                yield f"silences.{silence.id}.{part}"
        doubted.add(silence.by)
