"""What a debater writes into his position: numbers held, stances, and what the case said then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from deciban.case import Case, Position
from deciban.dates import When, read_date
from deciban.edit.layout import laid_out
from deciban.edit.position import apply_position, apply_stances, entry, holdings
from deciban.edit.put import append, in_flow, put
from deciban.edit.save import save
from deciban.edit.value_at import node_of, value_at
from deciban.node import Entry, Mapping, Node, Scalar
from deciban.problem import Problem
from deciban.read.keys import parse_language
from deciban.read.yaml_tree import Document
from deciban.span import Span

#: How the hash of a case's text is written, and how the address of a stance begins.
HASH, STANCES = "sha256:", "stances."
#: What a stance is before there is one.
NO_STANCE = "none"
_NEW = Span("", 1, 1)


@dataclass(frozen=True, slots=True)
class Update:
    """One entry that was brought up to what the case says.

    Attributes:
        address: what it is of; ``reads`` for the case's text.
        before: what was written; empty where nothing was.
        after: what is written now.
    """

    address: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a debater comes to hold.

    Attributes:
        address: the number's address; ``stances.`` and a name for a stance.
        value: what it is held to be.
        because: why; None leaves the reason as it is.
        on: when he came to it; None where that is not said.
        today: the day that is put down for a change of mind where ``on`` is not said.
    """

    address: str
    value: Node
    because: str | None
    on: str | None
    today: str

    @property
    def is_stance(self) -> bool:
        """Whether it is a stance and not a number."""
        return self.address.startswith(STANCES)

    @property
    def dated(self) -> bool:
        """Whether it is put down when he came to it, though he held nothing before."""
        return self.on is not None or (self.is_stance and self.because is not None)

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to it in a position."""
        if self.is_stance:
            return "stances", self.address.removeprefix(STANCES)
        return "holds", self.address, "is"


def with_held(case: Case, position: Position, document: Document, judged: Sequence[Judged]) -> str:
    """Answer the text of a position with numbers held, or stances taken.

    Where he held something else, that is a change of mind and is put down as one; so is another
    reason for a number that was revised before, whose old reason stands there. Where he held
    nothing, this is what he begins with, unless it is said when he came to it. For a stance there
    is no other place to say why.

    Args:
        case: the case as written.
        position: the position.
        document: its file.
        judged: what he comes to hold.
    """
    text = document.text
    for each in judged:
        text = _with_one(case, position, _again(text, document), each)
    return text


def _with_one(case: Case, position: Position, document: Document, judged: Judged) -> str:
    address, reason = judged.address, judged.because
    now = None if judged.is_stance else _now(case, position, address)
    text = put(document, judged.path, judged.value)
    if now is not None:
        text = put(_again(text, document), ("holds", address, "was"), now)
    if reason is not None and not judged.is_stance:
        text = put(_again(text, document), ("holds", address, "because"), scalar(reason))
    before = _held(position, address)
    if _stays(position, judged) and _put_down(position, judged):
        return append(_again(text, document), "revised", _revision(judged, judged.value))
    if before is None:
        before = _inherited(case, position, address)
    if before is None and judged.dated:
        before = scalar(NO_STANCE) if judged.is_stance else now
    if before is None or in_flow(before) == in_flow(judged.value):
        return text
    return append(_again(text, document), "revised", _revision(judged, before))


def backdated(case: Case, position: Position, judged: Sequence[Judged]) -> Iterator[str]:
    """Answer in words what is dated before the day of an opened seal, or a later revision.

    Args:
        case: the case as written.
        position: the position.
        judged: what he comes to hold; only what says since when is looked at.
    """
    name = position.position
    sealed = [each for each in case.seals if each.seal == name and each.opened is not None]
    days = [(seal.on, f"'{name}' sealed a first round") for seal in sealed]
    for each in judged:
        on = read_date(each.on) if each.on is not None else None
        told = f"'{each.address}' was revised last"
        dated = [
            (revision.on, told) for revision in position.revised if revision.address == each.address
        ]
        for day, what in (*days, *dated):
            if isinstance(on, When) and day is not None and on.latest < day.earliest:
                yield f"{on.text} is before {day.text}, when {what}"
                break


def replaced(position: Position, judged: Sequence[Judged]) -> Iterator[str]:
    """Answer in words which reasons give way to others, though the value stays."""
    for each in judged:
        before = _reason(position, each.address)
        if _stays(position, each) and before and each.because not in (None, before):
            yield f"the reason of {each.address} is replaced; it was: {before}"


def filled(
    case: Case, position: Position, document: Document, *, read: bool
) -> tuple[str, tuple[Update, ...]]:
    """Answer the text of a position with ``was`` wherever a number is held.

    Args:
        case: the case as written.
        position: the position.
        document: its file.
        read: whether its debater has read the case as it is, so that ``reads`` and every ``was``
            say so.

    Returns:
        The text; and what was brought up to the case.
    """
    updates: list[Update] = []
    text = document.text
    for address, held in position.holds.items():
        now, was = _now(case, position, address), entry(held, "was")
        if now is None or entry(held, "is") is None or (was is not None and not read):
            continue
        before = "" if was is None else in_flow(was)
        if _alike(before, in_flow(now)):
            continue
        text = put(_again(text, document), ("holds", address, "was"), now)
        updates.append(Update(address, before, in_flow(now)))
    reads = f"{HASH}{case.digest}"
    if read and case.digest and position.reads != reads:
        text = put(_again(text, document), ("reads",), scalar(reads))
        updates.append(Update("reads", position.reads or "", reads))
    return text, tuple(updates)


@dataclass(frozen=True, slots=True)
class Laid:
    """What came of laying out the file of a position.

    Attributes:
        file: the file.
        changed: whether it was written anew.
        updates: what was brought up to the case.
        problem: why it was left as it is; None where it was not.
    """

    file: str
    changed: bool
    updates: tuple[Update, ...]
    problem: Problem | None


def lay_out_position(case: Case, position: Position, document: Document, *, read: bool) -> Laid:
    """Write the file of a position in its canonical layout, with ``was`` wherever it is missing.

    Args:
        case: the case as written.
        position: the position.
        document: its file.
        read: whether its debater has read the case as it is.
    """
    text, updates = filled(case, position, document, read=read)
    laid = canonical(text, document)
    if isinstance(laid, Problem):
        return Laid(document.file, changed=False, updates=(), problem=laid)
    if laid == document.text:
        return Laid(document.file, changed=False, updates=(), problem=None)
    wrong = save(Path(document.file), laid, lambda back: back == laid)
    done = wrong is None
    return Laid(document.file, changed=done, updates=updates if done else (), problem=wrong)


def canonical(text: str, document: Document) -> str | Problem:
    """Answer the text of a position in its canonical layout, or why it cannot be laid out."""
    return laid_out(_again(text, document), Position)


def scalar(text: str) -> Scalar:
    """Answer a piece of text that is to be written."""
    return Scalar(text, _NEW)


def _again(text: str, document: Document) -> Document:
    return parse_language(text, document.file, Position)


def _held(position: Position, address: str) -> Node | None:
    """What he holds there himself, and not through another position."""
    if address.startswith(STANCES):
        stance = position.stances.get(address.removeprefix(STANCES))
        return None if stance is None else scalar(stance)
    held = position.holds.get(address)
    return None if held is None else entry(held, "is")


def _inherited(case: Case, position: Position, address: str) -> Node | None:
    """What he holds at an address through a position that his extends; None where he does not."""
    if address.startswith(STANCES):
        return None
    around = [each for each in holdings(case, position) if _overlap(each, address)]
    seen = apply_position(case, position) if around else None
    return node_of(value_at(seen, address)) if isinstance(seen, Case) else None


def _overlap(one: str, other: str) -> bool:
    """Whether two addresses are one, or one lies within the other."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _stays(position: Position, judged: Judged) -> bool:
    """Whether he holds there already what he comes to hold."""
    before = _held(position, judged.address)
    return before is not None and in_flow(before) == in_flow(judged.value)


def _put_down(position: Position, judged: Judged) -> bool:
    """Whether his last change of mind there gives a reason that another takes the place of."""
    reasons = [each.because for each in position.revised if each.address == judged.address]
    return judged.because is not None and bool(reasons) and reasons[-1] != judged.because


def _reason(position: Position, address: str) -> str:
    """Why he holds a number, as he says; empty where he does not."""
    because = entry(position.holds[address], "because") if address in position.holds else None
    return because.text if isinstance(because, Scalar) else ""


def _now(case: Case, position: Position, address: str) -> Node | None:
    """What the case says at an address, with the moves that he accepts."""
    seen = apply_stances(case, position)
    found = value_at(seen, address) if isinstance(seen, Case) else None
    return node_of(found if found is not None else value_at(case, address))


def _alike(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _revision(judged: Judged, before: Node) -> Mapping:
    told: list[tuple[str, Node]] = [
        ("address", scalar(judged.address)),
        ("from", before),
        ("to", judged.value),
        ("on", scalar(judged.on or judged.today)),
    ]
    if judged.because is not None:
        told.append(("because", scalar(judged.because)))
    return Mapping(tuple(Entry(scalar(key), node) for key, node in told), _NEW, flow=True)
