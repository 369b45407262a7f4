"""Weighing of texts that nobody meant to write, with a limit on time and a look at the answer."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deciban import pipeline
from deciban.findings.findings import Findings
from deciban.pipeline import Weighing
from deciban.read import read_text_of_case
from deciban.render.as_json import weigh_json
from deciban.render.json_text import to_text

#: Generous: what is guarded against is hanging, not slowness.
SECONDS = 30


@contextmanager
def no_longer_than(seconds: int) -> Iterator[None]:
    """Raise TimeoutError where the work inside takes longer."""

    def stop(_number: int, _frame: object) -> None:
        message = f"still at it after {seconds} seconds"
        raise TimeoutError(message)

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


NOWHERE = Path("nowhere/case.yaml")


def survived(text: str, seconds: int = SECONDS, file: Path = NOWHERE) -> Weighing[Findings]:
    """What weighing a text comes to: an answer, or at least one problem with its place.

    Args:
        text: the text.
        seconds: how long it may take.
        file: where it is said to stand; the other files of that folder belong to the case.
    """
    with no_longer_than(seconds):
        weighing = pipeline.weigh_reading(read_text_of_case(text, file))
        to_text(weigh_json(weighing.findings, weighing.problems))
    if weighing.findings is None:
        errors = [problem for problem in weighing.problems if problem.is_error]
        assert errors
        assert all(problem.at is not None and problem.at.line > 0 for problem in errors)
        assert all(problem.message for problem in errors)
    return weighing
