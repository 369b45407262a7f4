"""What the blocks of the interchange format say, before anybody asks what it means."""

from dataclasses import dataclass

from deciban.exchange.tokens import Token
from deciban.span import Span


@dataclass(frozen=True, slots=True)
class VariableBlock:
    """``variable x { type discrete [2] { a, b }; }``.

    Attributes:
        name: the variable.
        states: its states, as written.
        count: how many there are said to be; None where that is not said.
    """

    name: Token
    states: tuple[Token, ...]
    count: Token | None


@dataclass(frozen=True, slots=True)
class RowBlock:
    """A line of a probability block: ``(a, b) p, q;``, ``table p, q;`` or ``default p, q;``.

    Attributes:
        kind: ``row``, ``table`` or ``default``.
        when: the states in brackets.
        numbers: what follows them.
        at: where the line begins.
    """

    kind: str
    when: tuple[Token, ...]
    numbers: tuple[Token, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class ProbabilityBlock:
    """``probability ( x | y, z ) { ... }``.

    Attributes:
        of: the variable.
        given: what it hangs from.
        rows: its lines.
        whole: whether every line of it could be read.
    """

    of: Token
    given: tuple[Token, ...]
    rows: tuple[RowBlock, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Blocks:
    """Everything in a file.

    Attributes:
        name: what the network is called; empty where nothing is said.
        variables: in the order written.
        probabilities: in the order written.
        whole: whether no block was lost to a slip, so that what is missing is truly missing.
    """

    name: str
    variables: tuple[VariableBlock, ...]
    probabilities: tuple[ProbabilityBlock, ...]
    whole: bool
