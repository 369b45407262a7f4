"""Who said it first: what a report goes back to, however often it was passed on."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case.case import Case
from deciban.case.report import Report


@dataclass(frozen=True, slots=True)
class Origin:
    """The first report of a chain of relays.

    Attributes:
        source: who made it.
        event: the event it speaks of.
        report: its name; None where the case does not hold it.
    """

    source: str
    event: str
    report: str | None

    @property
    def name(self) -> str:
        """The name it has in the case: the report's, else its source's."""
        return self.report or self.source


def roots_of(case: Case) -> Mapping[str, Origin]:
    """Answer what every report of a case goes back to, by the report's name.

    A report in its source's own voice goes back to itself.
    """
    by_name = {report.id: report for report in case.reports}
    found: dict[str, Origin] = {}
    for report in case.reports:
        _follow(report, by_name, found)
    return found


def _follow(report: Report, by_name: Mapping[str, Report], found: dict[str, Origin]) -> None:
    """Find the root of a report and of all that it passes on; a circle ends where it closes."""
    chain: dict[str, Report] = {}
    here = report
    while here.id not in found and here.id not in chain:
        chain[here.id] = here
        if here.relays is None or here.relays not in by_name:
            break
        here = by_name[here.relays]
    root = found.get(here.id) or _first(here)
    found.update(dict.fromkeys(chain, root))


def _first(report: Report) -> Origin:
    """The origin of a report that relays no other report of the case."""
    if report.relays is None:
        return Origin(report.by, report.of, report.id)
    return Origin(report.relays, report.of, None)
