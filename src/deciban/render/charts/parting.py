"""What pictures of two debaters say of them: how far apart, and what would bring them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deciban.debate.drawing.dumbbell import left_by_cruxes
from deciban.render.charts.lettering import cut
from deciban.render.charts.look import SMALL
from deciban.render.charts.saying import first_sentence, inside, listed, named, said, shortly
from deciban.render.figures import counted, percent, unsigned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deciban.debate.crux import Crux, Dispute

#: The room for a debater's name, and for what a dispute is about, in pixels.
NAMED, ABOUT = 180.0, 330.0


def about(dispute: Dispute) -> str:
    """Answer what a dispute is about, in so few words that several fit in a sentence."""
    told = cut(first_sentence(dispute.about or dispute.address), SMALL, ABOUT).removesuffix(".")
    return f"“{told}”" if dispute.about else told


def held_told(crux: Crux, *, aloud: bool = False) -> str:
    """Answer how likely either holds the answer that is told of."""
    if not crux.of:
        return "{} and {} entertain no two answers in common".format(*both(crux))
    figure = said if aloud else percent
    a, b = (figure(each) for each in crux.chances)
    one, other = map(inside, crux.called)
    among = "Among the answers that both entertain " if crux.one_sided else ""
    return f"{among}{one} holds “{named(crux.of)}” {a} likely; {other} {b}"


def both(crux: Crux) -> tuple[str, str]:
    """Answer what the two are called for short."""
    return shortly(crux.called[0]), shortly(crux.called[1])


def gap_told(crux: Crux) -> str:
    """Answer how far apart two debaters are, to be put behind what they hold."""
    return f", {unsigned(abs(crux.gap))} decibans apart" if crux.of else ""


def settled_told(crux: Crux) -> Iterator[str]:
    """Answer what would bring two debaters together, in sentences."""
    left = unsigned(left_by_cruxes(crux))
    rest = len(crux.disputes) - len(crux.cruxes)
    if crux.masked:
        count = counted(len(crux.disputes), "dispute")
        yield f"They give much the same answer for different reasons: {count} all but cancel out."
    if crux.cruxes:
        names = listed([about(crux.disputes[place]) for place in crux.cruxes])
        yield f"Settle {names}, and {left} decibans are left between them."
        if rest:
            others = "the other dispute does" if rest == 1 else f"the other {rest} disputes do"
            yield f"{named(others, first=True)} not matter."
    elif crux.of and not crux.masked:
        yield f"They agree within {unsigned(crux.within)} decibans; nothing needs settling."
    yield from _one_sided(crux)


def _one_sided(crux: Crux) -> Iterator[str]:
    """Answers that only one of the two entertains; no number of decibans tells of these."""
    for called, only in zip(both(crux), (crux.only_a, crux.only_b), strict=True):
        if only:
            yield f"{called} alone entertains {listed([named(each) for each in only])}."
