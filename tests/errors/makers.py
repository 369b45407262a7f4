"""What cannot be kept as text: files that are none, and faults of a disk or of deciban itself."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.quotations.making import encrypted, pdf
from tests.read.in_git import git, repository

from deciban.edit.layout.block import laid_out_lines
from deciban.edit.layout.slot import Slot

PICTURE = "#rect(width: 3cm, height: 2cm, fill: gray)"
TUESDAY = "Tuesday. I told him over the hedge that the third rung was cracked."
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


def _document(folder: Path, name: str, content: bytes) -> None:
    (folder / "documents").mkdir()
    (folder / "documents" / name).write_bytes(content)


def _a_word_processor_document(folder: Path) -> None:
    """The diary is kept as a word processor saves it."""
    _document(folder, "diary.docx", b"PK\x03\x04\x14\0\x06\0")


def _a_scan(folder: Path) -> None:
    """The diary is a PDF of two pages, each of them a picture."""
    _document(folder, "diary.pdf", pdf(PICTURE, PICTURE))


def _a_password(folder: Path) -> None:
    """The diary is a PDF that asks for a password."""
    _document(folder, "diary.pdf", encrypted(pdf(TUESDAY), "ladder"))


def _half_a_pdf(folder: Path) -> None:
    """The diary is the first half of a PDF, the rest of which was lost on the way."""
    content = pdf(TUESDAY)
    _document(folder, "diary.pdf", content[: len(content) // 2])


def _a_page_of_a_diary(folder: Path) -> None:
    """The diary is a PDF of two pages, and Tuesday is on the second."""
    _document(folder, "diary.pdf", pdf("Monday. Nothing.", TUESDAY))


def _letters_set_apart(folder: Path) -> None:
    """The diary is a PDF in which the word *hedge* is printed with its letters set apart."""
    apart = TUESDAY.replace("hedge", "#text(tracking: 0.5em)[hedge]")
    _document(folder, "diary.pdf", pdf(apart))


def _a_diary_in_an_old_encoding(folder: Path) -> None:
    """The diary speaks of a *café*, and is saved as Windows used to save it."""
    text = "Tuesday.\nAt the caf\N{LATIN SMALL LETTER E WITH ACUTE} I met nobody.\n"
    _document(folder, "diary.txt", text.encode("cp1252"))


def _in_git(folder: Path) -> None:
    """The case is in a git repository, and was committed once."""
    git(repository(folder), "add", "--all")
    git(folder, "commit", "--quiet", "--message", "The ladder")


def _a_repository_of_tomorrow(folder: Path) -> None:
    """The repository was made by a git that is still to be written."""
    _in_git(folder)
    git(folder, "config", "core.repositoryformatversion", "99")


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


def _no_git(patch: pytest.MonkeyPatch) -> None:
    """Git is not installed: nothing is on the path."""
    patch.setenv("PATH", "")


#: By folder: what makes the file that cannot be kept as text.
MAKERS: Mapping[str, Callable[[Path], None]] = {
    "D102-a-folder-named-case": _folder_named_case,
    "D103-a-link-to-itself": _link_to_itself,
    "D104-fifty-megabytes": _fifty_megabytes,
    "D105-an-old-encoding": _an_old_encoding,
    "D105-a-document-in-an-old-encoding": _a_diary_in_an_old_encoding,
    "D106-a-picture": _a_picture,
    "D562-a-word-processor-document": _a_word_processor_document,
    "D563-a-scan": _a_scan,
    "D564-a-password": _a_password,
    "D565-half-a-pdf": _half_a_pdf,
    "D569-another-page": _a_page_of_a_diary,
    "D569-letters-set-apart": _letters_set_apart,
    "D721-a-branch-that-is-not-there": _in_git,
    "D722-another-name-then": _in_git,
    "D724-a-repository-of-tomorrow": _a_repository_of_tomorrow,
}

#: By folder: the fault under which its command is run.
FAULTS: Mapping[str, Callable[[pytest.MonkeyPatch], None]] = {
    "D141-a-disk-that-loses-a-byte": _disk_that_loses_a_byte,
    "D151-a-layout-that-loses-a-line": _layout_that_loses_a_line,
    "D723-no-git": _no_git,
}
