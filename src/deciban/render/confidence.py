"""How well founded the answer is, told apart from how likely it is."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from deciban.findings.confidence import Reason
from deciban.findings.findings import Findings
from deciban.render.figures import counted, percent
from deciban.render.hangs_on import numbers_that_flip, outside_minds
from deciban.render.page import AGAINST, FOR, HEAD

#: Origins named on the first screen.
NAMED = 3


def confidence_part(findings: Findings) -> Iterator[RenderableType]:
    """Answer the confidence in the leading answer, with what speaks against it first."""
    told = findings.confidence
    row = Table.grid(padding=(0, 2))
    row.add_column(no_wrap=True)
    row.add_column()
    failing = [_failing(each, findings) for each in told.reasons if not each.holds]
    holding = [_holding(each, findings) for each in told.reasons if each.holds]
    parts = [Text("; ").join(Text(each, AGAINST) for each in failing)] if failing else []
    parts += [Text("; ").join(Text(each, FOR) for each in filter(None, holding))]
    reasons = Text("; but ").join(part for part in parts if part)
    row.add_row(Text("Confidence", HEAD), Text.assemble((told.level, HEAD), ": ", reasons))
    yield row


def _failing(reason: Reason, findings: Findings) -> str:
    leader = findings.posterior.leader.id
    match reason.name:
        case "draws" if not findings.ranges.draws:
            where = outside_minds(findings)
            return f"no number{where} has a range, so nothing was drawn"
        case "draws":
            return f"{leader} leads in only {percent(reason.share)} of draws"
        case "origins":
            return (
                f"{_origins(reason) or 'no independent origin carries it'}, where three are wanted"
            )
        case _:
            return numbers_that_flip(len(reason.flips), outside_minds(findings))


def _holding(reason: Reason, findings: Findings) -> str:
    match reason.name:
        case "draws":
            share = "every draw" if reason.share == 1 else f"{percent(reason.share)} of draws"
            return f"{findings.posterior.leader.id} leads in {share}"
        case "origins":
            return _origins(reason)
        case _ if not findings.ranges.draws:
            return ""
        case _:
            return numbers_that_flip(0, outside_minds(findings))


def _origins(reason: Reason) -> str:
    count = len(reason.origins)
    if not count:
        return ""
    carry = "carries" if count == 1 else "carry"
    shown = ", ".join(reason.origins[:NAMED]) + (", …" if count > NAMED else "")
    return f"{counted(count, 'independent origin')} {carry} it ({shown})"
