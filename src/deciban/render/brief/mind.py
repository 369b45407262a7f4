"""The mind of an actor: what was believed, why that is thought, and what would have changed it."""

from collections.abc import Iterator

from deciban.render.brief.minding.belief import belief_part
from deciban.render.brief.minding.conviction import conviction_part, guilt_part
from deciban.render.brief.minding.heard import heard_part
from deciban.render.brief.minding.otherwise import otherwise_part
from deciban.render.brief.minding.told import MindTold, minds_told
from deciban.render.brief.prose import section, told
from deciban.render.brief.telling import Telling
from deciban.render.document.blocks import Block


def minds(telling: Telling) -> Iterator[Block]:
    """Answer a section for every mind that is inferred."""
    for mind in minds_told(telling):
        yield from _mind(mind)


def _mind(mind: MindTold) -> Iterator[Block]:
    yield section(f"The mind of {mind.name}", f"mind-{mind.actor.id}")
    yield from told(mind.telling.words(mind.actor.because))
    yield from belief_part(mind)
    yield from conviction_part(mind)
    yield from guilt_part(mind)
    yield from heard_part(mind)
    yield from otherwise_part(mind)
