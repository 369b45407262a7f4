"""Check: every question has rival answers, a start, and dates that run forward."""

from collections.abc import Iterator

from deciban.case import NO, YES, Case, Question
from deciban.case.hanging import parents_of
from deciban.dates import Kind
from deciban.problem import Problem

#: Names by which an answer says that it stands for all others.
CATCH_ALLS = ("other", "others", "else", "neither", "none", "none_of_these", "something_else")


def check_questions(case: Case) -> Iterator[Problem]:
    """Report questions that are not whole, and dates under them that straddle or are missing."""
    for question in case.all_questions().values():
        yield from _answers(question)
        yield from _prior(question)
        if question.when:
            yield from _dates(question)
            yield from _dated_events(case, question)


def _answers(question: Question) -> Iterator[Problem]:
    at = question.place("hypotheses" if question.hypotheses else "when")
    if "about" in question.places:
        return
    if question.hypotheses and question.when:
        hint = "keep the hypotheses or the dates"
        yield Problem("D509", f"'{question.id}' has hypotheses and dates", at, hint)
    elif len(question.answers) < 2:  # noqa: PLR2004 (two make a rivalry)
        hint = "give at least two answers that exclude one another"
        yield Problem("D509", f"'{question.id}' has no rival answers", at, hint)
    elif not question.exhaustive and not _complete(question):
        hint = "end with a catch-all such as `other`, or write `exhaustive: yes`"
        yield Problem("D601", f"the answers to '{question.id}' may leave one out", at, hint)


def _complete(question: Question) -> bool:
    """Whether the answers cover everything on their face."""
    if question.when:
        return None in question.when
    names = tuple(question.hypotheses)
    return set(names) == {YES, NO} or any(name in CATCH_ALLS for name in names)


def _prior(question: Question) -> Iterator[Problem]:
    if "about" in question.places:
        return
    if question.prior is None and "prior" not in question.places:
        hint = "write `prior: even`, a row, or `prior: none`"
        yield Problem("D510", f"'{question.id}' has no prior", question.at, hint)


def _dates(question: Question) -> Iterator[Problem]:
    for place, (one, next_) in enumerate(zip(question.when, question.when[1:], strict=False)):
        if one is None or (next_ is not None and next_.start <= one.start):
            at = question.place(f"when.{place + 1}")
            hint = "write them in order, earliest first, `never` last"
            yield Problem("D512", f"the dates of '{question.id}' do not run forward", at, hint)


def _dated_events(case: Case, question: Question) -> Iterator[Problem]:
    for event in case.events:
        if event.weight or question.id not in parents_of(case, event):
            continue
        if event.expected is None or "expected" not in event.places:
            continue
        if event.when is None:
            hint = "say when it happened"
            yield Problem("D513", f"'{event.id}' has no date", event.at, hint)
        elif event.when.kind is Kind.ONCE_WITHIN and any(
            answer is not None and event.when.earliest <= answer.start < event.when.latest
            for answer in question.when
        ):
            at = event.place("when")
            hint = "narrow the window if you can; it is counted at its end"
            yield Problem("D608", f"a date of '{question.id}' falls inside this window", at, hint)
