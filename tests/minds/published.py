"""What was published on the minds of `cases/replications`, as figures that anything may be held to.

Each README there says from where the figures are, and what stands in for what.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.minds.mind_case import changed
from tests.minds.one_mind import Data
from tests.minds.plain import read_plainly

FOLDER = Path(__file__).parents[2] / "cases" / "replications"


def published_case(name: str) -> Data:
    """The text of a case as YAML has it."""
    return read_plainly(FOLDER / f"minds_{name}" / "case.yaml")


@dataclass(frozen=True, kw_only=True)
class Believed:
    """What an actor believed on a date: the sum over some values."""

    case: str
    actor: str
    on: str
    of: tuple[str, ...]
    #: One of his counterfactuals, where it is what he would have believed.
    had: str | None = None
    probability: float
    within: float

    @property
    def edited(self) -> Data:
        """The case, with the counterfactual in it."""
        case = published_case(self.case)
        return case if self.had is None else _with(case, case["actors"][self.actor], self.had)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """How likely an actor was to choose what the case says, in one of his choices."""

    case: str
    actor: str
    choice: int
    probability: float
    within: float


@dataclass(frozen=True, kw_only=True)
class Inferred:
    """How likely some hypotheses of a case are together, after all."""

    case: str
    actor: str
    of: tuple[str, ...]
    what_if: str | None = None
    probability: float
    within: float

    @property
    def edited(self) -> Data:
        """The case, with the what-if in it."""
        case = published_case(self.case)
        if self.what_if is None:
            return case
        return changed(case, _entry(case["what_if"], self.what_if)["set"])


def _with(case: Data, actor: Data, had: str) -> Data:
    return changed(case, _entry(actor["had"], had)["set"])


def _entry(entries: list[Data], name: str) -> Data:
    return next(each for each in entries if each["id"] == name)


def _sally() -> Iterator[Believed]:
    unseen, seen = "2000-01-01T10:00", "2000-01-01T12:00"
    sally = {"case": "sally_anne", "actor": "sally"}
    yield Believed(**sally, on=unseen, of=("box",), probability=0.99, within=1e-9)
    yield Believed(**sally, on=unseen, of=("basket",), probability=0.01, within=1e-9)
    yield Believed(**sally, on=seen, of=("basket",), probability=1.0, within=1e-6)


def _distrust() -> Iterator[Believed]:
    table = {
        "mostly_honest": (0.291, 0.130),
        "ignored": (0.212, 0.213),
        "propagandist": (0.232, 0.146),
        "inverter": (0.121, 0.439),
    }
    for actor, row in table.items():
        for had, probability in zip((None, f"{actor}_told_not"), row, strict=True):
            yield Believed(
                case="distrust",
                actor=actor,
                on="1941-04-30",
                of=("attack",),
                had=had,
                probability=probability,
                within=0.001,
            )


def _polarisation() -> Iterator[Believed]:
    before, after = "2009-01-01", "2009-02-10"
    figures = {
        "alice": {(before, False): 0.66, (after, False): 0.788, (after, True): 0.532},
        "bob": {(before, False): 0.34, (after, False): 0.212, (after, True): 0.468},
    }
    for actor, rows in figures.items():
        for (on, other), probability in rows.items():
            yield Believed(
                case="polarisation",
                actor=actor,
                on=on,
                of=("good_spends", "good_saves"),
                had=f"{actor}_other_study" if other else None,
                probability=probability,
                within=1e-9,
            )


def _chimp() -> Iterator[Chosen]:
    figures = {
        "crumbs_noise": (0.61172, 0.22933),
        "noise_visual": (0.84113, 0.03829),
        "crumbs_visual": (0.61172, 0.01171),
        "visual_noise": (0.99254, 0.96171),
    }
    for actor, chances in figures.items():
        for choice, probability in enumerate(chances):
            yield Chosen(
                case="chimp", actor=actor, choice=choice, probability=probability, within=1e-5
            )


def _bandit() -> Iterator[Inferred]:
    figures = {
        "wine_loves_wine": 0.0,
        "none_loves_wine": 1 / 3,
        "wine_loves_sweet": 1 / 3,
        "none_loves_sweet": 1 / 3,
    }
    for name, probability in figures.items():
        yield Inferred(
            case="bandit", actor="drinker", of=(name,), probability=probability, within=1e-4
        )


def _lifetimes() -> Iterator[Inferred]:
    for trials, probability in {5: 2 / 3, 6: 2 / 3, 7: 0.8, 8: 1.0, 9: 1.0}.items():
        yield Inferred(
            case="bandit_lifetimes",
            actor="drinker",
            of=("wine_loves_sweet", "none_loves_sweet"),
            what_if=None if trials == 7 else f"lifetime_{trials}",
            probability=probability,
            within=2e-4,
        )


def _schelling() -> Iterator[Believed]:
    """Bob, thinking of an Alice who thinks of him."""
    yield Believed(
        case="schelling",
        actor="alice",
        on="2024-01-01",
        of=("popular",),
        probability=0.64611655,
        within=1e-5,
    )


BELIEVED = (*_sally(), *_distrust(), *_polarisation(), *_schelling())
CHOSEN = tuple(_chimp())
INFERRED = (*_bandit(), *_lifetimes())
#: The actor whom each case asks about.
ASKED_ABOUT = {
    "sally_anne": "sally",
    "distrust": "inverter",
    "chimp": "crumbs_noise",
    "polarisation": "alice",
    "bandit": "drinker",
    "bandit_lifetimes": "drinker",
    "schelling": "alice",
}
