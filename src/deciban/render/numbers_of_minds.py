"""The numbers of actors with their addresses: of a choice, of a message, of a view of a source."""

from collections.abc import Collection, Iterator, Mapping

from deciban.case import Actor, Amount, ChoiceMade, Counterfactual, Record, Sight, Trust
from deciban.case.kinds import fields_of
from deciban.case.mind_parts import MindPart
from deciban.render.number import Number, assumed_number, number_of, numbers_in
from deciban.units import Judgement, Rest

#: Of an actor, what has a page of its own or is no number of his.
ELSEWHERE = ("trusts", "saw", "chooses", "reasonable", "ask", "had")
#: And what is assumed of him where he is silent.
ASSUMED = ("slip", "weight_on_evidence", "forgetting", "learns_trust_from")


def numbers_of_choice(
    actor: Actor, choice: ChoiceMade, assumed: Mapping[str, str]
) -> Iterator[Number]:
    """Answer what an act hangs on: its stakes, its inertia, how closely and how often he errs.

    Args:
        actor: who chose.
        choice: what he chose.
        assumed: what deciban assumed, by address.
    """
    at = f"actors.{actor.id}"
    yield from _inside(choice, f"{at}.chooses.{choice.id}")
    yield from _else_assumed(f"{at}.chooses.{choice.id}.inertia", choice.inertia, assumed)
    yield from _amounts(actor.care, f"{at}.care")
    if actor.slip is not None:
        yield number_of(f"{at}.slip", actor.slip)
    yield from _else_assumed(f"{at}.slip", actor.slip, assumed)


def numbers_of_part(part: MindPart, assumed: Mapping[str, str]) -> Iterator[Number]:
    """Answer what is judged of a part of a mind; of a message, of its sender as well.

    Args:
        part: the part.
        assumed: what deciban assumed, by address.
    """
    match part.record:
        case Actor():
            yield from _inside(part.record, part.address, ELSEWHERE)
            for key in ASSUMED:
                stated = getattr(part.record, key)
                yield from _else_assumed(f"{part.address}.{key}", stated, assumed)
        case Sight():
            yield from _inside(part.record, part.address)
            source = part.record.source
            if source is not None and source in part.actor.trusts:
                at = f"actors.{part.actor.id}.trusts.{source}"
                yield from _trust(part.actor.trusts[source], at, assumed)
        case Trust():
            yield from _trust(part.record, part.address, assumed)
        case Counterfactual():
            return


def _trust(trust: Trust, at: str, assumed: Mapping[str, str]) -> Iterator[Number]:
    yield from _inside(trust, at)
    yield from _else_assumed(f"{at}.competence", trust.competence, assumed)


def _else_assumed(address: str, stated: object, assumed: Mapping[str, str]) -> Iterator[Number]:
    if stated is None and address in assumed:
        yield assumed_number(address, assumed[address], "deciban")


def _inside(record: Record, at: str, skipped: Collection[str] = ()) -> Iterator[Number]:
    """Every number written in a record and in those inside it."""
    for declared in fields_of(type(record)):
        value = getattr(record, declared.name)
        address = f"{at}.{declared.key}"
        if declared.key in skipped:
            continue
        match value:
            case Record():
                yield from _inside(value, address)
            case Judgement() | Rest() | Amount() | Mapping():
                yield from numbers_in(value, address)
            case tuple():
                yield from _amounts(value, address)


def _amounts(values: tuple[object, ...], address: str) -> Iterator[Number]:
    """A number that may be written as a list: each of its values counts alike."""
    texts = [each.text for each in values if isinstance(each, Amount)]
    if texts:
        yield Number(address, texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]")
