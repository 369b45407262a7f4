"""Works cited, and those that were only consulted."""

from collections.abc import Iterator

from deciban.render.brief.prose import bullets, paragraph, section
from deciban.render.brief.telling import Telling
from deciban.render.document.blocks import Block, Heading


def works(telling: Telling) -> Iterator[Block]:
    """Answer the bibliography of what the case cites, and of what it says was consulted."""
    cited, consulted = telling.cited(), telling.consulted()
    if not cited and not consulted:
        return
    yield section("Works cited", "works")
    yield from bullets(cited)
    if not cited:
        yield paragraph("The case cites no work.")
    if consulted:
        yield Heading(2, "Consulted", "consulted")
        yield from bullets(consulted)
