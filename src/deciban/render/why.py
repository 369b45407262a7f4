"""Why: every item with its weights, or one item with everything behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.case import Case, Event, Record, Report, Silence, Unseen, judgements_of
from deciban.findings import Findings, WeighedItem
from deciban.render.date import in_words
from deciban.render.figures import counted, decibans
from deciban.render.item_row import item_row
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, heading, side, stacked

KINDS = {"event": "known event", "report": "report", "silence": "silence"}


def why_table(findings: Findings, screen: Screen) -> Group:
    """Answer every item, by theme, with its weights for the leading hypothesis."""
    leader = findings.explanation.leader
    against = findings.weights.against or "the rest"
    parts: list[RenderableType] = [
        Text(findings.ask, HEAD),
        Text(f"decibans for “{leader}” against {against}; shares add up to the total", QUIET),
    ]
    for theme, says in findings.themes.items():
        items = [item for item in findings.weights.items if (item.theme or "no theme") == theme]
        items.sort(key=lambda item: -item.weights[leader].share)
        rows = grid((None, "left"), (6, "right"), (6, "right"), (6, "right"))
        rows.add_row("", "", "", "")
        rows.add_row(
            heading(theme, counted(len(items), "item")),
            *(Text(name, QUIET) for name in ("alone", "last")),
            Text(decibans(says), HEAD),
        )
        for item in items:
            rows.add_row(*item_row(item, leader, screen))
        parts.append(rows)
    parts += [Text(""), *_totals(findings)]
    return stacked(parts)


def _totals(findings: Findings) -> Iterator[RenderableType]:
    leader = findings.explanation.leader
    yield Text(
        f"All items together: {decibans(findings.weights.total[leader])} dB for {leader}", HEAD
    )
    if not findings.weights.exact:
        error = max(item.weights[leader].error for item in findings.weights.items)
        yield Text(
            f"Shares are means over sampled orders; standard error at most {error:.2f} dB.", QUIET
        )
    for group in findings.overlap.groups:
        yield Text(
            f"  {group.kind} {group.name}: {counted(len(group.items), 'item')} say "
            f"{decibans(group.together)} together, {decibans(group.apart)} if independent",
            QUIET,
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """What ``why ITEM`` was asked about: an item, a hidden event, or a source."""

    name: str
    items: tuple[WeighedItem, ...]


def subject_of(case: Case, findings: Findings, name: str) -> Subject | None:
    """Answer what carries a name; None where nothing does."""
    items = findings.weights.items
    own = tuple(item for item in items if name in (item.id, item.of, item.by))
    known = {str(getattr(record, "id", "")) for record in case.listed()} | set(case.sources)
    return Subject(name, own) if name in known else None


def why_item(case: Case, findings: Findings, subject: Subject, screen: Screen) -> Group:
    """Answer one item, event or source with its text, reasons, numbers and weights."""
    record = _record(case, subject.name)
    parts: list[RenderableType] = [*_head(record, subject.name)]
    parts += _weights(subject.items, findings, screen)
    parts += _numbers(case, subject.name)
    return stacked(parts)


def _record(case: Case, name: str) -> Record:
    for record in case.listed():
        if record.id == name:
            return record
    return case.sources[name]


def _head(record: Record, name: str) -> Iterator[RenderableType]:
    told = {
        Event: "event",
        Report: "report",
        Silence: "silence",
        Unseen: "unseen record",
    }.get(type(record), "source")
    yield Text.assemble((name, f"{HEAD} {NAME}"), (f"  {told}, {record.at}", QUIET))
    for key in ("name", "text", "quote"):
        if value := getattr(record, key, None):
            yield Text(value)
    facts = _facts(record)
    if facts:
        yield Text(" · ".join(facts), QUIET)
    for key, label in (("because", "Because"), ("note", "Note")):
        if value := getattr(record, key, None):
            yield Padding(Text.assemble((f"{label}  ", HEAD), value), (1, 0, 0, 0))


def _facts(record: Record) -> list[str]:
    """The short facts of a record: what it speaks of, when, and where it is recorded."""
    facts = [
        f"{key} {value}"
        for key in ("of", "by", "relays", "says", "known")
        if (value := getattr(record, key, None))
    ]
    facts += [
        f"{key} {in_words(value.text)}"
        for key in ("when", "made", "public")
        if (value := getattr(record, key, None))
    ]
    facts += [
        f"{label} {joint.join(value)}"
        for key, label, joint in (("given", "given", " and "), ("cite", "see", ", "))
        if (value := getattr(record, key, None))
    ]
    return facts


def _weights(
    items: Sequence[WeighedItem], findings: Findings, screen: Screen
) -> Iterator[RenderableType]:
    answers = [answer.id for answer in findings.posterior.answers]
    against = findings.weights.against or "the rest"
    yield Text("")
    if not items:
        yield Text("It is no item itself and nothing observed bears on it alone.", QUIET)
        return
    width = max(6, *(len(name) for name in answers))
    rows = grid((None, "left"), *(((width, "right"),) * len(answers)))
    head = heading("What it says", f"decibans for each against {against}")
    rows.add_row(head, *(Text(name, QUIET) for name in answers))
    for item in items:
        room = screen.width - len(answers) * (width + 1) - len(item.id) - 6
        rows.add_row(
            Text.assemble((item.id, NAME), "  ", cut(item.text, room)), *[""] * len(answers)
        )
        for way in ("alone", "last", "share"):
            values = [getattr(item.weights[name], way) for name in answers]
            rows.add_row(Text(f"  {way}", QUIET), *(Text(decibans(v), side(v)) for v in values))
    yield rows


def _numbers(case: Case, name: str) -> Iterator[RenderableType]:
    """Every number written at this record, with its address."""
    marks = (f"events.{name}.", f"reports.{name}.", f"silences.{name}.", f"sources.{name}.")
    found = [(a, j) for a, j in judgements_of(case) if a.startswith(marks)]
    if not found:
        return
    yield Text("")
    yield heading("Its numbers", "by address; change one with `deciban whatif --set ADDRESS=VALUE`")
    rows = grid((max(len(address) for address, _ in found) + 2, "left"), (None, "left"))
    for address, judgement in found:
        word = f"  ({judgement.scale})" if judgement.scale else ""
        rows.add_row(Text(f"  {address}", NAME), Text.assemble(judgement.text, (word, QUIET)))
    yield rows
