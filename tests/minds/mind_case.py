"""A whole case about one mind, and what the reference makes of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.minds.by_hand import Did, points, posterior
from tests.minds.one_mind import Data, Row, believes, kernel
from tests.minds.plain import plain, plain_actor, plain_question

YES_NO = ("yes", "no")


@dataclass(frozen=True)
class MindCase:
    """A case as YAML has it, all of it words, and the actor whom its question is about.

    Beside the mind it may hold what shows his acts, each known or told once by a source of its
    own, and known events that hang from the question.
    """

    case: Data
    of: str

    @property
    def text(self) -> str:
        """The case's text; JSON is YAML."""
        return json.dumps(self.case, indent=1)

    @property
    def actor(self) -> Data:
        """The actor in points and lists."""
        return plain_actor(self.case, self.of)

    @property
    def question(self) -> Data:
        """The question in points."""
        return plain_question(self.case)

    def answers(self) -> tuple[Row, list[float]]:
        """How likely each hypothesis is, and each actor that is possible."""
        possible, asked = points(self.actor), self.question
        return posterior(possible, asked, self.likelihood, asked.get("replace_prior"))

    def likelihood(self, answer: str, did: Did) -> float:
        """How likely all else in the case is, given the answer and what he did."""
        chance = 1.0
        for event in self.case.get("events", []):
            if "expected" in event:
                chance *= plain(event["expected"])[answer]
        for choice, done in zip(self.actor.get("chooses", []), did, strict=True):
            chance *= self._seen(choice, "yes" if done else "no")
        return chance

    def _seen(self, choice: Data, done: str) -> float:
        """The chance of what the case has on an act, which was done or not."""
        if "shown_by" not in choice:
            return float(done == "yes")
        event = next(each for each in self.case["events"] if each["id"] == choice["shown_by"])
        if "known" in event:
            return float(done == event["known"])
        report = next(each for each in self.case["reports"] if each["of"] == event["id"])
        source, eps = plain(self.case["sources"][report["by"]]), self.actor["eps"]
        chance = 0.0
        for role, share in source["character"].items():
            for held in YES_NO:
                believed = believes(held, done, source["competence"], YES_NO)
                said = kernel(role, report["says"], held, "", YES_NO, eps)
                chance += share * believed * said
        return chance


def changed(case: Data, settings: Mapping[str, Any]) -> Data:
    """A case with new values by address; entries of lists go by their ``id``."""
    copy: Data = json.loads(json.dumps(case))
    for address, value in settings.items():
        *path, last = address.split(".")
        at: Any = copy
        for name in path:
            at = at[name] if isinstance(at, dict) else _named(at, name)
        if isinstance(value, dict) and path[-1] == "trusts":
            value = {**_without_character(at[last]), **value}  # noqa: PLW2901 (what it comes to)
        at[last] = value
    return copy


def _named(entries: list[Any], name: str) -> Any:  # noqa: ANN401 (whatever YAML holds)
    return next(each for each in entries if each["id"] == name)


def _without_character(trust: Data) -> Data:
    roles = ("honest", "pushes", "inverts", "guesses")
    return {key: value for key, value in trust.items() if key not in roles}
