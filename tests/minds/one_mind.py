"""What one man made of all that reached him, computed slowly and plainly.

Beliefs are products of one chance for each thing that reached him, so their logarithms are added.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

Data = Mapping[str, Any]
Row = dict[str, float]
#: A date and whether what happened on it counts already: (d, 0) is just before d, (d, 1) is d.
Moment = tuple[Any, int]

ROLES = ("honest", "pushes", "inverts", "guesses")
SMALLEST = 1e-300


def before_all(actor: Data) -> Row:
    """His belief before the first message."""
    if "opponent" not in actor:
        return dict(actor["prior"])
    other, values = actor["opponent"], actor["wonders"]["values"]
    mirror = other.get("mirror", {"weight": 0.0, "stakes": {}})
    sums: Row = dict.fromkeys(values, 0.0)
    for kind, share in other["prior"].items():
        plans = softmax({value: _worth(actor, kind, value) for value in values}, other["care"])
        for value in values:
            sums[value] += (1.0 - mirror["weight"]) * share * plans[value]
    if mirror["weight"]:
        in_his_shoes = softmax({value: mirror["stakes"][value] for value in values}, actor["care"])
        for value in values:
            sums[value] += mirror["weight"] * in_his_shoes[value]
    return sums


def softmax(stakes: Mapping[str, float], care: float) -> Row:
    """A choice by one who follows his stakes, 0 to 100, as closely as he cares."""
    return shares({name: care * worth / 100.0 for name, worth in stakes.items()})


def kernel(role: str, said: str, meant: str, line: str, values: Sequence[str], eps: float) -> float:
    """The chance that a source of this character says so, believing what it means."""
    others = len(values) - 1
    if role == "guesses":
        return 1.0 / len(values)
    if role == "inverts":
        return 0.0 if said == meant else 1.0 / others
    wanted = line if role == "pushes" else meant
    return 1.0 - eps if said == wanted else eps / others


def believes(held: str, truth: str, competence: float, values: Sequence[str]) -> float:
    """The chance that a source believes this, the other being true."""
    return competence if held == truth else (1.0 - competence) / (len(values) - 1)


class Mind:
    """What one actor made of all that reached him, moment by moment."""

    def __init__(self, actor: Data) -> None:
        self.actor = actor
        self.values: tuple[str, ...] = tuple(actor["wonders"]["values"])
        self.eps: float = actor.get("eps", 0.05)
        self.counts: float = actor.get("weight_on_evidence", 1.0)
        sights = [each for each in actor.get("saw", []) if "copies" not in each]
        self.sights: list[Data] = sorted(sights, key=lambda sight: sight["on"])
        self.found: dict[Moment, Row] = {}

    def log_belief(self, moment: Moment) -> Row:
        """The logarithm of his belief, up to a constant."""
        if moment not in self.found:
            self.found[moment] = self._log_belief(moment)
        return self.found[moment]

    def _log_belief(self, moment: Moment) -> Row:
        before = before_all(self.actor)
        logs = {value: _log(before[value]) for value in self.values}
        keeps = self.actor.get("forgetting", 1.0)
        if keeps == 1.0:
            heard = self.log_likelihood(moment)
            return {value: logs[value] + heard[value] for value in self.values}
        for date in self._instants():
            if (date, 1) <= moment:
                old, new = self.log_likelihood((date, 0)), self.log_likelihood((date, 1))
                for value in self.values:
                    kept = keeps * logs[value] if keeps else 0.0
                    logs[value] = kept + new[value] - old[value]
        return logs

    def log_likelihood(self, moment: Moment) -> Row:
        """What all that reached him says of each value."""
        sums = dict.fromkeys(self.values, 0.0)
        for value in self.values:
            for source in self.actor.get("trusts", {}):
                sums[value] += math.log(max(self.of_source(source, value, moment), SMALLEST))
            for sight in self.sights:
                if "expected" in sight and _had(sight, moment):
                    foretold = sight["expected"][value] ** self.counts
                    sums[value] += math.log(max(foretold, SMALLEST))
        return sums

    def of_source(self, source: str, value: str, moment: Moment) -> float:
        """How likely all its live messages were, had this value been true."""
        total = 0.0
        for role, share in self.trust(source, moment).items():
            if not share:
                continue
            chance = share
            for group in self._groups(source):
                live = [each for each in group if _live(each, moment)]
                chance *= sum(
                    self._believes(source, held, value)
                    * math.prod(self._tempered(source, role, each["says"], held) for each in live)
                    for held in self.values
                )
            total += chance
        return total

    def trust(self, source: str, moment: Moment) -> Row:
        """How likely he thought each character of a source, after what he had learned of it."""
        learns = self.actor.get("learns_trust_from", "outcomes")
        shares = {}
        for role in ROLES:
            share = self.actor["trusts"][source].get(role, 0.0) * self._record(source, role)
            if learns != "never":
                share *= self._outcomes(source, role, moment)
            if learns == "content":
                share *= self._content(source, role, moment)
            shares[role] = share
        total = sum(shares.values())
        return {role: share / total for role, share in shares.items()}

    def _record(self, source: str, role: str) -> float:
        """The chance of how it had done before, in messages of yes and no."""
        record = self.actor["trusts"][source].get("record", {})
        both = ("yes", "no")

        def says(said: str, truth: str) -> float:
            return sum(
                believes(held, truth, self._competence(source), both)
                * kernel(role, said, held, "yes", both, self.eps)
                for held in both
            )

        return float(
            says("yes", "yes") ** record.get("right_yes", 0.0)
            * says("no", "no") ** record.get("right_no", 0.0)
            * says("yes", "no") ** record.get("false_alarms", 0.0)
            * says("no", "yes") ** record.get("missed", 0.0)
        )

    def _outcomes(self, source: str, role: str, moment: Moment) -> float:
        """The chance of the messages whose truth he has learned; alike ones are one belief's."""
        alike: dict[tuple[Any, str, str], int] = {}
        for each in self._messages(source):
            if _had(each, moment) and not _live(each, moment):
                key = (each["resolved"]["on"], each["resolved"]["was"], each["says"])
                alike[key] = alike.get(key, 0) + 1
        chance = 1.0
        for (_, was, said), times in alike.items():
            true = [was] if was in self.values else [each for each in self.values if each != said]
            chance *= sum(
                self._believes(source, held, value)
                * self._kernel(source, role, said, held) ** times
                / len(true)
                for value in true
                for held in self.values
            )
        return chance

    def _content(self, source: str, role: str, moment: Moment) -> float:
        """The chance of each message by what he thought just before it came."""
        chance = 1.0
        for each in self._messages(source):
            arrived = (each["on"], 1)
            if _had(each, moment) and _live(each, arrived):
                thought = shares(self.log_belief((each["on"], 0)))
                chance *= sum(
                    thought[value]
                    * self._believes(source, held, value)
                    * self._kernel(source, role, each["says"], held)
                    for value in self.values
                    for held in self.values
                )
        return chance

    def _messages(self, source: str) -> list[Data]:
        return [each for each in self.sights if each.get("from") == source]

    def _groups(self, source: str) -> list[list[Data]]:
        """A source's messages by the belief that they speak from, whether received or not."""
        groups: list[list[Data]] = []
        for each in self._messages(source):
            if not groups or each.get("new_information", False):
                groups.append([])
            groups[-1].append(each)
        return groups

    def _instants(self) -> list[Any]:
        """When something reached him, or the truth of something that had."""
        dates = set()
        for each in self.sights:
            if each.get("received", True):
                dates.add(each["on"])
                if "resolved" in each:
                    dates.add(each["resolved"]["on"])
        return sorted(dates)

    def _competence(self, source: str) -> float:
        return float(self.actor["trusts"][source].get("competence", 0.85))

    def _believes(self, source: str, held: str, truth: str) -> float:
        return believes(held, truth, self._competence(source), self.values)

    def _kernel(self, source: str, role: str, said: str, held: str) -> float:
        line = self.actor["trusts"][source].get("line", "")
        return kernel(role, said, held, line, self.values, self.eps)

    def _tempered(self, source: str, role: str, said: str, held: str) -> float:
        """The kernel where evidence counts only in part; Python has 0 ** 0 = 1."""
        every = {
            each: self._kernel(source, role, each, held) ** self.counts for each in self.values
        }
        return float(every[said] / sum(every.values()))


