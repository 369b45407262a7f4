"""What the answer hangs on: single numbers, two at once, all at once, and other judgements."""

from collections.abc import Iterator, Sequence

from deciban.findings.bounds import Bound
from deciban.findings.flips import Flip
from deciban.findings.swinging.curves import FlipCurve
from deciban.findings.swinging.swings import Swing
from deciban.findings.what_if import Supposition
from deciban.render.brief.addresses import number_in_words
from deciban.render.brief.names import main_answer
from deciban.render.brief.prose import (
    Piece,
    bullets,
    code,
    paragraph,
    prose,
    section,
    sentences,
    strong,
    table,
)
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import (
    capital,
    chance,
    chances,
    listing,
    several,
    spelled,
    value,
    written,
)
from deciban.render.document.blocks import Block, Column, Prose
from deciban.render.figures import beyond, interval, percent, unsigned
from deciban.render.hangs_on import numbers_that_flip, outside_minds

#: Numbers told of that would change the leader: inside their ranges, and beyond them.
INSIDE, BEYOND = 5, 2
#: Numbers told of that swing the leader, and the least swing in decibans that is told of.
SWINGS, FELT = 5, 0.05
#: Answers that have a column of their own among the what-ifs.
COLUMNS = 3


def hangs_on(telling: Telling) -> Iterator[Block]:
    """Answer what would change the answer."""
    yield section("What it hangs on", "hangs-on")
    yield from _single(telling)
    yield from _swings(telling)
    yield from telling.figure(
        "tornado", "How far each number moves the answer within its own range."
    )
    yield from telling.figure("flip_curve", "Where two numbers together change the answer.")
    yield paragraph(_together(telling))
    yield from _suppositions(telling)


def _single(telling: Telling) -> Iterator[Block]:
    flips, findings = telling.findings.flips, telling.findings
    inside = [each for each in flips if each.inside]
    where = outside_minds(findings)
    if not flips:
        yield paragraph(
            f"No number{where}, whatever it were, would by itself change which answer leads."
        )
        return
    told = capital(numbers_that_flip(len(inside), where))
    shown = inside[:INSIDE] if inside else flips[:BEYOND]
    if inside:
        yield paragraph(told, ":" if len(shown) == len(inside) else "; the nearest to doing so:")
    else:
        nearest = (
            "The one that comes" if len(shown) == 1 else f"The {spelled(len(shown))} that come"
        )
        yield paragraph(f"{told}. {nearest} nearest would have to lie beyond what the case allows:")
    yield from bullets(_flip(telling, each) for each in shown)


def _flip(telling: Telling, flip: Flip) -> Prose:
    stands = value(flip.central, flip.measure)
    ends = written(flip.low, flip.high, flip.measure)
    side = "above" if flip.at > flip.central else "below"
    where = beyond(flip.at, flip.central, flip.measure)
    pieces: list[Piece] = [
        f"{capital(number_in_words(telling.case, flip.address))}: taken as {stands}",
        f" ({ends})" if ends else "",
        f"; {side} {where} {main_answer(telling.case, flip.leader)} would lead",
    ]
    if flip.together:
        others = listing(
            [f"{value(p, flip.measure)} at {name}" for name, p in flip.together.items()]
        )
        pieces.append(f", with {others}")
    return prose(*pieces, ". ", code(flip.address))


def _swings(telling: Telling) -> Iterator[Block]:
    swings = [each for each in telling.account.sensitivity.swings if each.swing >= FELT]
    if not swings:
        return
    leader = main_answer(telling.case, telling.account.sensitivity.leader)
    shown = swings[:SWINGS]
    count = (
        f"The {spelled(len(shown))} numbers that move"
        if len(shown) > 1
        else "The number that moves"
    )
    most = " most" if len(swings) > len(shown) else ""
    yield paragraph(
        f"{count} {leader}{most}, each taken from one end of its own range to the other while all "
        "else stays:"
    )
    yield from table(
        [
            Column("What is judged", share=1.0),
            Column("As written", "right"),
            Column("The answer at its ends", "right"),
            Column("Decibans apart", "right"),
        ],
        [_swing(telling, each) for each in shown],
        "The numbers that move the answer most",
    )


