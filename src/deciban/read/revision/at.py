"""Reads a case as it stood at a revision, into the same records as a folder."""

from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from deciban.read.folder import CASE_FILE, Reading, read_case
from deciban.read.revision.git import Refused, Repository, refused
from deciban.read.revision.names import Renaming, renamed

#: What is read of a case: texts beside it and in these folders. Documents are not.
_TEXTS = (".yaml", ".yml", ".json", ".bib")
_FOLDERS = ("positions", "debate", "seals")


def read_at(revision: str, case: Path) -> Reading:
    """Read the case at ``case`` as it stood at a revision.

    Args:
        revision: as git writes it: ``HEAD~3``, a branch, a tag, the beginning of a commit's name.
        case: a folder or file as it is, or was, in the working tree.
    """
    try:
        repository = Repository(_standing(case), case.as_posix())
        inside = case.resolve().relative_to(repository.top.resolve())
        return _read(repository, revision, inside.as_posix())
    except Refused as ended:
        return Reading(None, (ended.problem,))


def read_named(name: str) -> Reading:
    """Read the case that git calls ``name``: ``HEAD~3:cases/barbarossa``.

    As in git, the path is counted from the top of the repository around this folder, or from this
    folder where it begins with ``./`` or ``../``.
    """
    revision, _, path = name.partition(":")
    if path.startswith(("./", "../")) or path == ".":
        return read_at(revision, Path(path))
    try:
        return _read(Repository(Path(), name), revision, path or ".")
    except Refused as ended:
        return Reading(None, (ended.problem,))


def is_revision(name: str) -> bool:
    """Answer whether git knows a revision by that name in the repository around this folder."""
    try:
        return bool(Repository(Path(), name).commit(name))
    except Refused:
        return False


def _standing(path: Path) -> Path:
    """The nearest folder around a path that there still is."""
    whole = path.resolve()
    return next(each for each in (whole, *whole.parents) if each.is_dir())


def _read(repository: Repository, revision: str, path: str) -> Reading:
    """Read what stood at a path, counted from the top, at a revision."""
    inside = "" if path == "." else path.rstrip("/")
    name = f"{revision}:{inside}"
    commit = repository.commit(revision)
    kind = repository.kind(f"{commit}:{inside}")
    if not kind:
        hint = f"`git log -- {inside}` tells since when it is there, if ever it was"
        refused("D722", f"at '{revision}' there was no '{inside}'", name, hint)
    folder = PurePosixPath(inside) if kind == "tree" else PurePosixPath(inside).parent
    around = "" if str(folder) == "." else folder.as_posix()
    with TemporaryDirectory(prefix="deciban-") as room:
        here = Path(room)
        for each, blob in repository.files(f"{commit}:{around}").items():
            if _belongs(PurePosixPath(each), inside if kind == "blob" else CASE_FILE):
                file = here / each
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(repository.content(blob))
        reading = read_case(here if kind == "tree" else here / PurePosixPath(inside).name)
        return renamed(reading, Renaming(str(here), f"{revision}:{around}"))


def _belongs(path: PurePosixPath, case: str) -> bool:
    """Whether a file is part of what is read of a case."""
    beside = len(path.parts) == 1
    within = len(path.parts) == 2 and path.parts[0] in _FOLDERS  # noqa: PLR2004 (folder, file)
    text = path.suffix in _TEXTS or path.name == PurePosixPath(case).name
    return text and (beside or within) and ".." not in path.parts


def now(name: str) -> Path:
    """Answer where the case at a revision, ``REV:path`` or ``REV`` alone, is among the files."""
    _, named, path = name.partition(":")
    if not named or path.startswith(("./", "../")) or path == ".":
        return Path(path)
    try:
        whole = Repository(Path(), name).top / path
    except Refused:
        return Path(path)
    return whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole
