"""What would settle it: records that nobody has read, and what either answer would do."""

from collections.abc import Iterator, Sequence

from deciban.case import NO, YES
from deciban.case.citation import without_citations
from deciban.findings.seek import Sought, SoughtOutcome
from deciban.render.brief.names import event, main_answer, plain, speaker
from deciban.render.brief.prose import (
    Piece,
    bullets,
    paragraph,
    prose,
    section,
    sentences,
    strong,
    table,
    told,
)
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import chance, listing, quoted, several
from deciban.render.document.blocks import Block, Column, Prose
from deciban.render.figures import counted, decibans, percent, unsigned
from deciban.render.seek import FELT, LEAST

#: Records told of at length.
SHOWN = 3
#: A record that would move the leader by less, in decibans, is only named, unless all would.
HALF = 0.5


def settles(telling: Telling) -> Iterator[Block]:
    """Answer which records would tell most, and what they would do."""
    yield section("What would settle it", "settles")
    records = telling.findings.seek.records
    if not records:
        yield paragraph(
            "The case names no record that is still to be read, so it cannot say what would settle "
            "the question."
        )
        return
    shown = _worth_telling(records)
    yield paragraph(_first(records, shown))
    yield from bullets(_record(telling, each) for each in shown)
    rest = [each for each in records if each not in shown]
    yield from told(sentences(_rest(rest) if shown else "", _pairs(telling)))


def _worth_telling(records: Sequence[Sought]) -> Sequence[Sought]:
    """The few that would tell something; the first, where each would tell little."""
    telling = [each for each in records if each.decibans >= HALF][:SHOWN]
    return telling or [each for each in records if each.decibans >= LEAST][:1]


def _first(records: Sequence[Sought], shown: Sequence[Sought]) -> str:
    named = f"The case names {several(len(records), 'record')} that nobody here has read"
    it = "they" if len(records) > 1 else "it"
    if not shown:
        return (
            f"{named}: {listing([quoted(each.text) for each in records])}. Nothing that {it} may "
            "say would move the answer by a tenth of a deciban; what is known outweighs it."
        )
    most = {1: "The most telling:"}.get(len(shown), "The most telling first:")
    if all(each.decibans < FELT for each in records):
        none = "none is" if len(records) > 1 else "it is not"
        small = (
            f"{named}, and {none} expected to move the answer by as much as one deciban; what is "
            f"known outweighs what {it} may say"
        )
        return f"{small}. {most}" if len(records) > 1 else f"{small}:"
    return f"{named}. {most}" if len(records) > 1 else f"{named}:"


def _record(telling: Telling, record: Sought) -> Prose:
    written = next(each for each in telling.case.unseen if each.id == record.id)
    leader = main_answer(telling.case, telling.findings.posterior.leader.id)
    cost = f"; cost {written.cost.text}" if written.cost is not None else ""
    outcomes = "; ".join(_outcome(telling, each) for each in record.outcomes)
    note, works = telling.recorded(written.cite, written.located)
    facts = prose(f" ({speaker(telling.case, record.by)}{cost}", "; " if works else "", works, ").")
    return sentences(
        prose(strong(without_citations(written.text).removesuffix(".")), note, facts),
        telling.words(written.because),
        f"It would speak of {event(telling.case, record.of)}: {outcomes}. On average it would move "
        f"{leader} by {unsigned(record.decibans)} decibans, one way or the other.",
    )


def _outcome(telling: Telling, each: SoughtOutcome) -> str:
    leader = telling.findings.posterior.leader.id
    says = {YES: "that it is so", NO: "that it is not"}.get(each.says) or quoted(plain(each.says))
    stands = f"{main_answer(telling.case, leader)} would stand at {chance(each.answers[leader])}"
    leads = f" and {main_answer(telling.case, each.leader)} would lead"
    changed = leads if each.leader != leader else ""
    return f"should it say {says} ({chance(each.probability)} likely), {stands}{changed}"


def records_table(telling: Telling) -> Iterator[Block]:
    """Answer everything that each record may say, and what it would do."""
    leader = main_answer(telling.case, telling.findings.posterior.leader.id)
    yield from table(
        [
            Column("Record", share=1.0),
            Column("Where", share=0.6),
            Column("Cost", "right"),
            Column("Should it say"),
            Column("How likely", "right"),
            Column(leader, "right"),
            Column("Decibans", "right"),
        ],
        [row for each in telling.findings.seek.records for row in _rows(telling, each)],
        f"What each record that nobody has read may say, and where {leader} would stand",
    )


def _rows(telling: Telling, record: Sought) -> Iterator[Sequence[Piece]]:
    written = next(each for each in telling.case.unseen if each.id == record.id)
    cost = written.cost.text if written.cost is not None else ""
    named = (without_citations(written.text), speaker(telling.case, record.by), cost)
    leader = telling.findings.posterior.leader.id
    for place, each in enumerate(record.outcomes):
        yield (
            *(named if place == 0 else ("", "", "")),
            plain(each.says),
            percent(each.probability),
            percent(each.answers[leader]),
            decibans(each.moved).strip(),
        )


def _rest(records: Sequence[Sought]) -> str:
    if not records:
        return ""
    names = listing([quoted(each.text) for each in records])
    small = all(each.decibans < LEAST for each in records)
    return f"{names} {'would not move it by a tenth of a deciban' if small else 'would tell less'}."


def _pairs(telling: Telling) -> str:
    """Which two tell more together than apart."""
    pairs = telling.findings.seek.pairs
    if not pairs:
        return ""
    texts = {each.id: quoted(each.text) for each in telling.case.unseen}
    more = f", as do {counted(len(pairs) - 1, 'other pair')}" if len(pairs) > 1 else ""
    first = pairs[0]
    both = f"{texts[first.one]} and {texts[first.other]}"
    return f"{both} tell more together than each by itself{more}."
