"""The claims of a case that moves answer: its items, sources, questions, and rows of numbers."""

from deciban.case import Case, Move, Trust
from deciban.edit.addition import read_addition
from deciban.edit.difference import Difference, Kind, Steps, records_along
from deciban.edit.position import ACCEPT, holdings, stances
from deciban.edit.sustained import item_at, source_at
from deciban.edit.what_if import without
from deciban.findings.differing.about import about, source_called
from deciban.span import Span

#: Who answers for what nobody has taken for his own.
CASE = "case"
_LISTS = ("events", "reports", "silences", "unseen")
#: How many steps lead to a record of a list or group.
_RECORD = 2
_LAST = 1 << 40


def claim_of(case: Case, move: Move) -> str:
    """Answer the address of the claim that a move answers, which is no move itself.

    An undercut is of an item and a challenge of a source, wherever in them the target lies; else a
    number stands for its whole table, and any other part of the case for itself.
    """
    name: str | None = None
    if move.move == "undercut":
        name = item_at(case, move.target)
    elif move.move == "challenge":
        name = source_at(case, move.target)
        return f"sources.{name}" if name is not None else move.target
    return claim_at(case, name or move.target)


def claim_at(case: Case, target: str) -> str:
    """Answer the address of what a target names: a number stands for its whole table.

    What an actor thought of one source is one table.
    """
    path = _path(case, target)
    *_, (steps, record) = records_along(case, path)
    told = len(steps) + (0 if isinstance(record, Trust) else 1)
    return ".".join(path[: max(told, _RECORD) if path[0] == "sources" else told])


def _path(case: Case, target: str) -> Steps:
    """The path to what a target names, which may be an id."""
    if target == case.question.id:
        return ("question",)
    for kind in _LISTS:
        if any(each.id == target for each in getattr(case, kind)):
            return (kind, target)
    for kind in ("questions", "sources", "actors"):
        if target in getattr(case, kind):
            return (kind, target)
    if source_at(case, target) == target:
        return ("sources", target)
    head, _, rest = target.partition(".")
    return ("question", *rest.split(".")) if head == case.question.id else tuple(target.split("."))


def words_of(case: Case, claim: str) -> str:
    """Answer what a claim is in the case's words; empty where its address says all there is."""
    path = tuple(claim.split("."))
    if path[0] == "sources" and len(path) >= _RECORD:
        return source_called(case, path[1])
    *_, (_, record) = records_along(case, path)
    if isinstance(record, Trust):
        actor, source = case.actors[path[1]], path[3]
        return f"What {actor.name or actor.id} thought of {source_called(case, source)}"
    return about(case, case, Difference(claim, path, Kind.NUMBER, "", ""))


def place_of(case: Case, claim: str) -> tuple[int, Span]:
    """Answer where a claim stands in the case, for sorting; last what stands nowhere in it."""
    path = tuple(claim.split("."))
    *_, (steps, record) = records_along(case, path)
    found = record.place(".".join(path[len(steps) :]))
    return (found.start if steps else _LAST, found)


def keepers_of(case: Case, claim: str) -> tuple[str, ...]:
    """Answer who answers for a claim: debaters who hold a number in it, or say that they accept it.

    Returns:
        Their names in order; ``case`` alone where nobody does.
    """
    item = claim.rpartition(".")[2]
    found = []
    for position in case.positions:
        held = holdings(case, position)
        numbers = any(within(address, claim) for address in held)
        if numbers or stances(case, position).get(item) == ACCEPT:
            found.append(position.position)
    return tuple(sorted(set(found))) or (CASE,)


def within(address: str, claim: str) -> bool:
    """Answer whether an address is that of a claim, or of a part of it."""
    return address == claim or address.startswith(f"{claim}.")


def through(case: Case, source: str) -> frozenset[str]:
    """Answer the items that come through a source: what is lost where it says nothing any more."""
    left = without(case, (source,))
    known = {event.id: event.known for event in left.events}
    lost = {each.id for each in case.events if each.known and known.get(each.id) is None}
    said = {each.id for each in case.reports} | {each.id for each in case.silences}
    stay = {each.id for each in left.reports} | {each.id for each in left.silences}
    return frozenset(lost | said - stay)


def rests_on(case: Case, move: Move, source: str) -> bool:
    """Answer whether what a move brings comes through a source of the case."""
    if move.add is None:
        return False
    brought = read_addition(case, move.add)
    if isinstance(brought, tuple):
        return False
    lost = {source, *through(case, source)}
    named = {each.relays or each.by for each in brought.reports}
    named |= {each.by for each in brought.reports} | {each.by for each in brought.silences}
    return bool(lost & {*named, *(each.said_by for each in brought.events)})
