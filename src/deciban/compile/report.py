"""Idiom: a report says what its source's character makes of the source's belief.

``K_r(m | B)``, m the outcome reported, B the belief, e the slip, k the number of outcomes:
honest says B but for the slip; pushes says its line, whatever B, on events in its line, and is
honest on others; inverts says any outcome but B; guesses says any outcome.
"""

from deciban.case import Report, Source
from deciban.compile.belief import belief_of
from deciban.compile.character import GUESSES, HONEST, INVERTS, PUSHES, character_of
from deciban.compile.network import ONE, Network, Variable
from deciban.model import Polynomial
from deciban.span import Span


def add_report(network: Network, report: Report) -> None:
    """Add a report in its source's own voice, and observe what it says."""
    said = add_statement(
        network, report.id, report.by, report.of, (f"reports.{report.id}", report.at)
    )
    network.reports[report.id] = said
    network.graph.observe(report.id, "report", said.index, said.states.index(report.says))


def add_statement(
    network: Network, name: str, source: str, event: str, origin: tuple[str, Span | None]
) -> Variable:
    """Add what ``source`` says of ``event``, observed or not."""
    character = character_of(network, source)
    belief = belief_of(network, source, event)
    said = network.variable(name, belief.states)
    line = _line(network.case.sources.get(source), event)
    kernel = _Kernel(network.slip(), len(belief.states), _index(belief, line))

    def entry(state: tuple[int, ...]) -> Polynomial | float:
        return kernel.chance(character.states[state[0]], state[1], state[2])

    variables = [character.index, belief.index, said.index]
    network.graph.factor(variables, entry, *origin)
    return said


class _Kernel:
    """The chance that a character, believing one outcome, reports another."""

    def __init__(self, slip: Polynomial, outcomes: int, line: int | None) -> None:
        self._meant = ONE - slip
        self._slipped = slip * (1.0 / (outcomes - 1))
        self._outcomes = outcomes
        self._line = line

    def chance(self, character: str, believed: int, said: int) -> Polynomial | float:
        if character == GUESSES:
            return 1.0 / self._outcomes
        if character == INVERTS:
            return 0.0 if said == believed else 1.0 / (self._outcomes - 1)
        meant = believed
        if character == PUSHES and self._line is not None:
            meant = self._line
        elif character not in (HONEST, PUSHES):
            message = f"no such character: {character}"
            raise ValueError(message)
        return self._meant if said == meant else self._slipped


def _line(source: Source | None, event: str) -> str | None:
    return source.line.get(event) if source else None


def _index(belief: Variable, outcome: str | None) -> int | None:
    return belief.states.index(outcome) if outcome is not None else None
