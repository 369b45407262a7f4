"""A debater then and now: what of the way was an edit of the case, a move, and himself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from deciban.case import Case, Position
from deciban.debate.causes import brought_by
from deciban.debate.seeing import called
from deciban.edit.difference import Steps, written
from deciban.edit.position import ACCEPT, holdings, stances
from deciban.findings.diff import Change, Diff

Whose = Literal["case", "evidence", "himself"]


@dataclass(frozen=True, slots=True)
class Since:
    """What moved a debater between two readings of a case.

    Attributes:
        name: the debater's name.
        called: what he is called in words.
        of: the hypothesis told of; empty where nothing can be compared.
        before: by hypothesis, what he held then.
        after: what he holds now.
        gap: how far the hypothesis told of moved, in decibans.
        changes: what moved it, the largest first, each with whose it is.
        parts: by whose it is, what it comes to; the three add up to the gap.
        exact: whether shares count every order of the changes.
    """

    name: str
    called: str
    of: str
    before: Mapping[str, float]
    after: Mapping[str, float]
    gap: float
    changes: tuple[tuple[Change, Whose], ...]
    parts: Mapping[Whose, float]
    exact: bool


def find_since(diff: Diff, cases: tuple[Case, Case], positions: tuple[Position, Position]) -> Since:
    """Answer whose the changes are between two readings as one debater sees them.

    A change is new evidence where a move brought it that he accepted since; his own where he holds
    another number there, or takes another stance; and the case's otherwise. What cannot be told
    apart is the first of these that any of it is.

    Args:
        diff: what parts the case as he saw it and as he sees it.
        cases: the case as written then and now.
        positions: his position then and now.
    """
    held, brought = _held(cases, positions), _brought(cases, positions)
    told = tuple((each, _whose(each, held, brought)) for each in diff.changes)
    shares = {change.address: change.weights.get(diff.of) for change, _ in told}
    parts: dict[Whose, float] = {"case": 0.0, "evidence": 0.0, "himself": 0.0}
    for change, whose in told:
        weight = shares[change.address]
        parts[whose] += weight.share if weight is not None else 0.0
    return Since(
        name=positions[1].position,
        called=called(positions[1]),
        of=diff.of,
        before={each.id: each.probability for each in diff.before.posterior.answers},
        after={each.id: each.probability for each in diff.after.posterior.answers},
        gap=diff.gap.get(diff.of, 0.0),
        changes=told,
        parts=parts,
        exact=diff.exact,
    )


def _held(cases: tuple[Case, Case], positions: tuple[Position, Position]) -> frozenset[str]:
    """The addresses and names on which he holds something else than then."""
    held = [
        {name: written(each.value) for name, each in holdings(case, position).items()}
        for case, position in zip(cases, positions, strict=True)
    ]
    taken = [stances(*each) for each in zip(cases, positions, strict=True)]
    moves = {move.id for case in cases for move in case.debate}
    return frozenset(
        name
        for then, now in (held, taken)
        for name in {*then, *now} - moves
        if then.get(name) != now.get(name)
    )


def _brought(cases: tuple[Case, Case], positions: tuple[Position, Position]) -> frozenset[Steps]:
    """Where moves changed the case that he accepted since, or gave up."""
    taken = [stances(*each) for each in zip(cases, positions, strict=True)]
    then, now = ({name for name, each in which.items() if each == ACCEPT} for which in taken)
    found: set[Steps] = set()
    for case, position, names in zip(cases, positions, (then - now, now - then), strict=True):
        for move in case.debate:
            if move.id in names:
                found |= brought_by(case, position, move)
    return frozenset(found)


def _whose(change: Change, held: frozenset[str], brought: frozenset[Steps]) -> Whose:
    if any(each.path in brought for each in change.differences):
        return "evidence"
    addresses = [each.address for each in change.differences]
    his = any(_touches(name, address) for name in held for address in addresses)
    return "himself" if his else "case"


def _touches(name: str, address: str) -> bool:
    """Whether an address is held, or is around or inside what is; or an item of that name."""
    one, other = f"{name}.", f"{address}."
    around = one.startswith(other) or other.startswith(one)
    return around or ("." not in name and name in address.split("."))
