"""Asking git: only what reads objects and runs nothing that a repository may have set up."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from deciban.problem import Problem
from deciban.span import Span

#: Where a repository is, which git is to find out from the folder and not from a hook it runs in.
_ELSEWHERE = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_WORK_TREE",
)
#: Objects that are not here are not fetched, nothing is asked, and messages are in English.
_QUIETLY = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class Refused(Exception):  # noqa: N818 (it ends the asking; it is caught where the asking began)
    """Git has no answer; carries what to tell the user."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def refused(code: str, message: str, name: str, hint: str) -> NoReturn:
    """End the asking with a problem.

    Args:
        code: its code.
        message: what is wrong.
        name: what was asked for, as the user named it.
        hint: what to do.
    """
    raise Refused(Problem(code, message, Span(name, 1, 1), hint))


class Repository:
    """A git repository that is only read.

    Attributes:
        top: the folder that holds it.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """Find the repository around a folder.

        Args:
            folder: a folder that exists.
            name: what was asked for, as the user named it, for messages.

        Raises:
            Refused: there is none, or git is not there.
        """
        self._name = name
        self.top = folder
        found = self._run("rev-parse", "--show-toplevel")
        if found.returncode:
            self._complain(found)
        self.top = Path(os.fsdecode(found.stdout).rstrip("\n"))

    def commit(self, revision: str) -> str:
        """Answer the name that a revision's commit has for good.

        Raises:
            Refused: there is no such revision.
        """
        if not revision.startswith("-"):  # which git would take for an option
            found = self._run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
            if not found.returncode:
                return found.stdout.decode("ascii").strip()
        hint = "`git log --oneline` lists the revisions there are"
        refused("D721", f"there is no revision '{revision}' here", self._name, hint)

    def kind(self, thing: str) -> str:
        """Answer what git has under a name such as ``COMMIT:path``: ``tree`` or ``blob``, or ''."""
        found = self._run("cat-file", "-t", thing)
        return "" if found.returncode else found.stdout.decode("ascii").strip()

    def files(self, tree: str) -> Mapping[str, str]:
        """Answer the plain files below a tree: the name of each object, by path."""
        found = self._run("ls-tree", "-r", "-z", "--full-tree", tree)
        if found.returncode:
            self._complain(found)
        listed: dict[str, str] = {}
        for line in filter(None, found.stdout.split(b"\0")):
            about, _, path = line.partition(b"\t")
            mode, kind, thing = about.decode("ascii").split()
            if kind == "blob" and mode.startswith("100"):  # no links, no other repositories
                listed[os.fsdecode(path)] = thing
        return listed

    def content(self, blob: str) -> bytes:
        """Answer what a file held, byte for byte: no filter of the repository is applied."""
        found = self._run("cat-file", "blob", blob)
        if found.returncode:
            self._complain(found)
        return found.stdout

    def _run(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        kept = {name: each for name, each in os.environ.items() if name not in _ELSEWHERE}
        line = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-C", str(self.top), *words]
        try:
            return subprocess.run(  # noqa: S603 (git, without a shell; no word begins with a dash)
                line, env={**kept, **_QUIETLY}, capture_output=True, check=False
            )
        except OSError:
            hint = "install git, or name two folders or files"
            refused("D723", "git is not installed, or cannot be found", self._name, hint)

    def _complain(self, found: "subprocess.CompletedProcess[bytes]") -> NoReturn:
        said = found.stderr.decode("utf-8", errors="replace").strip()
        if "not a git repository" in said and "gitfile" not in said:
            hint = (
                "name two folders or files; or keep the case in git, with `git init` and a commit"
            )
            message = "this is not in a git repository, so there is no earlier case to compare with"
            refused("D720", message, self._name, hint)
        first = said.partition("\n")[0].removeprefix("fatal: ").rstrip(".") or "without a word"
        hint = "run `git status` there; once git answers, so will deciban"
        refused("D724", f"git refuses to read the repository: {first}", self._name, hint)
