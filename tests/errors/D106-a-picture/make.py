"""The case file is the beginning of a picture under a wrong name."""

from pathlib import Path


def make(folder: Path) -> None:
    """Write the first bytes of a picture."""
    (folder / "case.yaml").write_bytes(b"PNG\r\n\x1a\n\0\0\0\rIHDR")
