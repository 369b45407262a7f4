"""Grounded, preferred and stable labellings of an attack graph.

Dung (1995) defines the three as sets of arguments; a labelling says of every argument whether it is
in such a set, attacked by it (out), or neither (undecided), as Caminada (2006) has it. Notation: a
set is *admissible* where no member attacks another and every argument that attacks a member is
itself attacked by one.
"""

from collections.abc import Iterator

from deciban.standing.graph import AttackGraph, Label, Labelling

#: At how many choices a search gives up. A debate has tens of arguments, most of them decided
#: without any choice, so that this is far away; a graph made for it can ask for 2^n.
LIMIT = 20_000


class TooTangledError(Exception):
    """The arguments attack one another in more ways than are searched."""


def grounded(graph: AttackGraph) -> Labelling:
    """Answer the one grounded labelling: in is only what cannot be doubted.

    What nothing attacks is in, what is attacked by something that is in is out, what is attacked
    only by what is out is in, and so on; what is left is undecided. Each attack is followed once.
    """
    labels = dict.fromkeys(graph.arguments, Label.UNDECIDED)
    attackers, attacked = graph.attackers(), graph.attacked()
    unmet = {name: len(others) for name, others in attackers.items()}
    waiting = [name for name in graph.arguments if not unmet[name]]
    while waiting:
        winner = waiting.pop()
        labels[winner] = Label.IN
        for loser in attacked[winner]:
            if labels[loser] is Label.OUT:
                continue
            labels[loser] = Label.OUT
            for freed in attacked[loser]:
                unmet[freed] -= 1
                if not unmet[freed] and labels[freed] is Label.UNDECIDED:
                    waiting.append(freed)
    return labels


def preferred(graph: AttackGraph) -> tuple[Labelling, ...]:
    """Answer every preferred labelling, in one order: the largest admissible sets.

    Raises:
        TooTangledError: it would take more than ``LIMIT`` choices to find them all.
    """
    base = grounded(graph)
    left = graph.among({name for name, label in base.items() if label is Label.UNDECIDED})
    settled = {name: label for name, label in base.items() if label is not Label.UNDECIDED}
    return tuple(_labelled(graph, left, chosen, settled) for chosen in _largest(left))


def stable(graph: AttackGraph) -> tuple[Labelling, ...]:
    """Answer every stable labelling: preferred, and nothing undecided. There may be none.

    Raises:
        TooTangledError: as for the preferred ones.
    """
    return tuple(each for each in preferred(graph) if Label.UNDECIDED not in each.values())


def _labelled(
    graph: AttackGraph, left: AttackGraph, chosen: frozenset[str], settled: Labelling
) -> Labelling:
    """The labels of all arguments, in their order, where some of those left are chosen."""
    lost = {attacked for attacking, attacked in left.attacks if attacking in chosen}
    labels = dict(settled)
    for name in left.arguments:
        beaten = Label.OUT if name in lost else Label.UNDECIDED
        labels[name] = Label.IN if name in chosen else beaten
    return {name: labels[name] for name in graph.arguments}


def _largest(graph: AttackGraph) -> Iterator[frozenset[str]]:
    """The largest admissible sets of a graph, each once.

    One argument after another is taken, or else left for good. Where something attacks the set and
    is not attacked back, only what attacks it is worth taking. Taking comes first, so that a set
    is found before all that are smaller; these are recognised by lying within it.
    """
    attackers, attacked = graph.attackers(), graph.attacked()
    takeable = frozenset(name for name in graph.arguments if name not in attackers[name])
    waiting = [(frozenset[str](), takeable)]
    found: list[frozenset[str]] = []
    for _ in range(LIMIT):
        if not waiting:
            return
        taken, free = waiting.pop()
        if any(taken | free <= each for each in found):
            continue
        beaten = {loser for name in taken for loser in attacked[name]}
        threats = {threat for name in taken for threat in attackers[name]} - beaten
        threat = next((name for name in graph.arguments if name in threats), None)
        worth = free if threat is None else free & attackers[threat]
        name = next((name for name in graph.arguments if name in worth), None)
        if name is not None:
            rest = free - {name}
            waiting += [(taken, rest), (taken | {name}, rest - attackers[name] - attacked[name])]
        elif threat is None:
            found.append(taken)
            yield taken
    if waiting:
        message = f"{len(graph.arguments)} arguments attack one another in too many ways"
        raise TooTangledError(message)
