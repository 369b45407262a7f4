"""Runs one command from a small process of its own and prints what it took.

A child's peak of memory is never below what its parent held when it was started, so a benchmark
that has loaded much cannot start what it measures by itself. Nothing but the standard library is
imported here, and little of that.
"""

import os
import subprocess
import sys
import time


def main(command: list[str]) -> None:
    """Print the status, seconds from start to end, seconds of processor, and megabytes at most."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    print(child.returncode, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main(sys.argv[1:])