def _had(sight: Data, moment: Moment) -> bool:
    return bool(sight.get("received", True)) and (sight["on"], 1) <= moment


def _live(message: Data, moment: Moment) -> bool:
    """Whether he has it and has not learned whether it was true."""
    learned = "resolved" in message and (message["resolved"]["on"], 1) <= moment
    return _had(message, moment) and not learned


def _worth(actor: Data, kind: str, value: str) -> float:
    """What a plan was worth to a kind of opponent, by what he expects of the actor."""
    stakes = actor["opponent"]["types"][kind][value]
    if not isinstance(stakes, Mapping):
        return float(stakes)
    expected = _expected_of_him(actor)
    return float(sum(expected[option] * worth for option, worth in stakes.items()))


def _expected_of_him(actor: Data) -> Row:
    """What the other reckons that the actor will do in the choice that he anticipates."""
    other = actor["opponent"]
    if actor.get("depth", 1) < 2:
        return dict(other["expects"])
    values = actor["wonders"]["values"]
    passes_for = other.get("passes_for", {value: 1.0 / len(values) for value in values})
    choice = next(each for each in actor["chooses"] if each["id"] == other["anticipates"])
    worth = {
        option: sum(passes_for[value] * stakes[value] for value in values)
        for option, stakes in choice["between"].items()
    }
    return softmax(worth, actor["care"])


def shares(logs: Mapping[str, float]) -> Row:
    """Shares in proportion to what these are the logarithms of."""
    highest = max(logs.values())
    sizes = {name: math.exp(log - highest) for name, log in logs.items()}
    total = sum(sizes.values())
    return {name: size / total for name, size in sizes.items()}


def _log(number: float) -> float:
    return math.log(number) if number > 0.0 else -math.inf
