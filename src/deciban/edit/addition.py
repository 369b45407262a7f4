"""Put new records into a case: ``Case -> Case``.

A new answer of the main question comes out of one that it was hidden in, a catch-all: it takes its
probability from that answer's, and behaves as that one does wherever nothing else is said of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import reduce
from typing import TypeAlias, cast

from deciban.case import Addition, Case, Event, NewHypothesis, Question, Tree
from deciban.case.hanging import parents_of
from deciban.node import Node
from deciban.problem import Problem
from deciban.read.records import RecordReader
from deciban.read.suggest import did_you_mean
from deciban.units import Judgement, Rest

_Edit: TypeAlias = Callable[[Tree], Tree]


def read_addition(case: Case, node: Node) -> Addition | tuple[Problem, ...]:
    """Answer what a piece of text adds to a case, or what is wrong with it."""
    reader = RecordReader(case.words)
    addition = reader.record(Addition, node)
    if addition is None or reader.problems:
        return tuple(reader.problems)
    return addition


def with_added(case: Case, node: Node) -> Case | tuple[Problem, ...]:
    """Answer the case with everything added that a piece of text holds.

    Returns:
        The edited case, not yet checked; or D811 where a new answer cannot come out of another,
        and the problems of the text.
    """
    addition = read_addition(case, node)
    if isinstance(addition, tuple):
        return addition
    wrong = [each for new in addition.hypotheses for each in _unfit(case, new)]
    if wrong:
        return tuple(wrong)
    added = replace(
        case,
        sources={**case.sources, **addition.sources},
        events=(*case.events, *addition.events),
        reports=(*case.reports, *addition.reports),
        silences=(*case.silences, *addition.silences),
    )
    return reduce(_entertained, addition.hypotheses, added)


def _unfit(case: Case, new: NewHypothesis) -> Iterator[Problem]:
    """Why a new answer cannot come out of another."""
    question = case.question
    if question.when or question.about or not isinstance(question.prior, Mapping):
        message = f"'{new.id}' has no prior to come out of"
        hint = "give the question hypotheses and a row of priors, with a catch-all among them"
        yield Problem("D811", message, new.at, hint)
        return
    if new.id in question.answers:
        message = f"the question has an answer '{new.id}' already"
        yield Problem("D811", message, new.place("id"), "hold another prior, or use another name")
    if new.out_of not in question.answers:
        hint = did_you_mean(new.out_of, question.answers)
        message = f"the question has no answer '{new.out_of}'"
        yield Problem("D811", message, new.place("out_of"), hint)
        return
    left = question.prior.get(new.out_of)
    if isinstance(left, Judgement) and left.low < new.prior.high:
        message = f"'{new.out_of}' has {left.text}, which does not hold {new.prior.text}"
        hint = "give it less, or hold a larger prior for the catch-all"
        yield Problem("D811", message, new.place("prior"), hint)
    known = {event.id: event for event in case.events}
    for name in new.expected if isinstance(new.expected, Mapping) else ():
        at = new.place(f"expected.{name}")
        if name not in known:
            yield Problem("D811", f"there is no event '{name}'", at, did_you_mean(name, known))
        elif known[name].weight:
            message = f"'{name}' has a published weight, which is no probability to set beside it"
            hint = f"leave it out; '{new.id}' then has the weight of '{new.out_of}'"
            yield Problem("D811", message, at, hint)


def _entertained(case: Case, new: NewHypothesis) -> Case:
    """The case with one answer more."""

    def hung(question: Question) -> Question:
        if question.given != case.question.id or not isinstance(question.prior, Mapping):
            return question
        return replace(question, prior=_copied(new)(question.prior))

    return replace(
        case,
        question=_asked(case.question, new),
        questions={name: hung(question) for name, question in case.questions.items()},
        events=tuple(_awaited(case, event, new) for event in case.events),
    )


def _asked(question: Question, new: NewHypothesis) -> Question:
    """The question with the new answer, its prior taken from the one that it comes out of."""
    row = question.prior
    if not isinstance(row, Mapping):
        return question
    left = row.get(new.out_of)
    taken = {**row, new.id: new.prior}
    if isinstance(left, Judgement):
        taken[new.out_of] = _less(left, new.prior)
    hypotheses = {**question.hypotheses, new.id: new.text}
    return replace(question, hypotheses=hypotheses, prior=taken)


def _less(whole: Judgement, part: Judgement) -> Judgement:
    """What is left of a probability; the ends stay a range that holds the middle."""
    low, middle, high = (
        max(whole.low - part.high, 0.0),
        whole.central - part.central,
        whole.high - part.low,
    )
    return replace(whole, central=middle, low=low, high=high, text=f"{100 * middle:g}%", word=None)


def _awaited(case: Case, event: Event, new: NewHypothesis) -> Event:
    """An event with what is expected of it under the new answer."""
    parents = parents_of(case, event)
    if case.question.id not in parents:
        return event
    stated = new.expected.get(event.id) if isinstance(new.expected, Mapping) else None
    depth = parents.index(case.question.id)
    weight = cast("Mapping[str, Judgement]", _copied(new)(event.weight))
    expected = event.expected
    if expected is not None:
        expected = _at_depth(depth, _copied(new, stated))(expected)
    return replace(event, expected=expected, weight=weight)


def _copied(new: NewHypothesis, stated: Tree | None = None) -> _Edit:
    """A table with a branch for the new answer: as stated, or as for the one it comes out of."""

    def edited(tree: Tree) -> Tree:
        if not isinstance(tree, Mapping) or not tree:
            return tree
        branch = stated if stated is not None else tree.get(new.out_of)
        return tree if branch is None else {**tree, new.id: branch}

    return edited


def _at_depth(depth: int, edit: _Edit) -> _Edit:
    """An edit of every branch so many names down."""
    if not depth:
        return edit

    def deeper(tree: Tree) -> Tree:
        if isinstance(tree, Judgement | Rest):
            return tree
        return {name: _at_depth(depth - 1, edit)(branch) for name, branch in tree.items()}

    return deeper
