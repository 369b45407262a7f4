"""A model of fifty variables: a question, twenty events, nine shared sources, twenty reports.

It is built as a model, not written in the language: there a source also has a belief about every
event, which would make it a larger graph. What hangs from what follows from a seed, and so do the
numbers.
"""

from itertools import product
from random import Random

from deciban.model import GraphBuilder, Model, Polynomial

ANSWERS = ("kept", "demands", "attack")
CHARACTERS = ("honest", "guesses")
YES_NO = ("yes", "no")
EVENTS = 20
SOURCES = 9
REPORTS = 20
RECENT = 4
"""An event that hangs from another hangs from one of so many before it."""
SEED = 1941


def fifty_variables() -> Model:
    """The model; the question is its first variable."""
    fifty = _Fifty()
    question = fifty.whole("question", ANSWERS)
    fifty.builder.question("question", question)
    events: list[int] = []
    for place in range(EVENTS):
        events.append(fifty.event(f"event{place}", fifty.parents(question, events)))
    sources = [fifty.whole(f"source{place}", CHARACTERS) for place in range(SOURCES)]
    for place in range(REPORTS):
        fifty.report(f"report{place}", fifty.random.choice(events), sources[place % SOURCES])
    return fifty.builder.build()


class _Fifty:
    """The model while it is being built."""

    def __init__(self) -> None:
        self.builder = GraphBuilder()
        self.random = Random(SEED)  # noqa: S311 [no secret]

    def parents(self, question: int, events: list[int]) -> list[int]:
        """What the next event hangs from: the question, two times in five a recent event too.

        Half of those hang from the question only through that event.
        """
        if not events or self.random.random() >= 0.4:  # noqa: PLR2004 [two in five]
            return [question]
        recent = self.random.choice(events[-RECENT:])
        return [recent] if self.random.random() < 0.5 else [question, recent]  # noqa: PLR2004 [half]

    def whole(self, name: str, states: tuple[str, ...]) -> int:
        """A variable with no parents, whose last state gets what the others leave over."""
        variable = self.builder.variable(name, states)
        shares = {f"{name}.{state}": self.random.uniform(0.25, 0.4) for state in states[:-1]}
        chances = [self._number(address, share) for address, share in shares.items()]
        rest = 1.0 - sum(chances[1:], start=chances[0])
        self.builder.row({address: (1, share) for address, share in shares.items()}, rest=True)
        self.builder.factor([variable], lambda state: [*chances, rest][state[0]], name)
        return variable

    def event(self, name: str, parents: list[int]) -> int:
        """An event with one number for every state of its parents."""
        event = self.builder.variable(name, YES_NO)
        chances = {
            states: self._number(".".join([name, *map(str, states)]), self.random.uniform(0.2, 0.8))
            for states in product(*(range(self.builder.cardinality(each)) for each in parents))
        }

        def happens(state: tuple[int, ...]) -> Polynomial:
            *given, outcome = state
            chance = chances[tuple(given)]
            return chance if outcome == 0 else 1.0 - chance

        self.builder.factor([*parents, event], happens, name)
        return event

    def report(self, name: str, event: int, source: int) -> None:
        """What a source says of an event: the truth as far as it is competent, or a guess."""
        said = self.builder.variable(name, YES_NO)
        competence = self._number(f"{name}.competence", self.random.uniform(0.7, 0.85))

        def says(state: tuple[int, ...]) -> Polynomial | float:
            happened, character, answer = state
            if character > 0:
                return 0.5
            return competence if happened == answer else 1.0 - competence

        self.builder.factor([event, source, said], says, name)
        self.builder.observe(name, "report", said, self.random.randrange(2))

    def _number(self, address: str, central: float) -> Polynomial:
        """Writes a number with its range, a tenth to each side."""
        return self.builder.number(address, central, central - 0.1, central + 0.1, "probability")
