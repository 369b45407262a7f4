"""A folder stands where the case file belongs."""

from pathlib import Path


def make(folder: Path) -> None:
    """Make a folder named like the file."""
    (folder / "case.yaml").mkdir()