def _swing(telling: Telling, each: Swing) -> Sequence[Piece]:
    ends = sorted((each.at_low, each.at_high))
    words = capital(number_in_words(telling.case, each.address))
    return (
        prose(f"{words} ", code(each.address)),
        written(each.low, each.high, each.measure) or value(each.central, each.measure),
        interval(*ends),
        unsigned(each.swing),
    )


def _together(telling: Telling) -> Prose:
    return sentences(_pairs(telling), _bounds(telling), _minds(telling))


def _pairs(telling: Telling) -> str:
    curves = telling.account.sensitivity.curves
    inside = [each for each in curves if each.inside]
    if not curves:
        return ""
    pairs = several(len(curves), "pair")
    if not inside:
        return (
            f"Nor do any two of those that move it most, each inside its range: {pairs} were tried."
            if not any(each.inside for each in telling.findings.flips)
            else f"No two of those that move it most do so together: {pairs} were tried."
        )
    first = inside[0]
    return (
        f"Of {pairs} of the numbers that move it most, {spelled(len(inside))} would together bring "
        f"another answer to the front with both inside their ranges{_mildest(telling, first)}."
    )


def _mildest(telling: Telling, curve: FlipCurve) -> str:
    if curve.mildest is None:
        return ""
    one, other = (
        f"{number_in_words(telling.case, address)} at {value(at, measure)}"
        for address, at, measure in zip(
            (curve.one, curve.other), curve.mildest, curve.measures, strict=True
        )
    )
    return f", such as {one}, with {other}"


def _bounds(telling: Telling) -> str:
    bounds = telling.findings.bounds
    leader = telling.findings.posterior.leader
    if bounds is None or not telling.findings.ranges.draws:
        return ""
    bound: Bound = bounds.of[leader.id]
    told = chances(bound.low.probability, bound.high.probability)
    exact = bound.low.exact and bound.high.exact
    how = (
        "no choice of the numbers leads further"
        if exact
        else ("these are the best found, and the truth may lie further out")
    )
    return (
        "Were every number of the case put at whichever end of its range is worst for it, and then "
        f"at whichever is best, {main_answer(telling.case, leader.id)} would go from {told}: {how}. "
        "Nobody holds all of these at once; the 90% range above is how far it moves in earnest."
    )


def _minds(telling: Telling) -> str:
    if not telling.account.minds:
        return ""
    return (
        "The numbers of a mind are not among these. They are uncertainty about the person, are "
        "averaged over, and are told of with the mind."
    )


def _suppositions(telling: Telling) -> Iterator[Block]:
    found = telling.account.suppositions
    if not found:
        return
    yield paragraph("The case itself asks what would follow had its author judged otherwise:")
    answers = sorted(telling.findings.posterior.answers, key=lambda each: -each.probability)
    shown = answers[:COLUMNS]
    columns = [Column("Supposed", share=1.0)]
    columns += [Column(main_answer(telling.case, each.id), "right") for each in shown]
    as_it_stands: list[Piece] = [
        "The case as it stands",
        *(percent(each.probability) for each in shown),
    ]
    rows: list[Sequence[Piece]] = [as_it_stands]
    rows += [
        [_supposed(telling, each), *(percent(each.probability[answer.id]) for answer in shown)]
        for each in found
    ]
    yield from table(columns, rows, "Had it been judged otherwise")


def _supposed(telling: Telling, each: Supposition) -> Prose:
    told = prose(each.text or each.id)
    if each.leader == telling.findings.posterior.leader.id:
        return told
    return prose(told, "; ", strong(f"{main_answer(telling.case, each.leader)} would lead"))


__all__ = ["chance", "hangs_on"]
