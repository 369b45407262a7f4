"""The variables that a file declares, each once, with states that can be told apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deciban.exchange.blocks import VariableBlock
from deciban.exchange.tokens import Token
from deciban.problem import Problem
from deciban.span import Span

MOST_STATES = 200


@dataclass(frozen=True, slots=True)
class Declared:
    """A variable and its states.

    Attributes:
        name: its name.
        states: the names of its states.
        at: where it is declared.
        sound: whether nothing is wrong with it, so that its rows can be held against it.
    """

    name: str
    states: tuple[str, ...]
    at: Span
    sound: bool


def declared_by(
    blocks: Sequence[VariableBlock],
) -> tuple[Mapping[str, Declared], list[Problem]]:
    """Answer every variable by its name, in the order written, and what is wrong with them."""
    known: dict[str, Declared] = {}
    problems: list[Problem] = []
    for block in blocks:
        name = block.name.text
        if name in known:
            message = f"the variable '{name}' is declared twice"
            problems.append(
                Problem("D903", message, block.name.at, "rename one of them", (known[name].at,))
            )
            continue
        wrong = list(_wrong_with(block))
        problems += wrong
        states = tuple(token.text for token in block.states)
        known[name] = Declared(name, states, block.name.at, sound=not wrong)
    return known, problems


def twice(names: Sequence[Token], what: str) -> Iterator[Problem]:
    """Tell of names that stand more than once in a list."""
    first: dict[str, Token] = {}
    for name in names:
        if name.text in first:
            message = f"{what} '{name.text}' is named twice"
            also = (first[name.text].at,)
            yield Problem("D903", message, name.at, "rename or drop one of them", also)
        first.setdefault(name.text, name)


def _wrong_with(block: VariableBlock) -> Iterator[Problem]:
    name, states = block.name.text, block.states
    if not states:
        hint = "list its states between the braces"
        yield Problem("D907", f"'{name}' has no states", block.name.at, hint)
    if len(states) > MOST_STATES:
        message = f"'{name}' has {len(states)} states, and a variable has at most {MOST_STATES}"
        yield Problem("D913", message, block.name.at, "join states that need not be told apart")
    if block.count is not None and block.count.text != str(len(states)):
        message = f"'{name}' is said to have {block.count.text} states and lists {len(states)}"
        hint = f"write [{len(states)}], or see whether a state is missing"
        yield Problem("D907", message, block.count.at, hint)
    yield from twice(states, "the state")
