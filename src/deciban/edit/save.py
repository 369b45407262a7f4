"""Writes a file whole or not at all."""

import os
from collections.abc import Callable
from contextlib import suppress
from errno import EACCES, EEXIST
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE

from deciban.problem import Problem
from deciban.span import Span

_NEW_MODE = 0o666


def save(path: Path, text: str, verify: Callable[[str], bool]) -> Problem | None:
    """Replaces a file's text; at every moment the file holds the old text or the new one.

    The text is written beside the file, read back, compared and verified, and only then put in
    the file's place. A link is followed to the file it names; the file's permissions stay.

    Args:
        path: the file, which may not exist yet.
        text: its new text, written in UTF-8 with its line breaks as they are.
        verify: whether the text that was read back says what was meant.

    Returns:
        None when the file is saved; else why it is as it was.
    """
    return _save(path, text.encode("utf-8"), lambda back: verify(back.decode("utf-8")))


def save_bytes(path: Path, content: bytes) -> Problem | None:
    """Replaces a file's content as ``save`` does, where it is no text: a picture, a document."""
    return _save(path, content, lambda _: True)


def save_folder(path: Path) -> Problem | None:
    """Makes a folder, unless it is there already; answers why it cannot be."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        return _unsaved(path, error)
    return None


def _save(path: Path, content: bytes, verify: Callable[[bytes], bool]) -> Problem | None:
    try:
        real = path.resolve(strict=False)
        return _replace(real, path, content, verify)
    except (OSError, RuntimeError) as error:
        return _unsaved(path, error)


def save_new(path: Path, text: str, verify: Callable[[str], bool]) -> Problem | None:
    """Writes a file that does not exist yet; what exists is never overwritten."""
    try:
        return _place_new(path, text.encode("utf-8"), lambda back: verify(back.decode("utf-8")))
    except FileExistsError:
        hint = "choose another name, or move the old file away"
        return Problem("D142", f"{path} exists already", _top(path), hint)
    except OSError as error:
        return _unsaved(path, error)


def _replace(
    real: Path, named: Path, content: bytes, verify: Callable[[bytes], bool]
) -> Problem | None:
    mode = S_IMODE(real.stat().st_mode) if real.exists() else _new_mode()
    if real.exists() and not os.access(real, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))

    def put(beside: Path) -> None:
        beside.chmod(mode)
        beside.replace(real)

    return _write(real, named, content, verify, put)


def _place_new(path: Path, content: bytes, verify: Callable[[bytes], bool]) -> Problem | None:
    if os.path.lexists(path):
        raise FileExistsError(EEXIST, os.strerror(EEXIST))

    def put(beside: Path) -> None:
        beside.chmod(_new_mode())
        # A hard link, unlike a replacement, fails where a file has appeared in the meantime.
        try:
            path.hardlink_to(beside)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            beside.replace(path)

    return _write(path, path, content, verify, put)


def _write(
    real: Path,
    named: Path,
    content: bytes,
    verify: Callable[[bytes], bool],
    put: Callable[[Path], None],
) -> Problem | None:
    """Writes the content beside ``real``, checks it, and puts it in its place."""
    beside = real.with_name(f".deciban-{token_hex(8)}.tmp")
    try:
        try:
            if not _holds(beside, content, verify):
                return _unverified(named)
            put(beside)
        finally:
            beside.unlink(missing_ok=True)
    finally:
        # Once more, for an interruption that fell between the work and its clearing up.
        beside.unlink(missing_ok=True)
    _sync_folder(real.parent)
    return None


def _holds(beside: Path, content: bytes, verify: Callable[[bytes], bool]) -> bool:
    """Writes the content, reads it back, and says whether it is what was meant."""
    with beside.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    back = beside.read_bytes()
    return back == content and verify(back)


def _new_mode() -> int:
    """The permissions a new file gets from the user's mask."""
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_MODE & ~mask


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unsaved(path: Path, error: OSError | RuntimeError) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    message = f"{path} could not be saved: {reason.lower()}"
    match error:
        case FileNotFoundError():
            hint = "nothing was written; name a folder that is there"
        case IsADirectoryError():
            hint = "nothing was written; a folder of that name is in the way"
        case FileExistsError():
            hint = "nothing was written; a file of that name is in the way"
        case _:
            hint = "the file is as it was; check permissions and free space"
    return Problem("D140", message, _top(path), hint)


def _unverified(path: Path) -> Problem:
    message = f"{path} was not changed, because the new text does not read back as meant"
    hint = "keep a copy and report this as a fault of deciban"
    return Problem("D141", message, _top(path), hint)


def _top(path: Path) -> Span:
    return Span(str(path), 1, 1)
