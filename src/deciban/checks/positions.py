"""Check: positions speak of what is there, and say so where the case has moved under them."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as ByName
from itertools import groupby, pairwise
from pathlib import Path
from typing import TypeAlias

from deciban.case import Case, Position, Record, judgements_of
from deciban.checks.expectations import check_expectations
from deciban.checks.outcomes import check_outcomes
from deciban.edit import set_at
from deciban.edit.position import Holding, apply_stances, entry, holdings, stances
from deciban.edit.value_at import node_of, value_at
from deciban.node import Mapping, Node, Scalar
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, nearest
from deciban.span import Span
from deciban.units import Judgement

STANCES = ("accept", "reject")
#: Whom a debate calls whoever keeps the case.
KEEPER = "case"
#: How a hash of the case's text is written, and how much of it has to be.
HASH, SHORTEST = "sha256:", 8
Judgements: TypeAlias = ByName[str, Judgement]


def check_positions(case: Case) -> Iterator[Problem]:
    """Report whatever is wrong with positions, and names that two files take."""
    for position in case.positions:
        yield from check_position(case, position)
    yield from _twice(case)


def check_position(case: Case, position: Position) -> Iterator[Problem]:
    """Report unknown names and addresses, stale values, and a position built on itself."""
    unknown = [*_stances(case, position), *_extends(case, position)]
    yield from unknown
    yield from _misnamed(position.position, position.place("position"))
    yield from _reads(case, position)
    yield from _doubled(position)
    yield from _credited(case, position)
    seen = case if unknown else apply_stances(case, position)
    if isinstance(seen, tuple):
        yield from seen
        return
    judgements = dict(judgements_of(seen))
    for address, node in position.holds.items():
        yield from _held(seen, position, holdings(case, position)[address], node, judgements)
    yield from _revised(case, position)


def _held(
    case: Case, position: Position, held: Holding, node: Node, judgements: Judgements
) -> Iterator[Problem]:
    """What is wrong with one number held, by trying it."""
    address, at = held.address, position.place(f"holds.{held.address}")
    if held.value is None:
        written = f"`{{is: {node.text}}}`" if isinstance(node, Scalar) else "`{is: 40%}`"
        hint = f"write {written}, with `was` and `because` beside it"
        yield Problem("D202", f"nothing says what '{address}' is held to be", node.at, hint)
        return
    edited = set_at(case, address, held.value)
    if _astray(case, address, edited, judgements):
        hint = did_you_mean(address, judgements, "write its path, such as question.prior")
        yield Problem("D803", f"there is no number at '{address}'", at, hint)
    elif not isinstance(edited, Case):
        yield from edited
    else:
        yield from _moved(held, _texts(address, held.was), _now(case, address, judgements))


def _moved(held: Holding, was: ByName[str, str], now: ByName[str, str]) -> Iterator[Problem]:
    """Where the case no longer says what it said when a position was written."""
    for address in {**was, **dict.fromkeys(each for each in now if was)}:
        one, other = was.get(address), now.get(address)
        if one is None or other is None or one.split() != other.split():
            before = f"it was {one}" if one is not None else "nothing stood there"
            after = f"is now {other}" if other is not None else "now nothing stands there"
            hint = f"{before}, and {after}; update `was` once you have looked"
            yield Problem("D804", f"the case has moved at '{address}'", held.at, hint)


def _now(case: Case, address: str, judgements: Judgements) -> ByName[str, str]:
    """What the case says at an address now, number by number."""
    value = value_at(case, address)
    if isinstance(value, Record):
        inside = f"{address}."
        return {at: each.text for at, each in judgements.items() if at.startswith(inside)}
    return _texts(address, node_of(value))


def _texts(address: str, node: Node | None) -> ByName[str, str]:
    return {at: each.text for at, each in _written(address, node)}


def _written(address: str, node: Node | None) -> Iterator[tuple[str, Scalar]]:
    """Every value of what was written, by its address."""
    if isinstance(node, Scalar):
        yield address, node
    elif isinstance(node, Mapping):
        for each in node.entries:
            yield from _written(f"{address}.{each.key.text}", each.value)


def _astray(
    case: Case, address: str, edited: Case | tuple[Problem, ...], judgements: Judgements
) -> bool:
    """Whether an address leads nowhere, or would put a name into a table that has no such name.

    A number that deciban assumes has an address too, though nothing is written there yet.
    """
    if not isinstance(edited, Case):
        return any(problem.code == "D801" for problem in edited)
    if address in judgements:
        return False
    strangers = _strangers(edited)
    return bool(strangers) and not strangers <= _strangers(case)


def _strangers(case: Case) -> set[Problem]:
    found = (*check_expectations(case), *check_outcomes(case))
    return {problem for problem in found if problem.code in ("D402", "D403")}


def _misnamed(name: str, at: Span) -> Iterator[Problem]:
    """A debater whose file is called otherwise, or who is called as nobody may be."""
    if name == KEEPER:
        hint = f"'{KEEPER}' stands for whoever keeps the case; use another name"
        yield Problem("D815", f"nobody can be called '{name}' in a debate", at, hint)
    elif at.file and Path(at.file).stem != name:
        hint = f"rename the file to {name}.yaml, so that who asks for '{name}' finds it"
        yield Problem("D815", f"'{name}' stands in {Path(at.file).name}", at, hint)


def _credited(case: Case, position: Position) -> Iterator[Problem]:
    """Reasons that are meant to name a move and name none; one word may be a reason of its own."""
    moves = [move.id for move in case.debate]
    given = [(entry(held, "because"), f"holds.{at}") for at, held in position.holds.items()]
    written = [(each.text, at) for each, at in given if isinstance(each, Scalar)]
    written += [
        (each.because, f"revised.{place}.because")
        for place, each in enumerate(position.revised)
        if each.because is not None
    ]
    for reason, at in written:
        named = "-" in reason and " " not in reason and reason not in moves
        meant = nearest(reason, moves) if named else None
        if meant is not None:
            hint = f"did you mean '{meant}'?"
            yield Problem("D402", f"there is no move '{reason}'", position.place(at), hint)


def _doubled(position: Position) -> Iterator[Problem]:
    """Addresses of which one lies within another, so that one number is held twice."""
    for address in position.holds:
        around = next((each for each in position.holds if address.startswith(f"{each}.")), None)
        if around is not None:
            hint = f"hold either the whole of '{around}', or single numbers in it"
            at = position.place(f"holds.{address}")
            yield Problem("D814", f"'{address}' is held within '{around}' already", at, hint)


def _stances(case: Case, position: Position) -> Iterator[Problem]:
    items = {each.id for each in case.listed()} - {each.id for each in case.unseen}
    known = {**dict.fromkeys(sorted(items)), **dict.fromkeys(each.id for each in case.debate)}
    count = Counter(each.id for each in case.debate)
    for name, stance in position.stances.items():
        at = position.place(f"stances.{name}")
        if name not in known and name not in case.broken:
            hint = did_you_mean(name, known, "a stance is on an event, a report, a silence, a move")
            yield Problem("D402", f"there is no item or move '{name}'", at, hint)
        if name not in items and count[name] > 1:
            hint = "a stance is on one move; whoever filed the later one gives it another name"
            yield Problem("D806", f"'{name}' names two moves", at, hint)
        if stance not in STANCES:
            hint = did_you_mean(stance, STANCES, f"write {' or '.join(STANCES)}")
            yield Problem("D205", f"'{stance}' is not a stance", at, hint)


def _reads(case: Case, position: Position) -> Iterator[Problem]:
    """Whether the case's text is the one that the debater last read."""
    if position.reads is None or not case.digest:
        return
    at, written = position.place("reads"), position.reads.removeprefix(HASH)
    plain = len(written) >= SHORTEST and set(written) <= set("0123456789abcdef")
    if not plain or not position.reads.startswith(HASH):
        hint = f"write {HASH} and its first digits; `deciban position fmt --read` writes it"
        yield Problem("D812", f"'{position.reads}' is no hash of a case's text", at, hint)
    elif not case.digest.startswith(written):
        message = f"the case has been edited since '{position.position}' read it"
        hint = "once the edits are read, `deciban position fmt --read` says so here"
        yield Problem("D809", message, at, hint)


