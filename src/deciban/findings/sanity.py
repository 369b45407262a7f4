"""Finding: whether the answer holds together: contradictions, certainty, the case's own test."""

import math
from collections.abc import Iterator, Sequence

from deciban.case import Case, Trial
from deciban.case.hanging import answer_of
from deciban.case.minds import questions_of
from deciban.compile import minds_in
from deciban.engine import Cost, conflicting_items
from deciban.findings.posterior import Chances
from deciban.findings.silences import find_loud_silences
from deciban.minds import TooManyCells
from deciban.model import Model
from deciban.problem import Problem

CERTAIN = 0.99
MOST_DIGITS = 16


def contradiction(case: Case, model: Model) -> Problem:
    """Answer a contradiction as a problem that names items from which none can be dropped."""
    items = conflicting_items(model, model.questions[case.question.id])
    places = {str(getattr(record, "id", "")): record.at for record in case.listed()}
    names = [item.id for item in items]
    at = places.get(names[0]) if names else case.question.at
    if not names:
        hint = "look for judgements of exactly 0 or 100%"
        return Problem("D701", "no hypothesis is possible, whatever the items", at, hint)
    told = " and ".join(f"'{name}'" for name in names)
    verb = "cannot be true" if len(names) == 1 else "cannot all be true"
    hint = "drop one of them, or soften the judgements of 0 or 100% behind them"
    also = tuple(places[name] for name in names[1:] if name in places)
    return Problem("D701", f"{told} {verb} under any hypothesis", at, hint, also)


def too_large(case: Case, model: Model, cost: Cost) -> Problem:
    """Answer a case too entangled to compute as a problem that names the tangle."""
    names = [model.variables[index].name for index in cost.culprits]
    told = ", ".join(names[:6]) + (", ..." if len(names) > 6 else "")  # noqa: PLR2004 (a line)
    return Problem(
        "D702",
        f"a table of {cost.biggest_table:,} numbers would be needed, over {told}",
        case.question.at,
        "hang some of these from one event, or drop links between them",
    )


def too_many_cells(case: Case, large: TooManyCells) -> Problem:
    """Answer a mind too large to read as a problem that names what makes it so."""
    actor = case.actors[large.actor]
    path = large.cost.culprit.removeprefix(f"actors.{large.actor}.")
    named = f", most of them for '{path}'" if path else ""
    return Problem(
        "D703",
        f"the mind of '{large.actor}' takes {large.cost.cells:,} numbers{named}",
        actor.place(path) if path else actor.at,
        f"shorten it, or read it at fewer columns than {large.cost.columns:,}",
    )


def find_empty_answers(case: Case, model: Model) -> Iterator[Problem]:
    """Report answers about a mind that none of its columns gives."""
    for name, joined in minds_in(model).items():
        table = joined.reading.table
        for axis, question in enumerate(questions_of(case, name)):
            others = tuple(other for other in range(table.ndim) if other != axis)
            for answer, share in zip(question.answers, table.sum(axis=others), strict=True):
                if share <= 0.0:
                    message = f"the mind of '{name}' never comes to '{answer}'"
                    key = f"hypotheses.{answer}" if question.hypotheses else "bands"
                    hint = "move the edges of the bands, or widen the ranges of the actor"
                    yield Problem("D704", message, question.place(key), hint)


def find_smells(case: Case, chances: Chances) -> Iterator[Problem]:
    """Warn of leaders above 99% and of loud silences, and report tests of the case that fail."""
    for name, answers in chances.items():
        leader = max(answers, key=answers.__getitem__)
        if answers[leader] > CERTAIN:
            question = case.all_questions()[name]
            hint = "look for evidence counted twice; `deciban why` lists what carries it"
            message = f"'{leader}' leads '{name}' with more than 99%"
            yield Problem("D604", message, question.at, hint)
    yield from _loud(case, chances)
    for trial in case.test:
        yield from _tried(case, trial, chances)


def _loud(case: Case, chances: Chances) -> Iterator[Problem]:
    """Silences that are counted for more than any report."""
    answers = chances[case.question.id]
    for each in find_loud_silences(case, max(answers, key=answers.__getitem__)):
        told = "settles the matter" if math.isinf(each.weight) else f"weighs {each.weight:.1f} dB"
        yield Problem(
            "D611",
            f"the silence '{each.silence.id}' {told} by itself, and no report weighs more than "
            f"{each.most:.1f} dB, which is '{each.report.id}'",
            each.silence.at,
            "lower its `made`, `survives` or `found`, or say in its `because` why it deserves that",
            also=(each.report.at,),
        )


def _tried(case: Case, trial: Trial, chances: Chances) -> Iterator[Problem]:
    named = answer_of(case, trial.of)
    if named is None:
        return  # which checks report
    question, answer = named
    found = chances[question][answer]
    if not trial.between.low <= found <= trial.between.high:
        at = trial.place("of")
        told = _told_apart(found, (trial.between.low, trial.between.high))
        message = f"'{trial.of}' is {told}, not within {trial.between.text}"
        yield Problem("D802", message, at, trial.because or "mend the case, or the test")


def _told_apart(found: float, bounds: Sequence[float]) -> str:
    """A probability to as many digits as it takes to tell it from the bounds."""
    for digits in range(1, MOST_DIGITS):
        told = f"{found:.{digits}%}"
        if all(told != f"{bound:.{digits}%}" for bound in bounds):
            return told
    return f"{100 * found!r}%"
