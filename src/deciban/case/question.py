"""A question and its rival answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from deciban.case.kinds import (
    DATE,
    PROSE,
    Choice,
    Dates,
    Flag,
    Identifier,
    Judgements,
    Quantity,
    Reference,
    Texts,
    key,
)
from deciban.case.record import Record
from deciban.case.trees import Amount, Tree
from deciban.dates import When

NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class Question(Record):
    """What is asked, and the answers that exclude one another.

    A question of *when* lists dates instead of hypotheses; each date is then a hypothesis.
    """

    id: str = key(Identifier(), "Its name in this case.", default="question")
    ask: str = key(PROSE, "The question, in words.", required=True)
    subject: str | None = key(
        Identifier(), "Whose mind it asks about, where it is a mind: a source or an actor."
    )
    as_of: When | None = key(DATE, "The moment the question stands at.")
    about: str | None = key(
        Reference(("mind",)), "The part of an actor's mind that it asks about: `actor.wonders`."
    )
    by: str | None = key(
        Choice(("most_likely",)), "Asked about a mind: the value he held likeliest."
    )
    bands: tuple[Amount, ...] = key(
        Quantity(0, 1, listed=True),
        "Asked about a mind: the edges of the bands of his belief.",
        default=(),
    )
    hypotheses: Mapping[str, str] = key(
        Texts(), "The rival answers: a name and a sentence each.", default={}
    )
    exhaustive: bool = key(
        Flag(), "Whether you vouch that no other answer is possible.", default=False
    )
    when: tuple[When | None, ...] = key(
        Dates(), "For a question of when: the dates that answer it; `never` may be one.", default=()
    )
    given: str | None = key(
        Reference(("question",)), "The question whose answer its prior depends on."
    )
    prior: Tree | str | None = key(
        Judgements(words=("even", "none")),
        "How likely each answer is before the evidence: `even`, `none`, or a row.",
    )
    replace_prior: Tree | None = key(
        Judgements(), "Asked about a mind: a prior put in place of the mind's own."
    )
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "Where it is discussed.", default=()
    )
    because: str | None = key(PROSE, "Why this prior.")
    note: str | None = key(PROSE, "Anything else a reader should know.")

    @property
    def answers(self) -> tuple[str, ...]:
        """The names of the answers: hypotheses, or dates as written."""
        if self.when:
            return tuple(NEVER if date is None else date.text for date in self.when)
        if self.bands and not self.hypotheses:
            return tuple(_band_names(self.bands))
        return tuple(self.hypotheses)

    def wording(self, answer: str) -> str:
        """The sentence behind an answer's name."""
        if self.bands and not self.hypotheses and answer in self.answers:
            place = self.answers.index(answer)
            low, high = (100.0 * self.bands[end].central for end in (place, place + 1))
            return f"He held it {low:g} to {high:g}% likely"
        return self.hypotheses.get(answer, answer)


def _band_names(edges: tuple[Amount, ...]) -> Iterator[str]:
    """Bands that were given no names, by their edges in per cent: ``from_10_to_50``."""
    for low, high in pairwise(edges):
        ends = (f"{100.0 * edge.central:g}".replace(".", "_") for edge in (low, high))
        yield "from_{}_to_{}".format(*ends)
