"""A mind as plain numbers: what the compiler makes of an actor.

Notation, for all of ``deciban.minds``:

- ``w`` a value of what the actor wonders about, of ``W`` in all; ``v`` one that is singled out;
- ``r`` a role, in the order of ``ROLES``; ``s`` a source; ``m`` what a message says;
- ``B`` what a source believes of the value; ``c`` its competence; ``e`` the slip of a message;
- ``k`` the weight that the actor gives to evidence;
- ``a`` an option of a choice, ``U(a, w)`` its worth to him in a world;
- ``phi`` all his parameters at once. Every parameter is a polynomial in the numbers of
  ``Mind.numbers``; a *column* is one choice of those numbers, and columns are the last axis, ``N``.

Times are whole seconds, as in ``deciban.dates``; every date counts at its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from deciban.model import Model, Polynomial

#: What the actor may take a source for.
ROLES = ("honest", "pushes", "inverts", "guesses")
HONEST, PUSHES, INVERTS, GUESSES = range(4)

Learns = Literal["never", "outcomes", "content"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a message turned out.

    Attributes:
        at: when he learned it.
        was: the value that held; None where all he learned is that it was not what was said.
    """

    at: int
    was: int | None


@dataclass(frozen=True, slots=True)
class Message:
    """Something he was told.

    Attributes:
        id: its name.
        at: when it reached him.
        says: the value it named.
        belief: which of its source's beliefs it speaks from.
        receipt: its place in ``Mind.receipts``; None where it certainly reached him.
        outcome: how it turned out; None where he did not learn that.
    """

    id: str
    at: int
    says: int
    belief: int
    receipt: int | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How often a source had been right and wrong before."""

    right_yes: float = 0.0
    right_no: float = 0.0
    false_alarms: float = 0.0
    missed: float = 0.0

    @property
    def any(self) -> bool:
        """Whether anything is on record."""
        return bool(self.right_yes or self.right_no or self.false_alarms or self.missed)


@dataclass(frozen=True, slots=True)
class Source:
    """Someone who told him things, as he saw him.

    Attributes:
        name: its name.
        roles: his trust, by role.
        line: the value it pushes; None where nothing is pushed.
        competence: how likely he thought it right.
        record: how it had done.
        messages: what it told him, in order of time.
    """

    name: str
    roles: tuple[Polynomial, ...]
    line: int | None
    competence: Polynomial
    record: TrackRecord
    messages: tuple[Message, ...]

    @property
    def instants(self) -> tuple[int, ...]:
        """When it told him anything, or anything turned out, in order, each once."""
        times = {each.at for each in self.messages}
        times |= {each.outcome.at for each in self.messages if each.outcome is not None}
        return tuple(sorted(times))


@dataclass(frozen=True, slots=True)
class Sign:
    """Something he saw.

    Attributes:
        id: its name.
        at: when.
        expected: how likely he thought it under each value.
        receipt: as for a message.
    """

    id: str
    at: int
    expected: tuple[Polynomial, ...]
    receipt: int | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Whether something reached him.

    Attributes:
        id: the message or the sign.
        chance: how likely that is.
    """

    id: str
    chance: Polynomial


@dataclass(frozen=True, slots=True)
class Reply:
    """How the other reckons with what the actor does.

    Attributes:
        choice: the place of the choice in ``Mind.choices``.
        expects: what the other takes his habit to be, by option.
        passes_for: what the other thinks that he expects, by value; None at depth 1.
    """

    choice: int
    expects: tuple[Polynomial, ...]
    passes_for: tuple[Polynomial, ...] | None


@dataclass(frozen=True, slots=True)
class Opponent:
    """The other actor, as this one saw him.

    Attributes:
        name: who he is.
        types: the kinds he may be of; the last is *self* where there is a mirror.
        prior: how likely each kind is, by type.
        stakes: by type and value, what the plan is worth to that kind; one for each option of
            the reply where the other reckons with one, else one alone.
        care: by type, how closely that kind follows its stakes.
        reply: None where the other reckons with nothing.
    """

    name: str
    types: tuple[str, ...]
    prior: tuple[Polynomial, ...]
    stakes: tuple[tuple[tuple[Polynomial, ...], ...], ...]
    care: tuple[Polynomial, ...]
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """An act.

    Attributes:
        id: its name.
        at: when he chose.
        options: what he could have done.
        stakes: by option and value, what it was worth to him.
        chose: the option he took.
        continues: the place of the choice before it that he may merely have kept up.
        inertia: how likely he did.
    """

    id: str
    at: int
    options: tuple[str, ...]
    stakes: tuple[tuple[Polynomial, ...], ...]
    chose: int
    continues: int | None = None
    inertia: Polynomial | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What the case asks of his belief.

    Attributes:
        id: the question's name.
        at: the date of the belief.
        of: the value whose band is asked for; None where the likeliest value is.
        edges: the edges of the bands, ascending; of the likeliest value, ().
        order: of the likeliest value, the place of each value among the answers.
    """

    id: str
    at: int
    of: int | None = None
    edges: tuple[float, ...] = ()
    order: tuple[int, ...] = ()

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return len(self.edges) - 1 if self.of is not None else len(self.order)


@dataclass(frozen=True, slots=True)
class Listed:
    """A number that takes one of several values, each as likely as any other.

    Attributes:
        number: its place among the numbers.
        values: what it may be.
    """

    number: int
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Mind:
    """A mind.

    Attributes:
        actor: whose.
        values: what he wonders about may be.
        slip: ``e``, how often a message says other than its source means.
        numbers: the numbers written of him, with their ranges and rows; it has no variables.
        lists: those that take one of several values.
        receipts: what may not have reached him.
        prior: his belief before the first message, by value; () where it comes from an opponent.
        opponent: the other actor; None where there is a prior.
        sources: who told him things.
        signs: what he saw.
        choices: what he chose; a choice stands behind the one that it continues.
        questions: what the case asks of his belief.
        learns: what changes his trust.
        weight: ``k``.
        forgetting: how much of his belief he keeps from one date to the next.
        care: how closely he follows his stakes.
        error: how often he acts at random.
    """

    actor: str
    values: tuple[str, ...]
    slip: Polynomial
    numbers: Model
    lists: tuple[Listed, ...]
    receipts: tuple[Receipt, ...]
    prior: tuple[Polynomial, ...]
    opponent: Opponent | None
    sources: tuple[Source, ...]
    signs: tuple[Sign, ...]
    choices: tuple[Choice, ...]
    questions: tuple[Question, ...]
    learns: Learns
    weight: Polynomial
    forgetting: Polynomial
    care: Polynomial
    error: Polynomial

    @property
    def replies(self) -> bool:
        """Whether the other reckons with what the actor's own stakes would have him do."""
        reply = self.opponent.reply if self.opponent is not None else None
        return reply is not None and reply.passes_for is not None

    @property
    def instants(self) -> tuple[int, ...]:
        """When something reached him or turned out, in order, each once."""
        times = {instant for source in self.sources for instant in source.instants}
        return tuple(sorted(times | {each.at for each in self.signs}))
