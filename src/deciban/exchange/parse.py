"""Tokens to blocks, by recursive descent; after a slip reading goes on behind it.

A line that cannot be read ends at its semicolon, and a block at its brace or where the next one
begins. So each slip is told once, and hides as little as can be of what follows.
"""

from collections.abc import Callable, Sequence
from typing import NoReturn

from deciban.exchange.blocks import Blocks, ProbabilityBlock, RowBlock, VariableBlock
from deciban.exchange.tokens import Kind, Token
from deciban.problem import Problem

NETWORK, VARIABLE, PROBABILITY = "network", "variable", "probability"
TYPE, DISCRETE, PROPERTY, TABLE, DEFAULT = "type", "discrete", "property", "table", "default"


def blocks_of(tokens: Sequence[Token]) -> tuple[Blocks, list[Problem]]:
    """Answer the blocks that tokens make, and what cannot be read.

    Args:
        tokens: the last of them the end of the text.
    """
    parser = _Parser(tokens)
    return parser.file(), parser.problems


class _Slip(Exception):  # noqa: N818 [it never leaves this module; the problem is what is told]
    """A slip that ends the line or the block it stands in."""


class _Parser:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.problems: list[Problem] = []
        self._tokens = tokens
        self._place = 0
        self._name = ""
        self._variables: list[VariableBlock] = []
        self._probabilities: list[ProbabilityBlock] = []
        self._whole = True
        self._ended = False

    def file(self) -> Blocks:
        """Every block."""
        while self._here.kind is not Kind.END:
            try:
                self._block()
            except _Slip:
                self._whole = False
                self._skip_to_block()
        return Blocks(self._name, tuple(self._variables), tuple(self._probabilities), self._whole)

    def _block(self) -> None:
        if self._here.is_word(VARIABLE):
            self._variables.append(self._variable())
        elif self._here.is_word(PROBABILITY):
            self._probabilities.append(self._probability())
        elif self._here.is_word(NETWORK):
            self._network()
        else:
            self._expected("a block", "begin with 'network', 'variable' or 'probability'")

    def _network(self) -> None:
        self._next()
        if self._here.is_name:
            self._name = self._next().text
        opening = self._sign("{")
        while not self._at_end_of(opening):
            self._line(self._property)

    def _variable(self) -> VariableBlock:
        self._next()
        name = self._a_name("the name of a variable")
        opening = self._sign("{")
        states: tuple[Token, ...] | None = None
        count: Token | None = None
        lost = False
        while not self._at_end_of(opening):
            if not self._here.is_word(TYPE) or states is not None:
                lost |= not self._line(self._property)
                continue
            start = self._place
            if not self._line(self._type):
                lost = True
                continue
            count, states = _typed(self._tokens[start : self._place])
        if states is None:
            if not lost:
                message = f"'{name.text}' does not say what states it has"
                hint = "write `type discrete [2] { yes, no };` with its own states"
                self.problems.append(Problem("D902", message, name.at, hint))
            raise _Slip
        return VariableBlock(name, states, count)

    def _type(self) -> None:
        self._next()
        if not self._here.is_word(DISCRETE):
            self._expected("'discrete'", "only variables with a list of states are read")
        self._next()
        if self._here.is_sign("["):
            self._next()
            self._a_name("the number of states")
            self._sign("]")
        self._sign("{")
        self._names()
        self._sign("}")
        self._sign(";")

    def _probability(self) -> ProbabilityBlock:
        self._next()
        self._sign("(")
        of = self._a_name("the name of a variable")
        given: tuple[Token, ...] = ()
        if self._here.is_sign("|"):
            self._next()
            given = self._names()
        elif self._here.is_name:
            self._expected("'|'", "put a | between a variable and those it hangs from")
        self._sign(")")
        opening = self._sign("{")
        rows: list[RowBlock] = []
        whole = True
        while not self._at_end_of(opening):
            whole &= self._line(lambda: self._row(rows))
        return ProbabilityBlock(of, given, tuple(rows), whole)

    def _row(self, rows: list[RowBlock]) -> None:
        at = self._here.at
        if self._here.is_word(PROPERTY):
            self._property()
            return
        when: tuple[Token, ...] = ()
        if self._here.is_word(TABLE, DEFAULT):
            kind = self._next().text
        elif self._here.is_sign("("):
            kind = "row"
            self._next()
            when = self._names()
            self._sign(")")
        else:
            self._expected("a row", "begin with 'table', 'default' or states in brackets")
        numbers = self._names()
        self._sign(";")
        rows.append(RowBlock(kind, when, numbers, at))

    def _property(self) -> None:
        if not self._here.is_word(PROPERTY):
            self._expected("the end of the block", "end the block with a } before this")
        while not self._here.is_sign(";"):
            if self._here.kind is Kind.END or self._here.is_sign("{") or self._here.is_sign("}"):
                self._expected("';'", "end the property with a ;")
            self._next()
        self._next()

    def _line(self, read: "Callable[[], None]") -> bool:
        """Read one line of a block; whether that could be done."""
        start = self._place
        try:
            read()
        except _Slip:
            self._place = start
            self._skip_line()
            return False
        return True

    @property
    def _here(self) -> Token:
        return self._tokens[self._place]

    def _next(self) -> Token:
        token = self._here
        if token.kind is not Kind.END:
            self._place += 1
        return token

    def _names(self) -> tuple[Token, ...]:
        names: list[Token] = []
        while self._here.is_name:
            names.append(self._next())
        return tuple(names)

    def _a_name(self, what: str) -> Token:
        if not self._here.is_name:
            self._expected(what, "look for what is missing here")
        return self._next()

    def _sign(self, text: str) -> Token:
        if not self._here.is_sign(text):
            self._expected(f"'{text}'", f"put a {text} before it")
        return self._next()

    def _expected(self, what: str, hint: str) -> NoReturn:
        here = self._here
        if here.kind is Kind.END:
            self._ended = True
            message = f"the file ends where {what} is expected"
            self.problems.append(Problem("D901", message, here.at, "has the file been cut off?"))
        else:
            message = f"{here} stands where {what} is expected"
            self.problems.append(Problem("D902", message, here.at, hint))
        raise _Slip

    def _at_end_of(self, opening: Token) -> bool:
        """Whether a block ends here, and then step behind it; or tell that it never does."""
        if self._here.is_sign("}"):
            self._next()
            return True
        if self._here.kind is not Kind.END and not self._begins_a_block:
            return False
        if not self._ended:
            message = "this block is not closed"
            self.problems.append(Problem("D901", message, opening.at, "end it with a }"))
        return True

    @property
    def _begins_a_block(self) -> bool:
        """Whether a keyword stands here with what only follows it at the head of a block."""
        following = self._tokens[min(self._place + 1, len(self._tokens) - 1)]
        if self._here.is_word(PROBABILITY):
            return following.is_sign("(")
        after = self._tokens[min(self._place + 2, len(self._tokens) - 1)]
        return self._here.is_word(VARIABLE) and following.is_name and after.is_sign("{")

    def _skip_line(self) -> None:
        """Behind the semicolon of a line, or to the brace that ends its block."""
        depth = 0
        while self._here.kind is not Kind.END:
            if self._here.is_sign("}") and depth == 0:
                return
            token = self._next()
            depth += token.is_sign("{") - token.is_sign("}")
            if token.is_sign(";") or self._begins_a_block:
                return

    def _skip_to_block(self) -> None:
        """To where a block begins, past a keyword that has just led nowhere."""
        while self._here.kind is not Kind.END and not self._begins_a_block:
            self._next()


def _typed(tokens: Sequence[Token]) -> tuple[Token | None, tuple[Token, ...]]:
    """What a line ``type discrete [2] { a, b };`` says: how many states, and which."""
    brace = next(place for place, token in enumerate(tokens) if token.is_sign("{"))
    names = tuple(token for token in tokens[brace:] if token.is_name)
    count = next((tokens[place + 1] for place in range(brace) if tokens[place].is_sign("[")), None)
    return count, names
