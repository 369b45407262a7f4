"""What was believed, and what conduct says of every band: never a lone belief."""

from collections.abc import Iterator, Sequence

from deciban.case.citation import without_citations
from deciban.findings.minding.bands import Band, Bands
from deciban.findings.minding.thresholds import Threshold
from deciban.render.brief.minding.told import MindTold, at_date, held, option
from deciban.render.brief.prose import (
    Piece,
    bullets,
    footnote,
    paragraph,
    prose,
    sentences,
    table,
    told,
)
from deciban.render.brief.words import (
    capital,
    chance,
    chances,
    listing,
    quoted,
    spelled,
    stop,
    weights,
)
from deciban.render.document.blocks import Block, Column, Heading, Prose
from deciban.render.figures import decibans, percent

#: Stakes that are named of a ridge, and acts whose turning the body of a brief tells.
STAKES, TURNS = 2, 3
#: How an address of a stake goes: ``actors.A.chooses.C.between.O.V``.
_STAKE = ("actors", "", "chooses", "", "between", "", "")
WEIGHT = (
    "Of all the persons that the ranges of the case allow, each with views and stakes of their "
    "own, so much of the weight lies on those who held it so strongly, once everything that the "
    "case knows has borne on it. In brackets: the middle 90% of that weight."
)
WISH = (
    "From acts alone belief and wish cannot be told apart: Armstrong and Mindermann 2018. So each "
    "stake is put at either end of its range, with the bands as they are."
)


def belief_part(mind: MindTold) -> Iterator[Block]:
    """Answer what was believed on the date asked about, and what conduct says of it."""
    yield paragraph(_held(mind))
    yield Heading(2, f"What {mind.name} did, and what it says", f"acts-{mind.actor.id}")
    for bands in mind.found.brief.bands:
        yield from told(_by_stakes(mind, bands))
        yield from _bands(mind, bands)
    yield from _binding(mind)


def _held(mind: MindTold) -> Prose:
    brief = mind.found.brief
    when = capital(at_date(brief.on)) if brief.on else "In the end"
    (name, first), *others = brief.belief.now.items()
    low, high = first.low, first.high
    likely = f"{chance(first.mean)} likely (90% of the weight: {chances(low, high)})"
    beliefs = [f"{mind.value(name)} {likely}"]
    beliefs += [f"{mind.value(other)} {held(each)}" for other, each in others]
    return sentences(
        prose(
            f"{when}, by everything that the case knows, {mind.name} held {listing(beliefs)}",
            footnote(WEIGHT),
            ".",
        ),
        "No single figure among these is claimed to have been in that head; the ranges are the "
        "finding.",
    )


def _bands(mind: MindTold, bands: Bands) -> Iterator[Block]:
    of = f"How strongly {mind.value(bands.of)} was held" if bands.of else "What was held likeliest"
    columns = [
        Column(of, share=1.0),
        Column("Before the acts", "right"),
        Column("By the acts", "right"),
        Column("By everything", "right"),
        Column("The acts say", "right"),
        Column("Over the stakes", "right"),
    ]
    yield from table(
        columns,
        [_band(each) for each in bands.bands],
        f"What the acts of {mind.name} say, in decibans, and the least and most over the stakes",
    )


def _band(band: Band) -> Sequence[Piece]:
    return (
        without_citations(band.text),
        percent(band.prior),
        percent(band.by_conduct),
        percent(band.now),
        decibans(band.weight).strip(),
        weights(band.low, band.high).removesuffix(" decibans"),
    )


def _by_stakes(mind: MindTold, bands: Bands) -> Prose:
    """The warning that belongs to every reading of acts, as far as it goes here."""
    if not mind.found.brief.thresholds:
        return prose(
            f"No act of {mind.name} is written, so nothing that was done bounds the belief."
        )
    found = (
        "every corner of them was tried"
        if bands.exact
        else "the best found, so that the truth may lie further out"
    )
    stakes = _stakes(mind, bands.stakes[:STAKES])
    return sentences(
        prose(
            f"What {mind.name} did is evidence of belief only by way of what each course was worth "
            "to someone in that place, and those worths are judgements too",
            footnote(WISH),
            ". The last column has the least and the most that the acts can say as these go over "
            f"their ranges ({found}).",
        ),
        _direction(bands),
        f"Most hangs on {stakes}." if stakes else "",
        "" if bands.of else "Which was held likeliest says nothing of how strongly it was held.",
    )


