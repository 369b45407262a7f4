"""Idiom: a mind is one table over the questions about it and the events that show its acts.

The table is the questions' prior and the acts' expectations at once (``deciban.minds.table``). It
holds what the actor's ranges come to when they are integrated; it has no number of its own that
could be drawn with the case's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np

from deciban.case import NO, YES, Actor, Case, ChoiceMade, Question
from deciban.case.minds import in_policies, questions_of
from deciban.compile.mind import mind_of
from deciban.compile.mind_memory import reading_of, table_of
from deciban.compile.network import Network
from deciban.compile.rows import row_entries
from deciban.minds import COUNT, Reading
from deciban.minds.columns import Array
from deciban.model import Model


@dataclass(frozen=True, slots=True)
class Joined:
    """A mind in the graph.

    Attributes:
        reading: the mind, read at its columns.
        factor: the place of its table among the factors; None where nothing in the case hangs
            from it.
    """

    reading: Reading
    factor: int | None


def add_minds(network: Network, columns: int = COUNT) -> Mapping[str, Joined]:
    """Add every actor's table; the questions about them are there already.

    Args:
        network: the graph under construction.
        columns: at how many columns each mind is read, about.
    """
    return {name: _joined(network, actor, columns) for name, actor in network.case.actors.items()}


def minds_in(model: Model) -> Mapping[str, Joined]:
    """Answer the minds that a model was compiled with, by actor."""
    return cast("Mapping[str, Joined]", model.memo.get("minds", {}))


def mind_table(case: Case, actor: str, columns: int = COUNT) -> Array:
    """Answer the table that stands for an actor's mind in the graph of a case.

    Args:
        case: a case that checks have found to be whole.
        actor: his name.
        columns: at how many columns he is read, about.

    Raises:
        TooManyCells: his mind is too large to be read.
    """
    return conditional(case, actor, table_of(mind_of(case, case.actors[actor]), columns))


def conditional(case: Case, actor: str, table: Array) -> Array:
    """Answer a mind's table given the answers to those questions whose prior the case replaces."""
    for axis, question in enumerate(questions_of(case, actor)):
        if question.replace_prior is not None:
            table = _without_its_own(table, axis)
    return table


def _joined(network: Network, actor: Actor, columns: int) -> Joined:
    reading = reading_of(mind_of(network.case, actor), columns)
    questions = questions_of(network.case, actor.id)
    acts = in_policies(actor.chooses)
    if not questions and not acts:
        return Joined(reading, None)
    variables = [network.things[question.id].index for question in questions]
    variables += [_act(network, choice) for choice in acts]
    table = conditional(network.case, actor.id, reading.table)
    for question in questions:
        if question.replace_prior is not None:
            _replaced(network, question)
    factor = network.graph.constants(variables, table, f"actors.{actor.id}", actor.at)
    return Joined(reading, factor)


def _act(network: Network, choice: ChoiceMade) -> int:
    """The variable of an act: the event that shows it, or one of its own, which is known."""
    event = network.case.event(choice.shown_by) if choice.shown_by is not None else None
    name = event.id if event is not None else choice.id
    mine = network.variable(name, (YES, NO))
    network.things[name] = mine
    known = event.known if event is not None else YES
    if known is not None:
        network.graph.observe(name, "event", mine.index, mine.states.index(known))
    return mine.index


def _without_its_own(table: Array, axis: int) -> Array:
    """The table for each answer to a question, as if that answer were given."""
    others = tuple(other for other in range(table.ndim) if other != axis)
    prior = table.sum(axis=others, keepdims=True)
    answer: Array = table / np.where(prior > 0.0, prior, 1.0)
    return answer


def _replaced(network: Network, question: Question) -> None:
    """Adds the prior that is put in place of the mind's own."""
    main = network.case.question is question
    address = f"{'question' if main else f'questions.{question.id}'}.replace_prior"
    mine = network.things[question.id]
    row = row_entries(network, address, question.replace_prior, question.answers)
    at = question.place("replace_prior")
    network.graph.factor([mine.index], lambda state: row[state[0]], address, at)


def act_names(actor: Actor) -> tuple[str, ...]:
    """Answer the names of an actor's acts in the graph, in the order of his table's axes."""
    return tuple(choice.shown_by or choice.id for choice in in_policies(actor.chooses))
