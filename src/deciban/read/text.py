"""From a file's bytes to its text, or the reason why there is none."""

import codecs
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from deciban.problem import Problem
from deciban.span import Span

LARGEST = 5_000_000
_SAVE_AS = "open the file in its editor and save it as UTF-8"
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAMPLE = 1000


def read_text(path: Path) -> str | Problem:
    """The text of a UTF-8 file, without a byte order mark; line breaks are left as they are.

    Returns:
        The text; or a problem where the file is missing, a folder, over five megabytes, not
        readable, not text, or not UTF-8 (then with the line and column of the first bad byte).
    """
    content = _read_bytes(path)
    return content if isinstance(content, Problem) else decoded(content, path)


def decoded(content: bytes, path: Path) -> str | Problem:
    """The text that a file's bytes stand for; or a problem where they are not UTF-8, or no text.

    Args:
        content: what the file holds.
        path: the file as the user named it, for the problem.
    """
    encoding = _wide_encoding(content)
    if encoding:
        return _not_utf8(path, f"this file is written in {encoding}, not in UTF-8")
    if (place := content.find(b"\0")) >= 0:
        message = "this file is not text: it holds a zero byte"
        return Problem("D106", message, _span(path, content, place), "name the text file itself")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _bad_byte(path, content)


def _read_bytes(path: Path) -> bytes | Problem:
    try:
        status = path.stat()
        if S_ISDIR(status.st_mode):
            return _at(path, "D102", f"{path} is a folder", "put a file of text in its place")
        if not S_ISREG(status.st_mode):
            return _at(path, "D103", f"{path} is not a file that can be read", "name a file")
        if status.st_size > LARGEST:
            return _too_large(path, status.st_size)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return _at(path, "D101", f"there is no file {path}", "check the name and the folder")
    except (OSError, ValueError) as error:
        return _unreadable(path, error)
    return content if len(content) <= LARGEST else _too_large(path, len(content))


def _too_large(path: Path, size: int) -> Problem:
    message = f"this file has {size / 1e6:.1f} MB, and a case's file at most {LARGEST // 10**6} MB"
    return _at(path, "D104", message, "keep documents in files of their own")


def _unreadable(path: Path, error: OSError | ValueError) -> Problem:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    hint = "check who may read the file, and where a link leads"
    return _at(path, "D103", f"{path} cannot be read: {(reason or 'unknown reason').lower()}", hint)


def _at(path: Path, code: str, message: str, hint: str) -> Problem:
    """A problem with a file as a whole, told at its beginning."""
    return Problem(code, message, Span(str(path), 1, 1), hint)


def _wide_encoding(content: bytes) -> str:
    """The name of a recognisable encoding of two or four bytes a letter, or nothing."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    sample = content[:_SAMPLE]
    for offset in (0, 1):
        zeros, others = sample[offset::2], sample[1 - offset :: 2]
        if len(zeros) > 1 and not zeros.strip(b"\0") and others.count(0) == 0:
            return "UTF-16"
    return ""


def _bad_byte(path: Path, content: bytes) -> Problem:
    start = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
    message = f"the byte 0x{content[start]:02X} at {start} is not UTF-8"
    if _looks_like_windows(content, start):
        message += "; this file seems to be written in Windows-1252 or Latin-1"
    return _not_utf8(path, message, _span(path, content, start))


def _looks_like_windows(content: bytes, start: int) -> bool:
    """Whether the bad byte is a letter or a quotation mark of that encoding."""
    shown = content[start : start + 1].decode("cp1252", errors="replace")
    return shown.isalpha() or shown in "\u2018\u2019\u201c\u201d\u2013\u2014\u2026"


def _not_utf8(path: Path, message: str, at: Span | None = None) -> Problem:
    return Problem("D105", message, at or Span(str(path), 1, 1), _SAVE_AS)


def _span(path: Path, content: bytes, place: int) -> Span:
    """The span of one byte, what stands before it being UTF-8."""
    before = content[:place].decode("utf-8-sig", errors="replace")
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Span(str(path), len(lines), len(lines[-1]) + 1, len(before), len(before) + 1)
