"""What can be compared of debaters: their cases, and the answers that all of them entertain.

An answer that somebody gives no chance has no finite log-odds to share out. It is told first, and
the others are compared with one another. Where a move brought it that only some accept, they are
compared as if nobody had accepted that move: the answer would have taken its chance from another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deciban.case import Case, Move
from deciban.compile import compile_case
from deciban.debate.debaters import Debater
from deciban.debate.seeing import seen_through
from deciban.edit.addition import read_addition
from deciban.edit.position import ACCEPT, lineage, stances
from deciban.engine import TooLarge, solve
from deciban.minds import COUNT, TooManyCells
from deciban.model import Model


@dataclass(frozen=True, slots=True)
class Side:
    """One debater as he can be compared with others.

    Attributes:
        debater: the debater.
        case: the case as he sees it, without moves that bring an answer others do not entertain.
        model: what it compiles to.
        possible: the answers that he entertains, as he holds it himself.
        left: those that are left without these moves.
        without: these moves, by id.
    """

    debater: Debater
    case: Case
    model: Model
    possible: tuple[str, ...]
    left: tuple[str, ...]
    without: frozenset[str] = frozenset()


def sides_of(case: Case, debaters: Sequence[Debater], *, columns: int = COUNT) -> tuple[Side, ...]:
    """Answer debaters as they can be compared with one another.

    Args:
        case: the case as written, with its positions and its debate.
        debaters: of that case, each with his answer.
        columns: at how many columns minds are read, about.
    """
    taken = [stances(case, each.position) for each in debaters]
    bringing = _bringing(case)
    apart = {
        move.id: names
        for move, names in bringing
        if len({stance.get(move.id) == ACCEPT for stance in taken}) > 1
    }
    return tuple(
        _side(
            case, debater, {name: apart[name] for name in apart if own.get(name) == ACCEPT}, columns
        )
        for debater, own in zip(debaters, taken, strict=True)
    )


def compared_by(sides: Sequence[Side]) -> tuple[str, ...]:
    """Answer the answers that all entertain, in the order of the first; none where only one is."""
    first, *others = sides
    names = [name for name in first.left if all(name in each.left for each in others)]
    return tuple(names) if len(names) > 1 else ()


def _bringing(case: Case) -> tuple[tuple[Move, tuple[str, ...]], ...]:
    """The moves that bring an answer, each with the names of these."""
    found = []
    for move in case.debate:
        if move.add is not None:
            addition = read_addition(case, move.add)
            if not isinstance(addition, tuple) and addition.hypotheses:
                found.append((move, tuple(each.id for each in addition.hypotheses)))
    return tuple(found)


def _side(case: Case, debater: Debater, apart: Mapping[str, tuple[str, ...]], columns: int) -> Side:
    answers = debater.held.answers
    possible = tuple(answer.id for answer in answers if answer.probability > 0.0)
    whole = Side(debater, _unnamed(case, debater.case), debater.model, possible, possible)
    return (_without(case, whole, apart, columns) or whole) if apart else whole


def _without(
    case: Case, side: Side, apart: Mapping[str, tuple[str, ...]], columns: int
) -> Side | None:
    """A side without some moves; None where what he holds cannot be seen without them."""
    position = side.debater.position
    names = {name for each in apart.values() for name in each}
    line = lineage(case, position)
    holds = {address: held for each in line for address, held in each.holds.items()}
    kept = {address: held for address, held in holds.items() if not names & {*address.split(".")}}
    taken = {name: stance for name, stance in stances(case, position).items() if name not in apart}
    alone = replace(position, extends=None, holds=kept, stances=taken)
    seen, _ = seen_through(case, alone)
    if seen is None:
        return None
    try:
        model = compile_case(seen, columns=columns)
        chances = solve(model, model.questions[seen.question.id]).posterior
    except (TooLarge, TooManyCells):
        return None
    pairs = zip(seen.question.answers, chances.tolist(), strict=True)
    left = tuple(name for name, chance in pairs if chance > 0.0)
    bare = _unnamed(case, seen)
    return replace(side, case=bare, model=model, left=left, without=frozenset(apart))


def _unnamed(case: Case, seen: Case) -> Case:
    """A case without a word of who sees it, so that one is the other where they hold the same."""
    return replace(seen, title=case.title, seen_by=case.seen_by)
