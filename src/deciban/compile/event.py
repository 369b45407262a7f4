"""Idiom: an event is a variable whose table says what each parent's state leads one to expect."""

from itertools import product

from deciban.case import Event
from deciban.case.hanging import parents_of
from deciban.compile.network import ONE, Network, Variable
from deciban.compile.rival_causes import Cause, rival_causes, with_rival_causes
from deciban.compile.rows import before_or_after, branch, row_entries
from deciban.model import Polynomial
from deciban.units import Judgement


def add_event(network: Network, event: Event) -> None:
    """Add an event whose parents are there already, and observe it where it is known."""
    mine = network.variable(event.id, event.states)
    network.things[event.id] = mine
    named = parents_of(network.case, event)
    causes = rival_causes(network, event)
    parents = list(dict.fromkeys((*named, *(cause.of for cause in causes))))
    variables = [network.things[name] for name in parents]
    rows = _rows(network, event, named, mine)
    where = [parents.index(name) for name in named]

    def entry(state: tuple[int, ...]) -> Polynomial:
        outcomes = rows[tuple(state[place] for place in where)]
        return _entry(outcomes, state, causes, parents)

    indices = [variable.index for variable in variables]
    origin = f"events.{event.id}.expected"
    network.graph.factor([*indices, mine.index], entry, origin, event.place("expected"))
    if event.known is not None:
        network.graph.observe(event.id, "event", mine.index, mine.states.index(event.known))


def _entry(
    outcomes: tuple[Polynomial, ...],
    state: tuple[int, ...],
    causes: tuple[Cause, ...],
    parents: list[str],
) -> Polynomial:
    """The chance of the last index of ``state``, with the rival causes that hold at work."""
    holding = [cause.power for cause in causes if state[parents.index(cause.of)] == cause.state]
    if not holding:
        return outcomes[state[-1]]
    happened = with_rival_causes(outcomes[0], holding)
    return happened if state[-1] == 0 else ONE - happened


def _rows(
    network: Network, event: Event, named: tuple[str, ...], mine: Variable
) -> dict[tuple[int, ...], tuple[Polynomial, ...]]:
    """One row over the event's outcomes for every joint state of what it hangs from."""
    rows: dict[tuple[int, ...], tuple[Polynomial, ...]] = {}
    keys = [_keys(network, event, name) for name in named]
    for state in product(*(range(len(names)) for names in keys)):
        names = [keys[place][index] for place, index in enumerate(state)]
        tree, address = branch(event.expected or {}, names, f"events.{event.id}.expected")
        if isinstance(tree, Judgement) and not event.outcomes:
            happened = network.number(address, tree)
            rows[state] = (happened, ONE - happened)
        else:
            rows[state] = row_entries(network, address, tree, mine.states)
    return rows


def _keys(network: Network, event: Event, name: str) -> tuple[str, ...]:
    """The names by which ``expected`` speaks of a parent's states."""
    question = network.case.all_questions().get(name)
    if question is None or not question.when:
        return network.things[name].states
    return tuple(before_or_after(event.when, answer) for answer in question.when)
