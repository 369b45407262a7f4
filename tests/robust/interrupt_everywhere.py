"""Interrupts the writing of a file at every line of the code that writes it, one after the other.

Run as ``python interrupt_everywhere.py FILE fmt|fix SIGINT|SIGKILL``; prints how many moments there
were. At each, a child begins the work and sends itself the signal there; the file must then hold
its old text or its new one.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from deciban.edit import rewrite

WORK: dict[str, Callable[[Path], object]] = {"fmt": rewrite.lay_out, "fix": rewrite.fix}
MOST = 2000
DONE = 0


def main(file: Path, verb: str, name: str) -> None:
    """Interrupts at moment after moment, until the work is over before the next one."""
    old = file.read_text(encoding="utf-8")
    WORK[verb](file)
    new = file.read_text(encoding="utf-8")
    if new == old:
        sys.exit("nothing was written, so nothing is shown")
    for moment in range(1, MOST):
        file.write_text(old, encoding="utf-8")
        if _interrupted(file, verb, signal.Signals[name], moment) == DONE:
            sys.stdout.write(f"{moment - 1} moments\n")
            return
        if file.read_text(encoding="utf-8") not in {old, new}:
            sys.exit(f"half-written at moment {moment}")
        left = [each.name for each in file.parent.iterdir() if each.name.startswith(".deciban")]
        if left and name == "SIGINT":
            sys.exit(f"{left} left behind at moment {moment}")
        for each in left:
            (file.parent / each).unlink()
    sys.exit("the work never ended")


def _interrupted(file: Path, verb: str, number: signal.Signals, moment: int) -> int:
    """Does the work in a child that signals itself at a moment; the child's status."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    seen = 0

    def trace(frame: FrameType, event: str, _value: object) -> Any:  # noqa: ANN401 (the hook's own type)
        nonlocal seen
        if not frame.f_code.co_filename.endswith(("save.py", "rewrite.py")):
            return None
        if event == "line":
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), number)
        return trace

    status = 1
    try:
        sys.settrace(trace)
        WORK[verb](file)
        sys.settrace(None)
        status = DONE if seen < moment else 3
    except KeyboardInterrupt:
        status = 2
    finally:
        sys.settrace(None)
        os._exit(status)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
