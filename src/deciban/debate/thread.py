"""The debate as an argument: what each move answers, what stands, and whose turn it is."""

from dataclasses import dataclass

from deciban.case import Case, Move
from deciban.dates import When
from deciban.standing import Label


@dataclass(frozen=True, slots=True)
class Standing:
    """One argument of the thread: a claim of the case that something attacks, or a move.

    Attributes:
        name: the address of the claim as the case's own part, or the move's id.
        move: the move; None for a claim of the case.
        about: what the claim is in the case's words; what the move says.
        answers: what it attacks, by name; empty for a claim and for what attacks nothing.
        label: grounded: whether it stands.
        preferred: the labels it has in the preferred labellings, where these differ from the
            grounded one or from one another; else empty.
        stable: the same of the stable labellings.
        turn: who owes an answer: debaters' names, or ``case`` for whoever keeps the case; empty
            where nobody does.
        since: since when; None where nobody owes one.
        conceded: who conceded it.
        withdrawn: whether its author took it back.
    """

    name: str
    move: Move | None
    about: str
    answers: tuple[str, ...]
    label: Label
    preferred: tuple[Label, ...]
    stable: tuple[Label, ...]
    turn: tuple[str, ...]
    since: When | None
    conceded: tuple[str, ...]
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """Every argument of a debate: claims in the order of the case, each with the moves below it.

    Attributes:
        standings: by name, claims and moves, in the order in which a reader meets them: a claim,
            then depth first what attacks it, the earliest first.
        depth: by name, how far down it stands; 0 for a claim.
    """

    standings: dict[str, Standing]
    depth: dict[str, int]


def find_thread(case: Case) -> Thread:
    """Answer the debate of a case as an argument."""
    raise NotImplementedError


def standing_moves(case: Case) -> tuple[Move, ...]:
    """Answer the moves that are grounded in, the earliest first."""
    return tuple(move for move in case.debate if not move.id)
