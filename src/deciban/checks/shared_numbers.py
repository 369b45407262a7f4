"""Check: what is one thing has one number."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from deciban.case import Case, Report, Source, Unseen
from deciban.problem import Problem
from deciban.units import Judgement


def check_shared_numbers(case: Case) -> Iterator[Problem]:
    """Report schools with two characters, and one survival or belief with two numbers."""
    members = sorted((each for each in case.sources.values() if each.school), key=_school)
    for school, sources in groupby(members, key=_school):
        stating = [each for each in sources if each.character or each.reliability]
        for other in stating[1:]:
            if (other.character, other.reliability) != (
                stating[0].character,
                stating[0].reliability,
            ):
                yield Problem(
                    "D507",
                    f"the school '{school}' has two characters",
                    other.place("character" if other.character else "reliability"),
                    f"'{stating[0].id}' already states it; leave it out here",
                    also=(stating[0].at,),
                )
    yield from _agree(
        ((f"whether '{each.by}' was kept and is open", each.survives) for each in case.silences),
    )
    speaking: tuple[Report | Unseen, ...] = (*case.reports, *case.unseen)
    yield from _agree(
        ((f"how well '{each.by}' knows of '{each.of}'", each.competence) for each in speaking),
    )


def _school(source: Source) -> str:
    return source.school or ""


def _agree(stated: Iterable[tuple[str, Judgement | None]]) -> Iterator[Problem]:
    first: dict[str, Judgement] = {}
    for what, judgement in stated:
        if judgement is None:
            continue
        earlier = first.setdefault(what, judgement)
        if earlier != judgement:
            yield Problem(
                "D508",
                f"{what} has two numbers: {earlier.text} and {judgement.text}",
                judgement.at,
                "write the same value in both places",
                also=(earlier.at,) if earlier.at else (),
            )
