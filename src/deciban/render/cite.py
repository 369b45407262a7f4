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
    parts = [
        *_part("Works cited", listed.works, listed.style),
        *_part("Consulted", listed.consulted, "read, and cited nowhere"),
        *_unused(listed),
        *(_part("Notes", listed.notes, "on each record that cites a work") if notes else ()),
    ]
    if not listed.works:
        parts = [Text(""), Text("This case cites no work.", QUIET), *parts]
    return stacked(parts[1:])


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
    """A blank line, a heading, and what stands below it; nothing where there is none."""
    if not entries:
        return
    yield Text("")
    yield heading(title, remark)
    for name, prose in entries:
        yield Padding(Text(name, NAME), (0, 0, 0, 2))
        yield Padding(_in_rich(prose), (0, 0, 0, 4))


def _unused(listed: Listed) -> Iterator[RenderableType]:
    if listed.unused:
        yield Text("")
        yield heading("Not used", counted(len(listed.unused), "work"))
        yield Padding(Text(", ".join(listed.unused)), (0, 0, 0, 2))


def _in_rich(prose: Prose) -> Text:
    told = Text()
    for part in prose:
        if isinstance(part, Run):
            told.append(part.text, _LOOKS.get(part.style, ""))
        elif isinstance(part, Link):
            told.append(part.text)
    return told
