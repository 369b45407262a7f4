"""Check: every choice had an alternative, and its act takes its likelihood from the mind alone."""

from collections import Counter
from collections.abc import Iterator

from deciban.case import Actor, Case, ChoiceMade, Event
from deciban.case.minds import acts_of
from deciban.checks.minds import amounts, known
from deciban.problem import Problem

#: As many acts as one table can hold a side for.
MOST = 12
TWO = 2


def check_acts(case: Case) -> Iterator[Problem]:
    """Report choices without an alternative, and acts with a second likelihood."""
    shown = Counter(choice.shown_by for _, choice in acts_of(case) if choice.shown_by)
    for actor in case.actors.values():
        yield from _how_closely(actor)
        if len(actor.chooses) > MOST:
            hint = "leave out those that tell the same story"
            message = f"'{actor.id}' has {len(actor.chooses)} acts, and a table holds {MOST}"
            yield Problem("D528", message, actor.place("chooses"), hint)
        for choice in actor.chooses:
            yield from _choice(actor, choice)
            yield from _shown(case, actor, choice, shown)


def _how_closely(actor: Actor) -> Iterator[Problem]:
    if actor.chooses and not actor.care and "care" not in actor.places:
        hint = "write `care: [2, 5, 15]`, or a range"
        message = f"how closely '{actor.id}' follows his stakes is not said"
        yield Problem("D530", message, actor.place("chooses"), hint)


def _choice(actor: Actor, choice: ChoiceMade) -> Iterator[Problem]:
    if len(choice.between) < TWO:
        hint = "list what else he could have done, and what it was worth to him"
        message = f"'{choice.id}' had no alternative"
        yield Problem("D525", message, choice.place("between"), hint)
    yield from known(choice, "chose", choice.chose, tuple(choice.between))
    values = actor.wonders.values if actor.wonders else ()
    for option, stakes in choice.between.items():
        yield from amounts(choice, f"between.{option}", stakes, values)
    yield from _continued(actor, choice)


def _continued(actor: Actor, choice: ChoiceMade) -> Iterator[Problem]:
    at = choice.place("continues")
    if choice.continues is None:
        if choice.inertia is not None:
            hint = "name the choice that it keeps up under `continues`"
            message = f"'{choice.id}' keeps up nothing"
            yield Problem("D529", message, choice.place("inertia"), hint)
        return
    before = next((each for each in actor.chooses if each.id == choice.continues), None)
    if before is None or before is choice:
        names = tuple(each.id for each in actor.chooses if each is not choice)
        yield from known(choice, "continues", "" if before else choice.continues, names)
    elif before.on is not None and choice.on is not None and before.on.latest > choice.on.latest:
        hint = "a policy is kept up after it was chosen"
        yield Problem("D529", f"'{before.id}' comes after '{choice.id}'", at, hint)
    elif set(before.between) != set(choice.between):
        hint = f"write the same options: {', '.join(before.between)}"
        yield Problem("D529", f"'{choice.id}' has other options than '{before.id}'", at, hint)
    elif any(
        each.continues == choice.continues
        for each in actor.chooses[: actor.chooses.index(choice)]
    ):
        hint = "continue the last choice of the policy"
        yield Problem("D529", f"'{before.id}' is continued twice", at, hint)


def _shown(
    case: Case, actor: Actor, choice: ChoiceMade, shown: Counter[str | None]
) -> Iterator[Problem]:
    """What keeps an event from showing a choice."""
    if choice.shown_by is None:
        return
    event = case.event(choice.shown_by)
    if event is None:
        if choice.shown_by not in case.broken:
            names = tuple(each.id for each in case.events)
            yield from known(choice, "shown_by", choice.shown_by, names)
        return
    if shown[choice.shown_by] > 1:
        hint = "let each choice be shown by an event of its own"
        at = choice.place("shown_by")
        yield Problem("D527", f"'{event.id}' shows two choices", at, hint)
    if event.outcomes:
        hint = "leave `outcomes` out: he chose so, or he did not"
        at = event.place("outcomes")
        yield Problem("D527", f"'{event.id}' has outcomes, and shows a choice", at, hint)
    for key in _second_likelihoods(event):
        hint = f"drop `{key}`: '{choice.id}' of '{actor.id}' supplies it"
        at = event.place(key)
        yield Problem("D511", f"'{event.id}' has two sets of expectations", at, hint)


def _second_likelihoods(event: Event) -> Iterator[str]:
    if event.expected is not None:
        yield "expected"
    if event.weight:
        yield "weight"
    if event.given:
        yield "given"
    if event.also_caused_by:
        yield "also_caused_by"
