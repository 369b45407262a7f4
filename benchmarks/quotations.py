"""A hundred quotations held against a PDF of five hundred pages and five megabytes of text.

The words are made up from a seed. The quotations are right, or each has two words changed, or most
of its words are those of no document; a near miss takes longest, since what comes near is sought.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

import typst
from benchmarks.table import show

RUNS = 3
PAGES, LETTERS, QUOTATIONS, WORDS = 500, 5_000_000, 100, 30
SECONDS = 20.0
RIGHT = "right"
SEED = 1912
_SYLLABLES = [first + last for first in "bdfgklmnprstv" for last in "aeiou"]
_COMMON = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "was",
    "he",
    "it",
    "for",
    "on",
    "with",
    "by",
)
_HEAD = """\
deciban: 1
title: Many quotations
question: {ask: So?, hypotheses: {yes: It was, no: It was not}, exhaustive: yes, prior: even}
sources: {clerk: {name: The clerk, reliability: B}}
events: [{id: gone, text: It was gone, expected: {yes: 60%, no: 10%}}]
reports:
"""


def main() -> None:
    """Print the table."""
    random = Random(SEED)  # noqa: S311 (no secret)
    pages = [_paragraphs(random, 2_600) for _ in range(PAGES)]
    text = _paragraphs(random, LETTERS)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "pages.pdf").write_bytes(_pdf(pages))
        (home / "text.txt").write_text(text, encoding="utf-8")
        rows = [
            _row(home, name, what, told, random)
            for name, what in (("pages.pdf", " ".join(pages)), ("text.txt", text))
            for told in CHANGES
        ]
    show(("document", "quotations", "median", "bar"), rows)


def _row(home: Path, name: str, words: str, told: str, random: Random) -> tuple[str, ...]:
    _write_case(home, name, words.split(), CHANGES[told], random)
    took = median(_once(home, found=told == RIGHT) for _ in range(RUNS))
    met = "met" if took <= SECONDS else "NOT MET"
    size = f"{PAGES} pages" if name.endswith("pdf") else f"{LETTERS // 10**6} MB of text"
    return size, told, f"{took:.1f} s", f"{SECONDS:.0f} s {met}"


def _once(home: Path, *, found: bool) -> float:
    """Seconds from start to end of one check, which finds every quotation or is refused."""
    program = "import sys; from deciban.cli import main; main()"
    line = [sys.executable, "-c", program, "check", "--quotes", str(home)]
    start = time.perf_counter()
    done = subprocess.run(line, stdout=subprocess.DEVNULL, check=False)
    if done.returncode != int(not found):
        message = f"the check ended with {done.returncode}"
        raise RuntimeError(message)
    return time.perf_counter() - start


def _write_case(
    home: Path,
    name: str,
    words: Sequence[str],
    changed: Callable[[list[str], Random], list[str]],
    random: Random,
) -> None:
    reports = []
    for number in range(QUOTATIONS):
        first = random.randrange(len(words) - WORDS)
        quote = " ".join(changed(list(words[first : first + WORDS]), random))
        place = f"    of: gone\n    by: clerk\n    quote: >-\n      {quote}\n    in: {name}\n"
        reports.append(f"  - id: r{number}\n{place}")
    (home / "case.yaml").write_text(_HEAD + "".join(reports), encoding="utf-8")


def _right(words: list[str], _: Random) -> list[str]:
    return words


def _with_two_words_changed(words: list[str], random: Random) -> list[str]:
    for place in random.sample(range(1, len(words) - 1), 2):
        words[place] = "otherwise"
    return words


def _of_no_document(words: list[str], random: Random) -> list[str]:
    return [word if random.random() < 1 / 4 else f"x{_word(random)}" for word in words]


CHANGES: dict[str, Callable[[list[str], Random], list[str]]] = {
    RIGHT: _right,
    "two words changed": _with_two_words_changed,
    "of no document": _of_no_document,
}


def _word(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randint(1, 4)))


def _paragraphs(random: Random, letters: int) -> str:
    """Made-up sentences in lines of some eighty letters, with a vocabulary like a language's."""
    vocabulary = [_word(random) for _ in range(8_000)]
    lines: list[str] = []
    size = 0
    while size < letters:
        words = [
            random.choice(_COMMON) if random.random() < 0.45 else random.choice(vocabulary)  # noqa: PLR2004 (as in English)
            for _ in range(14)
        ]
        lines.append(" ".join(words).capitalize() + ".")
        size += len(lines[-1]) + 1
    return "\n".join(lines)


def _pdf(pages: Sequence[str]) -> bytes:
    """Pages of A4 with a head, a number and words cut at the ends of lines."""
    setting = (
        '#set page(paper: "a4", numbering: "1", header: [The ledger])\n#set par(justify: true)'
    )
    source = f"{setting}\n#set text(hyphenate: true, size: 11pt)\n" + "#pagebreak()\n".join(pages)
    made: bytes = typst.compile(source.encode())
    return made


if __name__ == "__main__":
    main()
