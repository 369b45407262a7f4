"""What stands behind an item's weight: the parts of a silence, and what rival causes take."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.case import Case, ChoiceMade, Event, Record, Silence, Source, Unseen
from deciban.findings.causes import Taken
from deciban.findings.findings import Findings
from deciban.findings.hidden import Hidden
from deciban.findings.silences import HeardSilence
from deciban.render.figures import decibans, percent, point
from deciban.render.page import NAME, QUIET, Screen, grid, heading, side
from deciban.render.seek import worth_of

TIMES = "\N{MULTIPLICATION SIGN}"
WIDTH = 8
POWER = "which alone would bring it about with {power}"
#: What rounds to nothing is not worth a line.
LEAST = 0.05


def behind_part(
    case: Case, findings: Findings, record: Record, screen: Screen
) -> Iterator[RenderableType]:
    """Answer what else there is to say of a record, by its kind."""
    name = getattr(record, "id", "")
    told = (record.shown_by or name) if isinstance(record, ChoiceMade) else name
    yield from _hidden(
        [each for each in findings.hidden if each.name == told and _is(each, record)]
    )
    if isinstance(record, Silence):
        silence = next((each for each in findings.silences if each.id == name), None)
        if silence is not None:
            yield from _silence(silence)
    if isinstance(record, Unseen):
        sought = next((each for each in findings.seek.records if each.id == name), None)
        if sought is not None:
            yield from worth_of(sought, findings.seek.leader, screen)
    taken = [each for each in findings.causes if name in (each.item, each.event)]
    yield from _causes(case, taken)


def _is(hidden: Hidden, record: Record) -> bool:
    return isinstance(record, (Event, ChoiceMade) if hidden.kind == "event" else Source)


def _hidden(found: Sequence[Hidden]) -> Iterator[RenderableType]:
    """How likely a disputed event is now, or what a source turned out to be."""
    for each in found:
        yield Text("")
        about = "given everything" if each.kind == "event" else "given all it said and all else"
        yield heading("What is believed of it now", about)
        for outcome, chance in each.now.items():
            yield Text.assemble(
                "  ",
                (outcome, NAME),
                f"  {percent(chance)}",
                (f"  from {percent(each.before[outcome])}", QUIET),
            )


def _silence(silence: HeardSilence) -> Iterator[RenderableType]:
    parts = f" {TIMES} ".join(
        f"{name} {point(part.central)}" + ("" if part.stated else " (not stated)")
        for name, part in silence.parts.items()
    )
    yield Text("")
    yield heading("How much the absence weighs", f"last in, in decibans for “{silence.answer}”")
    yield Text(f"  Had it happened, a record would be seen with {percent(silence.seen)}: {parts}")
    rows = grid((None, "left"), *(((WIDTH, "right"),) * len(silence.curve)))
    seen = (Text(percent(seen), QUIET) for seen, _ in silence.curve)
    rows.add_row("  were a record seen with", *seen)
    weights = (Text(decibans(weight), side(weight)) for _, weight in silence.curve)
    rows.add_row("  it would weigh", *weights)
    yield rows
    ends = f"{decibans(silence.at_low).strip()} to {decibans(silence.at_high).strip()}"
    yield Text(f"  with every part at its low end, to every part at its high end: {ends} dB", QUIET)


def _causes(case: Case, taken: Sequence[Taken]) -> Iterator[RenderableType]:
    if not taken:
        return
    yield Text("")
    about = "decibans last in, as it is, and had the cause no power to bring it about"
    yield heading("What rival causes take", about)
    for each in taken:
        title = Text.assemble("  ", (each.item, NAME), ("  from the cause ", QUIET))
        yield Text.assemble(title, (each.cause, NAME))
        yield Padding(Text(POWER.format(power=point(each.power)), QUIET), (0, 0, 0, 4))
        if not each.takes:
            yield Padding(Text("without it the items could not all be true", QUIET), (0, 0, 0, 4))
        yield from _questions(case, each)


def _questions(case: Case, each: Taken) -> Iterator[RenderableType]:
    for question, answers in each.takes.items():
        name = _most(answers)
        if abs(answers[name]) < LEAST:
            continue
        now, without = each.weight[question][name], each.without[question][name]
        asked = case.all_questions()[question].wording(name)
        told = f"for {name} of {question} ({asked})" if asked != name else f"for {name}"
        figures = f"{decibans(now).strip()}, and {decibans(without).strip()} without it"
        yield Padding(Text.assemble(told, ": ", figures), (0, 0, 0, 4))


def _most(answers: Mapping[str, float]) -> str:
    return max(answers, key=lambda name: abs(answers[name]))
