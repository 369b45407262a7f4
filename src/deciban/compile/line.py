"""A case to a model: ``Case -> Model``. Nothing else makes tables."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from deciban.case import Case, Event, Report
from deciban.case.hanging import causes_of
from deciban.compile.event import add_event
from deciban.compile.mind_table import add_minds
from deciban.compile.network import Network
from deciban.compile.question import add_question
from deciban.compile.relay import add_relay
from deciban.compile.report import add_report
from deciban.compile.silence import add_silence
from deciban.compile.unseen import add_unseen
from deciban.compile.weight import add_weight
from deciban.minds import COUNT
from deciban.model import Model

T = TypeVar("T")


def compile_case(case: Case, *, columns: int = COUNT) -> Model:
    """Compile a case that checks have found to be whole.

    Args:
        case: the case.
        columns: at how many columns each mind is read, about.

    Raises:
        TooManyCells: a mind is too large to be read.
        ValueError: the case is not whole; a bug of whoever did not check it first.
    """
    network = Network(case)
    main = case.question
    for question in _in_order(case.all_questions().values(), _name, lambda each: [each.given]):
        address = "question" if question is main else f"questions.{question.id}"
        add_question(network, question, address)
    minds = add_minds(network, columns)
    for event in _in_order(case.events, _name, _hangs_from):
        add = add_weight if event.weight else add_event
        if event.weight or event.expected is not None:
            add(network, event)
    for report in _in_order(case.reports, _name, _relays):
        (add_relay if report.relays else add_report)(network, report)
    for silence in case.silences:
        add_silence(network, silence)
    for unseen in case.unseen:
        add_unseen(network, unseen)
    model = network.graph.build()
    model.memo["minds"] = minds
    return model


def _name(record: object) -> str:
    return str(getattr(record, "id", ""))


def _hangs_from(event: Event) -> list[str]:
    return [*event.given, *(of for of, _ in causes_of(event))]


def _relays(report: Report) -> list[str]:
    return [report.relays] if report.relays else []


def _in_order(
    records: Iterable[T],
    name: Callable[[T], str],
    needs: Callable[[T], Iterable[str | None]],
) -> list[T]:
    """Answer records so that each comes behind those it needs; written order otherwise.

    Raises:
        ValueError: they need one another in a circle.
    """
    waiting = list(records)
    names = {name(record) for record in waiting}
    done: set[str] = set()
    ordered: list[T] = []
    while waiting:
        ready = [
            record
            for record in waiting
            if all(need in done or need not in names for need in needs(record))
        ]
        if not ready:
            message = f"a circle among {sorted(names - done)}"
            raise ValueError(message)
        ordered += ready
        done |= {name(record) for record in ready}
        waiting = [record for record in waiting if name(record) not in done]
    return ordered
