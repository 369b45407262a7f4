"""A number of a case as a page tells it: its address, its text, and what stands behind a word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from deciban.case import ADMIRALTY, Amount, AmountTree, Tree
from deciban.render.figures import percent
from deciban.render.json_text import Json
from deciban.units import Judgement, Rest


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a case.

    Attributes:
        address: where it stands, or would.
        text: as written.
        remark: the scale of a word, the range of a letter, or who assumed it.
    """

    address: str
    text: str
    remark: str = ""


def numbers_in(tree: Tree | AmountTree, address: str) -> Iterator[Number]:
    """Answer every number in a tree; a place in a row may be the word ``rest``."""
    match tree:
        case Judgement():
            yield number_of(address, tree)
        case Rest() | Amount():
            yield Number(address, tree.text)
        case Mapping():
            for name, branch in tree.items():
                yield from numbers_in(branch, f"{address}.{name}")


def number_of(address: str, judgement: Judgement) -> Number:
    """Answer a judgement; a word with the range that it stands for."""
    if judgement.word is None or judgement.certain:
        return Number(address, judgement.text)
    scale = f" ({judgement.scale})" if judgement.scale else ""
    stands_for = f"{percent(judgement.low)} to {percent(judgement.high)}"
    return Number(address, judgement.text, stands_for + scale)


def numbers_json(numbers: Iterable[Number]) -> list[Json]:
    """Answer numbers as data: where each stands, its text, and what stands behind it."""
    return [{"address": each.address, "text": each.text, "remark": each.remark} for each in numbers]


def assumed_number(address: str, text: str, whose: str) -> Number:
    """Answer what is assumed where the case writes nothing, and by whom."""
    stands_for = f"{ADMIRALTY[text]}, " if text in ADMIRALTY else ""
    return Number(address, text, f"{stands_for}assumed by {whose}")
