"""Appendices B and C: what deciban assumed, and what was left out with the reasons."""

from collections.abc import Iterator

from deciban.case.citation import without_citations
from deciban.case.what_if import LeftOut
from deciban.findings.assumed import CERTAIN_PARTS, Assumption
from deciban.render.brief.prose import (
    code,
    codes,
    paragraph,
    prose,
    quiet,
    section,
    sentences,
    strong,
)
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import capital, several
from deciban.render.document.blocks import Block, Fold, Prose

#: What the defaults are, in words; of actors, what is assumed of them.
MEANT = {
    "competence": "How often a source that means to be honest is right",
    "slip": "How often a report says something other than was meant",
    "fidelity": "How faithfully a report is passed on",
    "character": "How honest a source is, by the letters of the Admiralty",
    "says": "That a report affirms its event, unless it says otherwise",
    CERTAIN_PARTS: "That a record would have been made, kept or found, where nothing is said",
    "acts at random": "How often an actor does anything at all, whatever the stakes",
    "belief kept": "How much of yesterday's belief an actor keeps",
    "trust learned from": "What changes an actor's trust in a source",
    "a mind's weight on evidence": "How much an actor lets evidence count",
    "a mind's competence": "How competent an actor took a source to be",
    "a mind's inertia": "How likely an actor merely goes on as before",
    "a mind's depth": "How many turns an actor thinks ahead for the other",
}


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
            f"{capital(each.what)}: {each.value}, {_where(each)}",
            (paragraph(sentences(_meaning(each), codes(each.where))),),
        )


def _where(each: Assumption) -> str:
    """In how many places a default fills in; some are one number for the whole case."""
    if all(address.startswith("assume.") for address in each.where):
        return "throughout"
    return f"in {several(len(each.where), 'place')}"


def _meaning(each: Assumption) -> str:
    """What a default is, in words."""
    meant = MEANT.get(each.what, "")
    return f"{meant}:" if meant else ""


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
                _named(each),
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


def _named(each: LeftOut) -> Prose:
    """What was left out, with its name in the case."""
    text = without_citations(each.text).removesuffix(".")
    return prose(strong(text), quiet(" ("), code(each.id), quiet(")."))


def _works(telling: Telling, cites: tuple[str, ...], located: str | None) -> Prose:
    works = telling.inline(cites, located)
    return prose("[", *works, "]") if works else ()
