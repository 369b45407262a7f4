"""Check: reports, relays and silences are what they say they are."""

from collections.abc import Iterator

from deciban.case import Case, Report, Silence
from deciban.problem import Problem


def check_testimony(case: Case) -> Iterator[Problem]:
    """Report silences on what is reported, subjects as witnesses, and relays of other events."""
    reported = {(report.relays or report.by, report.of): report for report in case.reports}
    for silence in case.silences:
        report = reported.get((silence.by, silence.of))
        if report is not None:
            yield Problem(
                "D504",
                f"'{silence.by}' is silent on '{silence.of}', which it reports",
                silence.place("by"),
                f"see '{report.id}' in line {report.at.line}; drop one of the two",
                also=(report.at,),
            )
        yield from _proof(case, silence)
    reports = {report.id: report for report in case.reports}
    for report in case.reports:
        yield from _subject(case, report)
        yield from _without_effect(report)
        origin = reports.get(report.relays or "")
        if origin is not None and origin.of != report.of:
            yield Problem(
                "D506",
                f"'{report.id}' speaks of '{report.of}', but '{origin.id}' of '{origin.of}'",
                report.place("relays"),
                "let both speak of the same event, or make it a report of its own",
            )
    yield from _unread(case)


def _unread(case: Case) -> Iterator[Problem]:
    """A record nobody has read moves nothing, so a belief that reports rest on keeps their number.

    Stated at a report as well, it is one number or a problem of its own.
    """
    resting = {(report.relays or report.by, report.of): report for report in case.reports}
    for unseen in case.unseen:
        report = resting.get((unseen.by, unseen.of))
        if unseen.competence is not None and report is not None and report.competence is None:
            yield Problem(
                "D518",
                f"the competence of '{unseen.id}' says nothing: '{report.id}' already rests on "
                f"what '{unseen.by}' believes of '{unseen.of}'",
                unseen.place("competence"),
                f"write it at '{report.id}', or at the source",
                also=(report.at,),
            )


def _subject(case: Case, report: Report) -> Iterator[Problem]:
    subjects = {question.subject for question in case.all_questions().values()}
    source = case.sources.get(report.by)
    characterless = source is None or not (source.character or source.reliability or source.school)
    if report.by in subjects and characterless and not report.relays:
        yield Problem(
            "D505",
            f"'{report.by}' reports on their own mind",
            report.place("by"),
            f"make it an event with `said_by: {report.by}`, or give that source a character",
        )


def _proof(case: Case, silence: Silence) -> Iterator[Problem]:
    """A silence all of whose parts are certain; an archive's survival counts for all it lacks."""
    parts = {"made", "survives", "found"}
    archive = any(each.survives for each in case.silences if each.by == silence.by)
    if not archive and not parts & silence.places.keys():
        yield Problem(
            "D517",
            f"'{silence.id}' would be proof that '{silence.of}' was not '{silence.says}'",
            silence.at,
            "say how likely such a record was to be made, to survive and to be found",
        )


def _without_effect(report: Report) -> Iterator[Problem]:
    if report.relays and report.competence is not None:
        hint = "drop it: a relay passes on what it was told; state its `fidelity`"
        at = report.place("competence")
        yield Problem("D518", f"the competence of the relay '{report.id}' says nothing", at, hint)
    if report.fidelity is not None and not report.relays:
        hint = "say what it `relays`, or drop it"
        at = report.place("fidelity")
        yield Problem("D518", f"'{report.id}' relays nothing to be faithful to", at, hint)
