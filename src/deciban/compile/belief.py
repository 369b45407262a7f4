"""Idiom: one hidden belief for each source and event.

The source is right with probability ``competence`` and otherwise believes any other outcome alike.
Every report by the source on the event speaks from this one belief, so saying it three times is
not three witnesses.
"""

from deciban.compile.network import ONE, Network, Variable


def belief_of(network: Network, source: str, event: str) -> Variable:
    """Answer what a source believes of an event, adding it on first use."""
    pair = (source, event)
    if pair not in network.beliefs:
        truth = network.things[event]
        competence, at = network.competence(source, event)
        mine = network.variable(f"belief of {source} on {event}", truth.states)
        wrong = (ONE - competence) * (1.0 / (len(truth.states) - 1))
        network.graph.factor(
            [truth.index, mine.index],
            lambda state: competence if state[0] == state[1] else wrong,
            f"sources.{source}.competence",
            at,
        )
        network.beliefs[pair] = mine
    return network.beliefs[pair]
