"""What-ifs side by side with the case as it stands."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.findings import Findings, Supposition
from deciban.render.figures import decibans, percent
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, grid, heading, side, stacked


def whatif_brief(findings: Findings, suppositions: Sequence[Supposition], screen: Screen) -> Group:
    """Answer what the case adds up to under each what-if, beside what it adds up to now."""
    answers = findings.posterior.answers
    width = max(13, *(len(answer.id) + 1 for answer in answers))
    rows = grid((None, "left"), *(((width, "right"),) * len(answers)))
    room = screen.width - len(answers) * (width + 1) - 2
    note = "probability, and decibans moved"
    rows.add_row(heading("Had we judged otherwise", note), *(Text(a.id, NAME) for a in answers))
    rows.add_row(
        Text("the case as it stands"),
        *(Text(percent(answer.probability) + " " * 6, HEAD) for answer in answers),
    )
    for each in suppositions:
        cells = []
        for answer in answers:
            moved = each.moved[answer.id]
            shown = Text(percent(each.probability[answer.id]))
            shown.append(f"{decibans(moved):>6}", side(moved) if abs(moved) >= 1 else QUIET)
            cells.append(shown)
        rows.add_row(Text(cut(each.text, room)), *cells)
    parts: list[RenderableType] = [Text(findings.ask), Text(""), rows]
    flips = [each for each in suppositions if each.leader != findings.posterior.leader.id]
    parts.extend(Text(f"{each.id}: the leader becomes {each.leader}", HEAD) for each in flips)
    return stacked(parts)
