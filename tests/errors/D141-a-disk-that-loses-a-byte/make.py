"""The disk gives back one byte fewer than it was given, when a new text is read back."""

from pathlib import Path

import pytest


def make(folder: Path) -> None:
    """The case is whole; the disk is not."""


def disturb(patch: pytest.MonkeyPatch) -> None:
    """Lose the last byte of whatever is read back."""
    read = Path.read_bytes

    def lossy(path: Path) -> bytes:
        content = read(path)
        return content[:-1] if path.suffix == ".tmp" else content

    patch.setattr(Path, "read_bytes", lossy)
