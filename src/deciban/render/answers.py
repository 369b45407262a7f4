"""The answers of a question with their probabilities."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from deciban.findings.posterior import Answer, Posterior
from deciban.findings.ranges import Interval
from deciban.render.figures import decibans, interval, percent
from deciban.render.page import HEAD, NAME, QUIET, READABLE, Screen, grid

PERCENT, FROM = 4, 9
SHORTEST_BAR, LONGEST_BAR = 8, 26
RANGE = "90% range"
READERS = "where readers end who begin at 10, 30, 50, 70, 90%"


def answers_part(
    posterior: Posterior, ranges: Mapping[str, Interval], screen: Screen
) -> Iterator[RenderableType]:
    """Answer each answer of a question: its sentence, how likely it is, and where it began.

    A bar is solid up to the low end of the range and shaded up to its high end. Where the screen
    is narrow the bars go first, then where the answer began, then the words.

    Args:
        posterior: the question.
        ranges: the 90% range of each answer; empty where none was drawn.
        screen: what the terminal can show.
    """
    columns = _Columns(posterior.answers, ranges, screen)
    rows = grid(
        (columns.names, "left"),
        (None, "left"),
        *([(columns.bars, "left")] if columns.bars else []),
        (PERCENT, "right"),
        *([(columns.range, "left")] if columns.range else []),
        *([(columns.words, "left")] if columns.words else []),
        *([(FROM, "right")] if columns.started else []),
        wrap=True,
    )
    if columns.range:
        rows.add_row("", "", *([""] if columns.bars else []), "", Text(RANGE, QUIET))
    for answer in posterior.answers:
        leads = answer is posterior.leader
        rows.add_row(*_cells(answer, ranges.get(answer.id), columns, screen, leads=leads))
    yield rows
    if any(answer.readers for answer in posterior.answers):
        yield from _readers(posterior.answers)


class _Columns:
    """How many columns each part of an answer gets; none where there is no room for it."""

    def __init__(
        self, answers: Sequence[Answer], ranges: Mapping[str, Interval], screen: Screen
    ) -> None:
        self.names = min(max(len(answer.id) for answer in answers), screen.width // 2)
        self.words = max(len(in_words(answer)) for answer in answers)
        drawn = any(each.low < each.high for each in ranges.values())
        self.range = len(RANGE) if drawn else 0
        self.started = True
        text = max(len(answer.text) for answer in answers)
        least = min(text, READABLE)
        taken = self.names + PERCENT + self.words + (self.range + 1 if drawn else 0)
        left = screen.width - taken - 3
        if left < least:
            left, self.words = left + self.words + 1, 0
        left -= FROM + 1
        if left < least:
            left, self.started = left + FROM + 1, False
        left -= 1
        room = left - SHORTEST_BAR >= least
        self.bars = max(SHORTEST_BAR, min(LONGEST_BAR, left - text)) if room else 0


def _cells(
    answer: Answer, drawn: Interval | None, columns: _Columns, screen: Screen, *, leads: bool
) -> Iterator[Text]:
    strong = HEAD if leads else ""
    yield Text(answer.id, f"{HEAD} {NAME}" if leads else NAME)
    yield Text(answer.text)
    if columns.bars:
        yield Text(_bar(answer, drawn, columns, screen), NAME if leads else QUIET)
    yield Text(percent(answer.probability), strong)
    if columns.range:
        yield Text(interval(drawn.low, drawn.high) if drawn else "", strong)
    if columns.words:
        yield Text(in_words(answer), strong)
    if columns.started:
        yield Text("" if answer.prior is None else f"from {percent(answer.prior)}", QUIET)


def _bar(answer: Answer, drawn: Interval | None, columns: _Columns, screen: Screen) -> str:
    if drawn is None or not columns.range:
        return screen.bar(answer.probability, columns.bars)
    return screen.reach(drawn.low, drawn.high, columns.bars)


def in_words(answer: Answer) -> str:
    """Answer a probability in words; no scale has one for what the items rule out or settle."""
    if answer.certain:
        return "certain" if answer.probability > 0 else "ruled out"
    return answer.words


def _readers(answers: Sequence[Answer]) -> Iterator[RenderableType]:
    yield Text(f"no prior is stated: {READERS}", QUIET)
    for answer in answers:
        ends = "  ".join(percent(end) for end in answer.readers)
        yield Text(f"  {answer.id}: {ends}; the items say {decibans(answer.weight)} dB", QUIET)
