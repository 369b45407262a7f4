"""The same document is the same file, to the byte."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
_PROGRAM = """
import hashlib
from tests.render.document.sample import SAMPLE
from deciban.render.document.docx import write_docx
from deciban.render.document.html import write_html
from deciban.render.document.markdown import write_markdown
from deciban.render.document.typst import write_pdf
written = [
    write_markdown(SAMPLE, "x-figures").encode(), write_html(SAMPLE).encode(),
    write_pdf(SAMPLE), write_docx(SAMPLE),
]
print(*(hashlib.sha256(each).hexdigest() for each in written))
"""


def _written(seed: str, zone: str, language: str) -> list[str]:
    env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "LANG": language}
    ran = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", _PROGRAM], cwd=ROOT, env=env, capture_output=True, check=True
    )
    return ran.stdout.decode().split()


def test_two_programs_elsewhere_and_otherwise_seeded_write_the_same_bytes() -> None:
    here = _written("1", "Pacific/Kiritimati", "C")
    there = _written("2", "America/Los_Angeles", "C.UTF-8")
    assert here == there
    assert len(set(here)) == 4
    assert hashlib.sha256().digest_size * 2 == len(here[0])
