"""Check: seals promise one debater's position, and once they are opened they can be held to it."""

from collections.abc import Iterator

from deciban.case import Case, Position, Revision, Seal
from deciban.edit.sealing import hash_of
from deciban.problem import Problem
from deciban.read.position import read_position

_DIGITS = frozenset("0123456789abcdef")
_LENGTH = 64
_OPENING = ("opened", "salt", "text")


def check_seals(case: Case) -> Iterator[Problem]:
    """Report seals that prove nothing, and numbers that were shown beside their seal."""
    positions = {each.position: each for each in case.positions}
    for seal in case.seals:
        yield from _hash(seal)
        yield from _dates(seal)
        missing = [key for key in _OPENING if getattr(seal, key) is None]
        if len(missing) == len(_OPENING):
            if seal.seal in positions:
                yield _shown(seal, positions[seal.seal].position)
        elif missing:
            yield _half_open(seal, missing)
        else:
            yield from _opened(case, seal)
            if seal.seal not in positions:
                yield _nobody(seal)
            else:
                yield from _backdated(case, seal, positions[seal.seal])


def _hash(seal: Seal) -> Iterator[Problem]:
    if len(seal.hash) != _LENGTH or not set(seal.hash) <= _DIGITS:
        message = f"'{seal.hash}' is no hash of a seal"
        hint = "it has 64 hexadecimal digits; `deciban position seal` writes it"
        yield Problem("D844", message, seal.place("hash"), hint)


def _dates(seal: Seal) -> Iterator[Problem]:
    if seal.opened is not None and seal.on is not None and seal.opened.latest < seal.on.earliest:
        message = f"opened on {seal.opened.text}, before it was sealed on {seal.on.text}"
        yield Problem("D842", message, seal.place("opened"), "one of the two dates is wrong")


def _half_open(seal: Seal, missing: list[str]) -> Problem:
    stated = [key for key in _OPENING if key not in missing]
    message = f"{' and '.join(stated)} without {' and '.join(missing)}"
    hint = "`deciban position open` writes all three; take them out while it is sealed"
    return Problem("D843", message, seal.place(stated[0]), hint)


def _opened(case: Case, seal: Seal) -> Iterator[Problem]:
    """Whether what was opened is what was sealed, and a position of that debater."""
    text = seal.text or ""
    if hash_of(seal.salt or "", text) != seal.hash:
        message = "salt and text do not give the hash of the seal"
        hint = "put back what was sealed, from the file's history or from whoever sealed it"
        yield Problem("D840", message, seal.place("hash"), hint)
    found, wrong = read_position(text, seal.place("text").file, case.words)
    if found is None or any(problem.is_error for problem in wrong):
        hint = "a seal is on the text of a file in positions/"
        yield Problem("D841", "what was sealed is no position", seal.place("text"), hint)
    elif found.position != seal.seal:
        message = f"what was sealed is the position of '{found.position}'"
        hint = f"the seal is that of '{seal.seal}'"
        yield Problem("D841", message, seal.place("text"), hint)


def _backdated(case: Case, seal: Seal, position: Position) -> Iterator[Problem]:
    """Changes of mind from before the day of the seal that were not sealed with the others."""
    found, _ = read_position(seal.text or "", seal.place("text").file, case.words)
    sealed = {_dated(each) for each in found.revised} if found is not None else set()
    for place, each in enumerate(position.revised):
        if each.on is None or seal.on is None or _dated(each) in sealed:
            continue
        if each.on.latest < seal.on.earliest:
            message = f"revised on {each.on.text}, but sealed otherwise on {seal.on.text}"
            hint = "date a change of mind when it came"
            at = position.place(f"revised.{place}.on")
            yield Problem("D849", message, at, hint, also=(seal.place("on"),))


def _dated(revision: Revision) -> tuple[str, str]:
    return revision.address, revision.on.text if revision.on is not None else ""


def _shown(seal: Seal, name: str) -> Problem:
    hint = "move it out of the folder until then, or open the seal: `deciban position open`"
    return Problem("D845", f"'{name}' can be read before it is opened", seal.place("seal"), hint)


def _nobody(seal: Seal) -> Problem:
    hint = "put the position back into positions/, or take the seal away as well"
    message = f"'{seal.seal}' was opened and has no position now"
    return Problem("D847", message, seal.place("seal"), hint)
