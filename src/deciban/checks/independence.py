"""Check: many items that share nothing. This only warns."""

from collections.abc import Iterator

from deciban.case import Case
from deciban.case.hanging import parents_of
from deciban.problem import Problem

MOST = 5


def check_independence(case: Case) -> Iterator[Problem]:
    """Warn where more than five items bear on a question with nothing shared between them.

    Items share something where they hang from one hidden event, speak of one event, or come from
    one source or school.
    """
    for name, question in case.all_questions().items():
        alone = _alone(case, name)
        if len(alone) > MOST:
            yield Problem(
                "D603",
                f"{len(alone)} items bear on '{name}' with no shared event or source: "
                + ", ".join(alone[:6])
                + (", ..." if len(alone) > MOST + 1 else ""),
                question.at,
                "hang acts of one policy from one event, and copies from one source",
            )


def _alone(case: Case, question: str) -> list[str]:
    """Known events that hang from the question itself and that nothing else hangs from."""
    parents = {name for event in case.events for name in event.given}
    return [
        event.id
        for event in case.events
        if event.known is not None
        and parents_of(case, event) == (question,)
        and (event.weight or event.expected is not None)
        and event.id not in parents
        and not event.also_caused_by
    ]