def _revised(case: Case, position: Position) -> Iterator[Problem]:
    """Changes of mind that do not lead from one to the next, and to what is held."""
    held = {address: each.value for address, each in holdings(case, position).items()}
    for name, stance in stances(case, position).items():
        held[f"stances.{name}"] = Scalar(stance, position.place(f"stances.{name}"))
    by_address: dict[str, list[int]] = {}
    for place, each in enumerate(position.revised):
        by_address.setdefault(each.address, []).append(place)
    for address, places in by_address.items():
        ordered = sorted(places, key=lambda place: str(position.revised[place].on))
        for earlier, later in pairwise(ordered):
            one, other = position.revised[earlier].after, position.revised[later].before
            if not _same(one, other):
                message = f"'{address}' does not go on from where it was left"
                hint = f"it was left at {_shown(one)}; write that under `from`"
                yield Problem("D813", message, position.place(f"revised.{later}.from"), hint)
        last = position.revised[ordered[-1]]
        if address in held and not _same(last.after, held[address]):
            message = f"'{address}' is held at {_shown(held[address])}, and was last revised to "
            hint = "bring the two together; what is held is what counts"
            at = position.place(f"revised.{ordered[-1]}.to")
            yield Problem("D813", message + _shown(last.after), at, hint)


def _same(one: Node | None, other: Node | None) -> bool:
    """Whether two values are written alike, but for blanks and the order of names."""
    values = [
        {name: "".join(each.text.split()) for name, each in _written("", node)}
        for node in (one, other)
    ]
    return values[0] == values[1]


