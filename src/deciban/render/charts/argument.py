"""The debate as a map: what is claimed, what attacks it, what stands, and whose turn it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from deciban.debate.drawing.argument import Argument, find_argument
from deciban.render.charts.lettering import plain, width, wrapped
from deciban.render.charts.look import LEADING, MARGIN, PAPER, QUIET, SMALL, TITLE, WIDTH
from deciban.render.charts.map import SVG, heading
from deciban.render.charts.picture import Picture
from deciban.render.charts.placing import Box, Line, Placed, place
from deciban.render.charts.saying import listed
from deciban.render.charts.shapes import Stroke, curve, shape, text
from deciban.render.date import in_words
from deciban.render.figures import counted
from deciban.standing import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deciban.case import Case
    from deciban.debate.drawing import argument
    from deciban.debate.thread import Thread

NAME = "argument"
#: How wide words may be, and how many lines what is said takes.
ROOM, LINES = 172.0, 3
BESIDE, ABOVE = 14.0, 6.0
KEY_SHAPE = 40.0
#: How many of those whose turn it is the text names.
SAID = 3
#: How each thing that a move may do is drawn, and what it is called.
STROKES = {
    "attacks": Stroke(1.6),
    "asks": Stroke(1.2, "6 3"),
    "speaks": Stroke(1.2, "1.5 3", QUIET, arrow=False),
}
CALLED = {"attacks": "attacks", "asks": "asks", "speaks": "speaks to"}
#: What each label is called; the shape of a box is the label's own.
WORDS = {
    Label.IN: "stands",
    Label.OUT: "defeated",
    Label.UNDECIDED: "open",
}
#: What its author does by a move.
DOES = {
    "rebut": "rebuts",
    "undercut": "undercuts",
    "challenge": "challenges",
    "ask": "asks",
    "hypothesis": "adds an answer",
    "concede": "concedes",
    "withdraw": "withdraws",
}


def argument_picture(case: Case, thread: Thread, *, around: str = "") -> Picture:
    """Answer the debate of a case as a map of its claims and moves.

    Args:
        case: the case, for what debaters are called.
        thread: its debate.
        around: the claim or the move of whose exchange to show; all when empty.

    Raises:
        ValueError: nothing in the debate has that name.
    """
    found = find_argument(case, thread, around)
    if around and not found.boxes:
        message = f"there is nothing called '{around}'"
        raise ValueError(message)
    cards = [_card(box) for box in found.boxes]
    # Placed from what is attacked to what attacks it, so that claims stand on the left.
    lines = [Line(arrow.end, arrow.start) for arrow in found.arrows]
    placed = place([card.box for card in cards], lines)
    title = f"The debate: {case.title}"
    drawn = _drawing(found, cards, placed, title)
    return Picture(NAME, plain(title), " ".join(_sentences(found)), drawn=drawn)


@dataclass(frozen=True, slots=True)
class _Card:
    """A claim or a move with its words broken into lines: who, what, and whether it stands."""

    kind: str
    head: tuple[str, ...]
    said: tuple[str, ...]
    stands: tuple[str, ...]
    whole: str
    box: Box


def _card(found: argument.Box) -> _Card:
    standing = found.standing
    head = wrapped(_head(found), SMALL, ROOM, 2, bold=True)
    said = wrapped(standing.about, SMALL, ROOM, LINES) if standing.about else ()
    stands = tuple(
        line for told in _told(found) for line in wrapped(told, SMALL, ROOM, 2, bold=True)
    )
    bold = [width(each, SMALL, bold=True) for each in (*head, *stands)]
    wide = max(*bold, *(width(each, SMALL) for each in said), 0.0)
    high = LEADING * (len(head) + len(said) + len(stands)) + 2 * ABOVE
    whole = plain(f"{_head(found)}: {standing.about} {'; '.join(_told(found))}")
    kind = str(standing.label) if argued(found) else "said"
    return _Card(kind, head, said, stands, whole, Box(wide + 2 * BESIDE, high))


def _head(found: argument.Box) -> str:
    """Who does what and when; of a claim where it stands in the case."""
    move = found.standing.move
    if move is None:
        return found.standing.name
    on = f", {in_words(move.on.text)}" if move.on is not None else ""
    return f"{found.author} {DOES[move.move]}{on}"


def argued(found: argument.Box) -> bool:
    """Answer whether it says something that may stand: a concession does not."""
    move = found.standing.move
    return move is None or move.move not in ("concede", "withdraw")


def _told(found: argument.Box) -> Iterator[str]:
    """Whether it stands, how far that is open to choice, and whose turn it is."""
    standing = found.standing
    if not argued(found):
        return
    told = WORDS[standing.label]
    if standing.withdrawn:
        told = "conceded" if standing.given_up else "withdrawn"
    elif standing.conceded:
        told += ", conceded"
    if standing.preferred:
        choices = dict.fromkeys(WORDS[each] for each in standing.preferred)
        told += f" ({' or '.join(choices)} if a side is taken)"
    yield told
    if found.turn:
        since = standing.since
        when = f" since {in_words(since.text)}" if since is not None else ""
        yield f"turn: {_few(found.turn)}{when}"


def _drawing(found: Argument, cards: Sequence[_Card], placed: Placed, title: str) -> str:
    """All of it as SVG."""
    across = max(WIDTH, placed.wide + 2 * MARGIN)
    head = list(
        heading(title, "An arrow attacks what it points at, or asks something of it.", across)
    )
    top = MARGIN + (TITLE + 8) * len(head)
    key, low = _key(cards, found, across - 2 * MARGIN)
    high = top + placed.high + 1.5 * LEADING + low + MARGIN
    left = (across - placed.wide) / 2
    size = f'width="{across:.0f}" height="{high:.0f}"'
    parts = [
        f'<svg xmlns="{SVG}" {size} viewBox="0 0 {across:.0f} {high:.0f}">',
        f'<rect {size} fill="{PAPER}"/>',
        *head,
        f'<g transform="translate({left:.1f},{top:.1f})">',
        *_arrows(found, placed),
        *(_drawn(card, *at) for card, at in zip(cards, placed.middles, strict=True)),
        "</g>",
        f'<g transform="translate({MARGIN},{top + placed.high + 1.5 * LEADING:.1f})">',
        *key,
        "</g></svg>",
    ]
    return "".join(parts)


def _arrows(found: Argument, placed: Placed) -> Iterator[str]:
    for arrow, points in zip(found.arrows, placed.curves, strict=True):
        yield curve(tuple(reversed(points)), STROKES[arrow.does])


def _drawn(card: _Card, x: float, y: float) -> str:
    """A claim or a move with its words; all of them are there for whoever points at it."""
    lines = [*((each, "key") for each in card.head), *((each, "small") for each in card.said)]
    lines += [(each, "key") for each in card.stands]
    first = y - LEADING * (len(lines) - 1) / 2
    words = [
        text(x, first + LEADING * number, told, style) for number, (told, style) in enumerate(lines)
    ]
    outline = shape(card.kind, x, y, card.box.wide, card.box.high)
    return f"<g><title>{escape(card.whole)}</title>{outline}{''.join(words)}</g>"


def _key(cards: Sequence[_Card], found: Argument, room: float) -> tuple[list[str], float]:
    """What the shapes and the lines that occur stand for; and how high that is."""
    parts: list[str] = []
    x, y = 0.0, LEADING / 2
    for name, called in _entries(cards, found):
        long = KEY_SHAPE + 8 + width(called, SMALL)
        if x and x + long > room:
            x, y = 0.0, y + LEADING + 8
        end = x + KEY_SHAPE
        if name in STROKES:
            parts.append(curve([(x, y), (x + 12, y), (end - 12, y), (end, y)], STROKES[name]))
        else:
            parts.append(shape(name, (x + end) / 2, y, KEY_SHAPE, LEADING))
        parts.append(text(end + 8, y, called, "small", "start"))
        x += long + 20
    return parts, y + LEADING


def _entries(cards: Sequence[_Card], found: Argument) -> Iterator[tuple[str, str]]:
    kinds, does = {card.kind for card in cards}, {arrow.does for arrow in found.arrows}
    yield from ((label, called) for label, called in WORDS.items() if label in kinds)
    yield from ((name, called) for name, called in CALLED.items() if name in does)


def _sentences(found: Argument) -> Iterator[str]:
    """What the picture says, in words."""
    claims = [box for box in found.boxes if box.standing.move is None]
    moves = [box for box in found.boxes if box.standing.move is not None]
    if not found.boxes:
        yield "Nobody has made a move in this debate: 0 moves."
        return
    counts = Counter(box.standing.label for box in claims)
    told = [_so_many(counts[label], label) for label in WORDS if counts[label]]
    attacked = counted(len(claims), "claim")
    yield f"{attacked} of the case under {counted(len(moves), 'move')}: {listed(told)}."
    owing = [box for box in found.boxes if box.turn]
    turns = [f"{_few(box.turn)} on {_short(box)}" for box in owing[:SAID]]
    if turns:
        more = f", and {counted(len(owing) - SAID, 'more answer')}" if len(owing) > SAID else ""
        yield f"An answer is owed by {'; '.join(turns)}{more}."
    else:
        yield "Nobody owes an answer."


def _so_many(count: int, label: Label) -> str:
    """How many stand, are defeated or are open."""
    if label is Label.IN:
        return f"{count} {'stands' if count == 1 else 'stand'}"
    return f"{count} {'is' if count == 1 else 'are'} {WORDS[label]}"


def _few(names: Sequence[str]) -> str:
    """Names in a list, the first of many."""
    more = len(names) - SAID
    return listed([*names[:SAID], f"{more} more"] if more > 0 else names)


def _short(box: argument.Box) -> str:
    if box.standing.move is None:
        return box.standing.name
    return f"what {box.author} {DOES[box.standing.move.move]} ({box.standing.name})"
