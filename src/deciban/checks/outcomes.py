"""Check: whatever names an outcome or an answer names one that is there."""

from collections.abc import Iterator

from deciban.case import Case, Event, Report, Silence
from deciban.case.hanging import answer_of, causes_of
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing
from deciban.span import Span


def check_outcomes(case: Case) -> Iterator[Problem]:
    """Report outcomes said, known, pushed, caused or tested that do not exist."""
    events = {event.id: event for event in case.events}
    for event in case.events:
        if event.known is not None:
            yield from _one_of(event.known, event.states, event.id, event.place("known"))
        yield from _causes(case, event)
    told: tuple[Report | Silence, ...] = (*case.reports, *case.silences)
    for record in told:
        of = events.get(record.of)
        if of is not None:
            yield from _one_of(record.says, of.states, of.id, record.place("says"))
    for source in case.sources.values():
        for name, outcome in source.line.items():
            at = source.place(f"line.{name}")
            if name not in events and name not in case.broken:
                hint = did_you_mean(name, events, "a line is keyed by events")
                yield Problem("D402", f"there is no event '{name}'", at, hint)
            elif name in events:
                yield from _one_of(outcome, events[name].states, name, at)
    yield from _tests(case)


def _one_of(said: str, states: tuple[str, ...], name: str, at: Span) -> Iterator[Problem]:
    if said not in states:
        meant = {"true": "yes", "false": "no"}.get(said.lower(), "")
        hint = f"write `{meant}`" if meant in states else ""
        hint = hint or did_you_mean(said, states, f"it may be {listing(states)}")
        yield Problem("D403", f"'{name}' has no outcome '{said}'", at, hint)


def _causes(case: Case, event: Event) -> Iterator[Problem]:
    if event.also_caused_by and event.outcomes:
        yield Problem(
            "D403",
            f"'{event.id}' has outcomes of its own, and rival causes bring about a yes",
            event.place("also_caused_by"),
            "use yes and no for this event, or judge each outcome under `expected`",
        )
    for cause, (of, state) in zip(event.also_caused_by, causes_of(event), strict=True):
        at = event.place(f"also_caused_by.{cause}")
        states = case.states(of)
        if of in case.broken:
            continue
        if not states:
            known = [*case.all_questions(), *(each.id for each in case.events)]
            hint = did_you_mean(of, known, "name a cause as question.answer or event.outcome")
            yield Problem("D402", f"there is no question or event '{of}'", at, hint)
        elif not state:
            hint = f"say which of its answers, such as {of}.{states[0]}"
            yield Problem("D403", f"'{of}' is a cause only in one of its states", at, hint)
        elif state not in states:
            hint = f"write one of {listing([f'{of}.{each}' for each in states])}"
            yield Problem("D403", f"'{of}' has no outcome '{state}'", at, hint)


def _tests(case: Case) -> Iterator[Problem]:
    for trial in case.test:
        if answer_of(case, trial.of) is None:
            known = _answers(case)
            hint = did_you_mean(trial.of, known, f"known: {listing(known)}")
            yield Problem("D403", f"there is no answer '{trial.of}'", trial.place("of"), hint)
        if trial.between.certain:
            at = trial.place("between")
            hint = "write a range, such as 45..55%"
            message = f"no answer comes out at exactly {trial.between.text}"
            yield Problem("D808", message, at, hint)


def _answers(case: Case) -> list[str]:
    """Every answer as a test would name it."""
    return [
        answer if question is case.question else f"{name}.{answer}"
        for name, question in case.all_questions().items()
        for answer in question.answers
    ]