def _shown(node: Node | None) -> str:
    """A value in a line."""
    if isinstance(node, Scalar):
        return node.text
    return "{" + ", ".join(f"{at[1:]}: {each.text}" for at, each in _written("", node)) + "}"


def _extends(case: Case, position: Position) -> Iterator[Problem]:
    positions = {each.position: each for each in case.positions}
    seen = [position.position]
    at = position.place("extends")
    following = position.extends
    while following is not None:
        if following in seen:
            if following == seen[0] == min(seen):  # else another position reports the circle
                told = ", which extends ".join(f"'{name}'" for name in (*seen[1:], following))
                message = f"a circle: '{seen[0]}' extends {told}"
                yield Problem("D805", message, at, "drop one `extends`")
            return
        if following not in positions:
            hint = did_you_mean(following, positions, "positions are files in positions/")
            yield Problem("D402", f"there is no position '{following}'", at, hint)
            return
        seen.append(following)
        following = positions[following].extends


def _twice(case: Case) -> Iterator[Problem]:
    named = [(each.position, each.place("position")) for each in case.positions]
    named += [(each.id, each.place("id")) for each in case.debate]
    sealed = [(each.seal, each.place("seal")) for each in case.seals]
    for each in (named, sealed):
        yield from _taken(each)
    for seal in case.seals:
        yield from _misnamed(seal.seal, seal.place("seal"))


def _taken(named: list[tuple[str, Span]]) -> Iterator[Problem]:
    for name, same in groupby(sorted(named, key=_name), key=_name):
        (_, first), *others = same
        for _, at in others:
            hint = f"the other is in {first.file}"
            yield Problem("D806", f"'{name}' is already taken", at, hint, also=(first,))


def _name(named: tuple[str, Span]) -> str:
    return named[0]
