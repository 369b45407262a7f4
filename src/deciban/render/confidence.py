"""How well founded the answer is, told apart from how likely it is."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from deciban.findings.confidence import Reason
from deciban.findings.findings import Findings
from deciban.render.figures import counted, percent
from deciban.render.page import AGAINST, FOR, HEAD


def confidence_part(findings: Findings) -> Iterator[RenderableType]:
    """Answer the confidence in the leading answer, with its reasons."""
    told = findings.confidence
    row = Table.grid(padding=(0, 2))
    row.add_column(no_wrap=True)
    row.add_column()
    reasons = Text("; ").join(_reason(each, findings) for each in told.reasons)
    row.add_row(Text("Confidence", HEAD), Text.assemble((told.level, HEAD), ": ", reasons))
    yield row


def _reason(reason: Reason, findings: Findings) -> Text:
    return Text(_said(reason, findings), FOR if reason.holds else AGAINST)


def _said(reason: Reason, findings: Findings) -> str:
    if reason.name == "draws" and not findings.ranges.draws:
        return "no number has a range, so nothing was drawn"
    if reason.name == "draws":
        share = "every draw" if reason.share == 1 else f"{percent(reason.share)} of draws"
        return f"{findings.posterior.leader.id} leads in {share}"
    if reason.name == "origins":
        count = len(reason.origins)
        return f"{counted(count, 'independent origin')} {'carries' if count == 1 else 'carry'} it"
    if reason.holds:
        return "no number inside its range would change the leader by itself"
    if len(reason.flips) == 1:
        return "one number inside its range would change the leader by itself"
    return f"{len(reason.flips)} numbers inside their ranges would each change the leader"
