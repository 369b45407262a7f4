"""What made acts rational: what each option was worth, and how likely the act under each band."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minding.explained import Explained
from deciban.findings.minding.spread import Spread
from deciban.render.figures import percent
from deciban.render.minding.conduct import turn_in_words
from deciban.render.minding.fitting import INDENT, labelled
from deciban.render.minding.wording import plain
from deciban.render.page import NAME, heading

#: With two values a threshold on the one is the threshold on the other.
TWO = 2


def explained_section(mind: MindInFull) -> Iterator[RenderableType]:
    """Answer what made every act rational that is asked of."""
    if not mind.explained:
        return
    yield heading(
        "What made acts rational", "worth: 0 to 100; chosen: how likely afresh, under each answer"
    )
    for each in mind.explained:
        told = Text.assemble((each.choice, NAME), f": {plain(each.chose)}")
        yield Padding(told, (0, 0, 0, INDENT))
        yield labelled(list(_lines(each, mind)))
    yield Text("")


def _lines(each: Explained, mind: MindInFull) -> Iterator[tuple[str, Text]]:
    worth = (f"{plain(name)} {_amount(value)}" for name, value in each.worth.items())
    yield "worth", Text(" · ".join(worth))
    chosen = (f"{band} {percent(chance)}" for band, chance in each.by_band.items())
    yield "chosen", Text(" · ".join(chosen))
    turns = Text()
    for turn in each.turns:
        if turn.at is None or turn in mind.brief.thresholds or len(mind.values) == TWO:
            continue
        turns.append(" · " if turns else "also ").append_text(turn_in_words(turn))
        turns.append(f" (over {plain(turn.other)})")
    if turns:
        yield "turns", turns


def _amount(value: Spread) -> str:
    return f"{value.mean:.0f} ({value.low:.0f}..{value.high:.0f})"
