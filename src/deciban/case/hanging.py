"""What an event hangs from, and what a name such as ``question.answer`` stands for.

One place for these rules, so that no two parts of deciban read one text differently. A name is
split at its *first* dot: ids hold none, while an answer may be a window such as
``1941-05..1941-06``.
"""

from collections.abc import Mapping

from deciban.case.case import Case
from deciban.case.event import Event
from deciban.case.trees import Tree, is_row

#: Stands in a row or a table for all that are not named.
ELSE = "else"
#: How a table speaks of a question of when.
BEFORE, AFTER = "before", "after"


def parents_of(case: Case, event: Event) -> tuple[str, ...]:
    """Answer the questions and events whose state decides what is expected of an event.

    Returns:
        Nothing where one judgement, or one row over the event's own outcomes, stands for all;
        else what is written under ``given``, or the case's question where nothing is.
    """
    written = event.expected
    if written is not None and not isinstance(written, Mapping):
        return ()
    if event.given:
        return event.given
    if written is not None and _is_row_of_its_own(case, event, written):
        return ()
    return (case.question.id,)


def causes_of(event: Event) -> tuple[tuple[str, str], ...]:
    """Answer the rival causes of an event, each a question or event and the state it must be in.

    The state is empty where none is written, which checks report.
    """
    split = (cause.partition(".") for cause in event.also_caused_by)
    return tuple((of, state) for of, _, state in split)


def keys_of(case: Case, name: str) -> tuple[str, ...]:
    """Answer the names by which a table speaks of a parent: its states, or before and after."""
    question = case.all_questions().get(name)
    return (BEFORE, AFTER) if question is not None and question.when else case.states(name)


def answer_of(case: Case, text: str) -> tuple[str, str] | None:
    """Answer the question and the answer that a text names; None where there is no such answer.

    Args:
        case: the case.
        text: an answer to the case's question, or ``question.answer``.
    """
    if text in case.question.answers:
        return case.question.id, text
    name, _, answer = text.partition(".")
    question = case.all_questions().get(name)
    return (name, answer) if question is not None and answer in question.answers else None


def _is_row_of_its_own(case: Case, event: Event, written: Tree) -> bool:
    """Whether a row speaks of the event's outcomes, and not of the answers to the question."""
    if not event.outcomes or not isinstance(written, Mapping) or not is_row(written):
        return False
    named = written.keys() - {ELSE}
    return (
        bool(named)
        and named <= {*event.outcomes}
        and not named & {*keys_of(case, case.question.id)}
    )
