"""What only an extra brings: told in a sentence where it is not installed."""

from collections.abc import Mapping
from importlib.util import find_spec

import rich_click as click

#: What draws figures, and what sets them on paper: by the module that is imported, the name under
#: which it is installed.
DRAWING = {"altair": "altair", "vl_convert": "vl-convert-python"}
PAPER = {"typst": "typst"}


def needs_extra(extra: str, doing: str, modules: Mapping[str, str]) -> None:
    """Refuse what cannot be done without libraries that are not installed.

    Args:
        extra: the extra that brings them, such as ``brief``.
        doing: what needs them, such as ``drawing a figure``.
        modules: the modules imported, each with the name under which it is installed.

    Raises:
        click.UsageError: one of them is missing.
    """
    missing = [name for module, name in modules.items() if find_spec(module) is None]
    if missing:
        raise click.UsageError(lacking(extra, doing, " and ".join(missing)))


def lacking(extra: str, doing: str, missing: str) -> str:
    """Answer the sentence that says what is missing and how to get it."""
    are = "are" if " and " in missing else "is"
    return f"{doing} needs {missing}, which {are} not installed: pip install 'deciban[{extra}]'"