def _direction(bands: Bands) -> str:
    """Whether the acts speak the same way at all stakes."""
    doubtful = [quoted(each.text) for each in bands.bands if each.low < 0.0 < each.high]
    if not doubtful:
        return "In every line of the table the sign is the same throughout."
    which = "any of these" if len(doubtful) == len(bands.bands) else listing(doubtful)
    return (
        f"For {which} even the direction hangs on the stakes: at some that the case allows, the "
        "same acts speak the other way."
    )


def _stakes(mind: MindTold, addresses: Sequence[str]) -> str:
    """Stakes in words, from their addresses; the choice is named once where it is one."""
    found = [_stake(mind, each) for each in addresses]
    choices = {choice for _, choice in found}
    if len(found) > 1 and len(choices) == 1:
        return f"{listing([worth for worth, _ in found])}, both {choices.pop()}".rstrip()
    return listing([f"{worth} {choice}".rstrip() for worth, choice in found])


def _stake(mind: MindTold, address: str) -> tuple[str, str]:
    """What a stake is, and in which choice, from its address."""
    parts = address.split(".")
    alike = zip(parts, _STAKE, strict=False)
    if len(parts) != len(_STAKE) or any(fixed and part != fixed for part, fixed in alike):
        return address, ""
    worth = f"what {option(parts[5])} was worth under {mind.value(parts[6])}"
    return worth, mind.in_choice(parts[3])


def _binding(mind: MindTold) -> Iterator[Block]:
    """At which belief the acts turn that bind most."""
    turning = mind.found.brief.turning
    if not mind.found.brief.thresholds:
        return
    if not turning:
        yield paragraph(
            "None of the acts turns on a belief; each was worth most whatever was held."
        )
        return
    binding = {each.choice: each for each in reversed(turning)}
    shown = [each for each in turning if binding[each.choice] is each][:TURNS]
    more = len(turning) - len(shown)
    most = f"Those that bind most ({spelled(more)} more in {mind.telling.place('D')}) were"
    yield paragraph(
        "An act is evidence only where another belief would have made another course the better "
        f"one. {most if more else 'They were'} worth doing:"
    )
    yield from bullets(_turn_told(mind, each) for each in shown)


def _turn_told(mind: MindTold, each: Threshold) -> Prose:
    at = held(each.at) if each.at is not None else ""
    return prose(
        f"{mind.choice(each.choice)} ({option(each.chosen)} rather than {option(each.other)}): "
        f"while {mind.value(each.of)} was held {each.side} {at}, and so in {chance(each.rational)} "
        "of the weight."
    )


def turns_table(mind: MindTold) -> Iterator[Block]:
    """Answer at which belief every act turns."""
    yield from table(
        [
            Column("What was done", share=1.0),
            Column("It was worth doing while", share=0.8),
            Column("So it was in", "right"),
        ],
        [_turn(mind, each) for each in mind.found.brief.turning],
        f"At which belief each act of {mind.name} turns, and the share of the weight on its side",
    )
    yield from told(_steady(mind))


def _turn(mind: MindTold, each: Threshold) -> Sequence[Piece]:
    at = held(each.at) if each.at is not None else ""
    return (
        f"{mind.choice(each.choice)}: {option(each.chosen)} rather than {option(each.other)}",
        f"{mind.value(each.of)} was held {each.side} {at}",
        percent(each.rational),
    )


def _steady(mind: MindTold) -> str:
    """The acts that no belief turns."""
    steady = [each for each in mind.found.brief.thresholds if each.at is None]
    told_of = []
    for side, when in (
        ("always", "Whatever was believed, it was"),
        ("never", "At no belief was it"),
    ):
        acts = dict.fromkeys(_compared(mind, each) for each in steady if each.side == side)
        if acts:
            told_of.append(stop(f"{when} worth choosing {listing(list(acts))}"))
    return " ".join(told_of)


def _compared(mind: MindTold, each: Threshold) -> str:
    chosen = f"{option(each.chosen)} rather than {option(each.other)}"
    return f"{chosen} {mind.in_choice(each.choice)}"
