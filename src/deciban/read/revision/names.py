"""Places in files that were put somewhere to be read, under the names that the user knows."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from deciban.problem import Problem
from deciban.read.yaml_tree import Document
from deciban.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a folder is to be called.

    Attributes:
        folder: where the files were put.
        name: what the user calls it: ``HEAD~3:cases/barbarossa``; files of it follow a slash, but
            those at the top of a repository the colon.
    """

    folder: str
    name: str

    def __call__(self, text: str) -> str:
        """A name of a file, or a message with such names in it, as the user is to see it."""
        if self.folder not in text:
            return text
        ending = "" if self.name.endswith(":") else "/"
        return text.replace(f"{self.folder}/", self.name + ending).replace(self.folder, self.name)


def renamed(value: T, renaming: Renaming) -> T:
    """Answer records, problems and documents with every file in them called anew."""
    return cast("T", _renamed(value, renaming))


def _renamed(value: object, renaming: Renaming) -> object:
    if type(value) is tuple:  # and not an end of a date, which is one as well
        return tuple(_renamed(inner, renaming) for inner in value)
    match value:
        case Span() | Document():
            value = replace(value, file=renaming(value.file))
        case Problem():
            value = replace(value, message=renaming(value.message), hint=renaming(value.hint))
        case Mapping():
            return {key: _renamed(inner, renaming) for key, inner in value.items()}
    held_inside = is_dataclass(value) and not isinstance(value, type | Span)
    return _inside(value, renaming) if held_inside else value


def _inside(value: Any, renaming: Renaming) -> object:  # noqa: ANN401 (any record)
    """A record with what it holds called anew; the same one where that changes nothing."""
    changes: dict[str, Any] = {}
    for declared in fields(value):
        held = getattr(value, declared.name)
        new = _renamed(held, renaming)
        if new is not held:
            changes[declared.name] = new
    return replace(value, **changes) if changes else value
