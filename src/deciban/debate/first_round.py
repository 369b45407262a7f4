"""The first round as it was sealed: what a debater held before he knew what others did."""

from collections.abc import Mapping
from dataclasses import replace

from deciban.case import Case
from deciban.debate.debaters import Debater, find_debater
from deciban.edit.sealing import hash_of
from deciban.read.position import read_position


def is_forged(case: Case, name: str) -> bool:
    """Answer whether an opened seal does not give what it promised."""
    seal = next((each for each in case.seals if each.seal == name), None)
    if seal is None or seal.text is None or seal.salt is None:
        return False
    return hash_of(seal.salt, seal.text) != seal.hash


def first_round(case: Case, name: str, *, columns: int) -> Mapping[str, float] | None:
    """Answer what a debater held as it was sealed, by hypothesis.

    His sealed numbers are put to the case as it is written now.

    Args:
        case: the case as written.
        name: whose.
        columns: at how many columns minds are read, about.

    Returns:
        None where he sealed nothing, where it is not opened, where it is not what was sealed, or
        where the case as it is now cannot be seen that way.
    """
    seal = next((each for each in case.seals if each.seal == name), None)
    if seal is None or seal.text is None or seal.salt is None:
        return None
    if is_forged(case, name):
        return None
    position, _ = read_position(seal.text, seal.at.file, case.words)
    if position is None or position.position != name:
        return None
    others = (each for each in case.positions if each.position != name)
    state = find_debater(replace(case, positions=(*others, position)), position, columns=columns)
    if not isinstance(state, Debater):
        return None
    return {each.id: each.probability for each in state.held.answers}
