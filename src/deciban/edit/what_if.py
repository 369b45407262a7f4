"""Had we judged otherwise: an edit of the case, ``Case -> Case``."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deciban.case import Case, Event, Report, Silence, WhatIf
from deciban.case.minds import acts_of
from deciban.edit.addition import with_added
from deciban.edit.address import set_at
from deciban.edit.instead import instead_of_leaving_out
from deciban.edit.trust_row import broken_trusts
from deciban.node import Mapping
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean
from deciban.read.yaml_tree import parse
from deciban.span import Span

if TYPE_CHECKING:
    from deciban.node import Node
    from deciban.units import Judgement


#: The name of a what-if that is given by options and not by the case.
YOURS = "yours"


def name_in_words(what_if: WhatIf) -> str:
    """Answer how a what-if is spoken of: by its name, or as the change that was asked for."""
    return "this change" if what_if.id == YOURS else f"'{what_if.id}'"


def apply_what_if(case: Case, what_if: WhatIf) -> Case | tuple[Problem, ...]:
    """Answer the case as it would be: first without, then added to, then set.

    Returns:
        The edited case, not yet checked; or the problems that stood in the way.
    """
    problems = tuple(_unknown(case, what_if))
    if problems:
        return problems
    edited = without(case, what_if.without)
    if what_if.add is not None:
        outcome = with_added(edited, what_if.add)
        if isinstance(outcome, tuple):
            return outcome
        edited = outcome
    for address, node in what_if.settings.items():
        outcome = set_at(edited, address, node)
        if isinstance(outcome, tuple):
            return outcome
        edited = outcome
    places = [(address, what_if.place(f"set.{address}")) for address in what_if.settings]
    return tuple(broken_trusts(edited, places, name_in_words(what_if))) or edited


def without(case: Case, names: Collection[str]) -> Case:
    """Answer the case without these items, events or sources, and without what comes through them.

    An event left out is no longer known, nothing is reported of it, and the same holds for every
    event that hangs from it; its place in the graph stays. An act left out is no longer known;
    where an event shows it, that event is meant. A
    source left out says nothing, relays nothing, and its acts (`said_by`) are left out. A relay
    whose origin alone was left out hangs on what that one had relayed, or else on that source.
    Numbers that records share (whether an archive was kept, the competence behind a belief) stay
    with the records that stay.
    """
    shown = {choice.id: choice.shown_by for _, choice in acts_of(case)}
    meant = frozenset(shown.get(name) or name for name in names)
    gone = meant | _below(case, meant)
    left = replace(
        case,
        events=tuple(
            replace(event, known=None) if event.id in gone else event
            for event in case.events
            if not (event.id in gone and event.weight)
        ),
        reports=tuple(_reports_left(case, gone)),
        silences=tuple(_silences_left(case, gone)),
        unseen=tuple(each for each in case.unseen if not gone & {each.id, each.of, each.by}),
    )
    return _acts_in_doubt(left, gone)


def _acts_in_doubt(case: Case, gone: frozenset[str]) -> Case:
    """The case with these acts no longer known: each is shown by an event that nobody observed."""
    doubted = [choice for _, choice in acts_of(case) if choice.id in gone and not choice.shown_by]
    if not doubted:
        return case
    names = {choice.id: f"{choice.id}_left_out" for choice in doubted}
    events = tuple(Event(id=name, text=f"{of} left out") for of, name in names.items())
    actors = {
        name: replace(
            actor,
            chooses=tuple(
                replace(choice, shown_by=names.get(choice.id, choice.shown_by))
                for choice in actor.chooses
            ),
        )
        for name, actor in case.actors.items()
    }
    return replace(case, events=(*case.events, *events), actors=actors)


def _below(case: Case, names: frozenset[str]) -> frozenset[str]:
    """Events that these sources said or did, and all that hang from these events."""
    found = [event.id for event in case.events if event.id in names or event.said_by in names]
    for above in found:
        found += [each.id for each in case.events if above in each.given and each.id not in found]
    return frozenset(found)


def _reports_left(case: Case, gone: frozenset[str]) -> Iterator[Report]:
    """The reports that stay; a belief's competence stays with whoever still speaks from it."""
    by_name = {report.id: report for report in case.reports}
    stated: dict[tuple[str, str], Judgement] = {}
    for report in case.reports:
        if report.competence is not None and not report.relays:
            stated.setdefault((report.by, report.of), report.competence)
    for report in case.reports:
        origin = _origin_left(report, by_name, gone)
        if gone & {report.id, report.of, report.by} or origin in gone:
            continue
        competence = None if report.relays else stated.get((report.by, report.of))
        yield replace(report, relays=origin, competence=competence)


def _origin_left(report: Report, by_name: dict[str, Report], gone: frozenset[str]) -> str | None:
    """What a relay hangs on once some reports are gone: the next report down, or its source.

    Where anyone it passed through is gone as a source, he is answered, and the relay goes too.
    """
    left: str | None = None
    named = report.relays
    while named is not None and named in by_name:
        told = by_name[named]
        if told.by in gone:
            return told.by
        left = left or (told.id if told.id not in gone else None)
        named = told.relays or told.by
    return named if named in gone else left or named


def _silences_left(case: Case, gone: frozenset[str]) -> Iterator[Silence]:
    """The silences that stay; whether an archive was kept stays with the archive."""
    stated: dict[str, Judgement] = {}
    for silence in case.silences:
        if silence.survives is not None:
            stated.setdefault(silence.by, silence.survives)
    for silence in case.silences:
        if not gone & {silence.id, silence.of, silence.by}:
            yield replace(silence, survives=stated.get(silence.by))


def _unknown(case: Case, what_if: WhatIf) -> list[Problem]:
    known = {record.id for record in case.listed()} | set(case.sources)
    known |= {report.by for report in case.reports} | {each.by for each in case.silences}
    known |= {choice.id for _, choice in acts_of(case)}
    return [
        _not_left_out(case, name, what_if.place(f"without.{place}"), known)
        for place, name in enumerate(what_if.without)
        if name not in known
    ]


def _not_left_out(case: Case, name: str, at: Span, known: Collection[str]) -> Problem:
    """The problem of a name that cannot be left out: it is nobody's, or part of a mind."""
    instead = instead_of_leaving_out(case, name)
    if instead is not None:
        return Problem("D801", instead.what, at, instead.as_line)
    message = f"there is no item, event or source '{name}'"
    return Problem("D801", message, at, did_you_mean(name, sorted(known)))


def what_if_of(settings: Sequence[str], left_out: Sequence[str]) -> WhatIf | Problem:
    """Answer a what-if written on the command line.

    Args:
        settings: ``ADDRESS=VALUE`` each; a value may be a row in braces.
        left_out: names of items, events and sources.
    """
    values: dict[str, Node] = {}
    for written in settings:
        address, equals, value = written.partition("=")
        if not equals:
            at = Span("--set", 1, 1)
            hint = "such as events.letter.expected.yes=40%"
            return Problem("D801", f"'{written}' is not ADDRESS=VALUE", at, hint)
        root = parse(f"value: {value}", "--set").root
        if not isinstance(root, Mapping) or len(root.entries) != 1:
            hint = "write a value, a row in braces, or a list in brackets"
            return Problem("D801", f"'{written}' cannot be read", Span("--set", 1, 1), hint)
        values[address.strip()] = root.entries[0].value
    text = " and ".join([*(f"without {name}" for name in left_out), *settings])
    at = Span("--set" if settings else "--without", 1, 1)
    return WhatIf(id=YOURS, text=text, settings=values, without=tuple(left_out), at=at)
