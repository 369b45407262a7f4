"""Had it happened otherwise: what would have been believed and done."""

from collections.abc import Iterator, Sequence

from deciban.case.citation import without_citations
from deciban.findings.minding.counterfactuals import Otherwise
from deciban.render.brief.minding.told import MindTold, at_date, held, likely, option, when_made
from deciban.render.brief.names import plain
from deciban.render.brief.prose import Piece, footnote, paragraph, prose, table
from deciban.render.brief.words import capital, chance
from deciban.render.document.blocks import Block, Column, Heading, Prose
from deciban.render.figures import percent

#: Counterfactuals that the body of a brief has; an appendix has all, with the acts.
SHOWN = 5
CAUTION = (
    "The source only ever says {}, so the record never shows how the opposite was met; this rests "
    "on what is assumed of trust in it."
)


def otherwise_part(mind: MindTold) -> Iterator[Block]:
    """Answer the counterfactuals that would have changed the belief most."""
    found = mind.found.otherwise
    if not found:
        return
    first = found[0]
    shown = sorted(found, key=lambda each: -abs(each.change.mean))[:SHOWN]
    where = mind.telling.place("D")
    more = f" {capital(where)} has the others, and the acts." if len(found) > len(shown) else ""
    yield Heading(2, "Had it happened otherwise", f"otherwise-{mind.actor.id}")
    yield paragraph(
        f"{capital(at_date(first.on))} {mind.name} held {mind.value(first.of)} "
        f"{likely(first.before)}. Each line of the table changes one thing, and keeps the rest of "
        "that mind as the evidence shows it; beside it stands how likely that would then have been "
        f"held, and in how much of the weight this is more, or less.{more}"
    )
    yield from table(
        [
            Column("Supposed", share=1.0),
            Column("Held", "right"),
            Column("Higher in", "right"),
            Column("Lower in", "right"),
        ],
        [_row(mind, each) for each in shown],
        f"What {mind.name} would have believed, and in how much of the weight more or less",
    )


def _row(mind: MindTold, each: Otherwise) -> Sequence[Piece]:
    return _supposed(mind, each), held(each.after), percent(each.up), percent(each.down)


def _supposed(mind: MindTold, each: Otherwise) -> Prose:
    text = without_citations(each.text or plain(each.id)).removesuffix(".")
    if not each.one_sided:
        return prose(text)
    return prose(text, footnote(CAUTION.format(mind.value(each.one_sided))))


def otherwise_table(mind: MindTold) -> Iterator[Block]:
    """Answer every counterfactual, with the acts that it would have changed."""
    yield from table(
        [
            Column("Supposed", share=1.0),
            Column("Held", "right"),
            Column("Higher, lower in", "right"),
            Column("Acts that it moves, and their chance before and after", share=0.9),
        ],
        [_row_in_full(mind, each) for each in mind.found.otherwise],
        f"What {mind.name} would have believed and done",
    )


def _row_in_full(mind: MindTold, each: Otherwise) -> Sequence[Piece]:
    acts = "; ".join(
        f"{option(act.chose)} {when_made(mind.made(act.choice))}: "
        f"{percent(act.before)} → {percent(act.after)}"
        for act in each.moving
    )
    signs = "hardly moves" if each.still else f"{chance(each.up)}, {chance(each.down)}"
    return _supposed(mind, each), held(each.after), signs, acts
