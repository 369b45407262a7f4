"""What a source says is remembered from mind to mind, never taken for what another would say."""

from collections.abc import Iterator

import numpy as np
import pytest
from tests.meaning.line import sound_case
from tests.minds.little_case import ACT, SHOWN, little_case

from deciban.compile import mind_of
from deciban.minds import Mind, echo, read_mind
from deciban.minds.belief import Heard
from deciban.minds.columns import columns
from deciban.minds.voice import Voice

#: Two sources, of which one pushes and was wrong once; a message that may not have come.
RICH = """\
prior: {attack: 20..80%, quiet: rest}
trusts:
  britain: {honest: 10..90%, guesses: rest, competence: 80%}
  paper: {honest: 40%, pushes: 40%, inverts: rest, line: attack, competence: 60..90%}
saw:
  - {id: warning, on: 1941-04-21, from: britain, says: attack}
  - {id: leader, on: 1941-04-30, from: paper, says: attack, resolved: {on: 1941-05-10, was: no}}
  - {id: another, on: 1941-05-20, from: paper, says: quiet, reached_him: 70%}
weight_on_evidence: 60..100%
slip: 5%
"""
TEXT = little_case(RICH + ACT, SHOWN)


def mind(text: str = TEXT) -> Mind:
    case = sound_case(text)
    return mind_of(case, case.actors["he"])


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    echo._KNOWN.clear()  # noqa: SLF001 (what is remembered is what is tested)
    yield
    echo._KNOWN.clear()  # noqa: SLF001 (as above)


def test_a_source_is_heard_from_memory_as_it_is_heard() -> None:
    one = mind()
    block = next(iter(columns(one, 256)))
    for _ in range(2):  # the second time from memory
        heard = Heard(one, block)
        voices = [Voice(one, source, block) for source in one.sources]
        for instant in one.instants:
            total = heard.reach(instant, np.empty(0))
            for voice in voices:
                voice.reach(instant, np.empty(0))
            parts = [voice.says for voice in voices]
            signs = heard._seen  # noqa: SLF001 (what is no source's)
            assert total == pytest.approx(sum(parts, start=signs), abs=1e-12)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from: britain, says: attack", "from: britain, says: quiet"),
        ("10..90%", "10..80%"),
        ("competence: 80%", "competence: 70%"),
        ("slip: 5%", "slip: 8%"),
        ("60..100%", "40..100%"),
        ("line: attack", "line: quiet"),
        ("was: no", "was: yes"),
        ("resolved: {on: 1941-05-10", "resolved: {on: 1941-06-20"),
        ("reached_him: 70%", "reached_him: 20%"),
        ("on: 1941-05-20", "on: 1941-06-15"),
        ("20..80%", "20..60%"),
        ("slip: 5%", "slip: 5%\n    learns_trust_from: content"),
    ],
)
def test_a_mind_that_differs_in_anything_is_heard_anew(old: str, new: str) -> None:
    assert old in TEXT
    changed = mind(TEXT.replace(old, new, 1))
    alone = read_mind(changed, 512).table
    echo._KNOWN.clear()  # noqa: SLF001 (as above)
    read_mind(mind(), 512)
    assert np.array_equal(read_mind(changed, 512).table, alone)
