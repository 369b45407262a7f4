"""What to look for: the unseen records, most telling first, and what either answer would do."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.findings import Findings
from deciban.findings.seek import Seek, Sought, SoughtOutcome
from deciban.render.figures import bits, counted, decibans, percent, unsigned
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, heading, side, stacked

#: How many records the first screen names.
SHOWN = 2
#: Half of what is printed: below it every outcome would read 0.0 dB.
LEAST = 0.05
#: About the smallest change of belief that a person can feel, in decibans.
FELT = 1.0
LEGEND = (
    "settles: how much of what is open a record is expected to settle, between all answers; "
    "move: how far it is expected to move the leader, either way"
)
WIDTHS = (8, 8)


def settle_part(findings: Findings, screen: Screen, case: str) -> Iterator[RenderableType]:
    """Answer which unseen records would tell most, in a few lines of the brief."""
    seek = findings.seek
    if not seek.records:
        return
    table = _Table(screen)
    table.head(heading("What to look for", _remark(seek)))
    for record in seek.records[:SHOWN]:
        table.record(record)
    yield table.rows
    more = len(seek.records) - SHOWN
    if more > 0:
        yield Text(f"  and {more} more: `deciban seek {case}`", QUIET)


def _remark(seek: Seek) -> str:
    if all(record.decibans < FELT for record in seek.records):
        return "none is expected to move the leader by 1 dB"
    return ""


def seek_brief(ask: str, seek: Seek, screen: Screen) -> Group:
    """Answer what every unseen record is worth."""
    if not seek.records:
        return stacked([Text(ask, HEAD), Text("this case names no unseen record", QUIET)])
    open_now = f"{seek.leader} leads; what is open comes to {bits(seek.entropy)} bits"
    parts: list[RenderableType] = [Text(ask, HEAD), Text(open_now, QUIET), Text(LEGEND, QUIET)]
    for record in seek.records:
        table = _Table(screen)
        table.record(record)
        parts += [Text(""), table.rows, *_outcomes(record, seek.leader)]
    return stacked([*parts, Text(""), *_pairs(seek)])


def worth_of(record: Sought, leader: str, screen: Screen) -> Iterator[RenderableType]:
    """Answer what one unseen record is worth, for a page about it."""
    table = _Table(screen)
    table.head(heading("What it is worth"))
    table.record(record)
    yield Text("")
    yield table.rows
    yield from _outcomes(record, leader)


class _Table:
    """Records with what they are worth."""

    def __init__(self, screen: Screen) -> None:
        self.rows = grid((None, "left"), *((width, "right") for width in WIDTHS))
        self._room = screen.width - sum(WIDTHS) - len(WIDTHS)

    def head(self, title: Text) -> None:
        self.rows.add_row(title, Text("settles", QUIET), Text("move", QUIET))

    def record(self, record: Sought) -> None:
        told = Text.assemble("  ", (record.id, NAME))
        told.append(f"  {cut(record.text, max(8, self._room - len(told) - 2))}")
        self.rows.add_row(
            told, Text(percent(record.share)), Text(f"{unsigned(record.decibans)} dB")
        )


def _outcomes(record: Sought, leader: str) -> Iterator[RenderableType]:
    if record.decibans < LEAST:
        lines = [Text("nothing it may say would move the leader by a tenth of a deciban", QUIET)]
    else:
        lines = [_outcome(each, leader) for each in record.outcomes]
    facts = [f"by {record.by}, on {record.of}", f"{bits(record.bits)} bits"]
    if record.cost is not None:
        facts.append(f"cost {record.cost:g}" if record.cost else "costs nothing")
    if record.cost and record.per_cost is not None:
        facts.append(f"{bits(record.per_cost)} bits for one unit of it")
    yield Padding(Text(" · ".join(facts), QUIET), (0, 0, 0, 4))
    yield Padding(stacked(lines), (0, 0, 0, 4))


def _outcome(each: SoughtOutcome, leader: str) -> Text:
    answers = " · ".join(f"{name} {percent(chance)}" for name, chance in each.answers.items())
    told = Text.assemble(f"if it says {each.says} ({percent(each.probability)}): {answers}  ")
    told.append(decibans(each.moved).strip() + " dB", side(each.moved))
    if each.leader != leader:
        told.append(f"  {each.leader} leads", HEAD)
    return told


def _pairs(seek: Seek) -> Iterator[RenderableType]:
    tried = counted(seek.pairs_tried, "pair")
    if not seek.pairs_tried:
        return
    if not seek.pairs:
        yield Text(f"No pair tells more together than apart ({tried} tried).", QUIET)
        return
    yield heading("More together than apart", f"bits together, and apart; {tried} tried")
    for pair in seek.pairs:
        yield Text.assemble(
            "  ", (f"{pair.one} + {pair.other}", NAME), f"  {bits(pair.bits)}, {bits(pair.apart)}"
        )
