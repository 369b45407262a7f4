"""What cannot be kept as text: files that are none, and faults of a disk or of deciban itself."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from deciban.edit.layout.block import laid_out_lines
from deciban.edit.layout.slot import Slot

FIFTY_MEGABYTES = 50_000_000


def _folder_named_case(folder: Path) -> None:
    """A folder stands where the case file belongs."""
    (folder / "case.yaml").mkdir()


def _link_to_itself(folder: Path) -> None:
    """The case file is a link that leads only to itself."""
    (folder / "case.yaml").symlink_to("case.yaml")


def _fifty_megabytes(folder: Path) -> None:
    """The case file has fifty megabytes."""
    with (folder / "case.yaml").open("wb") as file:
        file.truncate(FIFTY_MEGABYTES)  # a file full of holes, which takes no time to make


def _an_old_encoding(folder: Path) -> None:
    """The title is *The café ladder*, saved as Windows used to save it."""
    text = "deciban: 1\ntitle: The caf\N{LATIN SMALL LETTER E WITH ACUTE} ladder\n"
    (folder / "case.yaml").write_bytes(text.encode("cp1252"))


def _a_picture(folder: Path) -> None:
    """The case file is a picture under a wrong name."""
    (folder / "case.yaml").write_bytes(b"PNG\r\n\x1a\n\0\0\0\rIHDR")


def _disk_that_loses_a_byte(patch: pytest.MonkeyPatch) -> None:
    """The disk gives back one byte fewer than it was given."""
    read = Path.read_bytes

    def lossy(path: Path) -> bytes:
        content = read(path)
        return content[:-1] if path.suffix == ".tmp" else content

    patch.setattr(Path, "read_bytes", lossy)


def _layout_that_loses_a_line(patch: pytest.MonkeyPatch) -> None:
    """The layout has a fault put into it for once: it forgets the last line."""

    def forgetful(slot: Slot) -> list[str]:
        return list(laid_out_lines(slot))[:-1]

    patch.setattr("deciban.edit.layout.canonical.laid_out_lines", forgetful)


#: By folder: what makes the file that cannot be kept as text.
MAKERS: Mapping[str, Callable[[Path], None]] = {
    "D102-a-folder-named-case": _folder_named_case,
    "D103-a-link-to-itself": _link_to_itself,
    "D104-fifty-megabytes": _fifty_megabytes,
    "D105-an-old-encoding": _an_old_encoding,
    "D106-a-picture": _a_picture,
}

#: By folder: the fault under which its command is run.
FAULTS: Mapping[str, Callable[[pytest.MonkeyPatch], None]] = {
    "D141-a-disk-that-loses-a-byte": _disk_that_loses_a_byte,
    "D151-a-layout-that-loses-a-line": _layout_that_loses_a_line,
}
