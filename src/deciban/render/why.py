"""Why: one item, event, source or question with everything behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from deciban.case import (
    YES,
    Actor,
    Case,
    ChoiceMade,
    Counterfactual,
    Event,
    Question,
    Record,
    Report,
    Sight,
    Silence,
    Trust,
    Unseen,
)
from deciban.case.mind_parts import MindPart, mind_part_of, mind_parts_of
from deciban.case.minds import acts_of
from deciban.dates import When
from deciban.findings.findings import Findings
from deciban.findings.weights import WeighedItem
from deciban.render.answers import answers_part
from deciban.render.bearings import bearings_of
from deciban.render.behind import behind_part
from deciban.render.date import in_words
from deciban.render.figures import counted, decibans
from deciban.render.hangs_on import flip_in_words
from deciban.render.item_table import NARROWEST, WAYS
from deciban.render.number import Number
from deciban.render.numbers import numbers_behind
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, heading, side, stacked

#: A flip point so many decibans off is worth a word.
NEAR = 10.0
PARTS = ("made", "survives", "found")
KINDS = {Report: "report", Silence: "silence", Unseen: "unseen record"}


@dataclass(frozen=True, slots=True)
class Subject:
    """What ``why ITEM`` was asked about.

    Attributes:
        name: its name in the case.
        record: the item, event, source or question of that name.
        items: the items that speak of it or through it.
    """

    name: str
    record: Record
    items: tuple[WeighedItem, ...]


def names_of(case: Case) -> tuple[str, ...]:
    """Answer everything in a case that can be asked about."""
    acts = (choice.id for _, choice in acts_of(case))
    parts = (part.name for part in mind_parts_of(case))
    items = (record.id for record in case.listed())
    return tuple(dict.fromkeys((*items, *case.sources, *case.all_questions(), *acts, *parts)))


def subject_of(case: Case, findings: Findings, name: str) -> Subject | None:
    """Answer what carries a name; None where nothing does."""
    records: dict[str, Record] = {}
    for part in mind_parts_of(case):
        records.setdefault(part.name, part.record)
    records |= {choice.id: choice for _, choice in acts_of(case)}
    records |= {**case.all_questions(), **case.sources}
    records |= {record.id: record for record in case.listed()}
    acts = [event.id for event in case.events if event.said_by == name]
    shown = next((choice.shown_by for _, choice in acts_of(case) if choice.id == name), None)
    if name not in records:
        return None
    own = tuple(
        item
        for item in findings.weights.items
        if name in (item.id, item.of, item.by)
        or item.id in acts
        or (shown is not None and shown in (item.id, item.of))
    )
    mental = mind_part_of(case, records[name]) is not None
    return Subject(name, records[name], () if mental else own)


def why_item(case: Case, findings: Findings, subject: Subject, screen: Screen) -> Group:
    """Answer what carries a name: its text, reasons, weights, numbers, and what is around it."""
    record = subject.record
    parts: list[RenderableType] = [*_head(case, subject)]
    if isinstance(record, Question):
        parts += [Text(""), *_answers(findings, record.id, screen)]
    parts += _reasons(record)
    part = mind_part_of(case, record)
    if part is not None:
        parts += [Text(""), Text(_elsewhere(part), QUIET)]
    elif not isinstance(record, Question):
        parts += [Text(""), *_weights(subject, findings, screen)]
    parts += behind_part(case, findings, record, screen)
    parts += _numbers(case, findings, record, screen)
    parts += _bearings(case, record)
    return stacked(parts)


def _answers(findings: Findings, question: str, screen: Screen) -> Iterator[RenderableType]:
    return answers_part(findings.posteriors[question], findings.ranges.of[question], screen)


def _head(case: Case, subject: Subject) -> Iterator[RenderableType]:
    record = subject.record
    kind = kind_of(case, record)
    yield Text.assemble((subject.name, f"{HEAD} {NAME}"), (f"  {kind}, {record.at}", QUIET))
    for key in ("ask", "name", "text", "quote"):
        if isinstance(value := getattr(record, key, None), str):
            yield Text(value)
    if facts := _facts(record):
        yield Text(" · ".join(facts), QUIET)


def kind_of(case: Case, record: Record) -> str:
    """Answer what kind of thing of a case a record is."""
    match record:
        case Event():
            return "event" if record.known is None else "known event"
        case Report() | Silence() | Unseen():
            return KINDS[type(record)]
        case ChoiceMade():
            actor = next(actor.id for actor, choice in acts_of(case) if choice is record)
            return f"an act of {actor}"
        case Actor() | Sight() | Trust() | Counterfactual():
            return _of_mind(case, record)
        case Question():
            return "the main question" if record.id == case.question.id else "linked question"
        case _:
            return "source"


def _of_mind(case: Case, record: Record) -> str:
    """What a part of a mind is, and whose: ``a message to abbot``."""
    part = mind_part_of(case, record)
    whose = part.actor.id if part is not None else ""
    match record:
        case Sight():
            return f"a message to {whose}" if record.source else f"a sign that {whose} saw"
        case Trust():
            return f"what {whose} thought of a source"
        case Counterfactual():
            return f"a counterfactual of {whose}"
        case _:
            return "an actor"


def _elsewhere(part: MindPart) -> str:
    """Where it is told what a part of a mind comes to."""
    page = f"`deciban mind CASE {part.actor.id}"
    match part.record:
        case Sight():
            return f"No item: it spoke to {part.actor.id} and not to us; {page}` has the ledger."
        case Trust():
            page = f"{page} --distrust {part.name}` tells what one word of it would have done"
            return f"No item, but an opinion of {part.actor.id}: {page}."
        case Counterfactual():
            return f"No item: {page} --had {part.name}` tells what it comes to."
        case _:
            return f"No item: {page}` tells what was believed."


def _facts(record: Record) -> list[str]:
    """The short facts of a record: what it speaks of, when, and where it is recorded."""
    facts = [
        f"{label} {value}"
        for key, label in (
            ("of", "of"),
            ("by", "by"),
            ("relays", "relays"),
            ("source", "from"),
            ("copies", "copies"),
            ("known", "known"),
            ("said_by", "said by"),
            ("school", "school"),
            ("chose", "chose"),
            ("shown_by", "shown by"),
            ("continues", "continues"),
        )
        if (value := getattr(record, key, None))
    ]
    if isinstance(record, Report):
        unsaid = "" if "says" in record.places else " (assumed by deciban)"
        facts.append(f"says {record.says}{unsaid}")
    if isinstance(record, Sight):
        facts += _said(record)
    if isinstance(record, Trust) and record.line is not None:
        facts.append(f"pushes {record.line}")
    if isinstance(record, Counterfactual):
        facts += [f"sets {address}" for address in record.settings]
    if isinstance(record, Silence):
        facts += _parts(record)
    for key in ("when", "on", "as_of", "made", "public", "searched"):
        value = getattr(record, key, None)
        if isinstance(value, When):
            facts.append(f"{key.replace('_', ' ')} {in_words(value.text)}")
    if cited := getattr(record, "cite", ()):
        facts.append(f"see {', '.join(cited)}")
    return facts


def _said(sight: Sight) -> Iterator[str]:
    """What a message said, and what had become of it."""
    if sight.says is not None:
        yield f"says {sight.says}"
    if sight.resolved is not None and sight.resolved.on is not None:
        yield f"turned out {sight.resolved.was} on {in_words(sight.resolved.on.text)}"


def _parts(silence: Silence) -> Iterator[str]:
    """The three parts of a silence; one that is left out is taken as certain."""
    if silence.says != YES:
        yield f"no record of {silence.says}"
    for part in PARTS:
        judgement = getattr(silence, part)
        yield f"{part} {judgement.text if judgement else 'not stated, so certain'}"


def _reasons(record: Record) -> Iterator[RenderableType]:
    for key, label in (("because", "Because"), ("note", "Note")):
        if value := getattr(record, key, None):
            yield Padding(Text.assemble((f"{label}  ", HEAD), value), (1, 0, 0, 0))


def _weights(subject: Subject, findings: Findings, screen: Screen) -> Iterator[RenderableType]:
    answers = [answer.id for answer in findings.posterior.answers]
    if not subject.items:
        yield Text(_unheard(subject, findings), QUIET)
        return
    weights = [each for item in subject.items for each in item.weights.values()]
    shown = [decibans(getattr(each, way)) for each in weights for way in WAYS]
    width = max(NARROWEST, *map(len, shown))
    yield Text.assemble(*_weighed_against(findings))
    rows = grid((None, "left"), *(((width, "right"),) * len(WAYS)))
    room = screen.width - len(WAYS) * (width + 1)
    for item in subject.items:
        title = Text.assemble((item.id, NAME))
        if item.id != subject.name:
            title.append(f"  {cut(item.text, max(1, room - len(item.id) - 2))}")
        first = item is subject.items[0]
        rows.add_row(title, *(Text(way if first else "", QUIET) for way in WAYS))
        for name in answers:
            values = [getattr(item.weights[name], way) for way in WAYS]
            rows.add_row(f"  for {name}", *(Text(decibans(v), side(v)) for v in values))
    yield rows


def _unheard(subject: Subject, findings: Findings) -> str:
    """Why nothing is weighed of a record."""
    if isinstance(subject.record, Unseen):
        return "Nobody has read it yet, so it has a worth and no weight."
    names = (subject.name, getattr(subject.record, "shown_by", None))
    group = next((each for each in findings.overlap.groups if each.name in names), None)
    if group is None:
        return "It is no item itself: nothing that was observed speaks of it alone."
    return (
        f"It is no item itself. {counted(len(group.items), 'item')} hang from it: "
        f"{decibans(group.together).strip()} dB together for {findings.overlap.leader}, "
        f"{decibans(group.apart).strip()} if they were independent."
    )


def _weighed_against(findings: Findings) -> Iterator[Text]:
    against = findings.weights.against or "the rest"
    yield heading("What it says", f"decibans for each hypothesis against {against}")


def _numbers(
    case: Case, findings: Findings, record: Record, screen: Screen
) -> Iterator[RenderableType]:
    found = [_with_flip(each, findings) for each in numbers_behind(case, findings, record)]
    if not found:
        return
    yield Text("")
    change = "`deciban whatif CASE --set ADDRESS=VALUE` changes one"
    yield heading("The numbers behind it", change)
    addresses = max(len(number.address) for number in found) + 2
    values = max(len(number.text) + len(number.remark) + 2 for number in found)
    if addresses + values < screen.width:
        rows = grid((addresses, "left"), (None, "left"))
        for each in found:
            rows.add_row(
                Text(f"  {each.address}", NAME),
                Text.assemble(each.text, (_aside(each.remark), QUIET)),
            )
        yield rows
        return
    for each in found:
        value = Text.assemble(each.text, (_aside(each.remark), QUIET))
        address = Text(f"  {each.address}", NAME)
        if len(address) + len(value) < screen.width - 1:
            yield Text.assemble(address, "  ", value)
        else:
            yield address
            yield Padding(value, (0, 0, 0, 6))


def _with_flip(number: Number, findings: Findings) -> Number:
    """A number with where it would change the leader, where that is not far off."""
    flips = (flip for flip in findings.flips if flip.address == number.address)
    flip = next((flip for flip in flips if flip.inside or flip.distance <= NEAR), None)
    if flip is None:
        return number
    remark = ", ".join(filter(None, (number.remark, flip_in_words(flip))))
    return replace(number, remark=remark)


def _aside(remark: str) -> str:
    return f"  {remark}" if remark else ""


def _bearings(case: Case, record: Record) -> Iterator[RenderableType]:
    found = bearings_of(case, record)
    if not found:
        return
    yield Text("")
    yield heading("Around it")
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True)
    rows.add_column()
    for label, names in found:
        rows.add_row(Text(f"  {label}"), Text(", ".join(names), NAME))
    yield rows
