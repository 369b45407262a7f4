"""The case file has fifty megabytes; none of them is on the disk, for it is full of holes."""

from pathlib import Path

LENGTH = 50_000_000


def make(folder: Path) -> None:
    """Make the file at once, without writing what it holds."""
    with (folder / "case.yaml").open("wb") as file:
        file.truncate(LENGTH)
