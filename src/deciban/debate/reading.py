"""Whether a debater has read the case as it stands, and where it has moved under his numbers."""

from dataclasses import dataclass

from deciban.case import Case, Position
from deciban.checks.positions import check_position
from deciban.debate.seeing import called
from deciban.edit.difference import written
from deciban.edit.holding import HASH
from deciban.edit.position import apply_stances, holdings
from deciban.edit.value_at import value_at

#: Problems that say that the case has moved, and nothing worse.
STALE = ("D804", "D809")


@dataclass(frozen=True, slots=True)
class Moved:
    """One number that the case has at another value than when a position was written.

    Attributes:
        address: the address under which it is held.
        was: what the case said then.
        now: what it says.
        held: what the debater holds.
    """

    address: str
    was: str
    now: str
    held: str


@dataclass(frozen=True, slots=True)
class Read:
    """How a position stands to the case.

    Attributes:
        name: the debater's name.
        called: what he is called in words.
        numbers: how many numbers he holds otherwise, with those of a position that he extends.
        stances: how many stances he takes.
        reads: ``current`` where he has read the case's text as it is, ``edited`` where it was
            edited since, ``unsaid`` where he does not say.
        moved: where the case has moved under what he holds.
    """

    name: str
    called: str
    numbers: int
    stances: int
    reads: str
    moved: tuple[Moved, ...]


def find_read(case: Case, position: Position) -> Read:
    """Answer how a position stands to the case as it is written."""
    seen = apply_stances(case, position)
    held = holdings(case, position)
    there = seen if isinstance(seen, Case) else case
    stale = {each.at for each in check_position(case, position) if each.code == STALE[0]}
    moved = tuple(
        Moved(
            address=address,
            was=written(each.was),
            now=written(value_at(there, address)),
            held=written(each.value),
        )
        for address, each in held.items()
        if each.by == position.position and each.at in stale
    )
    return Read(
        name=position.position,
        called=called(position),
        numbers=len(held),
        stances=len(position.stances),
        reads=_reads(case, position),
        moved=moved,
    )


def _reads(case: Case, position: Position) -> str:
    if position.reads is None or not case.digest:
        return "unsaid"
    return "current" if case.digest.startswith(position.reads.removeprefix(HASH)) else "edited"
