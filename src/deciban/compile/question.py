"""Idiom: a question is a variable with its prior, nested by what it is given."""

from deciban.case import Question
from deciban.compile.network import Network
from deciban.compile.rows import branch, row_entries


def add_question(network: Network, question: Question, address: str) -> None:
    """Add a question whose ``given``, if any, is there already; one about a mind has no prior."""
    answers = question.answers
    mine = network.variable(question.id, answers)
    network.things[question.id] = mine
    network.graph.question(question.id, mine.index)
    if question.about is not None:
        return  # its prior is the mind's table
    at = question.place("prior")
    if question.given is None:
        row = row_entries(network, f"{address}.prior", question.prior, answers)
        network.graph.factor([mine.index], lambda state: row[state[0]], f"{address}.prior", at)
        return
    parent = network.things[question.given]
    rows = []
    for state in parent.states:
        if isinstance(question.prior, str) or question.prior is None:
            rows.append(row_entries(network, f"{address}.prior", question.prior, answers))
        else:
            tree, where = branch(question.prior, [state], f"{address}.prior")
            rows.append(row_entries(network, where, tree, answers))
    network.graph.factor(
        [parent.index, mine.index],
        lambda state: rows[state[0]][state[1]],
        f"{address}.prior",
        at,
    )
