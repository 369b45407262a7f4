"""Random small cases as plain data, with every idiom of the language in them.

A case is what YAML would make of its text; as JSON is YAML, that text is its JSON. All numbers are
points, written out, so that a reference can read them without knowing the units.
"""

import json
from random import Random

from hypothesis import strategies as st

Data = dict[str, "Value"]
Value = str | bool | list["Value"] | dict[str, "Value"]

YES_NO = ("yes", "no")
ABC = ("a", "b", "c")


def number(random: Random, low: float = 0.05, high: float = 0.95) -> str:
    """A probability, as written."""
    return f"{random.uniform(low, high):.4f}"


def row(random: Random, names: tuple[str, ...]) -> dict[str, Value]:
    """A row of numbers whose last entry is what the others leave over."""
    shares = [random.uniform(0.2, 1.0) for _ in names]
    total = sum(shares)
    written: dict[str, Value] = {
        name: f"{share / total:.4f}" for name, share in zip(names, shares, strict=True)
    }
    written[names[-1]] = "rest"
    return written


def to_text(case: Data) -> str:
    """A case's text."""
    return json.dumps(case, indent=1)


def small_case(random: Random, *, sharp: bool = False) -> Data:
    """A case with two or three hypotheses and a few of everything else.

    Args:
        random: everything follows from it.
        sharp: leave out weights, which are ratios and no probabilities.
    """
    return _Writer(random, sharp=sharp).write()


def small_cases(*, sharp: bool = False) -> st.SearchStrategy[Data]:
    """Small cases, however hypothesis would have them."""
    randoms = st.randoms(use_true_random=False, note_method_calls=False)
    return randoms.map(lambda random: small_case(random, sharp=sharp))


class _Writer:
    """One case being made up; ``states`` are what events may hang from."""

    def __init__(self, random: Random, *, sharp: bool) -> None:
        self.random = random
        self.sharp = sharp
        self.hypotheses = ("h0", "h1", "h2")[: random.choice([2, 2, 3])]
        self.states: dict[str, tuple[str, ...]] = {"question": self.hypotheses, "q": YES_NO}
        self.events: list[Value] = []
        self.reports: list[Value] = []

    def write(self) -> Data:
        """The whole case."""
        random = self.random
        self._events()
        sources = self._sources()
        self._reports(tuple(sources))
        return {
            "deciban": "1",
            "title": "A small case",
            "question": {
                "ask": "Which?",
                "hypotheses": dict.fromkeys(self.hypotheses, "It is so"),
                "exhaustive": "yes",
                "prior": row(random, self.hypotheses),
            },
            "questions": {"q": self._linked()},
            "sources": {**sources, "archive": {"name": "Archive"}, "desk": {"name": "Desk"}},
            "events": self.events,
            "reports": self.reports,
            "silences": self._silences(),
            "assume": {"slip": number(random, 0.01, 0.2)},
        }

    def _linked(self) -> Data:
        nested = self.random.random() < 0.5
        prior: Value = row(self.random, YES_NO)
        if nested:
            prior = {name: row(self.random, YES_NO) for name in self.hypotheses}
        linked: Data = {"ask": "And?", "hypotheses": dict.fromkeys(YES_NO, "So"), "prior": prior}
        return {**linked, "given": "question"} if nested else linked

    def _events(self) -> None:
        for place in range(4):
            name = f"e{place}"
            outcomes = self.random.choice([YES_NO, YES_NO, ABC])
            self.events.append(self._event(name, outcomes, place))
            self.states[name] = outcomes
        if not self.sharp and self.random.random() < 0.5:
            weight = {self.hypotheses[0]: f"x{self.random.uniform(0.2, 5):.3f}"}
            self.events.append(
                {"id": "study", "text": "A study", "known": "yes", "weight": {**weight}}
            )

    def _event(self, name: str, outcomes: tuple[str, ...], place: int) -> Data:
        random = self.random
        event: Data = {"id": name, "text": f"Event {name}"}
        if outcomes != YES_NO:
            event["outcomes"] = list(outcomes)
        given = random.sample(sorted(self.states), random.choice([1, 1, 2]))
        event["given"] = list(given)
        event["expected"] = self._table(given, outcomes)
        if place >= 2:  # the first two stay hidden; reports bear on them
            event["known"] = random.choice(outcomes)
        rivals = [each for each in ("q", "e0") if each in self.states and each not in given]
        if outcomes == YES_NO and rivals and random.random() < 0.4:
            cause = random.choice(rivals)
            state = random.choice(self.states[cause])
            event["also_caused_by"] = {f"{cause}.{state}": number(random)}
        return event

    def _table(self, given: list[str], outcomes: tuple[str, ...]) -> Value:
        if not given:
            return number(self.random) if outcomes == YES_NO else row(self.random, outcomes)
        states = self.states[given[0]]
        table = {state: self._table(given[1:], outcomes) for state in states}
        if self.random.random() < 0.2:
            table["else"] = table.pop(states[-1])
        return {**table}

    def _sources(self) -> Data:
        kinds = [("honest", "guesses"), ("honest", "pushes"), ("honest", "inverts", "guesses")]
        character = row(self.random, self.random.choice(kinds))
        line: Data = {"e0": self.random.choice(self.states["e0"])}
        source: Data = {
            "name": "A",
            "character": character,
            "competence": number(self.random, 0.5),
            "line": line,
        }
        other: Data = {"name": "B", "competence": number(self.random, 0.5), "line": line}
        if self.random.random() < 0.5:
            source["school"] = other["school"] = "school"
        else:
            other["character"] = row(self.random, kinds[0])
        return {"s0": source, "s1": other}

    def _reports(self, sources: tuple[str, ...]) -> None:
        random = self.random
        spoken = [("e0", sources[0]), ("e1", sources[1])]
        spoken += random.choices([("e0", sources[1]), ("e0", sources[0]), ("e2", sources[0])], k=2)
        for place, (event, source) in enumerate(spoken):
            said = random.choice(self.states[event])
            self.reports.append({"id": f"r{place}", "of": event, "by": source, "says": said})
        for place, relays in enumerate(random.sample(["r0", "s1", "s1"], 2)):
            self.reports.append(
                {
                    "id": f"copy{place}",
                    "of": "e0",
                    "by": "desk",
                    "relays": relays,
                    "says": random.choice(self.states["e0"]),
                    "fidelity": number(random, 0.4),
                }
            )

    def _silences(self) -> Value:
        survives = number(self.random)
        return [
            {
                "id": f"gap{place}",
                "of": event,
                "by": "archive",
                "says": self.random.choice(self.states[event]),
                "made": number(self.random),
                "survives": survives,
                "found": number(self.random),
            }
            for place, event in enumerate(["e1", "e3"])
        ]
