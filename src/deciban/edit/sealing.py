"""Commit and reveal: a position's hash now, its numbers later, so that nobody can follow another.

At every moment the numbers stand in a file: they are written to the private one and read back
before the position is removed, and to the position before the private one is.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from deciban.case import Position, Seal
from deciban.edit.layout import laid_out
from deciban.edit.put import in_flow
from deciban.edit.save import save, save_folder, save_new
from deciban.node import Scalar
from deciban.problem import Problem
from deciban.read.keys import parse_language
from deciban.read.records import RecordReader
from deciban.read.text import read_text
from deciban.span import Span

SEALS, POSITIONS, PRIVATE = "seals", "positions", ".sealed"
#: What keeps git from ever taking the private folder up, itself included.
_IGNORED = "*\n"
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seal with what it promises.

    Attributes:
        name: whose.
        on: when it was sealed, as written.
        salt: what is hashed before the text.
        text: the position as it was sealed.
    """

    name: str
    on: str
    salt: str
    text: str

    @property
    def hash(self) -> str:
        """SHA-256 of salt, line break and text, in hexadecimal."""
        return hash_of(self.salt, self.text)


def hash_of(salt: str, text: str) -> str:
    """Answer the SHA-256 of a salt, a line break and a text, in hexadecimal."""
    return sha256(f"{salt}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def seal(folder: Path, name: str, file: Path, on: str) -> tuple[tuple[Path, ...], Problem | None]:
    """Seal a position: its hash to ``seals``, its numbers out of sight.

    Where an earlier attempt was interrupted it is carried on with.

    Args:
        folder: the case's folder.
        name: whose position.
        file: the position, in which nothing is wrong.
        on: the day.

    Returns:
        The files written; and what stood in the way, after which the position is where it was.
    """
    text = _canonical(file)
    if isinstance(text, Problem):
        return (), text
    private = folder / PRIVATE / f"{name}.yaml"
    earlier = _sealed_already(folder / SEALS / f"{name}.yaml", private, text)
    if earlier is not None:
        return (), earlier
    sealed = _put_away(private, Sealed(name, on, token_hex(_SALT_BYTES), text))
    if isinstance(sealed, Problem):
        return (), sealed
    public = folder / SEALS / f"{name}.yaml"
    wrong = _publish(public, sealed)
    if wrong is None:
        wrong = _removed(file) if _canonical(file) == text else _edited_meanwhile(file)
    return (public, private), wrong


def open_seal(folder: Path, record: Seal, opened: str) -> tuple[tuple[Path, ...], Problem | None]:
    """Open a sealed position: the numbers back to ``positions``, and into the seal for good.

    Args:
        folder: the case's folder.
        record: the seal.
        opened: the day.

    Returns:
        The files written; and what stood in the way.
    """
    private = folder / PRIVATE / f"{record.seal}.yaml"
    sealed = read_private(private, record)
    if isinstance(sealed, Problem):
        return (), sealed
    if record.on is not None:  # what was published counts, and not what the private file says
        sealed = replace(sealed, on=record.on.text)
    position = folder / POSITIONS / f"{record.seal}.yaml"
    wrong = save_folder(position.parent) or _put_back(position, sealed.text)
    if wrong is not None:
        return (), wrong
    public = Path(record.at.file)
    wrong = save(public, _written(sealed, opened=opened), lambda back: _holds(back, sealed))
    if wrong is not None:
        return (position,), wrong
    return (position, public), _removed(private)


def read_private(file: Path, record: Seal) -> Sealed | Problem:
    """Answer what a private file holds; a problem where it is lost or is not what was sealed."""
    found = _read(file)
    if found is None or found.salt is None or found.text is None or found.on is None:
        message = f"the numbers that '{record.seal}' sealed are not in {file}"
        hint = "open it in the folder where it was sealed; from the hash nobody gets them back"
        return Problem("D846", message, record.place("seal"), hint)
    sealed = Sealed(record.seal, found.on.text, found.salt, found.text)
    if sealed.hash != record.hash:
        message = "salt and text do not give the hash of the seal"
        hint = "one of the two was changed; look for the file as it was when it was sealed"
        return Problem("D840", message, Span(str(file), 1, 1), hint)
    return sealed


def _canonical(file: Path) -> str | Problem:
    text = read_text(file)
    if isinstance(text, Problem):
        return text
    return laid_out(parse_language(text, str(file), Position), Position)


def _sealed_already(public: Path, private: Path, text: str) -> Problem | None:
    """Why a position is not to be sealed: it was before, and that was not merely interrupted."""
    if not public.exists():
        return None
    there, kept = _read(public), _read(private)
    if there is not None and there.opened is not None:
        message = f"already sealed and opened on {there.opened.text}; a first round is sealed once"
        hint = "what is held otherwise since is a change of mind: `deciban position hold`"
        return Problem("D142", message, Span(str(public), 1, 1), hint)
    if there is not None and kept is not None and (kept.hash, kept.text) == (there.hash, text):
        return None
    message = "sealed already, and not opened yet; a first round is sealed once"
    hint = "`deciban position open` opens it, in the folder where it was sealed"
    return Problem("D142", message, Span(str(public), 1, 1), hint)


def _put_away(private: Path, fresh: Sealed) -> Sealed | Problem:
    """Write the private file; where one is there already with this text, it is taken up."""
    earlier = _read(private)
    if earlier is not None and earlier.text == fresh.text and earlier.salt and earlier.on:
        return Sealed(fresh.name, earlier.on.text, earlier.salt, fresh.text)
    wrong = save_folder(private.parent)
    ignored = private.parent / ".gitignore"
    if wrong is None and not _ignores_all(ignored):
        wrong = save(ignored, _IGNORED, lambda back: back == _IGNORED)
    if wrong is None:
        wrong = save_new(private, _written(fresh, private=True), lambda back: _holds(back, fresh))
    return fresh if wrong is None else wrong


def _ignores_all(ignored: Path) -> bool:
    """Whether git is told already to take nothing of the private folder up."""
    with suppress(OSError):
        return ignored.read_text(encoding="utf-8", errors="replace") == _IGNORED
    return False


def _publish(public: Path, sealed: Sealed) -> Problem | None:
    """Write the seal; the same seal may be there already."""
    there = _read(public)
    if there is not None and there.hash == sealed.hash:
        return None
    wrong = save_folder(public.parent)
    return wrong or save_new(public, _written(sealed), lambda back: sealed.hash in back)


def _put_back(position: Path, text: str) -> Problem | None:
    """Write the position; the same text may be there already, another one is left alone."""
    if position.exists() and read_text(position) == text:
        return None
    return save_new(position, text, lambda back: back == text)


def _removed(file: Path) -> Problem | None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "all else is done; remove it yourself"
        return Problem(
            "D140", f"{file} could not be removed: {reason}", Span(str(file), 1, 1), hint
        )
    return None


def _edited_meanwhile(file: Path) -> Problem:
    message = f"{file} was edited while it was sealed, and stays where it is"
    hint = "what is sealed is what it said before; keep the edit, and put it in once it is opened"
    return Problem("D140", message, Span(str(file), 1, 1), hint)


def _written(sealed: Sealed, *, opened: str = "", private: bool = False) -> str:
    """A seal as text; with salt and text where it is opened, or kept private."""
    lines = [f"seal: {sealed.name}", f"hash: {sealed.hash}", f"on: {in_flow(_scalar(sealed.on))}"]
    if opened:
        lines.append(f"opened: {in_flow(_scalar(opened))}")
    if opened or private:
        lines += [f"salt: {in_flow(_scalar(sealed.salt))}", "text: |", *_block(sealed.text)]
    text = "\n".join([*lines, ""])
    if (opened or private) and not _holds(text, sealed):
        quoted = [*lines[: lines.index("text: |")], f"text: {in_flow(_scalar(sealed.text))}", ""]
        return "\n".join(quoted)
    return text


def _block(text: str) -> list[str]:
    return [f"  {line}" if line else "" for line in text.removesuffix("\n").split("\n")]


def _scalar(text: str) -> Scalar:
    return Scalar(text, Span("", 1, 1))


def _holds(text: str, sealed: Sealed) -> bool:
    """Whether a text reads back as a seal that holds what was sealed."""
    found = _seal_in(text, "")
    return found is not None and (found.salt, found.text) == (sealed.salt, sealed.text)


def _read(file: Path) -> Seal | None:
    """The seal in a file; None where there is none."""
    with suppress(OSError):
        if file.exists():
            text = read_text(file)
            return None if isinstance(text, Problem) else _seal_in(text, str(file))
    return None


def _seal_in(text: str, file: str) -> Seal | None:
    document = parse_language(text, file, Seal)
    reader = RecordReader("icd203", text)
    return reader.record(Seal, document.root) if document.root is not None else None
