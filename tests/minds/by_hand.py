"""A mind, read once more: slowly, plainly, and sharing nothing with deciban.

An actor is plain data, as YAML would give it, and all of it is points: every number a float, every
row written out, every date a text that sorts. Two keys are not of the language: ``eps`` is the
case's ``assume.slip``, and ``received: False`` in a message says that it never reached him.
``points`` takes lists and uncertain receipts apart into such actors. A question is plain data too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from tests.minds.one_mind import Data, Mind, Row, shares, softmax

#: What he did, choice by choice: whether it was what the case says.
Did = tuple[bool, ...]
Weighted = tuple[float, Data]


def belief(actor: Data, date: object) -> Row:
    """How likely he thought each value on a date."""
    return shares(Mind(actor).log_belief((date, 1)))


def trust(actor: Data, source: str, date: object) -> Row:
    """How likely he thought each character of a source on a date."""
    return Mind(actor).trust(source, (date, 1))


def acts(actor: Data) -> dict[Did, float]:
    """How likely each pattern of what he did was."""
    choices = actor.get("chooses", [])
    on_merit = [_on_merit(actor, choice) for choice in choices]
    place = {choice["id"]: number for number, choice in enumerate(choices)}
    sums: dict[Did, float] = {}
    for options in product(*(choice["between"] for choice in choices)):
        chance = 1.0
        for choice, option, merit in zip(choices, options, on_merit, strict=True):
            if "continues" in choice:
                kept_up = choice.get("inertia", 0.95)
                same = option == options[place[choice["continues"]]]
                chance *= kept_up * same + (1.0 - kept_up) * merit[option]
            else:
                chance *= merit[option]
        did = tuple(
            option == choice["chose"] for choice, option in zip(choices, options, strict=True)
        )
        sums[did] = sums.get(did, 0.0) + chance
    return sums


def hypothesis(actor: Data, question: Data) -> str:
    """Which hypothesis of a question about his mind is true of this actor.

    Of values that he holds equally likely, the first he wonders about counts as the likeliest.
    """
    held = belief(actor, question["as_of"])
    names = list(question["hypotheses"])
    if question.get("by") == "most_likely":
        return max(held, key=lambda value: held[value])
    asked = held[question["about"].split(".")[2]]
    inner = question["bands"][1:-1]
    return str(names[sum(asked >= edge for edge in inner)])


def margin(actor: Data, question: Data) -> float:
    """How far his belief is from counting as another hypothesis."""
    held = belief(actor, question["as_of"])
    if question.get("by") == "most_likely":
        ranked = sorted(held.values(), reverse=True)
        return ranked[0] - ranked[1]
    asked = held[question["about"].split(".")[2]]
    return min((abs(asked - edge) for edge in question["bands"][1:-1]), default=1.0)


def points(actor: Data) -> list[Weighted]:
    """Every actor that lists and uncertain receipts leave possible, and how likely each is."""
    found: list[Weighted] = [(1.0, actor)]
    found = [each for weight, one in found for each in _of_care(weight, one)]
    found = [each for weight, one in found for each in _of_other_care(weight, one)]
    for place, sight in enumerate(actor.get("saw", [])):
        if "reached_him" in sight and "copies" not in sight:
            found = [each for weight, one in found for each in _of_receipt(weight, one, place)]
    return found


def table(actors: Iterable[Weighted], question: Data) -> dict[tuple[str, Did], float]:
    """F: how likely each hypothesis is together with each pattern of what he did."""
    sums: dict[tuple[str, Did], float] = {}
    for weight, actor in actors:
        answer = hypothesis(actor, question)
        for did, chance in acts(actor).items():
            sums[answer, did] = sums.get((answer, did), 0.0) + weight * chance
    return sums


def posterior(
    actors: Sequence[Weighted],
    question: Data,
    likelihood: Callable[[str, Did], float],
    replaced: Mapping[str, float] | None = None,
) -> tuple[Row, list[float]]:
    """How likely each hypothesis and each actor is, given the rest of the case.

    Args:
        actors: every actor that is possible, and how likely each was.
        question: the question about his mind.
        likelihood: how likely all else in the case is, given the answer and what he did; a known
            act is one with likelihood 0 for all that he did not do.
        replaced: what ``replace_prior`` says, if it says anything.
    """
    before: Row = {}
    for weight, actor in actors:
        answer = hypothesis(actor, question)
        before[answer] = before.get(answer, 0.0) + weight
    answers: Row = dict.fromkeys(question["hypotheses"], 0.0)
    each: list[float] = []
    for weight, actor in actors:
        answer = hypothesis(actor, question)
        scale = replaced[answer] / before[answer] if replaced is not None else 1.0
        fits = sum(chance * likelihood(answer, did) for did, chance in acts(actor).items())
        each.append(weight * scale * fits)
        answers[answer] += each[-1]
    total = sum(each)
    return {name: share / total for name, share in answers.items()}, [one / total for one in each]


def reasonable(actor: Data) -> Data:
    """A reasonable man in his place: what is said of him, and all else as the actor had it."""
    said = actor["reasonable"]
    changed = {key: value for key, value in actor.items() if key != "reasonable"}
    if "prior" in said:
        changed.pop("opponent", None)
        changed["prior"] = said["prior"]
    changed["trusts"] = {**actor.get("trusts", {}), **said.get("trusts", {})}
    for key in ("weight_on_evidence", "learns_trust_from"):
        if key in said:
            changed[key] = said[key]
    return changed


def _on_merit(actor: Data, choice: Data) -> Row:
    """How likely each option was if he weighed them afresh."""
    held = belief(actor, choice["on"])
    worth = {
        option: sum(held[value] * stakes[value] for value in held)
        for option, stakes in choice["between"].items()
    }
    slip = actor.get("slip", 0.02)
    meant = softmax(worth, actor["care"])
    return {option: (1.0 - slip) * meant[option] + slip / len(meant) for option in meant}


def _of_care(weight: float, actor: Data) -> Iterator[Weighted]:
    cares = actor.get("care")
    if not isinstance(cares, list):
        yield weight, actor
        return
    for care in cares:
        yield weight / len(cares), {**actor, "care": care}


def _of_other_care(weight: float, actor: Data) -> Iterator[Weighted]:
    other = actor.get("opponent", {})
    if not isinstance(other.get("care"), list):
        yield weight, actor
        return
    for care in other["care"]:
        yield weight / len(other["care"]), {**actor, "opponent": {**other, "care": care}}


def _of_receipt(weight: float, actor: Data, place: int) -> Iterator[Weighted]:
    """With the message, and without it; copies of it were ignored already."""
    chance = actor["saw"][place]["reached_him"]
    for received in (True, False):
        saw = list(actor["saw"])
        saw[place] = {**saw[place], "received": received}
        yield weight * (chance if received else 1.0 - chance), {**actor, "saw": saw}
