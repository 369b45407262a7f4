"""The hash of a case: one line by which to tell whether two people mean the same text."""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from deciban.case.cited import every_record
from deciban.read.bibliography import BIBTEX, FILE
from deciban.read.folder import Reading


def digest_of(reading: Reading) -> str:
    """Answer the SHA-256 of a case's files, in hexadecimal.

    What is hashed is a list of them, a line each and in the order of their names: the SHA-256 of
    the file, two blanks, and its path within the folder. So ``sha256sum FILES | sha256sum`` answers
    the same. Its files are those that the case is read from, its bibliography, and the documents
    of its folder that its quotations name; what cannot be read has no line.

    Args:
        reading: the case as read, from files.

    Returns:
        64 digits; those of an empty list where no file could be read.
    """
    listed = sha256()
    for name, path in sorted(_files(reading).items()):
        with suppress(OSError):
            listed.update(f"{sha256(path.read_bytes()).hexdigest()}  {name}\n".encode())
    return listed.hexdigest()


def _files(reading: Reading) -> dict[str, Path]:
    """The files of a case that are there, by path within its folder."""
    if not reading.documents:
        return {}
    folder = reading.folder
    read = {Path(each.file).relative_to(folder).as_posix() for each in reading.documents}
    named = {*read, FILE, BIBTEX, *_documents(reading)}
    return {name: folder / name for name in named if (folder / name).is_file()}


def _documents(reading: Reading) -> Iterator[str]:
    """The documents that quotations are looked up in."""
    for record in every_record(reading.case) if reading.case is not None else ():
        document = getattr(record, "document", None)
        path = Path(document) if isinstance(document, str) else None
        if path is not None and not path.is_absolute() and ".." not in path.parts:
            yield path.as_posix()
