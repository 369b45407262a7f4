"""How positions stand to the case: what each holds, and where the case has moved under it."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.case import Seal
from deciban.debate.reading import Read
from deciban.render.figures import counted
from deciban.render.json_text import Json, JsonObject
from deciban.render.page import HEAD, NAME, QUIET, stacked

READS = {
    "current": "has read the case as it is",
    "edited": "the case has been edited since this was written",
    "unsaid": "does not say which text of the case was read",
}


def positions_page(told: Sequence[Read], sealed: Sequence[Seal]) -> Group:
    """Answer how each position stands to the case, and who has sealed one."""
    lines = [line for each in told for line in _position(each)]
    return stacked([*lines, *(_sealed(each) for each in sealed)])


def _sealed(seal: Seal) -> Text:
    on = f" on {seal.on.text}" if seal.on is not None else ""
    return Text.assemble((seal.seal, HEAD), f"  sealed{on}, and not opened yet")


def _position(read: Read) -> Iterator[RenderableType]:
    holds = f"{counted(read.numbers, 'number')}, {counted(read.stances, 'stance')}"
    line = Text.assemble((read.called, HEAD), (f" ({read.name})", QUIET), f"  {holds}")
    yield line.append(f"; {READS[read.reads]}", HEAD if read.reads == "edited" else QUIET)
    for each in read.moved:
        yield Text.assemble("  the case has moved at ", (each.address, NAME))
        yield Text(f"    it was {each.was}, and is now {each.now}; {read.name} holds {each.held}")
    if read.moved or read.reads == "edited":
        yield Text("  once this is looked at: deciban position fmt --read", QUIET)


def positions_json(told: Sequence[Read], sealed: Sequence[Seal]) -> JsonObject:
    """Answer the same as data."""
    positions: list[Json] = [
        {
            "name": read.name,
            "called": read.called,
            "numbers": read.numbers,
            "stances": read.stances,
            "reads": read.reads,
            "moved": [
                {"address": each.address, "was": each.was, "now": each.now, "held": each.held}
                for each in read.moved
            ],
        }
        for read in told
    ]
    names: list[Json] = [each.seal for each in sealed]
    return {"positions": positions, "sealed": names}
