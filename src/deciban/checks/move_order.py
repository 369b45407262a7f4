"""Check: moves answer what was there before them, and what still stood."""

from collections.abc import Iterator, Mapping

from deciban.case import Case, Move
from deciban.problem import Problem


def check_move_order(case: Case, moves: Mapping[str, Move]) -> Iterator[Problem]:
    """Report circles, moves dated before what they answer, and moves against withdrawn ones.

    Args:
        case: the case.
        moves: its moves by name.
    """
    gone = _withdrawals(case, moves)
    for move in case.debate:
        answered = moves.get(move.target)
        if answered is None:
            continue
        yield from _circle(move, moves)
        yield from _too_early(move, answered)
        if move.id not in gone:
            yield from _in_vain(move, gone.get(move.target))


def _circle(move: Move, moves: Mapping[str, Move]) -> Iterator[Problem]:
    """A circle that a move begins; it is told of the move whose name comes first."""
    line = [move.id]
    following = moves.get(move.target)
    while following is not None and following.id not in line:
        line.append(following.id)
        following = moves.get(following.target)
    if following is None or following.id != move.id or move.id != min(line):
        return
    told = ", which answers ".join(f"'{name}'" for name in (*line[1:], move.id))
    message = f"a circle: '{move.id}' answers {told}"
    if len(line) == 1:
        message = f"'{move.id}' answers itself"
    hint = "name what it answers: a part of the case, or a move that was there before"
    yield Problem("D820", message, move.place("target"), hint)


def _too_early(move: Move, answered: Move) -> Iterator[Problem]:
    """A move whose date lies before that of what it answers."""
    if move.on is None or answered.on is None or move.on.end > answered.on.start:
        return
    message = f"'{answered.id}' was made on {answered.on.text}, after this move"
    hint = "correct the date that is wrong"
    yield Problem("D825", message, move.place("on"), hint, also=(answered.place("on"),))


def _withdrawals(case: Case, moves: Mapping[str, Move]) -> dict[str, Move]:
    """The withdrawal of every move that its author withdrew."""
    return {
        move.target: move
        for move in case.debate
        if move.move == "withdraw"
        and move.target in moves
        and moves[move.target].author == move.author
    }


def check_filed(case: Case, move: Move) -> Iterator[Problem]:
    """Report a move that is filed against one whose withdrawal is there already, if of one day.

    Of two files of one day nobody can tell which came first, and whoever answered before the
    withdrawal has done nothing wrong. But whoever files a move now comes after what is filed.

    Args:
        case: the case with its moves, this one or not among them.
        move: the move.
    """
    withdrawal = _withdrawals(case, {each.id: each for each in case.debate}).get(move.target)
    if withdrawal is None or withdrawal is move or move.on is None or withdrawal.on is None:
        return
    if move.move != "withdraw" and move.on.start == withdrawal.on.start:
        yield _answers_nothing(move, withdrawal)


def _in_vain(move: Move, withdrawal: Move | None) -> Iterator[Problem]:
    """A move that is dated after what it answers was withdrawn."""
    if withdrawal is None or withdrawal is move or move.on is None or withdrawal.on is None:
        return
    if move.on.start >= withdrawal.on.end:
        yield _answers_nothing(move, withdrawal)


def _answers_nothing(move: Move, withdrawal: Move) -> Problem:
    on = f" on {withdrawal.on.text}" if withdrawal.on is not None else ""
    message = f"{withdrawal.author} withdrew '{move.target}'{on}"
    hint = "answer something that stands, or withdraw this move"
    return Problem("D821", message, move.place("target"), hint, also=(withdrawal.place("target"),))
