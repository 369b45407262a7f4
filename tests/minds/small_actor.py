"""One random small actor, as YAML would have his text."""

from random import Random
from typing import Any

Written = dict[str, Any]

#: Pushes come with a line, so each source has one.
KINDS = (
    ("honest", "guesses"),
    ("honest", "pushes"),
    ("honest", "pushes", "inverts"),
    ("honest", "pushes", "inverts", "guesses"),
)


def write_actor(random: Random) -> Written:
    """He has two or three values, up to three sources and five messages and signs."""
    return _Writer(random).write()


class _Writer:
    """One actor being made up."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.values = ("v0", "v1", "v2")[: random.choice([2, 3])]
        self.sources = ("s0", "s1", "s2")[: random.choice([1, 2, 3])]
        self.saw: list[Written] = []
        self.choices: list[Written] = []
        self.doubtful = 2

    def write(self) -> Written:
        random = self.random
        self._sights()
        self._choices()
        actor: Written = {
            "wonders": {"id": "plan", "values": list(self.values)},
            "trusts": {source: self._trust() for source in self.sources},
            "learns_trust_from": random.choice(["never", "outcomes", "content"]),
            **self._sometimes("weight_on_evidence", 200),
            **self._sometimes("forgetting", 500),
            "saw": self.saw,
            "chooses": self.choices,
            "care": self._care(),
            "slip": self._chance(0, 100),
        }
        return {**actor, **self._beginning(actor)}

    def _beginning(self, actor: Written) -> Written:
        """His belief before the first message, or how he saw the other."""
        if self.random.random() < 0.5:
            return {"prior": self._row(self.values)}
        nested = self.random.random() < 0.4
        other: Written = {
            "name": "The other",
            "types": {kind: self._plans(nested=nested) for kind in ("one", "two")},
            "prior": self._row(("one", "two")),
            "care": self._care(),
        }
        if self.random.random() < 0.5:
            other["mirror"] = {"weight": self._chance(0, 900), "stakes": self._stakes()}
        return {"opponent": {**other, **self._turns(actor)} if nested else other} | (
            {"depth": actor["depth"]} if "depth" in actor else {}
        )

    def _plans(self, *, nested: bool) -> Written:
        if not nested:
            return self._stakes()
        options = self.choices[0]["between"]
        return {value: {option: self._worth() for option in options} for value in self.values}

    def _turns(self, actor: Written) -> Written:
        """What the other reckons with, where his stakes are nested."""
        actor["depth"] = self.random.choice(["1", "2"])
        if actor["depth"] == "1":
            return {"anticipates": "c0", "expects": self._row(tuple(self.choices[0]["between"]))}
        if self.random.random() < 0.3:
            return {"anticipates": "c0"}
        return {"anticipates": "c0", "passes_for": self._row(self.values)}

    def _trust(self) -> Written:
        random = self.random
        trust: Written = {
            **self._row(random.choice(KINDS)),
            "line": random.choice(self.values),
            "competence": self._chance(400, 980),
        }
        if random.random() < 0.4:
            kinds = random.sample(["right_yes", "right_no", "false_alarms", "missed"], 2)
            trust["record"] = {kind: str(random.randint(0, 3)) for kind in kinds}
        if "pushes" not in trust and random.random() < 0.5:
            del trust["line"]
        return trust

    def _sights(self) -> None:
        """The first sight is a sign that may not have reached him, so that he may differ."""
        sign = self._sign("m0")
        self.saw.append({**sign, "reached_him": self._chance(200, 800)})
        for place in range(1, self.random.choice([2, 3, 4, 5])):
            name = f"m{place}"
            message = self.random.random() < 0.8
            self.saw.append(self._message(name) if message else self._sign(name))
        self.random.shuffle(self.saw)

    def _sign(self, name: str) -> Written:
        expected = {value: self._chance(20, 980) for value in self.values}
        return {"id": name, "on": self._day(1, 20), "expected": expected}

    def _message(self, name: str) -> Written:
        random, day = self.random, random_day(self.random, 1, 20)
        message: Written = {
            "id": name,
            "on": _date(day),
            "from": random.choice(self.sources),
            "says": random.choice(self.values),
        }
        earlier = [each["id"] for each in self.saw if "says" in each and "copies" not in each]
        if earlier and random.random() < 0.15:
            return {**message, "copies": random.choice(earlier)}
        if random.random() < 0.3:
            message["new_information"] = "yes"
        if random.random() < 0.3:
            was = random.choice([*self.values, "no"])
            message["resolved"] = {"on": _date(random_day(random, day, 25)), "was": was}
        if self.doubtful and random.random() < 0.3:
            self.doubtful -= 1
            message["reached_him"] = self._chance(200, 800)
        return message

    def _choices(self) -> None:
        options = ("a", "b", "c")[: self.random.choice([2, 2, 3])]
        for place in range(self.random.choice([2, 3])):
            choice: Written = {
                "id": f"c{place}",
                "on": _date(5 + 7 * place),
                "between": {option: self._stakes() for option in options},
                "chose": self.random.choice(options),
            }
            if place and self.random.random() < 0.5:
                choice["continues"] = self.random.choice(self._not_continued())
                if self.random.random() < 0.7:
                    choice["inertia"] = self._chance(300, 990)
            if self.random.random() < 0.7:
                choice["shown_by"] = f"act{place}"
            self.choices.append(choice)

    def _not_continued(self) -> list[str]:
        """The choices that nothing continues yet; a policy is a chain."""
        continued = {each.get("continues") for each in self.choices}
        return [each["id"] for each in self.choices if each["id"] not in continued]

    def _stakes(self) -> Written:
        return {value: self._worth() for value in self.values}

    def _worth(self) -> str:
        return str(self.random.randint(0, 100))

    def _care(self) -> str | list[str]:
        care = [str(self.random.randint(1, 40) / 2) for _ in range(2)]
        return care[0] if self.random.random() < 0.6 else care

    def _sometimes(self, key: str, low: int) -> Written:
        return {key: self._chance(low, 990)} if self.random.random() < 0.5 else {}

    def _chance(self, low: int, high: int) -> str:
        return f"{self.random.randint(low, high) / 10}%"

    def _row(self, names: tuple[str, ...]) -> Written:
        """A row of points, of which the last is what the others leave over."""
        shares = [self.random.randint(50, 1000) for _ in names]
        row: Written = {
            name: f"{1000 * share // sum(shares) / 10}%"
            for name, share in zip(names, shares, strict=True)
        }
        return {**row, names[-1]: "rest"}

    def _day(self, low: int, high: int) -> str:
        return _date(random_day(self.random, low, high))


def random_day(random: Random, low: int, high: int) -> int:
    """A day of June; few, so that several things happen on one."""
    return random.randint(low, high) // 2 * 2 + 1 if random.random() < 0.5 else high


def _date(day: int) -> str:
    return f"1941-06-{day:02d}"
