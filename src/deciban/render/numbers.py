"""The numbers behind a name: as written or assumed, each with its address."""

from collections.abc import Iterable, Iterator

from deciban.case import (
    ADMIRALTY,
    Case,
    ChoiceMade,
    Event,
    Question,
    Record,
    Report,
    Silence,
    Source,
    Unseen,
)
from deciban.case.mind_parts import mind_part_of
from deciban.case.minds import acts_of, shown_events
from deciban.findings.findings import Findings
from deciban.render.number import Number, assumed_number, number_of, numbers_in
from deciban.render.numbers_of_minds import numbers_of_choice, numbers_of_part

#: The keys that hold numbers, as they stand in a record.
KEYS = (
    "prior",
    "expected",
    "weight",
    "also_caused_by",
    "reliability",
    "character",
    "competence",
    "fidelity",
    "made",
    "survives",
    "found",
)


def numbers_behind(case: Case, findings: Findings, record: Record) -> tuple[Number, ...]:
    """Answer every number that has a part in what a record says, each once.

    Of a report: its own, those of whoever speaks, and what was expected of the event. Of a
    silence: its parts and those of the event. Of a source: its character and its competence. Of a
    choice, and of an event that shows one: his stakes, and how closely he follows them.
    """
    behind = _Behind(case, findings)
    by_address = {number.address: number for number in behind.of(record)}
    return tuple(by_address.values())


class _Behind:
    def __init__(self, case: Case, findings: Findings) -> None:
        self._case = case
        self._assumed = {address: each.value for each in findings.assumed for address in each.where}

    def of(self, record: Record) -> Iterator[Number]:
        match record:
            case Report():
                yield from self._report(record)
                yield from self._event(record.of)
            case Silence() | Unseen():
                place = "silences" if isinstance(record, Silence) else "unseen"
                yield from _written(record, f"{place}.{record.id}")
                yield from self._archive(record.by)
                yield from self._certain_parts(f"{place}.{record.id}.")
                if isinstance(record, Unseen):
                    yield from self._teller(record.by, record.of)
                yield from self._event(record.of)
            case Source():
                yield from self._source(record)
            case Event():
                yield from self._event(record.id)
            case ChoiceMade():
                yield from self._choice(record)
            case Question():
                main = record.id == self._case.question.id
                yield from _written(record, "question" if main else f"questions.{record.id}")
            case _ if (part := mind_part_of(self._case, record)) is not None:
                yield from numbers_of_part(part, self._assumed)

    def _event(self, name: str) -> Iterator[Number]:
        event = self._case.event(name)
        if event is not None:
            yield from _written(event, f"events.{name}")
        choice = shown_events(self._case).get(name)
        if choice is not None:
            yield from self._choice(choice)

    def _choice(self, made: ChoiceMade) -> Iterator[Number]:
        for actor, choice in acts_of(self._case):
            if choice is made:
                yield from numbers_of_choice(actor, choice, self._assumed)

    def _report(self, report: Report) -> Iterator[Number]:
        """A report's own numbers and its source's; of a relay, those of the report behind it."""
        yield from _written(report, f"reports.{report.id}")
        if report.relays is None:
            yield from self._teller(report.by, report.of)
            return
        if report.fidelity is None:
            yield from self._default(f"reports.{report.id}.fidelity", "fidelity")
        origin = next((each for each in self._case.reports if each.id == report.relays), None)
        if origin is not None:
            yield from self._report(origin)
        else:
            yield from self._teller(report.relays, report.of)

    def _teller(self, source: str, event: str) -> Iterator[Number]:
        """The character of a source and its competence on an event; a record's word comes first."""
        yield from self._character(source)
        own = next(self._own_words(source, event), None)
        if own is not None:
            yield own
        else:
            yield from self._competence(source)
        yield from self._default("assume.slip", "slip")

    def _own_words(self, source: str, event: str) -> Iterator[Number]:
        """What records say of a belief they rest on; the unseen only where no report does."""
        told = [each for each in self._case.reports if each.of == event]
        resting = [each for each in told if source in (each.by, each.relays)]
        for report in resting:
            if report.by == source and report.competence is not None:
                yield number_of(f"reports.{report.id}.competence", report.competence)
        for unseen in () if resting else self._case.unseen:
            if (unseen.by, unseen.of) == (source, event) and unseen.competence is not None:
                yield number_of(f"unseen.{unseen.id}.competence", unseen.competence)

    def _source(self, source: Source) -> Iterator[Number]:
        told = [each for each in self._case.reports if source.id in (each.by, each.relays)]
        sought = [each for each in self._case.unseen if each.by == source.id]
        if told or sought:
            yield from self._character(source.id)
            yield from self._competence(source.id)
            yield from self._default("assume.slip", "slip")
        else:
            yield from _written(source, f"sources.{source.id}")
        for report in told:
            if report.competence is not None:
                yield number_of(f"reports.{report.id}.competence", report.competence)
        yield from self._archive(source.id)

    def _character(self, name: str) -> Iterator[Number]:
        """The character of a source, or of its school, where one member states it for all."""
        own = self._case.sources.get(name)
        school = own.school if own is not None else None
        everyone = self._case.sources.items()
        mates = [each for each, record in everyone if school and record.school == school]
        stated = [
            number
            for each in mates or [name]
            for number in self._stated(each, ("reliability", "character"))
        ]
        first = f"sources.{(mates or [name])[0]}.reliability"
        yield from stated or self._default(first, "character")

    def _competence(self, source: str) -> Iterator[Number]:
        stated = self._stated(source, ("competence",))
        yield from stated or self._default(f"sources.{source}.competence", "competence")

    def _stated(self, source: str, keys: Iterable[str]) -> list[Number]:
        record = self._case.sources.get(source)
        return [] if record is None else list(_written(record, f"sources.{source}", keys))

    def _archive(self, source: str) -> Iterator[Number]:
        """How likely an archive was kept: one number, which any of its silences may state."""
        for each in self._case.silences:
            if each.by == source and each.survives is not None:
                yield number_of(f"silences.{each.id}.survives", each.survives)

    def _certain_parts(self, address: str) -> Iterator[Number]:
        """The parts of a silence that are left out, which count as certain."""
        for each, value in self._assumed.items():
            if each.startswith(address):
                yield assumed_number(each, value, "deciban")

    def _default(self, address: str, what: str) -> Iterator[Number]:
        """What is assumed where the case writes nothing: by the case as a whole, or by deciban."""
        stated = getattr(self._case.assume, what)
        if stated is not None:
            text = stated if isinstance(stated, str) else stated.text
            yield assumed_number(address, text, "this case")
        elif address in self._assumed:
            yield assumed_number(address, self._assumed[address], "deciban")


def _written(record: Record, address: str, keys: Iterable[str] = KEYS) -> Iterator[Number]:
    """What is written in a record itself; its place in a row may be the word ``rest``."""
    for key in keys:
        value = getattr(record, key, None)
        if isinstance(value, str):
            yield Number(f"{address}.{key}", value, ADMIRALTY.get(value, ""))
        elif value is not None:
            yield from numbers_in(value, f"{address}.{key}")
