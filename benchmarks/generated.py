"""Cases of any size, written in the language.

Two neighbouring sources report every event, and every source makes four reports. So sources and
events form one chain, and every event hangs from the question as well.
"""

from itertools import chain
from pathlib import Path
from random import Random

from deciban.case import Case
from deciban.read import read_text_of_case

SEED = 1941
HEAD = """deciban: 1
title: A case of {reports} reports
question:
  ask: Which of the three was it?
  hypotheses: {{first: The first, second: The second, third: The third}}
  exhaustive: yes
  prior: {{first: 25..40%, second: 25..40%, third: rest}}
"""


def generated_text(reports: int) -> str:
    """The text of a case with so many reports, which is an even number."""
    random = Random(SEED)  # noqa: S311 [no secret]
    events = range(reports // 2)
    sources = range(events[-1] // 2 + 2)
    return "".join(
        chain(
            [HEAD.format(reports=reports), "sources:\n"],
            (_source(random, source) for source in sources),
            ["events:\n"],
            (_event(random, event) for event in events),
            ["reports:\n"],
            (_report(random, event, event // 2 + second) for event in events for second in (0, 1)),
        )
    )


def generated_case(reports: int) -> Case:
    """The case as read."""
    reading = read_text_of_case(generated_text(reports), Path("case.yaml"))
    if reading.case is None:
        message = f"the generated case of {reports} reports does not read: {reading.problems}"
        raise ValueError(message)
    return reading.case


def _source(random: Random, source: int) -> str:
    return (
        f"  source_{source}: {{name: Source {source}, competence: {_range(random, 70, 90)}, "
        f"character: {{honest: {_range(random, 60, 90)}, guesses: rest}}}}\n"
    )


def _event(random: Random, event: int) -> str:
    chances = ", ".join(
        f"{answer}: {_range(random, 30, 70)}" for answer in ("first", "second", "third")
    )
    return f"  - {{id: event_{event}, text: Event {event} happened, expected: {{{chances}}}}}\n"


def _report(random: Random, event: int, source: int) -> str:
    says = "yes" if random.random() < 0.5 else "no"  # noqa: PLR2004 [even]
    name = f"report_{event}_{source}"
    return f"  - {{id: {name}, of: event_{event}, by: source_{source}, says: {says}}}\n"


def _range(random: Random, low: int, high: int) -> str:
    """A range of ten per cent between two ends."""
    start = random.randint(low, high - 10)
    return f"{start}..{start + 10}%"
