"""What is to be said of a debate as a whole: moves in vain, and what nobody has argued about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deciban.case import Case, Move
from deciban.checks.moves import BRINGING
from deciban.debate.claims import claim_at, claim_of, through, within
from deciban.debate.seeing import seen_through
from deciban.debate.thread import sound_moves
from deciban.edit.position import holdings
from deciban.model import Model
from deciban.problem import Problem
from deciban.read import is_of_debate


@dataclass(frozen=True, slots=True)
class Unargued:
    """A judgement that debaters hold otherwise than the case, and that no move speaks to.

    Attributes:
        claim: its address, of the whole table where it is one of several.
        by: the debaters who hold it otherwise.
    """

    claim: str
    by: tuple[str, ...]


def find_unargued(case: Case) -> tuple[Unargued, ...]:
    """Answer the judgements that nobody argues about, those of most debaters first."""
    argued = [claim_of(case, move) for move in sound_moves(case)]
    held: dict[str, list[str]] = {}
    for position in sorted(case.positions, key=lambda each: each.position):
        for claim in dict.fromkeys(claim_at(case, address) for address in holdings(case, position)):
            held.setdefault(claim, []).append(position.position)
    found = [
        Unargued(claim, tuple(by))
        for claim, by in held.items()
        if not any(within(claim, each) for each in argued)
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.by), each.claim)))


def move_problems(case: Case, model: Model | None) -> Iterator[Problem]:
    """Report moves that lead to no case, and moves on what does not bear on the main question.

    Args:
        case: the case as written, which has no errors itself.
        model: what it compiles to; None where it does not.
    """
    moves = sound_moves(case)
    for move in moves:
        if move.add is not None and move.move in BRINGING:
            yield from _leading_nowhere(case, move)
    names = {move.id for move in moves}
    if model is None:
        return
    for move in moves:
        if move.target not in names and not _has_path(case, claim_of(case, move), model):
            message = f"nothing leads from '{move.target}' to '{case.question.id}'"
            hint = "no outcome of this exchange could change the answer"
            yield Problem("D829", message, move.place("target"), hint)


def _leading_nowhere(case: Case, move: Move) -> Iterator[Problem]:
    """What is wrong with the case once a move is sustained, told of what it brings."""
    _, problems = seen_through(case, None, (move,))
    for problem in problems:
        if problem.is_error and is_of_debate(problem):
            yield problem
        elif problem.is_error:
            message = f"what '{move.id}' brings leads to no case: {problem.message}"
            yield Problem("D826", message, move.place("add"), problem.hint)


def _has_path(case: Case, claim: str, model: Model) -> bool:
    """Whether something leads from a claim to the main question in the graph.

    A linked question is argued for its own sake. What has no table of its own cannot be followed.
    """
    if claim.partition(".")[0] in ("question", "questions"):
        return True
    claims = _all(case, claim)
    starts = {
        place
        for place, factor in enumerate(model.factors)
        if any(within(factor.origin, each) or within(each, factor.origin) for each in claims)
    }
    return not starts or _reaches(model, starts, model.questions[case.question.id])


def _all(case: Case, claim: str) -> Sequence[str]:
    """A claim; of a source everything that comes through it as well."""
    kind, _, name = claim.partition(".")
    if kind != "sources":
        return (claim,)
    kinds = ("events", "reports", "silences")
    return (claim, *(f"{each}.{item}" for each in kinds for item in through(case, name)))


def _reaches(model: Model, starts: set[int], goal: int) -> bool:
    """Whether tables lead to a variable, over variables that are not observed."""
    observed = {item.variable for item in model.items}
    tables = _tables(model)
    seen, waiting = set(starts), list(starts)
    while waiting:
        for variable in model.factors[waiting.pop()].variables:
            if variable == goal:
                return True
            fresh = set(tables[variable] if variable not in observed else ()) - seen
            seen |= fresh
            waiting += fresh
    return False


def _tables(model: Model) -> Mapping[int, list[int]]:
    """The tables that each variable stands in."""
    found: dict[int, list[int]] = {index: [] for index in range(len(model.variables))}
    for place, factor in enumerate(model.factors):
        for variable in factor.variables:
            found[variable].append(place)
    return found
