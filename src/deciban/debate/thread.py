"""The debate as an argument: what each move answers, what stands, and whose turn it is.

Claims of the case and moves are the arguments of an attack graph (Dung 1995). A rebuttal attacks
what it answers, and an undercut the inference from an item. A challenge attacks a source, every
claim that comes through it, and every move that rests on it. A question is an argument that attacks
what it is asked of and itself: unanswered, it leaves that undecided rather than out, and once
something that stands attacks it, it is out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from deciban.case import Case, Move
from deciban.checks.moves import check_moves
from deciban.dates import When
from deciban.debate.claims import (
    CASE,
    claim_of,
    keepers_of,
    place_of,
    rests_on,
    through,
    within,
    words_of,
)
from deciban.debate.turns import Debt, debts_of
from deciban.standing import Across, AttackGraph, Label, across

#: The kinds of moves that attack what they answer.
ATTACKS = ("rebut", "undercut", "challenge", "ask")
_LONG_AGO = -(1 << 62)


@dataclass(frozen=True, slots=True)
class Standing:
    """One argument of the thread: a claim of the case that something answers, or a move.

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
        withdrawn: whether its author took it back: by withdrawing it, or by conceding what it
            attacks.
        given_up: whether he did so by conceding what it attacks.
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
    given_up: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """Every argument of a debate: claims in the order of the case, each with the moves below it.

    Attributes:
        standings: by name, claims and moves, in the order in which a reader meets them: a claim,
            then depth first what answers it, the earliest first.
        depth: by name, how far down it stands; 0 for a claim.
        refused: arguments that attack one another in too many ways for their preferred and stable
            labellings to be searched.
        aside: moves that are left out because something is wrong with them, or with what they
            answer.
    """

    standings: dict[str, Standing]
    depth: dict[str, int]
    refused: frozenset[str] = frozenset()
    aside: tuple[str, ...] = ()


def find_thread(case: Case) -> Thread:
    """Answer the debate of a case as an argument; a move with an error is no part of it."""
    moves = sound_moves(case)
    talk = _Talk(case, moves)
    labels = across(talk.graph)
    debts = debts_of(talk.graph, labels.grounded, talk.moves, talk.answered, talk.keepers)
    depth = talk.depths()
    standings = {name: talk.standing(name, labels, debts.get(name)) for name in depth}
    aside = tuple(move.id for move in case.debate if move not in moves)
    return Thread(standings, depth, labels.refused, aside)


def standing_moves(case: Case) -> tuple[Move, ...]:
    """Answer the moves that are grounded in, the earliest first."""
    standings = find_thread(case).standings.values()
    found = [each.move for each in standings if each.label is Label.IN and each.move is not None]
    return tuple(sorted((move for move in found if argues(move)), key=when_made))


def fallen_moves(case: Case) -> frozenset[str]:
    """Answer the moves that are grounded out, by id."""
    standings = find_thread(case).standings.values()
    return frozenset(each.name for each in standings if each.label is Label.OUT and each.move)


def argues(move: Move) -> bool:
    """Answer whether a move says something that may stand: it neither concedes nor withdraws."""
    return move.move in (*ATTACKS, "hypothesis")


def when_made(move: Move) -> tuple[int, str]:
    """Answer what moves are sorted by: their dates, then their names."""
    return (move.on.start if move.on is not None else _LONG_AGO, move.id)


def sound_moves(case: Case) -> tuple[Move, ...]:
    """Answer the moves with which nothing is wrong, nor with what they answer, earliest first."""
    broken = {problem.at for problem in check_moves(case) if problem.is_error}
    files = {at.file for at in broken if at is not None}
    moves: dict[str, Move] = {}
    for move in sorted(case.debate, key=when_made):
        if move.at.file not in files or not move.at.file:
            moves.setdefault(move.id, move)
    every = {move.id for move in case.debate}
    while lost := [each.id for each in moves.values() if each.target in every - moves.keys()]:
        for name in lost:
            del moves[name]
    return tuple(moves.values())


