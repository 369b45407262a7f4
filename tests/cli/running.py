"""Running the command: in process, as a program in a pipe, and as a program on a terminal."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from deciban.cli.main import deciban

ROOT = Path(__file__).parents[2]
FLAGSHIP, SECOND = "cases/barbarossa", "cases/finance_director"
CASES = (FLAGSHIP, SECOND)

_PROGRAM = "import sys; sys.argv[0] = 'deciban'; from deciban.cli import main; main()"
_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07")


def run(*args: str) -> Result:
    """What the command does in this process, at the root of the repository."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return CliRunner().invoke(deciban, args, prog_name="deciban")
    finally:
        os.chdir(before)


def program(
    *args: str, env: Mapping[str, str] | None = None, before: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """What the command does as a program in a pipe.

    Args:
        args: its arguments.
        env: variables to set.
        before: Python to run first.
    """
    return subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", f"{before}\n{_PROGRAM}", *args],
        cwd=ROOT,
        env=_environment(env),
        capture_output=True,
        check=False,
    )


def on_terminal(args: Sequence[str], columns: int, env: Mapping[str, str] | None = None) -> str:
    """What the command prints on a terminal of so many columns, with its styles."""
    size = {"COLUMNS": str(columns), "LINES": "50", "TERM": "xterm-256color"}
    ours, theirs = pty.openpty()
    child = subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-c", _PROGRAM, *args],
        cwd=ROOT,
        env=_environment({**size, **(env or {})}),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    printed = b""
    try:
        while part := os.read(ours, 65536):
            printed += part
    except OSError:
        pass  # the other side has hung up, which is how a terminal's output ends
    finally:
        os.close(ours)
        child.wait()
    return printed.decode().replace("\r\n", "\n")


def plain(text: str) -> str:
    """A terminal's text without its styles."""
    return _STYLE.sub("", text)


def _environment(env: Mapping[str, str] | None) -> dict[str, str]:
    unset = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PYTHONIOENCODING"}
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return {**kept, "PYTHONUTF8": "1", **(env or {})}
