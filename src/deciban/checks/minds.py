"""Check: actors refer only to what they hold; and what is not computed yet says so."""

from collections.abc import Iterator, Sequence

from deciban.case import Actor, Case, ChoiceMade, Record, Sight
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing


def check_minds(case: Case) -> Iterator[Problem]:
    """Report names inside an actor that are not there, and acts with two sets of numbers."""
    for actor in case.actors.values():
        yield from _actor(case, actor)
        yield Problem(
            "D703",
            f"the mind of '{actor.id}' is read and checked, but not computed yet",
            actor.at,
            "it moves no number in this version",
        )
    for question in case.all_questions().values():
        if question.about is not None:
            named = question.about.split(".")[0]
            at = question.place("about")
            if named not in case.actors:
                hint = did_you_mean(named, case.actors, "define him under `actors`")
                yield Problem("D402", f"there is no actor '{named}'", at, hint)
            yield Problem(
                "D510",
                f"'{question.id}' asks about a mind, which is not computed yet",
                at,
                "give it `hypotheses` and a `prior` until then",
            )


def _actor(case: Case, actor: Actor) -> Iterator[Problem]:
    values = actor.wonders.values if actor.wonders else ()
    for name, trust in actor.trusts.items():
        if trust.line is not None:
            yield from _known(trust, "line", trust.line, values)
        if trust.honest is None and trust.record is None:
            hint = "say how honest he thought it"
            yield Problem("D202", f"nothing is said of his trust in '{name}'", trust.at, hint)
    for sight in actor.saw:
        yield from _sight(actor, sight, values)
    for choice in actor.chooses:
        yield from _choice(case, actor, choice)


def _sight(actor: Actor, sight: Sight, values: tuple[str, ...]) -> Iterator[Problem]:
    if sight.source is None and sight.expected is None:
        hint = "a message has `from` and `says`; a sign has `expected`"
        yield Problem("D202", f"'{sight.id}' is neither message nor sign", sight.at, hint)
    if sight.source is not None:
        yield from _known(sight, "from", sight.source, tuple(actor.trusts))
    if sight.says is not None:
        yield from _known(sight, "says", sight.says, values)
    if sight.copies is not None:
        others = tuple(each.id for each in actor.saw if each is not sight)
        yield from _known(sight, "copies", sight.copies, others)


def _choice(case: Case, actor: Actor, choice: ChoiceMade) -> Iterator[Problem]:
    yield from _known(choice, "chose", choice.chose, tuple(choice.between))
    event = case.event(choice.shown_by or "")
    if choice.shown_by is not None and event is None:
        names = tuple(each.id for each in case.events)
        yield from _known(choice, "shown_by", choice.shown_by, names)
    if event is not None and event.expected is not None:
        hint = f"drop `expected`: '{choice.id}' of '{actor.id}' supplies it"
        at = event.place("expected")
        yield Problem("D511", f"'{event.id}' has two sets of expectations", at, hint)


def _known(record: Record, key: str, name: str, names: Sequence[str]) -> Iterator[Problem]:
    if name not in names:
        hint = did_you_mean(name, names, f"known: {listing(names)}" if names else "")
        yield Problem("D402", f"there is no '{name}' here", record.place(key), hint)