class _Talk:
    """The moves of a debate, what each answers, and the graph of their attacks."""

    def __init__(self, case: Case, moves: Sequence[Move]) -> None:
        self._case = case
        self.moves: Mapping[str, Move] = {move.id: move for move in moves}
        self.answered = {
            move.id: move.target if move.target in self.moves else claim_of(case, move)
            for move in moves
        }
        claims = {name for name in self.answered.values() if name not in self.moves}
        self._claims = sorted(claims, key=lambda claim: (place_of(case, claim)[0], claim))
        self._withdrawn = frozenset(_withdrawn(moves))
        self.gone = self._withdrawn | frozenset(self._given_up())
        self.keepers = {claim: keepers_of(case, claim) for claim in self._claims}
        live = (move.id for move in moves if self._argues(move))
        arguments = (*self._claims, *live)
        attacks = self._attacks(frozenset(arguments))
        self.graph = AttackGraph(arguments, frozenset(attacks))

    def _argues(self, move: Move) -> bool:
        """Whether a move is an argument, and has not been taken back."""
        return argues(move) and move.id not in self.gone

    def _given_up(self) -> Iterator[str]:
        """Moves whose authors have since conceded what they attack."""
        for granted in self._concessions():
            for move in self.moves.values():
                same = self.answered[move.id] == self.answered[granted.id]
                same = same or move.target == granted.target
                attacks = move.author == granted.author and move.move in ATTACKS
                if same and attacks and not _after(move, granted):
                    yield move.id

    def _concessions(self) -> Iterator[Move]:
        """Concessions that were not withdrawn."""
        for move in self.moves.values():
            if move.move == "concede" and move.id not in self._withdrawn:
                yield move

    def _attacks(self, arguments: frozenset[str]) -> Iterator[tuple[str, str]]:
        for name in arguments & self.moves.keys():
            for attacked in self._attacked(self.moves[name]):
                if attacked in arguments:
                    yield name, attacked
            if self.moves[name].move == "ask":
                yield name, name

    def _attacked(self, move: Move) -> Iterator[str]:
        """What a move attacks, whether or not it is in the graph."""
        target = self.answered[move.id]
        if move.move not in ATTACKS:
            return
        yield target
        if target in self.moves or move.move not in ("undercut", "challenge"):
            return
        yield from (claim for claim in self._claims if within(claim, target))
        if move.move == "challenge":
            yield from self._resting_on(target.removeprefix("sources."), move)

    def _resting_on(self, source: str, challenge: Move) -> Iterator[str]:
        """Claims of the debate that come through a source, and moves that rest on it."""
        items = through(self._case, source)
        for claim in self._claims:
            kind, _, rest = claim.partition(".")
            if kind in ("events", "reports", "silences") and rest.partition(".")[0] in items:
                yield claim
        for other in self.moves.values():
            if other is not challenge and rests_on(self._case, other, source):
                yield other.id

    def depths(self) -> dict[str, int]:
        """Every claim and move by how far down it stands, in the order of reading."""
        below: dict[str, list[str]] = {}
        for name in self.moves:  # the earliest first
            below.setdefault(self.answered[name], []).append(name)
        depth: dict[str, int] = {}
        waiting = [(claim, 0) for claim in reversed(self._claims)]
        while waiting:
            name, level = waiting.pop()
            depth[name] = level
            waiting += [(each, level + 1) for each in reversed(below.get(name, ()))]
        return depth

    def standing(self, name: str, labels: Across, debt: Debt | None) -> Standing:
        move = self.moves.get(name)
        label = labels.grounded.get(name, Label.OUT if name in self.gone else Label.IN)
        attacked = {one for other, one in self.graph.attacks if other == name and one != name}
        since = debt.since if debt is not None else None
        return Standing(
            name=name,
            move=move,
            about=move.text if move is not None else words_of(self._case, name),
            answers=tuple(sorted(attacked, key=lambda each: (each != self.answered[name], each))),
            label=label,
            preferred=_otherwise(labels.preferred.get(name, ()), label),
            stable=_otherwise(labels.stable.get(name, ()), label),
            turn=debt.by if debt is not None else (),
            since=since,
            conceded=tuple(
                sorted({each.author for each in self._concessions() if self._grants(each, name)})
            ),
            withdrawn=name in self.gone,
            given_up=name in self.gone - self._withdrawn,
        )

    def _grants(self, concession: Move, name: str) -> bool:
        return self.answered[concession.id] == name


def _withdrawn(moves: Iterable[Move]) -> Iterator[str]:
    for move in moves:
        if move.move == "withdraw":
            yield move.target


def _after(move: Move, other: Move) -> bool:
    """Whether a move was certainly made after another."""
    return move.on is not None and other.on is not None and move.on.start >= other.on.end


def _otherwise(labels: tuple[Label, ...], label: Label) -> tuple[Label, ...]:
    """Labels, where they say more than the grounded one."""
    return () if labels in ((), (label,)) else labels


__all__ = [
    "ATTACKS",
    "CASE",
    "Standing",
    "Thread",
    "argues",
    "find_thread",
    "sound_moves",
    "standing_moves",
    "when_made",
]
