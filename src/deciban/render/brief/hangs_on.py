"""What the answer hangs on: single numbers, two at once, all at once, and other judgements."""

from collections.abc import Iterator, Sequence

from deciban.case.citation import without_citations
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
    told,
)
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import (
    capital,
    chances,
    listing,
    several,
    spelled,
    value,
    written,
)
from deciban.render.document.blocks import Block, Column, Prose
from deciban.render.figures import beyond, interval, percent, unsigned
from deciban.render.hangs_on import outside_minds

#: Numbers told of that would change the leader: inside their ranges, and beyond them.
INSIDE, BEYOND = 4, 2
#: The least swing in decibans that is told of, and how many numbers an appendix has.
FELT, SWINGS = 0.05, 12
#: Answers that have a column of their own among the what-ifs.
COLUMNS = 3


def hangs_on(telling: Telling) -> Iterator[Block]:
    """Answer what would change the answer."""
    yield section("What it hangs on", "hangs-on")
    yield from _single(telling)
    yield from told(sentences(_widest(telling), _pairs(telling), _bounds(telling), _minds(telling)))
    yield from _suppositions(telling)


def _single(telling: Telling) -> Iterator[Block]:
    flips = telling.findings.flips
    where = outside_minds(telling.findings)
    if not flips:
        yield paragraph(
            f"No number{where}, whatever it were, would by itself change which answer leads."
        )
        return
    inside = [each for each in flips if each.inside]
    said = _that_flip(len(inside), where)
    shown = inside[:INSIDE] or flips[:BEYOND]
    if inside:
        yield paragraph(said, ":" if len(shown) == len(inside) else "; the nearest to doing so:")
    else:
        nearest = f"The {spelled(len(shown))} that come" if len(shown) > 1 else "The one that comes"
        yield paragraph(f"{said}. {nearest} nearest would have to lie beyond what the case allows:")
    yield from bullets(_flip(telling, each) for each in shown)


def _that_flip(count: int, where: str) -> str:
    """How many numbers change the leader by themselves, each inside its range."""
    if count > 1:
        numbers = capital(several(count, "number"))
        return f"{numbers}{where} would each change which answer leads, inside their own ranges"
    number = "One number" if count else "No number"
    return f"{number}{where} would by itself change which answer leads, inside its own range"


def _flip(telling: Telling, flip: Flip) -> Prose:
    ends = written(flip.low, flip.high, flip.measure)
    side = "above" if flip.at > flip.central else "below"
    where = beyond(flip.at, flip.central, flip.measure)
    others = [f"{value(at, flip.measure)} at {name}" for name, at in flip.together.items()]
    return prose(
        f"{capital(number_in_words(telling.case, flip.address))}: taken as "
        f"{value(flip.central, flip.measure)}{f' ({ends})' if ends else ''}; {side} {where} "
        f"{main_answer(telling.case, flip.leader)} would lead",
        f", with {listing(others)}. " if others else ". ",
        code(flip.address),
    )


def _widest(telling: Telling) -> Prose:
    """The number that moves the answer most within its own range."""
    swings = [each for each in telling.account.sensitivity.swings if each.swing >= FELT]
    if not swings:
        return ()
    first = swings[0]
    leader = main_answer(telling.case, telling.account.sensitivity.leader)
    ends = chances(*sorted((first.at_low, first.at_high)))
    more = f"; {telling.place('D')} has those that come next" if len(swings) > 1 else ""
    return prose(
        f"Within its own range, {written(first.low, first.high, first.measure)}, the number"
        f"{outside_minds(telling.findings)} that moves {leader} most is "
        f"{number_in_words(telling.case, first.address)} (",
        code(first.address),
        f"): from {ends}, {unsigned(first.swing)} decibans{more}.",
    )


def _pairs(telling: Telling) -> str:
    curves = telling.account.sensitivity.curves
    inside = [each for each in curves if each.inside]
    if not curves:
        return ""
    pairs = several(len(curves), "pair")
    if not inside:
        return f"No two of those that move it most change the leader together ({pairs} tried)."
    return (
        f"Of {pairs} of the numbers that move it most, {spelled(len(inside))} would together bring "
        "another answer to the front with both inside their ranges"
        f"{_mildest(telling, inside[0])}."
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
    bounds, leader = telling.findings.bounds, telling.findings.posterior.leader
    if bounds is None or not telling.findings.ranges.draws:
        return ""
    bound = bounds.of[leader.id]
    ends = chances(bound.low.probability, bound.high.probability)
    exact = bound.low.exact and bound.high.exact
    how = "no choice leads further" if exact else "the best found; the truth may lie further out"
    return (
        "Were every number at once put at the end of its range that is worst for it, or best, "
        f"{main_answer(telling.case, leader.id)} would go from {ends} ({how})."
    )


def _minds(telling: Telling) -> Prose:
    count = len(telling.account.minds)
    if not count:
        return ()
    whose = "the mind" if count == 1 else "the minds"
    return prose(
        f"The numbers of {whose} are not among these: they are uncertainty about a person, and are "
        "averaged over. How the answer would stand at each of them, ",
        code("deciban sensitivity"),
        " tells.",
    )


def swings_table(telling: Telling) -> Iterator[Block]:
    """Answer the numbers that move the answer most, each within its own range."""
    swings = [each for each in telling.account.sensitivity.swings if each.swing >= FELT][:SWINGS]
    leader = main_answer(telling.case, telling.account.sensitivity.leader)
    yield from table(
        [
            Column("What is judged", share=1.0),
            Column("As written", "right"),
            Column(f"{capital(leader)} at its ends", "right"),
            Column("Decibans", "right"),
        ],
        [_swing(telling, each) for each in swings],
        f"The numbers that move {leader} most, one at a time, from end to end of their own ranges",
    )


def _swing(telling: Telling, each: Swing) -> Sequence[Piece]:
    words = capital(number_in_words(telling.case, each.address))
    return (
        prose(f"{words} ", code(each.address)),
        written(each.low, each.high, each.measure),
        interval(*sorted((each.at_low, each.at_high))),
        unsigned(each.swing),
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
    stands: list[Piece] = ["The case as it stands", *(percent(each.probability) for each in shown)]
    rows: list[Sequence[Piece]] = [
        [_supposed(telling, each), *(percent(each.probability[answer.id]) for answer in shown)]
        for each in found
    ]
    yield from table(columns, [stands, *rows], "Had it been judged otherwise")


def _supposed(telling: Telling, each: Supposition) -> Prose:
    text = without_citations(each.text or each.id)
    if each.leader == telling.findings.posterior.leader.id:
        return prose(text)
    return prose(text, "; ", strong(f"{main_answer(telling.case, each.leader)} would lead"))
