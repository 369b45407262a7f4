"""Check: each move answers something that is there, and in a way that can be answered."""

import re
from collections.abc import Iterator, Mapping

from deciban.case import Case, Move, judgements_of
from deciban.case.critical_questions import CRITICAL_QUESTIONS, SCHEMES
from deciban.case.kinds import fields_of
from deciban.checks.move_order import check_move_order
from deciban.edit.difference import records_along
from deciban.edit.sustained import item_at, source_at
from deciban.node import Mapping as MappingNode
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, visible

#: The kinds that may bring something, and what each has to bring at least one of.
BRINGING: Mapping[str, tuple[str, ...]] = {
    "rebut": ("events", "reports", "silences"),
    "hypothesis": ("hypotheses",),
}
_NAMED = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*[-_](?=[a-z]*[0-9])[a-z0-9]{3,}")
_NAME_OF_A_QUESTION = re.compile(r"[a-z_]+\.[a-z_]+")


def check_moves(case: Case) -> Iterator[Problem]:
    """Report moves that answer nothing, do not fit their target, or stand in no order."""
    if not case.debate:
        return
    moves = {move.id: move for move in reversed(case.debate)}
    parts = _parts_of(case)
    yield from _strangers(case)
    for move in case.debate:
        yield from _called(move, parts)
        yield from _question(move)
        yield from _bringing(move)
        unknown = list(_target(case, move, {*moves, *parts}))
        yield from unknown or _fitting(case, move, moves.get(move.target))
    yield from check_move_order(case, moves)


def _strangers(case: Case) -> Iterator[Problem]:
    """Authors without a position where others have one, each told of once."""
    there = sorted({each.position for each in case.positions})
    sealed = {each.seal for each in case.seals}
    first = {move.author: move for move in reversed(case.debate)}
    for author, move in first.items() if there else ():
        if author not in there and author not in sealed:
            otherwise = "whoever only speaks needs none; `deciban position new` writes one"
            hint = did_you_mean(author, there, otherwise)
            yield Problem("D830", f"'{author}' has no position here", move.place("author"), hint)


def _parts_of(case: Case) -> frozenset[str]:
    """Every name and address that a move may answer in a case."""
    listed = [
        *(("events", each.id) for each in case.events),
        *(("reports", each.id) for each in case.reports),
        *(("silences", each.id) for each in case.silences),
        *(("unseen", each.id) for each in case.unseen),
        *(("sources", name) for name in _speaking(case)),
        *(("actors", name) for name in case.actors),
    ]
    questions = {
        "question",
        *case.all_questions(),
        *(f"questions.{name}" for name in case.questions),
    }
    named = {name for _, name in listed} | {f"{kind}.{name}" for kind, name in listed}
    return frozenset({*named, *questions, *(address for address, _ in judgements_of(case))})


def _speaking(case: Case) -> Iterator[str]:
    """Whoever speaks in a case: a key of the bibliography may as well."""
    yield from case.sources
    yield from (each.by for each in case.reports)
    yield from (each.by for each in case.silences)


def _target(case: Case, move: Move, known: set[str]) -> Iterator[Problem]:
    """A target that is neither an address, nor the beginning of one, nor a part, nor a move."""
    begins = any(name.startswith(f"{move.target}.") for name in known)
    if begins or move.target in known or move.target in case.broken or _is_key(case, move.target):
        return
    hint = did_you_mean(move.target, sorted(known), "name an address, an id or a move")
    yield Problem("D803", f"there is no '{visible(move.target)}'", move.place("target"), hint)


def _is_key(case: Case, target: str) -> bool:
    """Whether a target is a key of a record, or a name in it, where no number is written.

    So are a row that is `even`, and what a row leaves to its last name.
    """
    path = tuple(target.split("."))
    *_, (steps, record) = records_along(case, path)
    keys = {each.key: getattr(record, each.name) for each in fields_of(type(record))}
    key, *names = (*path[len(steps) :], "")
    value = keys.get(key)
    if not steps or value in (None, (), {}):
        return False
    return len(names) == 1 or (isinstance(value, Mapping) and names[0] in value)


