"""Check: every choice had an alternative, and its act takes its likelihood from the mind alone."""

from collections.abc import Iterator

from deciban.case import Actor, Case, ChoiceMade, Event
from deciban.checks.minds import amounts, known, values_of, written_in
from deciban.problem import Problem
from deciban.read.suggest import listing

#: As many acts as one table can hold a side for.
MOST = 12
TWO = 2


def check_acts(case: Case) -> Iterator[Problem]:
    """Report choices without an alternative, and acts with a second likelihood."""
    shown: dict[str, ChoiceMade] = {}
    for actor in case.actors.values():
        if actor.chooses and "care" not in actor.places:
            hint = "write `care: [2, 5, 15]`, or a range"
            message = f"nothing says how closely '{actor.id}' follows his stakes"
            yield Problem("D530", message, actor.place("chooses"), hint)
        if len(actor.chooses) > MOST:
            hint = "leave out those that tell the same story"
            message = f"'{actor.id}' has {len(actor.chooses)} acts, and a table holds {MOST}"
            yield Problem("D528", message, actor.place("chooses"), hint)
        for choice in actor.chooses:
            yield from _choice(actor, choice)
            yield from _continued(case, actor, choice)
            yield from _shown(case, actor, choice, shown)


def _choice(actor: Actor, choice: ChoiceMade) -> Iterator[Problem]:
    options = written_in(choice, "between")
    if len(options) < TWO:
        hint = "list what else he could have done, and what it was worth to him"
        message = f"'{choice.id}' had no alternative"
        yield Problem("D525", message, choice.place("between"), hint)
    yield from known(choice, "chose", choice.chose, options, "option")
    values = values_of(actor)
    if values:
        for option, stakes in choice.between.items():
            yield from amounts(choice, f"between.{option}", stakes, values, "value")


def _continued(case: Case, actor: Actor, choice: ChoiceMade) -> Iterator[Problem]:
    at = choice.place("continues")
    if choice.continues is None:
        if choice.inertia is not None and "continues" not in choice.places:
            hint = "name the choice that it keeps up under `continues`"
            message = f"'{choice.id}' keeps up nothing"
            yield Problem("D529", message, choice.place("inertia"), hint)
        return
    choices = {each.id: each for each in actor.chooses}
    before = choices.get(choice.continues)
    if before is None:
        names = tuple(choices)
        yield from known(choice, "continues", choice.continues, names, "choice", case.broken)
    elif before.on is not None and choice.on is not None and before.on.latest > choice.on.latest:
        hint = "a policy is kept up after it was chosen"
        yield Problem("D529", f"'{before.id}' comes after '{choice.id}'", at, hint)
    elif set(written_in(before, "between")) != set(written_in(choice, "between")):
        hint = f"write the same options: {listing(before.between)}"
        yield Problem("D529", f"'{choice.id}' has other options than '{before.id}'", at, hint)
    else:
        first = next(each for each in actor.chooses if each.continues == choice.continues)
        if first is not choice:
            hint = f"write `continues: {first.id}`, the last choice of the policy"
            message = f"'{first.id}' continues '{before.id}' already"
            yield Problem("D529", message, at, hint, also=(first.place("continues"),))


def _shown(
    case: Case, actor: Actor, choice: ChoiceMade, shown: dict[str, ChoiceMade]
) -> Iterator[Problem]:
    """What keeps an event from showing a choice."""
    event = case.event(choice.shown_by) if choice.shown_by is not None else None
    if event is None:
        return  # none is named, or none is there, which is told elsewhere
    first = shown.setdefault(event.id, choice)
    if first is not choice:
        hint = "let each choice be shown by an event of its own"
        at, also = choice.place("shown_by"), (first.place("shown_by"),)
        yield Problem("D527", f"'{event.id}' shows '{first.id}' already", at, hint, also)
        return
    if event.outcomes:
        hint = "leave `outcomes` out: he chose so, or he did not"
        at = event.place("outcomes")
        yield Problem("D527", f"'{event.id}' has outcomes, and shows a choice", at, hint)
    for key in _second_likelihoods(event):
        hint = f"drop `{key}`: how likely it was follows from the mind of '{actor.id}'"
        message = f"'{event.id}' shows the choice '{choice.id}', and has `{key}` as well"
        yield Problem("D511", message, event.place(key), hint)


def _second_likelihoods(event: Event) -> Iterator[str]:
    if event.expected is not None:
        yield "expected"
    if event.weight:
        yield "weight"
    if event.given:
        yield "given"
    if event.also_caused_by:
        yield "also_caused_by"
