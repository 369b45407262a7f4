"""What would settle it: records that nobody has read, and what either answer would do."""

from collections.abc import Iterator

from deciban.case import NO, YES, Unseen
from deciban.findings.seek import Sought, SoughtOutcome
from deciban.render.brief.names import event, main_answer, plain, speaker
from deciban.render.brief.prose import Piece, bullets, paragraph, prose, section, sentences, strong, told
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import chance, listing, quoted, several, spelled, weight
from deciban.render.document.blocks import Block, Prose
from deciban.render.figures import counted, unsigned
from deciban.render.seek import FELT, LEAST

#: Records told of at length.
SHOWN = 4


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
    telling_much = [each for each in records if each.decibans >= LEAST]
    shown = telling_much[:SHOWN]
    yield paragraph(_first(telling, len(records), bool(shown)))
    yield from bullets(_record(telling, each) for each in shown)
    rest = [each for each in records if each not in shown]
    yield from told(_rest(telling, rest), _pairs(telling))
    yield from telling.figure("seek", "What each unread record is worth.")


def _first(telling: Telling, count: int, some: bool) -> str:
    named = f"The case names {several(count, 'record')} that nobody here has read"
    if not some:
        return (
            f"{named}. Nothing that {'they' if count > 1 else 'it'} may say would move the answer by "
            "a tenth of a deciban: what is known already outweighs it."
        )
    if all(each.decibans < FELT for each in telling.findings.seek.records):
        return (
            f"{named}, and none is expected to move the answer by as much as one deciban: what is "
            "known already outweighs what they may say. In the order of what they would tell:"
        )
    return f"{named}. In the order of what {'they' if count > 1 else 'it'} would tell:"


def _record(telling: Telling, record: Sought) -> Prose:
    written = next(each for each in telling.case.unseen if each.id == record.id)
    leader = telling.findings.posterior.leader.id
    outcomes = [_outcome(telling, each) for each in record.outcomes]
    facts = [speaker(telling.case, record.by)]
    if written.cost is not None:
        facts.append(f"cost {written.cost.text}")
    moves = (
        f"On average it would move {main_answer(telling.case, leader)} by "
        f"{unsigned(record.decibans)} decibans, one way or the other."
    )
    return sentences(
        prose(
            strong(written.text.removesuffix(".")),
            f" ({'; '.join(facts)})",
            *_note(telling, written),
            ".",
        ),
        telling.words(written.because),
        f"It would speak of {event(telling.case, record.of)}: {'; '.join(outcomes)}.",
        moves,
    )


def _note(telling: Telling, written: Unseen) -> Prose:
    return telling.note(written.cite, written.located)


def _outcome(telling: Telling, each: SoughtOutcome) -> str:
    leader = telling.findings.posterior.leader.id
    says = {YES: "that it is so", NO: "that it is not"}.get(each.says) or quoted(plain(each.says))
    would = (
        f"should it say {says} ({chance(each.probability)} likely), "
        f"{main_answer(telling.case, leader)} would stand at {chance(each.answers[leader])}"
    )
    if each.leader != leader:
        would += f" and {main_answer(telling.case, each.leader)} would lead"
    return would


def _rest(telling: Telling, records: list[Sought]) -> Prose:
    if not records:
        return ()
    names = listing([quoted(each.text) for each in records])
    small = all(each.decibans < LEAST for each in records)
    worth = "would not move it by a tenth of a deciban" if small else "would tell less"
    return prose(f"{names} {worth}.")


def _pairs(telling: Telling) -> Prose:
    pairs = telling.findings.seek.pairs
    if not pairs:
        return ()
    texts = {each.id: quoted(each.text) for each in telling.case.unseen}
    first = pairs[0]
    pieces: list[Piece] = [
        f" {texts[first.one]} and {texts[first.other]} tell more together than each by itself"
    ]
    if len(pairs) > 1:
        pieces.append(f", as do {counted(len(pairs) - 1, 'other pair')}")
    return prose(*pieces, ".")


__all__ = ["settles", "spelled", "weight"]
