"""What came at a step, in names."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from deciban.findings.timing.steps import Step
from deciban.render.figures import counted
from deciban.render.minding.wording import signed
from deciban.render.page import NAME, QUIET, side

#: Names of items, of messages, and of what may have come, where not all are told.
FEW = (3, 2, 2)
ALL = (10_000, 10_000, 10_000)
#: How what moves nothing that would be printed is printed.
NOTHING = "0.0"


def came(step: Step, leader: str, most: tuple[int, int, int]) -> Text:
    """Answer how far a step moved the leader, and what came; empty where nothing did.

    Args:
        step: the step.
        leader: the answer that moved.
        most: how many names of items, of messages and of what may have come are told.
    """
    items, messages, perhaps = most
    parts = [
        _some(step.came, items, NAME),
        _labelled("heard ", step.heard, messages),
        _labelled("perhaps ", step.perhaps, perhaps),
    ]
    told = Text(" · ").join(part for part in parts if part)
    if not step.fresh:
        return told
    moved = step.moved[leader]
    return Text.assemble((f"{signed(moved)} ", side(moved)), told)


def weighty(step: Step, actors: Mapping[str, str]) -> Text:
    """Answer what came at a step with what each thing says by itself, the weightiest first.

    Args:
        step: the step.
        actors: by actor, what people call him.
    """
    said = {name: signed(step.by_item[name]) for name in step.came}
    named = [name for name in step.came if said[name] != NOTHING][: FEW[0]]
    parts = [Text.assemble((name, NAME), f" {said[name]}") for name in named]
    if rest := len(step.came) - len(named):
        parts.append(Text(counted(rest, "other item" if parts else "item")))
    for actor, moved in step.by_mind.items():
        heard = _some(step.heard, FEW[1], NAME)
        parts.append(Text.assemble(f"what {actors[actor]} heard {signed(moved)} (", heard, ")"))
    return Text(", ").join(parts)


def listed(names: Sequence[str], most: int) -> Text:
    """Answer some names, and how many others there are."""
    return _some(names, most, NAME)


def _labelled(label: str, names: Sequence[str], most: int) -> Text:
    return Text.assemble((label, QUIET), _some(names, most, "")) if names else Text()


def _some(names: Sequence[str], most: int, style: str) -> Text:
    return Text.assemble(*_pieces(names, most, style))


def _pieces(names: Sequence[str], most: int, style: str) -> Iterator[tuple[str, str]]:
    for place, name in enumerate(names[:most]):
        yield (", " if place else "", "")
        yield (name, style)
    if len(names) > most:
        yield (f" and {len(names) - most} more", QUIET)
