"""What is changed at once: differences that stand or fall together as one judgement does.

A row is judged as a whole, and so are the parts of a silence, a source's character, what an actor
thought of one source, one message to him, one choice of his. Where a link of a record changed, so
did what its numbers are of, and the record is one block; but whether an event is known, and when it
happened, is said apart from what is expected of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deciban.case import Case, Event, Question, Record, Source
from deciban.edit.difference.walk import MOVING, Difference, Kind, Steps, records_along

#: How many steps lead to a record of a list or group.
_RECORD = 2
_TABLE = frozenset({"given", "outcomes", "expected", "weight", "also_caused_by"})
_CHARACTER = frozenset({"character", "reliability"})


@dataclass(frozen=True, slots=True)
class Block:
    """Differences that are taken from one case or from the other together.

    Attributes:
        address: where they stand: a key, or a record.
        differences: what differs there, in the order of the text.
    """

    address: str
    differences: tuple[Difference, ...]

    @property
    def paths(self) -> frozenset[Steps]:
        """Every value that is taken with the block."""
        return frozenset(each.path for each in self.differences)

    @property
    def only_numbers(self) -> bool:
        """Whether nothing but numbers differs."""
        return all(each.kind is Kind.NUMBER for each in self.differences)


def blocks_of(before: Case, after: Case, found: Sequence[Difference]) -> tuple[Block, ...]:
    """Answer the blocks of what may move an answer, in the order of the differences.

    A hidden event, a source or a linked question that only one case has is no block: it says
    nothing by itself, and comes with what needs it.
    """
    moving = [each for each in found if each.kind in MOVING]
    relinked = frozenset(_record_of(each.path) for each in moving if _relinks(each))
    grouped: dict[Steps, list[Difference]] = {}
    for each in moving:
        if not comes_along(before, after, each):
            grouped.setdefault(_unit(each.path, relinked), []).append(each)
    return tuple(Block(".".join(unit), tuple(each)) for unit, each in grouped.items())


def comes_along(before: Case, after: Case, difference: Difference) -> bool:
    """Answer whether a record that one case alone has is there only for others to need."""
    if difference.kind not in (Kind.ADDED, Kind.REMOVED):
        return False
    case = after if difference.kind is Kind.ADDED else before
    *_, (_, record) = records_along(case, difference.path)
    return says_nothing(record)


def says_nothing(record: Record) -> bool:
    """Answer whether a record moves nothing until something hangs from it or is told of it."""
    match record:
        case Event():
            return record.known is None
        case Source():
            return record.school is None
        case Question():
            return record.replace_prior is None
        case _:
            return False


def _relinks(difference: Difference) -> bool:
    """Whether a difference changes what the numbers of its record are of."""
    path, key = difference.path, difference.path[-1]
    if path[0] == "events":
        # Expectations in place of a weight, or of nothing: another table, and not other numbers.
        appears = "" in (difference.before, difference.after) and len(path) > _RECORD
        whole = difference.address == ".".join(path)
        return key in _TABLE and (difference.kind is Kind.LINK or (appears and whole))
    in_record = path[0] in ("question", "questions", "reports")
    return in_record and difference.kind is Kind.LINK


def _unit(path: Steps, relinked: frozenset[Steps]) -> Steps:
    """The path of the block that a value belongs to."""
    match path:
        case ("sources", name, key) if key in _CHARACTER:
            return ("sources", name, "character")
        case ("events", name, key) if key in _TABLE and path[:_RECORD] in relinked:
            return ("events", name, "expected")
        case _:
            return path[: _steps(path, relinked)]


def _steps(path: Steps, relinked: frozenset[Steps]) -> int:
    """How many steps lead to the block that a value belongs to."""
    record = _record_of(path)
    match path:
        case ("silences", *_):
            steps = len(record)
        case ("actors", _, "wonders", *_):
            steps = 3
        case ("actors", _, "saw" | "trusts" | "chooses", *_) | (
            "actors",
            _,
            "opponent",
            "mirror",
            *_,
        ):
            steps = 4
        case _ if record in relinked and path[0] != "events":
            steps = len(record)
        case _:
            steps = len(path)
    return steps


def _record_of(path: Steps) -> Steps:
    """The path of the record that a value stands in; the case's question has no name to it."""
    return path[:1] if path[0] == "question" else path[:_RECORD]
