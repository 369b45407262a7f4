"""Appendix D: the figures and tables that the body has no room for."""

from collections.abc import Iterator
from itertools import chain

from deciban.findings.minding.parameters import Parameter
from deciban.render.brief.debate import pairs_table, positions_in_words
from deciban.render.brief.hangs_on import swings_table
from deciban.render.brief.minding.addresses import mind_number_in_words
from deciban.render.brief.minding.belief import turns_table
from deciban.render.brief.minding.conviction import conviction_tables
from deciban.render.brief.minding.heard import ledger_table
from deciban.render.brief.minding.otherwise import otherwise_table
from deciban.render.brief.minding.told import MindTold, held, minds_told
from deciban.render.brief.prose import code, paragraph, prose, section, sentences, table, told
from deciban.render.brief.settles import records_table
from deciban.render.brief.telling import Telling
from deciban.render.brief.when import belief_table, clock_table, clocks_told, open_dates
from deciban.render.brief.words import capital
from deciban.render.document.blocks import Block, Column, Fold, Prose
from deciban.render.figures import percent, stated, stated_range


def in_full(telling: Telling) -> Iterator[Block]:
    """Answer what the body told in part, in full."""
    parts = tuple(_parts(telling))
    if parts:
        yield section("Appendix D. In full", "in-full")
        yield paragraph("What the body tells in part: every figure, and every line of its tables.")
        yield from parts


def _parts(telling: Telling) -> Iterator[Block]:
    yield from _folded("What each item says", telling.figure("weights", "What each item says."))
    yield from _folded("What bears on what", telling.figure("map", "What bears on what."))
    yield from _folded("The numbers that move the answer most", _swings(telling))
    yield from _folded("What each unread record is worth", _records(telling))
    for mind in minds_told(telling):
        yield from _folded(f"The mind of {mind.name}", _mind(mind))
    yield from _folded("The answer over time", _over_time(telling))
    yield from _folded("Where the debaters part", _debate(telling))


def _folded(summary: str, blocks: Iterator[Block]) -> Iterator[Block]:
    """A folded part, unless there is nothing in it."""
    kept = tuple(blocks)
    if kept:
        yield Fold(summary, kept)


def _debate(telling: Telling) -> Iterator[Block]:
    yield from positions_in_words(telling)
    yield from pairs_table(telling)
    yield from telling.figure("residual", "What is left between two by how much is settled.")
    yield from telling.figure("trajectories", "How likely each held it, from date to date.")
    yield from telling.figure("argument", "What attacks what, what stands, and whose turn it is.")


def _records(telling: Telling) -> Iterator[Block]:
    yield from telling.figure("seek", "What to look for.")
    yield from records_table(telling)


def _swings(telling: Telling) -> Iterator[Block]:
    yield from telling.figure("tornado", "How far each number moves the answer within its range.")
    yield from telling.figure("flip", "How likely each answer is as one number moves.")
    yield from swings_table(telling)


def _mind(mind: MindTold) -> Iterator[Block]:
    yield from turns_table(mind)
    yield from conviction_tables(mind)
    caption = f"What said most to {mind.name}, as it was read and as another would have read it."
    yield from mind.telling.figure(f"ledger-{mind.actor.id}", caption)
    ledger = f"Everything that may have reached {mind.name}, in order of time"
    yield from ledger_table(mind, mind.found.lines, ledger, noted=False)
    timeline = mind.telling.account.timeline
    in_time = [each for each in timeline.minds if each.actor == mind.actor.id]
    yield from chain.from_iterable(belief_table(mind.telling, each) for each in in_time)
    yield from otherwise_table(mind)
    yield from table(
        [
            Column("Number", share=1.0),
            Column("Before the acts", "right"),
            Column("Now", "right"),
        ],
        [(_learned(mind, each), _stands(each, 0), _stands(each, 1)) for each in mind.found.learned],
        f"What has been learned of {mind.name}, the number that moved furthest first",
    )


def _learned(mind: MindTold, each: Parameter) -> Prose:
    """A number of a mind in words, with its address."""
    words = capital(mind_number_in_words(mind, each.address))
    return prose(words, " " if words else "", code(each.address))


def _stands(each: Parameter, at: int) -> str:
    """How a number of a mind stands before the acts, and now."""
    if each.values:
        return ", ".join(f"{name}: {percent(pair[at])}" for name, pair in each.values.items())
    spread = (each.before, each.now)[at]
    if each.measure == "probability":
        return held(spread)
    mean = stated(spread.mean, each.measure)
    ends = stated_range(spread.low, spread.high, each.measure).replace("..", " to ")
    return f"{mean} ({ends})" if ends else mean


def _over_time(telling: Telling) -> Iterator[Block]:
    for place, clock in enumerate(clocks_told(telling.account.timeline)):
        if place:
            caption = "How likely each answer was, as things happened."
            yield from telling.figure(f"over-time-{clock.name}", caption)
        yield from clock_table(telling, clock)
        yield from told(sentences(*open_dates(clock)))
