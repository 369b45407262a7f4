"""Check: a move answers something that is there."""

from collections.abc import Iterator

from deciban.case import Case, Move, judgements_of
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean


def check_moves(case: Case) -> Iterator[Problem]:
    """Report targets that are neither an address, nor a part of the case, nor a move."""
    if not case.debate:
        return
    moves = {move.id for move in case.debate}
    parts = {record.id for record in case.listed()} | set(case.sources) | set(case.all_questions())
    known = moves | parts | {address for address, _ in judgements_of(case)}
    for move in case.debate:
        if not _is_part(move, known):
            hint = did_you_mean(move.target, known, "name an address, an id or a move")
            yield Problem("D803", f"there is no '{move.target}'", move.place("target"), hint)


def _is_part(move: Move, known: set[str]) -> bool:
    """Whether a target is an id, an address, or the beginning of an address."""
    return move.target in known or any(name.startswith(f"{move.target}.") for name in known)
