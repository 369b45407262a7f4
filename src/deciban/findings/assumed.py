"""Finding: what deciban assumed where the case is silent."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case import Case
from deciban.model import Model


@dataclass(frozen=True, slots=True)
class Assumption:
    """One default in use.

    Attributes:
        what: what was assumed: ``competence``, ``slip``, ``fidelity``, ``character``, ``says``.
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
    return tuple(found)
