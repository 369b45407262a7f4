"""A repository of git made for a test, with every commit by nobody in particular."""

import os
import subprocess
from pathlib import Path

_NOBODY = {
    "GIT_AUTHOR_NAME": "Nobody",
    "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "Nobody",
    "GIT_COMMITTER_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *words: str) -> str:
    """What git says, run in a folder."""
    done = subprocess.run(  # noqa: S603 (git, with words of the tests' own)
        ["git", "-C", str(folder), *words],  # noqa: S607 (wherever it is)
        env={**os.environ, **_NOBODY},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    """A new repository, without a commit."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder


def committed(folder: Path, files: dict[str, str], message: str = "A commit") -> str:
    """The name of a commit of these files, written first."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")
