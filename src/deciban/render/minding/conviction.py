"""How strong the conviction was, and which start the acts allow."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minding.conviction import Conviction
from deciban.findings.minding.spread import Spread
from deciban.render.date import in_words
from deciban.render.figures import percent
from deciban.render.minding.fitting import INDENT, Head, Row, fitted
from deciban.render.minding.wording import held_at, in_decibans, signed
from deciban.render.page import QUIET, heading


def conviction_section(mind: MindInFull) -> Iterator[RenderableType]:
    """Answer how strongly it was believed, for every conviction asked of."""
    for each in mind.convictions:
        yield heading(
            "How strong the conviction", f"log-odds of “{each.of}” by {in_words(each.on)}, decibans"
        )
        yield fitted([Head(), Head(side="left")], list(_rows(each, mind)))
        for told in (_ceiling(each), _profile(each)):
            if told:
                yield Padding(Text(told), (0, 0, 0, INDENT))
        yield Text("")


def _rows(each: Conviction, mind: MindInFull) -> Iterator[Row]:
    yield _row("at first", each.start, each.start_held)
    yield _row("moved by what was heard", each.moved)
    yield _row("and so in the end", each.end, each.end_held)
    if each.reasonable is not None:
        whose = "a reasonable reader" if mind.declared == "reasonable" else "us"
        yield _row(f"would have moved {whose}", each.reasonable)
    if each.ceiling is not None:
        yield _row("the ceiling of the start", each.ceiling, each.ceiling_held)


def _row(label: str, figures: Spread, held: Spread | None = None) -> Row:
    told = f"held {held_at(held)}" if held is not None else ""
    return Row(Text(label), in_decibans(figures), Text(told, QUIET))


def _ceiling(each: Conviction) -> str:
    if each.ceiling is None or each.below is None:
        return ""
    return (
        "The ceiling is the highest start at which every act was still rational. "
        f"{percent(each.bounded)} of the weight has one, and {percent(each.below)} of that started "
        "at or below it."
    )


def _profile(each: Conviction) -> str:
    """From which starts the conduct would be ten times less likely, of those looked at."""
    upper, lower, points = each.profile.upper, each.profile.lower, each.profile.points
    first, last = (signed(start).removesuffix(".0") for start, _ in (points[0], points[-1]))
    tried = f"the starts from {first} to {last} dB"
    if upper is None and lower is None:
        return f"Of {tried}, none makes the conduct ten times less likely than at best."
    ends = [f"above {signed(upper)} dB"] if upper is not None else []
    ends += [f"below {signed(lower)} dB"] if lower is not None else []
    return f"Of {tried}, those {' or '.join(ends)} make the conduct ten times less likely."
