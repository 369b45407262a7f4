"""Small accidents that befall the text of a case: a slip of the hand, the mouse or the disk."""

from collections.abc import Callable, Iterator
from random import Random

Accident = Callable[[Random, str], str]

ODD = "\t\x00\x07\x1b\u202e\u200b\ufeff\u2028'\"[]{}:#-&*!|>%@`,?\\\n\r\u00e9\U0001f600"
WORDS = (
    "yes",
    "null",
    "~",
    "[]",
    "{}",
    "1e999",
    "-1",
    "rest",
    "2021-13-45",
    "??",
    "<<: *a",
    "100%",
)


def mutated(random: Random, text: str) -> str:
    """The text after one to four accidents."""
    for _ in range(random.randint(1, 4)):
        text = random.choice(ACCIDENTS)(random, text)
    return text


def mutations(random: Random, text: str, number: int) -> Iterator[str]:
    """So many damaged copies of a text."""
    for _ in range(number):
        yield mutated(random, text)


def _lines_of(text: str) -> list[str]:
    return text.splitlines(keepends=True) or ["\n"]


def deleted(random: Random, text: str) -> str:
    lines = _lines_of(text)
    start = random.randrange(len(lines))
    del lines[start : start + random.randint(1, 3)]
    return "".join(lines)


def doubled(random: Random, text: str) -> str:
    lines = _lines_of(text)
    start = random.randrange(len(lines))
    lines[start:start] = lines[start : start + random.randint(1, 5)]
    return "".join(lines)


def swapped(random: Random, text: str) -> str:
    lines = _lines_of(text)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def truncated(random: Random, text: str) -> str:
    return text[: random.randrange(len(text) + 1)]


def indented(random: Random, text: str) -> str:
    lines = _lines_of(text)
    place = random.randrange(len(lines))
    line = lines[place]
    lines[place] = random.choice([" ", "  ", "\t"]) + line if random.random() < 0.5 else line[1:]
    return "".join(lines)


def strewn(random: Random, text: str) -> str:
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(text) + 1)
        text = text[:place] + random.choice(ODD) + text[place + random.randint(0, 1) :]
    return text


def flipped(random: Random, text: str) -> str:
    """One bit of the file turned, read as an editor would that forgives bad bytes."""
    content = bytearray(text.encode()) or bytearray(b" ")
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return content.decode(errors="replace")


def of_another_kind(random: Random, text: str) -> str:
    """A value put where another kind of value stood."""
    lines = _lines_of(text)
    fields = [place for place, line in enumerate(lines) if ": " in line]
    if not fields:
        return text
    place = random.choice(fields)
    key, _, _ = lines[place].partition(": ")
    lines[place] = f"{key}: {random.choice(WORDS)}\n"
    return "".join(lines)


ACCIDENTS: tuple[Accident, ...] = (
    deleted,
    doubled,
    swapped,
    truncated,
    indented,
    strewn,
    flipped,
    of_another_kind,
)
