"""How strong a conviction was, and in which state of mind an act was done."""

from collections.abc import Iterator, Sequence

from deciban.findings.minding.conviction import Conviction
from deciban.findings.minding.guilt import KNOWLEDGE, Guilt
from deciban.findings.minding.spread import Spread
from deciban.render.brief.minding.told import (
    MindTold,
    at_date,
    held,
    in_decibans,
    likely,
    option,
)
from deciban.render.brief.prose import Piece, footnote, paragraph, prose, sentences, table
from deciban.render.brief.words import chance, share, weight
from deciban.render.date import in_words
from deciban.render.document.blocks import Block, Column, Heading, Prose
from deciban.render.figures import decibans, percent
from deciban.units.decibans import decibans_to_probability

STATES = {
    "knowledge": "Knowledge: held all but certain",
    "recklessness": "Recklessness: at or above the floor, and acted all the same",
    "negligence": "Negligence: below the floor, where a reasonable reader would have been above it",
    "none": "None of these",
}
CULPABILITY = "After the kinds of culpability of the Model Penal Code, section 2.02 (1962)."


def conviction_part(mind: MindTold) -> Iterator[Block]:
    """Answer how strong the conviction was, for every conviction that the case asks of."""
    for place, each in enumerate(mind.found.convictions):
        yield Heading(2, "How strong the conviction was", f"conviction-{mind.actor.id}-{place}")
        yield paragraph(sentences(*_withstood(mind, each), *_ceiling(each), _profile(each)))


def _withstood(mind: MindTold, each: Conviction) -> Iterator[str]:
    """How far the messages moved the belief, and how far they would have moved another."""
    yield (
        f"{mind.name} began by holding {mind.value(each.of)} {likely(each.start_held)}. What was "
        f"heard by {in_words(each.on)} moved that by {in_decibans(each.moved)}, to "
        f"{held(each.end_held)}."
    )
    if each.reasonable is not None:
        other = in_decibans(each.reasonable)
        yield f"The same messages would have moved {_reader(mind)} by {other}."


def _reader(mind: MindTold) -> str:
    return "a reasonable reader in that place" if mind.found.declared == "reasonable" else "us"


def _ceiling(each: Conviction) -> Iterator[str]:
    """The highest start from which every act was still rational."""
    if each.ceiling is None or each.ceiling_held is None or each.below is None:
        return
    yield (
        "What was done would still have been worth doing for somebody who began at up to "
        f"{held(each.ceiling_held)}. There is such a ceiling in {share(each.bounded)} of the "
        f"weight, and in {chance(each.below)} of that the start lay at or below it."
    )


def _profile(each: Conviction) -> str:
    """From which starts the conduct would be ten times less likely, of those looked at."""
    points = each.profile.points
    tried = f"Of the starts from {_bare(points[0][0])} to {_bare(points[-1][0])} decibans"
    ends = [
        f"{side} {chance(decibans_to_probability(end))} ({weight(end)})"
        for side, end in (("above", each.profile.upper), ("below", each.profile.lower))
        if end is not None
    ]
    if not ends:
        return f"{tried}, none makes the conduct ten times less likely than at its likeliest."
    return (
        f"{tried}, those {' or '.join(ends)} make the conduct ten times less likely than it is at "
        "its likeliest."
    )


def _bare(value: float) -> str:
    return decibans(value).strip().removesuffix(".0")


def conviction_tables(mind: MindTold) -> Iterator[Block]:
    """Answer every figure of a conviction, in decibans."""
    for each in mind.found.convictions:
        yield from table(
            [
                Column(f"Log-odds of {mind.value(each.of)}", share=1.0),
                Column("Decibans", "right"),
                Column("Held", "right"),
            ],
            list(_rows(mind, each)),
            f"The conviction of {mind.name} by {in_words(each.on)}",
        )


def _rows(mind: MindTold, each: Conviction) -> Iterator[Sequence[Piece]]:
    yield _row("At first", each.start, each.start_held)
    yield _row("Moved by what was heard", each.moved)
    yield _row("And so in the end", each.end, each.end_held)
    if each.reasonable is not None:
        yield _row(f"Would have moved {_reader(mind)}", each.reasonable)
    if each.ceiling is not None:
        label = "The highest start from which what was done was worth doing"
        yield _row(label, each.ceiling, each.ceiling_held)


def _row(label: str, figures: Spread, known: Spread | None = None) -> Sequence[Piece]:
    told = in_decibans(figures).replace(" decibans", "")
    return label, told, held(known) if known is not None else ""


def guilt_part(mind: MindTold) -> Iterator[Block]:
    """Answer in which state of mind an act was done, where the case asks for it."""
    for place, each in enumerate(mind.found.guilt):
        yield Heading(2, "In which state of mind", f"guilt-{mind.actor.id}-{place}")
        yield paragraph(_asked(mind, each))
        yield from table(
            [
                Column("State of mind", share=1.0),
                Column("By everything", "right"),
                Column("Before the acts", "right"),
            ],
            [
                (STATES[name], percent(p), percent(each.before[name]))
                for name, p in each.shares.items()
            ],
            f"The share of the weight by the state of mind of {mind.name}",
        )
        yield paragraph(_beside(each))


def _asked(mind: MindTold, each: Guilt) -> Prose:
    when = f" {at_date(each.on)}" if each.on else ""
    reader = (
        f", and a reasonable reader would have held it {likely(each.reasonable)}"
        if each.reasonable is not None
        else ""
    )
    return sentences(
        prose(
            f"The act held against {mind.name} is {option(each.chose)}{when}. The floor from which "
            f"on a risk must not be run is set at {chance(each.floor)}; knowledge begins at "
            f"{chance(KNOWLEDGE)}",
            footnote(CULPABILITY),
            ".",
        ),
        f"{mind.name} held {mind.value(each.of)} {likely(each.belief)}{reader}.",
    )


def _beside(each: Guilt) -> Prose:
    acted = "" if each.acted >= 1.0 else f"That it was done at all is {chance(each.acted)} likely."
    return sentences(
        acted,
        f"In {share(each.purpose)} of the weight the act was worth doing for that outcome alone, "
        "which would make it a purpose.",
    )
