"""One dispute: the question, what either holds and why, and what settling it would do."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from deciban.debate.crux import Bearing, Crux, Dispute, Part, Value
from deciban.findings.differing.player import Why
from deciban.render.figures import bits, counted, decibans, unsigned
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, side

#: Values that one dispute shows, and records; the lines that a reason may take.
VALUES, RECORDS, LINES = 5, 3, 3
INDENT = 3
#: Why several differences are one dispute.
TOGETHER: Mapping[Why, str] = {
    "": "",
    "whole": "one does not stand without the other",
    "contradiction": "one without the other leaves no answer",
    "large": "apart they are too large to weigh",
    "mind": "too many in one mind to be told apart",
    "switch": "it counts for one of them alone",
    "tolerance": "within tolerance: their ranges meet",
    "issue": "too many to be told apart",
}
NO_REASON, AS_IT_IS = "no reason given", "as the case has it"
NOTHING = "No record named in the case bears on it."
ABSENT = "nothing"
#: Fewer bits than this are next to nothing.
FELT = 0.01


def dispute_part(
    crux: Crux, dispute: Dispute, number: int, screen: Screen
) -> Iterator[RenderableType]:
    """Answer one crux at length.

    Args:
        crux: what it is one of.
        dispute: the crux.
        number: which one.
        screen: what the terminal can show.
    """
    place = f"{number}."
    row = grid((max(INDENT - 1, len(place)), "left"), (None, "left"), wrap=True)
    row.add_row(Text(place, HEAD), Text(dispute.about, HEAD))
    yield row
    why = TOGETHER[dispute.why]
    yield _indented(Text.assemble((dispute.address, NAME), (f"  {why}" if why else "", QUIET)))
    if dispute in [crux.disputes[each] for each in crux.fine]:
        yield _indented(Text(f"needed only to come within {unsigned(crux.within)} dB", QUIET))
    yield _indented(_values(crux, dispute, screen))
    if any(each.because_a or each.because_b for each in dispute.values):
        yield from map(_indented, _reasons(crux, dispute, screen))
    yield from map(_indented, _settled(crux, dispute))


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, INDENT))


def _values(crux: Crux, dispute: Dispute, screen: Screen) -> Table:
    """What either holds, value by value."""
    shown = dispute.values[:VALUES]
    names = [_inside(dispute, each) for each in shown]
    room = screen.width - INDENT
    width = min(max([*map(len, names), 1]), room // 2)
    rows = grid((width, "left"), (room // 4, "left"), (room // 4, "left"), (None, "left"))
    rows.add_row("", Text(crux.a, QUIET), Text(crux.b, QUIET), "")
    for name, each in zip(names, shown, strict=True):
        rows.add_row(
            Text(name, NAME),
            Text(each.a or ABSENT, HEAD if each.a else QUIET),
            Text(each.b or ABSENT, HEAD if each.b else QUIET),
            Text("" if each.apart is None else f"{unsigned(each.apart)} dB", QUIET),
        )
    if len(dispute.values) > VALUES:
        rows.add_row(Text(f"and {len(dispute.values) - VALUES} more", QUIET), "", "", "")
    return rows


def _inside(dispute: Dispute, value: Value) -> str:
    """The part of an address that the dispute's own does not say."""
    inside = value.address.removeprefix(f"{dispute.address}.")
    return "" if inside == dispute.address else inside


def _reasons(crux: Crux, dispute: Dispute, screen: Screen) -> Iterator[RenderableType]:
    """Why either holds what he holds; each reason once."""
    width = max(len(crux.a), len(crux.b))
    for name, reasons, own in (
        (
            crux.a,
            dict.fromkeys(each.because_a for each in dispute.values),
            any(each.own_a for each in dispute.values),
        ),
        (
            crux.b,
            dict.fromkeys(each.because_b for each in dispute.values),
            any(each.own_b for each in dispute.values),
        ),
    ):
        told = " ".join(each for each in reasons if each)
        row = grid((width, "left"), (None, "left"), wrap=True)
        room = LINES * (screen.width - INDENT - width - 1)
        row.add_row(
            Text(name, QUIET),
            Text(cut(told, room)) if told else Text(NO_REASON if own else AS_IT_IS, QUIET),
        )
        yield row


def _settled(crux: Crux, dispute: Dispute) -> Iterator[RenderableType]:
    """What settling it would do, and what would settle it."""
    ways = [
        f"{decibans(dispute.a_concedes).strip()} if {crux.a} gives way",
        f"{decibans(dispute.b_concedes).strip()} if {crux.b} does",
    ]
    if dispute.midpoint is not None:
        ways.append(f"{decibans(dispute.midpoint).strip()} if they meet halfway")
    share = f"{decibans(dispute.share).strip()} dB"
    yield Text.assemble(
        ("The gap of ", QUIET),
        (f"{decibans(crux.gap).strip()} dB", side(crux.gap) if crux.gap else QUIET),
        (f" becomes {', '.join(ways)}; its share {share}", ""),
    )
    flips = [name for name, flip in ((crux.a, dispute.flips_a), (crux.b, dispute.flips_b)) if flip]
    if flips:
        yield Text(f"By giving way on this alone {' or '.join(flips)} changes sides.")
    if dispute.parts:
        shown = dispute.parts[:VALUES]
        told = ", ".join(f"{each.address} {_part(each)}" for each in shown)
        more = f", and {len(dispute.parts) - VALUES} more" if len(dispute.parts) > VALUES else ""
        yield Text.assemble(("Of its share, sampled: ", QUIET), f"{told}{more}")
    if dispute.moves:
        yield Text.assemble(("Moves on it: ", QUIET), (", ".join(dispute.moves), NAME))
    yield from _records(crux, dispute)


def _records(crux: Crux, dispute: Dispute) -> Iterator[Text]:
    """The records that would speak to it, those that would tell something in a line each."""
    shown = dispute.settles[:RECORDS]
    telling = [each for each in shown if max(each.bits_a, each.bits_b) >= FELT]
    for each in telling:
        told = ("A record that would speak to it: ", QUIET)
        yield Text.assemble(told, each.text, (f"  {_worth(crux, each)}", QUIET))
    if not shown:
        yield Text(NOTHING, QUIET)
    elif not telling:
        names = "; ".join(each.text for each in shown)
        yield Text.assemble(("What would speak to it tells next to nothing: ", QUIET), names)


def _worth(crux: Crux, record: Bearing) -> str:
    """What a record is worth to either."""
    a, b = (
        f"{bits(each)} bits" if each >= FELT else "next to nothing"
        for each in (record.bits_a, record.bits_b)
    )
    return f"{a} for {crux.a}, {b} for {crux.b}"


def _part(part: Part) -> str:
    return f"{decibans(part.share).strip()} ±{unsigned(part.error)}"


def in_one_line(dispute: Dispute, screen: Screen) -> RenderableType:
    """Answer a dispute that needs no settling."""
    row = grid((5, "right"), (None, "left"))
    told = Text(cut(dispute.about, screen.width - 10))
    if dispute.why == "tolerance":
        told.append(f"  {counted(len(dispute.values), 'number')} within tolerance", QUIET)
    row.add_row(
        Text(decibans(dispute.share), side(dispute.share) if dispute.share else QUIET), told
    )
    return Padding(row, (0, 0, 0, 2))
