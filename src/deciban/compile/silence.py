"""Idiom: a silence is a record that was looked for and not found.

``P(no record | event) = 1 - made * survives * found`` and ``P(no record | no event) = 1``; a part
left out is certain. Survival belongs to the archive: one hidden *kept and open* for each source,
so three gaps in one archive are not three silences.
"""

from deciban.case import Silence
from deciban.compile.network import ONE, Network, Variable
from deciban.model import Polynomial
from deciban.units import Judgement

RECORD, NO_RECORD = "record", "no record"
KEPT, LOST = "kept and open", "lost or closed"


def add_silence(network: Network, silence: Silence) -> None:
    """Add a silence, and observe that there is no record."""
    event = network.things[silence.of]
    mine = network.variable(silence.id, (NO_RECORD, RECORD))
    archive = _archive(network, silence.by)
    told = event.states.index(silence.says)
    seen = _part(network, silence, "made") * _part(network, silence, "found")

    def entry(state: tuple[int, ...]) -> Polynomial | float:
        kept = archive is None or state[0] == 0
        shown = seen if kept and state[-2] == told else 0.0 * ONE
        return shown if state[-1] == 1 else ONE - shown

    above = [archive.index] if archive else []
    origin = f"silences.{silence.id}"
    network.graph.factor([*above, event.index, mine.index], entry, origin, silence.at)
    network.graph.observe(silence.id, "silence", mine.index, 0)


def _part(network: Network, silence: Silence, part: str) -> Polynomial:
    judgement = silence.made if part == "made" else silence.found
    if judgement is None:
        return ONE
    return network.number(f"silences.{silence.id}.{part}", judgement)


def _archive(network: Network, source: str) -> Variable | None:
    """Whether the archive was kept and is open; None where nobody doubts it."""
    if source not in network.archives:
        of_source = (each for each in network.case.silences if each.by == source)
        stating = next((each for each in of_source if each.survives is not None), None)
        if stating is None or stating.survives is None:
            return None
        network.archives[source] = _kept(network, source, stating.id, stating.survives)
    return network.archives[source]


def _kept(network: Network, source: str, silence: str, stated: Judgement) -> Variable:
    address = f"silences.{silence}.survives"
    survives = network.number(address, stated)
    archive = network.variable(f"{source} kept and open", (KEPT, LOST))
    network.graph.factor(
        [archive.index],
        lambda state: survives if state[0] == 0 else ONE - survives,
        address,
        stated.at,
    )
    return archive
