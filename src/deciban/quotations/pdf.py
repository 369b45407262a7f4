"""The text of a PDF, read by a process of its own, which may fail without harm."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import IO

from deciban.quotations.document import Document, Fault, Page
from deciban.quotations.pdf_pages import ENCRYPTED, LOCKED, Told
from deciban.quotations.plain import lines_of

#: How long to wait for the next page, in seconds; a page takes hundredths of one.
PATIENCE = 30.0
#: How long all of it may take: so long, and so much more for every page.
PATIENCE_IN_ALL, PATIENCE_A_PAGE = 60.0, 0.5
#: Letters that a PDF may hold: two hundred long books.
LETTERS = 100_000_000
#: Pages that may wait to be taken up, so that memory stays bounded.
WAITING = 16
#: A smaller file is read by one process; a larger one by as many as there are processors, or these.
SMALL, MOST_PROCESSES = 500_000, 4
_NOTHING: Told = {"fault": "nothing"}
_READER = Path(__file__).with_name("pdf_pages.py")


def read_pdf(path: Path, named: str, told: Callable[[int, int], None]) -> Document | Fault:
    """Answer the pages of a PDF; or why none can be had.

    Args:
        path: the file.
        named: what the case calls it.
        told: called with the number of pages read and of all, as they are read.
    """
    with ExitStack() as processes:
        parts = _parts(path)
        answers = [processes.enter_context(_answers(path, part, parts)) for part in range(parts)]
        return _collected(answers, named, told)


def _parts(path: Path) -> int:
    """By how many processes a PDF is read, each taking its share of the pages."""
    return 1 if path.stat().st_size < SMALL else max(1, min(MOST_PROCESSES, os.cpu_count() or 1))


def _collected(
    answers: Sequence[Iterator[Told]], named: str, told: Callable[[int, int], None]
) -> Document | Fault:
    """The pages of several processes, each in its turn."""
    heads = [next(each, _NOTHING) for each in answers]
    fault = next((head["fault"] for head in heads if "fault" in head), None)
    if fault is not None:
        return closed(named, str(fault))
    pages: list[Page] = []
    broken = False
    count, letters = int(heads[0]["pages"]), 0
    latest = monotonic() + PATIENCE_IN_ALL + PATIENCE_A_PAGE * count
    for number in range(count):
        answer = next(answers[number % len(answers)], _NOTHING)
        letters += len(str(answer.get("text", "")))
        if "text" not in answer or letters > LETTERS or monotonic() > latest:
            return _damaged(named, number)
        lines = lines_of(str(answer["text"]))
        pages.append(Page(lines, str(answer["label"]), bool(answer["unread"])))
        broken = broken or bool(answer["broken"])
        told(number + 1, count)
    if not any(line.strip() for page in pages for line in page.lines):
        return _damaged(named) if broken else _without_text(named, count)
    return Document(tuple(pages), paged=True)


@contextmanager
def _answers(path: Path, part: int, parts: int) -> Iterator[Iterator[Told]]:
    """What the reading process says, until it ends or is silent for too long; it never outlives."""
    process = subprocess.Popen(  # noqa: S603 (our own program, on a file that was checked)
        [sys.executable, "-P", str(_READER), str(path), str(part), str(parts)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    lines: Queue[str] = Queue(WAITING)
    listener = Thread(target=_listen, args=(process.stdout, lines), daemon=True)
    listener.start()
    try:
        yield _patiently(lines)
    finally:
        process.kill()
        process.wait()
        while listener.is_alive():  # it may be waiting for somebody to take up what it heard
            with suppress(Empty):
                lines.get(timeout=0.01)


def _listen(output: IO[str], lines: "Queue[str]") -> None:
    """Pass on what is said, line by line, and an empty line at the end."""
    with output:
        for line in output:
            lines.put(line)
    lines.put("")


def _patiently(lines: "Queue[str]") -> Iterator[Told]:
    """The answers, as long as the next one comes in time."""
    while True:
        try:
            line = lines.get(timeout=PATIENCE)
        except Empty:
            return
        if not line.endswith("\n"):  # the end, or a line that was cut short by it
            return
        yield json.loads(line)


def closed(named: str, fault: str) -> Fault:
    """Why a PDF cannot be read at all, given what its reading process says of it."""
    if fault == ENCRYPTED:
        message = f"'{named}' cannot be read without its password"
        return Fault("D564", message, "open it with the password and save a copy without one")
    if fault == LOCKED:
        message = f"'{named}' is locked with AES, which is not read without `cryptography`"
        hint = "open it in a viewer and print it to a new PDF, or `pip install cryptography`"
        return Fault("D564", message, hint)
    return _damaged(named)


def _damaged(named: str, read: int = 0) -> Fault:
    what = f"cannot be read beyond page {read}" if read else "is no whole PDF"
    hint = "open it in a viewer and print it to a new PDF, or fetch it anew"
    return Fault("D565", f"'{named}' {what}", hint)


def _without_text(named: str, count: int) -> Fault:
    which = "its only page" if count == 1 else f"any of its {count} pages"
    message = f"'{named}' holds no text on {which}"
    hint = "it is a scan: have its text recognised (OCR), for example by ocrmypdf"
    return Fault("D563", message, hint)
