"""Cases with dates, and each of their stages compiled anew as a case of its own."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from random import Random
from typing import cast

from tests.meaning.line import read, sound_case
from tests.meaning.small_cases import Data, Value

from deciban import pipeline
from deciban.case import Actor, Case, Sight
from deciban.case.minds import acts_of
from deciban.compile import compile_case
from deciban.edit import without
from deciban.engine import solve
from deciban.findings.timeline import Clock, Stage, Timeline, find_timeline
from deciban.findings.timing.grain import Grain

#: Dates of several kinds, so that curves part and several things count at one moment.
HAPPENED = ("1940-05-01", "1940-05-01..1940-07-01", "1940-06", "1941", "1940-04/1940-09", "")
PUBLIC = ("1948", "1950..1960", "1964-05-01", "1998", "")


def timeline(text: str, public: Grain = "year") -> Timeline:
    """The timeline of a text in which nothing is wrong."""
    outcome = pipeline.inquire(read(text), partial(find_timeline, public=public))
    assert outcome.findings is not None, [str(each) for each in outcome.problems if each.is_error]
    return outcome.findings


def curves(found: Timeline) -> Iterator[tuple[Clock, tuple[Stage, ...]]]:
    """Every curve with its clock."""
    for clock in (found.happened, found.public):
        yield clock, clock.earliest
        yield clock, clock.latest


def dated(case: Data, random: Random) -> Data:
    """The same small case with dates strewn over it."""
    for event in _records(case, "events"):
        _maybe(event, "when", random.choice(HAPPENED))
        if "known" in event:
            _maybe(event, "known_since", random.choice(PUBLIC))
    for report in _records(case, "reports"):
        _maybe(report, "made", random.choice(HAPPENED))
        _maybe(report, "public", random.choice(PUBLIC))
    for silence in _records(case, "silences"):
        _maybe(silence, "searched", random.choice(PUBLIC))
    return case


def _records(case: Data, kind: str) -> list[Data]:
    return cast("list[Data]", case[kind])


def _maybe(record: Data, key: str, value: Value) -> None:
    if value:
        record[key] = value


def compiled_anew(
    text: str, present: Collection[str], heard: Collection[str]
) -> Mapping[str, float]:
    """The answer of the case that holds these items, and whose actors heard these messages.

    The slow way: everything else is taken out of the case, and what is left is compiled.

    Args:
        text: the whole case.
        present: its items that count.
        heard: the messages that do, and "NAME turns out" for those of which the truth is known.
    """
    case = sound_case(text)
    acts = [choice.id for _, choice in acts_of(case) if choice.shown_by is None]
    told = [*(each.id for each in case.reports), *(each.id for each in case.silences)]
    gone = [name for name in (*told, *acts) if name not in present]
    case = without(case, gone)
    case = replace(
        case,
        events=tuple(
            event if event.id in present else replace(event, known=None)
            for event in case.events
            if event.id in present or not event.weight
        ),
        actors={name: _hearing(actor, heard) for name, actor in case.actors.items()},
    )
    model = compile_case(case)
    posterior = solve(model, model.questions[case.question.id]).posterior
    return dict(zip(case.question.answers, map(float, posterior), strict=True))


def _hearing(actor: Actor, heard: Collection[str]) -> Actor:
    return replace(actor, saw=tuple(_known(each, heard) for each in actor.saw if each.id in heard))


def _known(sight: Sight, heard: Collection[str]) -> Sight:
    return sight if f"{sight.id} turns out" in heard else replace(sight, resolved=None)


def so_far(curve: tuple[Stage, ...]) -> Iterator[tuple[Stage, frozenset[str], frozenset[str]]]:
    """Every stage of a curve with the items and the messages that count by then."""
    present: set[str] = set()
    heard: set[str] = set()
    for stage in curve:
        present |= set(stage.came)
        heard |= set(stage.heard)
        yield stage, frozenset(present), frozenset(heard)


def items_of(case: Case) -> frozenset[str]:
    """The names of everything that a case observes."""
    return frozenset(item.id for item in compile_case(case).items)
