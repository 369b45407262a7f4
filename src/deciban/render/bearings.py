"""What bears on a record, and what hangs from it, by name."""

from collections.abc import Iterator, Sequence

from deciban.case import (
    Actor,
    Case,
    ChoiceMade,
    Event,
    Question,
    Record,
    Report,
    Sight,
    Silence,
    Source,
    Trust,
)
from deciban.case.mind_parts import mind_part_of
from deciban.case.minds import acts_of, questions_of, shown_events

#: A label and names.
Named = tuple[str, tuple[str, ...]]


def bearings_of(case: Case, record: Record) -> tuple[Named, ...]:
    """Answer what stands around a record in its case: a label and names each, none empty."""
    match record:
        case Event():
            found = _around_event(case, record)
        case Question():
            found = _around_question(case, record)
        case Source():
            found = _around_source(case, record)
        case Report():
            found = iter([("Passed on by", _ids(_relays(case, record.id)))])
        case Silence():
            mates = [each for each in case.silences if each.by == record.by and each != record]
            found = iter([("Same archive", _ids(mates))])
        case ChoiceMade():
            found = _around_choice(case, record)
        case Actor() | Sight() | Trust():
            found = _around_mind(case, record)
        case _:
            found = iter(())
    return tuple(each for each in found if each[1])


def _around_event(case: Case, event: Event) -> Iterator[Named]:
    choice = shown_events(case).get(event.id)
    if choice is None:
        yield "Hangs from", event.given or (case.question.id,)
    else:
        yield (
            "The act of",
            tuple(f"{actor.id} ({each.id})" for actor, each in acts_of(case) if each is choice),
        )
    yield "Other causes", tuple(event.also_caused_by)
    yield "Reports", _ids([each for each in case.reports if each.of == event.id])
    yield "Silences", _ids([each for each in case.silences if each.of == event.id])
    yield "Not yet seen", _ids([each for each in case.unseen if each.of == event.id])
    yield "Events given it", _ids(_given(case, event.id))
    yield "It may also cause", _ids(_caused(case, event.id))


def _around_question(case: Case, question: Question) -> Iterator[Named]:
    main = question.id == case.question.id
    yield "Depends on", (question.given,) if question.given else ()
    linked = [each for each in case.questions.values() if each.given == question.id]
    yield "Questions given it", _ids(linked)
    shown = shown_events(case)
    free = [each for each in case.events if main and not each.given and each.id not in shown]
    yield "Events given it", _ids([*free, *_given(case, question.id)])
    yield "It may also cause", _ids(_caused(case, question.id))


def _around_source(case: Case, source: Source) -> Iterator[Named]:
    own = [each for each in case.reports if each.by == source.id]
    yield "Reports", _ids(own)
    yield "Silences", _ids([each for each in case.silences if each.by == source.id])
    yield "Acts", _ids([each for each in case.events if each.said_by == source.id])
    yield "Not yet seen", _ids([each for each in case.unseen if each.by == source.id])
    passed_on = [*_relays(case, source.id), *(r for each in own for r in _relays(case, each.id))]
    yield "Passed on by", _ids(passed_on)
    yield "The mind", (f"`deciban mind CASE {source.id}`",) if source.id in case.actors else ()
    yield (
        "In the mind of",
        tuple(each.id for each in case.actors.values() if source.id in each.trusts),
    )
    mates = [each for each in case.sources.values() if source.school and each != source]
    yield "Same school", _ids([each for each in mates if each.school == source.school])


def _around_choice(case: Case, made: ChoiceMade) -> Iterator[Named]:
    actor = next(actor for actor, choice in acts_of(case) if choice is made)
    yield "The act of", (actor.id,)
    yield "Shown by", (made.shown_by,) if made.shown_by else ()
    yield "Reports", _ids([each for each in case.reports if each.of == made.shown_by])
    yield "Silences", _ids([each for each in case.silences if each.of == made.shown_by])
    yield "Kept up by", _ids([each for each in actor.chooses if each.continues == made.id])


def _around_mind(case: Case, record: Actor | Sight | Trust) -> Iterator[Named]:
    part = mind_part_of(case, record)
    if part is None:
        return
    actor = part.actor
    match record:
        case Actor():
            yield "Asked about", _ids(questions_of(case, actor.id))
            yield "Messages and signs", _ids(actor.saw)
            yield "Views of sources", tuple(actor.trusts)
            yield "Choices", _ids(actor.chooses)
            yield "Counterfactuals", _ids(actor.had)
        case Sight():
            yield "Copies of it", _ids([each for each in actor.saw if each.copies == record.id])
            same = [each for each in actor.saw if record.source and each.source == record.source]
            yield "Same sender", _ids([each for each in same if each is not record])
        case Trust():
            yield "Messages", _ids([each for each in actor.saw if each.source == part.name])


def _given(case: Case, name: str) -> list[Event]:
    return [each for each in case.events if name in each.given]


def _caused(case: Case, name: str) -> list[Event]:
    return [
        each
        for each in case.events
        if any(cause.partition(".")[0] == name for cause in each.also_caused_by)
    ]


def _relays(case: Case, name: str) -> list[Report]:
    return [each for each in case.reports if each.relays == name]


def _ids(
    records: Sequence[Event | Report | Silence | Source | Question | Record],
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(getattr(each, "id", "")) for each in records))
