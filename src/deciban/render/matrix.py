"""A case as a matrix: hypotheses in rows, items in columns, the readings at each row's end."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from deciban.findings.readings import HypothesisReading, RatedItem, Rating, Readings
from deciban.render.figures import MINUS, counted
from deciban.render.page import AGAINST, FOR, HEAD, NAME, QUIET, READABLE, Screen, cut, stacked

if TYPE_CHECKING:
    from deciban.render.json_text import Json, JsonObject

BESIDE = (
    "Scores that other tools compute, beside the answer and not it: `deciban weigh` gives that."
)
SIGNS = "C consistent, CC strongly; N neither; I inconsistent, II strongly; each item taken alone"
READINGS = (
    "minus: how many I and II (Heuer); weighted: by how credible each is (the PARC program); "
    "squares: of the distance from N (Open Synthesis)"
)
HEADS = ("minus", "weighted", "squares")
CELL = 3
STYLES = {Rating.CC: FOR, Rating.C: FOR, Rating.I: AGAINST, Rating.II: AGAINST}


def matrix_view(readings: Readings, screen: Screen) -> Group:
    """Answer the matrix, the most diagnostic items first, as many as the screen holds."""
    names = min(max(len(each.id) for each in readings.hypotheses), screen.width // 3)
    ends = sum(len(head) + 1 for head in HEADS)
    room = max(1, (screen.width - names - ends) // (CELL + 1))
    shown, more = readings.items[:room], len(readings.items[room:])
    parts: list[RenderableType] = [
        Text(readings.ask, HEAD),
        Text(BESIDE, QUIET),
        Text(SIGNS, QUIET),
        Text(READINGS, QUIET),
        Text(""),
        _table(readings, shown, names),
    ]
    if shown:
        parts += [Text(""), *_legend(shown, more, screen)]
    return stacked(parts)


def matrix_json(readings: Readings) -> "JsonObject":
    """Answer the same as data, with every item; a level of minus infinity is null."""
    items: list[Json] = [_item_json(item) for item in readings.items]
    return {
        "question": readings.question,
        "ask": readings.ask,
        "hypotheses": [
            {
                "id": each.id,
                "text": each.text,
                "minus": each.minus,
                "inconsistency": each.inconsistency,
                "weighted_inconsistency": each.weighted,
                "squares": each.squares,
            }
            for each in readings.hypotheses
        ],
        "items": items,
    }


def _item_json(item: RatedItem) -> "JsonObject":
    return {
        "id": item.id,
        "kind": item.kind,
        "text": item.text,
        "credibility": item.credibility.name.lower(),
        "relevance": item.relevance.name.lower(),
        "diagnosticity": item.diagnosticity,
        "ratings": {name: rating.name for name, rating in item.ratings.items()},
        "levels": {
            name: level if level is not None and math.isfinite(level) else None
            for name, level in item.levels.items()
        },
    }


def _table(readings: Readings, shown: tuple[RatedItem, ...], names: int) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=names, no_wrap=True, overflow="ellipsis")
    for _ in shown:
        table.add_column(width=CELL, no_wrap=True)
    for head in HEADS:
        table.add_column(width=len(head), justify="right", no_wrap=True)
    numbers = (Text(str(number), QUIET) for number in range(1, len(shown) + 1))
    table.add_row("", *numbers, *(Text(head, QUIET) for head in HEADS))
    for each in readings.hypotheses:
        cells = (_cell(item.ratings[each.id]) for item in shown)
        table.add_row(Text(each.id, NAME), *cells, *_ends(each))
    return table


def _cell(rating: Rating) -> Text:
    return Text(rating.name, STYLES.get(rating, QUIET))


def _ends(each: HypothesisReading) -> Iterator[Text]:
    yield Text(str(each.minus))
    weighted = f"{abs(each.weighted):.1f}"
    yield Text(weighted if weighted == "0.0" else f"{MINUS}{weighted}")
    yield Text(f"{each.squares:.1f}")


def _legend(shown: tuple[RatedItem, ...], more: int, screen: Screen) -> Iterator[Text]:
    width = len(str(len(shown)))
    for number, item in enumerate(shown, 1):
        line = Text.assemble(f"{number:>{width}}  ", (cut(item.id, screen.width // 2), NAME))
        room = screen.width - len(line) - 2
        if room >= READABLE:
            line.append(f"  {cut(item.text, room)}")
        yield line
    if more:
        yield Text(f"and {counted(more, 'item')} that tell the hypotheses less apart", QUIET)
