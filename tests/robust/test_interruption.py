"""Interrupted at any moment, a file holds its old text or its new one, never a part of either."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.meaning.line import case_text

DRIVER = Path(__file__).with_name("interrupt_everywhere.py")
MESSY = """
events:
- {id:   e,  text: E, expected: {h: 60%,   other: 20%}, known: yes}   # a comment
"""
MISTAKEN = """
events:
  - id: e
    text: It said: he came
    known: yes
    expected: {h: 60%, other: 20%}
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
@pytest.mark.parametrize(("verb", "body"), [("fmt", MESSY), ("fix", MISTAKEN)], ids=["fmt", "fix"])
def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, name: str, verb: str, body: str
) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(case_text(body), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 (our own driver)
        [sys.executable, DRIVER, file, verb, name], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 20
