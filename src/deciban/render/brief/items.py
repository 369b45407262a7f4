"""One item of evidence in a few sentences: what it is, who says so, and why it bears."""

import math
from collections.abc import Iterator

from deciban.case import NO, YES, Case, ChoiceMade, Event, Record, Report, Silence
from deciban.case.citation import without_citations
from deciban.case.minds import acts_of
from deciban.dates import When
from deciban.findings.weights import WeighedItem
from deciban.render.brief.names import actor_name, called, event, plain, speaker
from deciban.render.brief.prose import Piece, prose, sentences, strong
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import chance, quoted, weight
from deciban.render.date import in_words
from deciban.render.document.blocks import Prose


def item_in_words(telling: Telling, item: WeighedItem, weight: str) -> Prose:
    """Answer an item in a few sentences, with a note on where it is recorded.

    Args:
        telling: what the brief is written from.
        item: the item.
        weight: what it says, in words.
    """
    record = record_named(telling.case, item.id)
    note, works = telling.recorded(*cited(telling.case, record))
    what = strong(claim(telling.case, record))
    return sentences(
        prose(what, note, _facts(telling, record, works), f": {weight}."),
        telling.words(reason_of(telling.case, record)),
    )


def share_in_words(item: WeighedItem, of: str) -> str:
    """Answer the share of an item for an answer, in words where it leaves nothing open."""
    share = item.weights[of].share
    if math.isinf(share):
        return "leaves no other answer open" if share > 0.0 else "rules the answer out"
    return weight(share)


def record_named(case: Case, name: str) -> Record | None:
    """Answer the item of a name; None where there is none."""
    records: dict[str, Record] = {choice.id: choice for _, choice in acts_of(case)}
    records |= {record.id: record for record in case.listed()}
    return records.get(name)


def claim(case: Case, record: Record | None) -> str:
    """Answer what an item comes to: what happened, who said so, or what is missing."""
    match record:
        case Event():
            outcome = record.known or YES
            told = without_citations(record.text).removesuffix(".")
            if outcome == NO:
                return f"It is not so that {quoted(told)}"
            return told if outcome == YES else f"{told}: {plain(outcome)}"
        case Report():
            return _report(case, record)
        case Silence():
            return f"No record of {event(case, record.of)} from {called(case, record.by)}"
        case ChoiceMade():
            actor = next(actor for actor, choice in acts_of(case) if choice is record)
            return f"{actor_name(actor)} chose {_chosen(record)}"
        case _:
            return ""


def _chosen(made: ChoiceMade) -> str:
    """What was chosen, and what might have been."""
    others = [quoted(plain(each)) for each in made.between if each != made.chose]
    *first, last = others
    rather = f"{', '.join(first)} or {last}" if first else last
    return f"{quoted(plain(made.chose))} rather than {rather}"


def _report(case: Case, report: Report) -> str:
    who = speaker(case, report.by)
    if report.quote:
        return f"{who}: {quoted(report.quote)}"
    if report.text:
        return f"{who}: {without_citations(report.text).removesuffix('.')}"
    told = event(case, report.of)
    if report.says == YES:
        return f"{_subject(who)} affirms {told}"
    if report.says == NO:
        return f"{_subject(who)} denies {told}"
    return f"{_subject(who)} says of {told}: {quoted(plain(report.says))}"


def _subject(who: str) -> str:
    """A name before its verb; what is said of him behind it stands between commas."""
    return f"{who}," if "," in who else who


def cited(case: Case, record: Record | None) -> tuple[tuple[str, ...], str | None]:
    """Answer where an item is recorded: its own works, else those of whoever speaks."""
    cites: tuple[str, ...] = getattr(record, "cite", ())
    located: str | None = getattr(record, "located", None)
    if cites or not isinstance(record, Report):
        return cites, located
    source = case.sources.get(record.by)
    if source is not None:
        return source.cite, located or source.located
    return ((record.by,) if record.by in case.bibliography.works else ()), located


def reason_of(case: Case, record: Record | None) -> str | None:
    """Answer why an item bears: of a report, what was to be expected of the event it speaks of."""
    found = case.event(record.of) if isinstance(record, Report | Silence) else None
    own: str | None = getattr(record, "because", None)
    if isinstance(record, Silence):
        return own or (found.because if found is not None else None)
    return (found.because if found is not None else None) or own


def _facts(telling: Telling, record: Record | None, works: Prose) -> Prose:
    """When, how far it is disputed and where it is recorded, in brackets."""
    facts = [each for each in (*_told(telling, record), works) if each]
    pieces: list[Piece] = []
    for each in facts:
        pieces += ["; " if pieces else " (", each]
    return prose(*pieces, ")") if pieces else ()


def _told(telling: Telling, record: Record | None) -> Iterator[Piece]:
    match record:
        case Event():
            yield _date(record.when)
            since = f", public since {_date(record.known_since)}" if record.known_since else ""
            yield f"undisputed{since}"
        case Report():
            yield _date(record.made)
            yield _origin(telling.case, record)
            yield ", ".join(each for each in _of(telling, record) if each)
        case Silence():
            yield f"last searched {_date(record.searched)}" if record.searched else ""
            yield _likely(telling, record.of, "what it bears on is ")
        case ChoiceMade():
            yield _date(record.on)


def _origin(case: Case, report: Report) -> str:
    if report.relays is None:
        return ""
    origin = next((each.by for each in case.reports if each.id == report.relays), report.relays)
    return f"passed on from {called(case, origin)}"


def _of(telling: Telling, report: Report) -> Iterator[str]:
    """Which event a report speaks of, where its words do not say, and how likely that is."""
    if report.text or report.quote:
        about = {YES: "on", NO: "against"}.get(report.says) or f"for {plain(report.says)} in"
        yield f"{about} {event(telling.case, report.of)}"
        yield _likely(telling, report.of, "which is ")
    else:
        yield _likely(telling, report.of, "")


def _likely(telling: Telling, name: str, what: str) -> str:
    """How likely a disputed event is by everything in the case."""
    hidden = telling.findings.hidden
    found = next((each for each in hidden if (each.kind, each.name) == ("event", name)), None)
    if found is None or YES not in found.now:
        return ""
    return f"{what}disputed, and {chance(found.now[YES])} likely by all the evidence"


def _date(when: When | None) -> str:
    return in_words(when.text) if when is not None else ""
