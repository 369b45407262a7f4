"""Idiom: a relay hangs on its origin's report and has no character of its own.

It passes on what the origin said with probability ``fidelity``, else any other outcome alike. So
beside its origin it weighs nothing, and copies of one telegram never exceed it. Where the origin's
own report is not in the case, all relays of that origin on that event share one report unseen.
"""

from deciban.case import Report
from deciban.compile.network import ONE, Network, Variable
from deciban.compile.report import add_statement


def add_relay(network: Network, report: Report) -> None:
    """Add a report that passes on another, whose origin is there already."""
    origin = _origin(network, report)
    fidelity = network.fidelity(report.id, report.fidelity)
    garbled = (ONE - fidelity) * (1.0 / (len(origin.states) - 1))
    said = network.variable(report.id, origin.states)
    network.reports[report.id] = said
    network.graph.factor(
        [origin.index, said.index],
        lambda state: fidelity if state[0] == state[1] else garbled,
        f"reports.{report.id}.relays",
        report.place("relays"),
    )
    network.graph.observe(report.id, "report", said.index, said.states.index(report.says))


def _origin(network: Network, report: Report) -> Variable:
    """The report relayed, or the one report unseen of the source named."""
    named = report.relays or ""
    if named in network.reports:
        return network.reports[named]
    pair = (named, report.of)
    if pair not in network.latent:
        where = (f"reports.{report.id}.relays", report.place("relays"))
        name = f"what {named} said of {report.of}"
        network.latent[pair] = add_statement(network, name, named, report.of, where)
    return network.latent[pair]
