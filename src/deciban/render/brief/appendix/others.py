"""Appendices B and C: what deciban assumed, and what was left out with the reasons."""

from collections.abc import Iterator

from deciban.findings.assumed import Assumption
from deciban.render.brief.prose import Piece, code, paragraph, prose, section, sentences, strong
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import several
from deciban.render.document.blocks import Block, Fold, Prose


def assumed(telling: Telling) -> Iterator[Block]:
    """Answer every default in use, with the places that it fills."""
    yield section("Appendix B. Assumed by deciban", "assumed")
    found = telling.findings.assumed
    if not found:
        yield paragraph("Nothing: the case states all that it needs.")
        return
    yield paragraph(
        "Where the case is silent these stand in. Each can be written in the case instead."
    )
    for each in found:
        yield Fold(
            f"{each.what[:1].upper()}{each.what[1:]}: {each.value}, in {several(len(each.where), 'place')}",
            (paragraph(_places(each)),),
        )


def _places(each: Assumption) -> Prose:
    pieces: list[Piece] = []
    for address in each.where:
        pieces += [", " if pieces else "", code(address)]
    return prose(*pieces)


def left_out(telling: Telling) -> Iterator[Block]:
    """Answer what was looked at and not loaded, and why."""
    yield section("Appendix C. Left out", "left-out")
    found = telling.case.left_out
    if not found:
        yield paragraph("The case names nothing that was looked at and left out.")
        return
    entries = [
        paragraph(
            sentences(
                prose(strong(f"{each.text.removesuffix('.')}."), " ", code(each.id)),
                telling.words(each.because),
                _works(telling, each.cite, each.located),
            )
        )
        for each in found
    ]
    yield Fold(
        f"{several(len(found), 'thing').capitalize()} looked at and not loaded, with the reasons",
        tuple(entries),
    )


def _works(telling: Telling, cites: tuple[str, ...], located: str | None) -> Prose:
    works = telling.inline(cites, located)
    return prose("[", *works, "]") if works else ()
