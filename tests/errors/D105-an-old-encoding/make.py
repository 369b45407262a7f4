"""The title has an e with an accent, written as Windows used to write it."""

from pathlib import Path


def make(folder: Path) -> None:
    """Write the text in the encoding Windows-1252."""
    text = "deciban: 1\ntitle: The caf\N{LATIN SMALL LETTER E WITH ACUTE} ladder\n"
    (folder / "case.yaml").write_bytes(text.encode("cp1252"))
