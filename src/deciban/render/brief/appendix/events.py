"""The events of the case by theme, each with the reports, silences and unread records of it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from deciban.case import NO, YES, Case, Event, Report, Silence, Unseen
from deciban.dates import When
from deciban.findings.weights import NO_THEME
from deciban.render.brief.appendix.entry import Entry, entry_blocks
from deciban.render.brief.items import claim, share_in_words
from deciban.render.brief.names import called, plain, speaker
from deciban.render.brief.prose import Piece, codes, prose, quiet
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import chance
from deciban.render.date import in_words
from deciban.render.document.blocks import Block, Fold

KINDS = {Report: "reports", Silence: "silences", Unseen: "unseen"}


def event_folds(telling: Telling) -> Iterator[Block]:
    """Answer one folded part a theme."""
    for theme in dict.fromkeys(each.theme or NO_THEME for each in telling.case.events):
        events = [each for each in telling.case.events if (each.theme or NO_THEME) == theme]
        blocks = chain.from_iterable(_event(telling, each) for each in events)
        yield Fold(f"Events: {plain(theme)}", tuple(blocks))


def _event(telling: Telling, event: Event) -> Iterator[Block]:
    facts = [quiet(each) for each in _event_facts(telling, event) if each]
    hangs = _hangs(event)
    yield from entry_blocks(
        telling, Entry(event, f"events.{event.id}", event.text, (*facts, hangs))
    )
    for record in _told_of(telling.case, event):
        at = f"{KINDS[type(record)]}.{record.id}"
        title = record.text if isinstance(record, Unseen) else claim(telling.case, record)
        told = [quiet(each) for each in _facts(telling, record) if each]
        yield from entry_blocks(telling, Entry(record, at, title, told))


def _told_of(case: Case, event: Event) -> Iterator[Report | Silence | Unseen]:
    yield from (each for each in case.reports if each.of == event.id)
    yield from (each for each in case.silences if each.of == event.id)
    yield from (each for each in case.unseen if each.of == event.id)


def _event_facts(telling: Telling, event: Event) -> Iterator[str]:
    yield _date(event.when)
    if event.known is not None:
        told = {YES: "undisputed", NO: "undisputed that it is not so"}.get(event.known)
        told = told or f"undisputed: {plain(event.known)}"
        since = f", public since {_date(event.known_since)}" if event.known_since else ""
        yield f"{told}{since}"
    else:
        yield _believed(telling, event)
    if event.said_by:
        yield f"an act of {speaker(telling.case, event.said_by)}"
    yield _share(telling, event.id)


def _believed(telling: Telling, event: Event) -> str:
    """How likely each outcome of a disputed event is, by all the evidence."""
    hidden = telling.findings.hidden
    found = next((each for each in hidden if (each.kind, each.name) == ("event", event.id)), None)
    if found is None:
        return "disputed"
    if YES in found.now:
        return f"disputed; {chance(found.now[YES])} likely by all the evidence"
    outcomes = ", ".join(f"{plain(name)} {chance(p)}" for name, p in found.now.items())
    return f"disputed; by all the evidence {outcomes}"


def _hangs(event: Event) -> Piece:
    if not event.given:
        return ()
    return prose(quiet("hangs from "), codes(event.given))


def _facts(telling: Telling, record: Report | Silence | Unseen) -> Iterator[str]:
    match record:
        case Report():
            yield from _report_facts(telling.case, record)
            yield _share(telling, record.id)
        case Silence():
            yield f"last searched {_date(record.searched)}" if record.searched else ""
            yield _share(telling, record.id)
        case Unseen():
            yield f"not read; would be {called(telling.case, record.by)}"


def _report_facts(case: Case, report: Report) -> Iterator[str]:
    yield f"said {_date(report.made)}" if report.made else ""
    yield f"public since {_date(report.public)}" if report.public else ""
    if report.text or report.quote:
        yield "" if report.says == YES else f"says {plain(report.says)}"
    if report.relays is not None:
        origin = next((each.by for each in case.reports if each.id == report.relays), report.relays)
        yield f"passed on from {called(case, origin)}"
    yield f"credibility {report.credibility}, as graded" if report.credibility else ""


def _share(telling: Telling, name: str) -> str:
    """What an item says for the answer explained; nothing of what is no item."""
    of = telling.findings.explanation.of
    found = next((each for each in telling.findings.weights.items if each.id == name), None)
    return "" if found is None else f"share {share_in_words(found, of)}"


def _date(when: When | None) -> str:
    return in_words(when.text) if when is not None else ""


__all__ = ["Sequence", "event_folds"]