def _called(move: Move, parts: frozenset[str]) -> Iterator[Problem]:
    """A name that may be taken twice, or is taken already by a part of the case."""
    at = move.place("id")
    if move.id in parts:
        message = f"'{move.id}' is a part of the case, and the name of a move"
        yield Problem("D401", message, at, f"call the move {move.id.replace('_', '-')}-7kq2")
    elif not _NAMED.fullmatch(move.id):
        hint = "call it by a few words and a random end, such as no-such-letter-7kq2"
        yield Problem("D828", f"'{visible(move.id)}' has no random end", at, hint)


def _question(move: Move) -> Iterator[Problem]:
    """A name of a critical question that is not in the list."""
    asked = move.question
    if asked is None or asked in CRITICAL_QUESTIONS or not _NAME_OF_A_QUESTION.fullmatch(asked):
        return
    scheme = asked.partition(".")[0]
    known = ", ".join(name for name in CRITICAL_QUESTIONS if name.startswith(f"{scheme}."))
    otherwise = f"there are {known}" if scheme in SCHEMES else f"schemes are {', '.join(SCHEMES)}"
    hint = did_you_mean(asked, CRITICAL_QUESTIONS, f"{otherwise}; or ask in a sentence")
    message = f"there is no critical question '{asked}'"
    yield Problem("D827", message, move.place("question"), hint)


def _bringing(move: Move) -> Iterator[Problem]:
    """What is brought by a move that may bring nothing, or not brought by one that has to."""
    wanted = BRINGING.get(move.move)
    if wanted is None:
        if move.add is not None:
            hint = "let a rebuttal bring it, and drop it here"
            message = f"a move to {move.move} brings nothing"
            yield Problem("D826", message, move.place("add"), hint)
        return
    if move.add is None:
        if move.move == "hypothesis":
            hint = "under `add:`, `hypotheses:` with `id`, `text`, `out_of` and `prior`"
            message = f"'{move.id}' proposes no answer"
            yield Problem("D826", message, move.place("move"), hint)
    elif isinstance(move.add, MappingNode):
        brought = {entry.key.text for entry in move.add.entries}
        if not brought & set(wanted):
            hint = f"it may bring {' or '.join(wanted)}"
            message = f"what '{move.id}' brings counts for nothing"
            yield Problem("D826", message, move.place("add"), hint)


def _fitting(case: Case, move: Move, answered: Move | None) -> Iterator[Problem]:
    """A move that its target gives no hold."""
    told = _misfit(case, move, answered)
    if told is not None:
        code, message, hint = told
        yield Problem(code, message, move.place("target"), hint)


def _misfit(case: Case, move: Move, answered: Move | None) -> tuple[str, str, str] | None:
    target = move.target
    match move.move:
        case "undercut" if answered is None and item_at(case, target) is None:
            hint = "name an event, a report, a silence or a move; or rebut this"
            return "D823", f"nothing is inferred from '{target}'", hint
        case "challenge" if answered is not None or source_at(case, target) is None:
            hint = "name a source; an item or a move is undercut or rebutted"
            return "D823", f"'{target}' is no source", hint
        case "hypothesis" if target.partition(".")[0] not in ("question", case.question.id):
            return "D823", f"'{target}' is not the main question", "write `target: question`"
        case "withdraw":
            return _withdrawn(move, answered)
        case "concede" if answered is not None and answered.author == move.author:
            return "D824", f"'{target}' is {move.author}'s own move", "write `move: withdraw`"
        case _:
            return None


def _withdrawn(move: Move, answered: Move | None) -> tuple[str, str, str] | None:
    """Why a withdrawal takes nothing back."""
    if answered is None:
        hint = "name a move of your own; what you hold is changed in your position"
        return "D822", f"'{move.target}' is no move", hint
    if answered.author != move.author:
        hint = "concede it, or answer it"
        return "D822", f"'{move.target}' is {answered.author}'s move, not {move.author}'s", hint
    if answered.move == "withdraw":
        hint = f"file anew what '{answered.target}' said"
        return "D822", f"'{move.target}' is a withdrawal, which is final", hint
    return None
