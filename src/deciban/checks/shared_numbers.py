"""Check: what is one thing has one number."""

from collections.abc import Iterable, Iterator

from deciban.case import Case, Report, Unseen
from deciban.problem import Problem
from deciban.units import Judgement


def check_shared_numbers(case: Case) -> Iterator[Problem]:
    """Report one survival, or one belief, with two numbers."""
    yield from _agree(
        ((f"whether '{each.by}' was kept and is open", each.survives) for each in case.silences),
    )
    speaking: tuple[Report | Unseen, ...] = (*_own_voice(case), *case.unseen)
    yield from _agree(
        ((f"how well '{each.by}' knows of '{each.of}'", each.competence) for each in speaking),
    )


def _own_voice(case: Case) -> Iterator[Report]:
    """Reports that rest on what their source believes; a relay rests on what it was told."""
    return (report for report in case.reports if not report.relays)


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
