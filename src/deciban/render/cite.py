"""The bibliography of a case on a terminal, and as data."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.render.citing import plain
from deciban.render.citing.listing import Listed
from deciban.render.document.blocks import Link, Prose, Run
from deciban.render.figures import counted
from deciban.render.json_text import Json, JsonObject
from deciban.render.page import NAME, QUIET, heading, stacked

_LOOKS = {"emphasis": "italic", "strong": "bold"}


def cite_brief(listed: Listed, *, notes: bool) -> Group:
    """Answer the works that a case cites, as the style has them.

    Args:
        listed: what it cites.
        notes: whether the note on each record is shown as well.
    """
    parts: list[RenderableType] = []
    if listed.works:
        parts += _part("Works cited", listed.works, listed.style)
    else:
        parts.append(Text("This case cites no work.", QUIET))
    parts += _part("Consulted", listed.consulted, "read, and cited nowhere")
    if listed.unused:
        parts.append(heading("Not used", counted(len(listed.unused), "work")))
        parts.append(Padding(Text(", ".join(listed.unused)), (0, 0, 1, 2)))
    if notes:
        parts += _part("Notes", listed.notes, "of each record, in the order of the case")
    return stacked(parts[:-1] if len(parts) > 1 and not listed.unused else parts)


def cite_json(listed: Listed) -> JsonObject:
    """Answer the same as data."""
    return {
        "style": listed.style,
        "works": _entries(listed.works),
        "consulted": _entries(listed.consulted),
        "unused": list(listed.unused),
        "notes": _entries(listed.notes),
    }


def _entries(entries: Sequence[tuple[str, Prose]]) -> list[Json]:
    return [{"id": name, "text": plain(prose)} for name, prose in entries]


def _part(
    title: str, entries: Sequence[tuple[str, Prose]], remark: str
) -> Iterator[RenderableType]:
    """A heading and what stands below it; nothing where there is none."""
    if not entries:
        return
    yield heading(title, remark)
    for name, prose in entries:
        yield Padding(Text(name, NAME), (0, 0, 0, 2))
        yield Padding(_in_rich(prose), (0, 0, 0, 4))
    yield Text("")


def _in_rich(prose: Prose) -> Text:
    told = Text()
    for part in prose:
        if isinstance(part, Run):
            told.append(part.text, _LOOKS.get(part.style, ""))
        elif isinstance(part, Link):
            told.append(part.text)
    return told
