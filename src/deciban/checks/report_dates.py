"""Check: nothing becomes public before it is made."""

from collections.abc import Iterator

from deciban.case import Case
from deciban.problem import Problem


def check_report_dates(case: Case) -> Iterator[Problem]:
    """Report reports that were public before they were made."""
    for report in case.reports:
        if report.made and report.public and report.public.latest < report.made.earliest:
            yield Problem(
                "D512",
                f"'{report.id}' was public before it was made",
                report.place("public"),
                f"it was made {report.made.text}; swap or mend the dates",
            )
    for event in case.events:
        if event.when and event.known_since and event.known_since.latest < event.when.earliest:
            yield Problem(
                "D512",
                f"'{event.id}' was known before it happened",
                event.place("known_since"),
                f"it happened {event.when.text}; swap or mend the dates",
            )
    for actor in case.actors.values():
        for sight in actor.saw:
            if sight.on and sight.public and sight.public.latest < sight.on.earliest:
                yield Problem(
                    "D512",
                    f"'{sight.id}' was public before it came",
                    sight.place("public"),
                    f"it came {sight.on.text}; swap or mend the dates",
                )
