"""The bottom line: the answer in the case's words, how likely it is, and how well founded.

How likely and how well founded are two things (Kent 1964; ODNI 2015), so no sentence holds both.
"""

from collections.abc import Iterator

from deciban.case.minds import asked_of
from deciban.findings.confidence import ORIGINS, SHARE_OF_DRAWS, Reason
from deciban.findings.posterior import Answer
from deciban.findings.ranges import Interval
from deciban.render.answers import in_words
from deciban.render.brief.names import called, introduced
from deciban.render.brief.prose import emphasis, footnote, paragraph, prose, section, sentences
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import (
    capital,
    chance,
    chances,
    listing,
    quoted,
    series,
    several,
    spelled,
    weight,
)
from deciban.render.document.blocks import Block, Callout, Prose
from deciban.render.hangs_on import outside_minds
from deciban.units import SCALES

#: Answers besides the leading one that the bottom line names.
NAMED = 2
PAIR = 2
#: Probabilities that agree to so many digits are level.
DIGITS = 9
#: Where readers begin who are told of where there is no prior: the first, the middle, the last.
BEGIN = (0, 2, 4)
LEVELS = (
    "How well founded the answer is, whatever its probability. Three things are asked: does the "
    f"same answer lead in at least {chance(SHARE_OF_DRAWS)} of the draws of the numbers, do at "
    f"least {spelled(ORIGINS)} independent origins carry it, and is there no single number that "
    "within its own range brings another answer to the front? High where all hold, moderate where "
    "one fails, low where more do."
)
DRAWN = (
    "The middle 90% of {:,} draws, in each of which every number of the case was drawn anew from "
    "the range that its author gave it. It says how much the answer hangs on hesitation over the "
    "numbers, and nothing of whether the ranges are right."
)


def bottom_line(telling: Telling) -> Iterator[Block]:
    """Answer the framed part that a reader in a hurry reads."""
    yield section("Bottom line", "bottom-line")
    yield Callout((paragraph(likelihood(telling)), paragraph(confidence(telling))))


def likelihood(telling: Telling) -> Prose:
    """Answer which answer leads, how likely it is, and what is left to the others."""
    leader = telling.findings.posterior.leader
    if leader.readers:
        return sentences(*_without_prior(telling, leader), _meant(telling))
    if leader.certain:
        told = introduced(telling.case.question, leader.id)
        return prose(f"{told} is the only answer that what is known leaves open.")
    return sentences(
        _leading(telling, leader),
        _before(telling, leader),
        _others(telling),
        _meant(telling),
    )


def _leading(telling: Telling, leader: Answer) -> Prose:
    level = [each for each in telling.findings.posterior.answers if _level(each, leader)]
    if len(level) > 1:
        names = [introduced(telling.case.question, each.id) for each in level]
        return prose(
            f"No answer leads: {listing(names)} are level, at {chance(leader.probability)} each."
        )
    count = len(telling.findings.posterior.answers)
    among = f"the {'likelier' if count == PAIR else 'likeliest'} of the {spelled(count)} answers"
    drawn = telling.findings.ranges.of[telling.findings.question][leader.id]
    return prose(
        f"{introduced(telling.case.question, leader.id)} is {among}: ",
        emphasis(in_words(leader)),
        _scale(telling, leader),
        f", at {chance(leader.probability)}",
        _range(telling, drawn),
        ".",
    )


def _level(one: Answer, other: Answer) -> bool:
    return round(one.probability, DIGITS) == round(other.probability, DIGITS)


def _scale(telling: Telling, leader: Answer) -> Prose:
    """What a word stands for, and by whose scale."""
    scale = SCALES[telling.case.words]
    word = scale.find(leader.words)
    if word is None:
        return ()
    stands = f"{quoted(capital(word.text))} stands for {chances(word.low, word.high)} there."
    return (footnote(f"{scale.title}: {scale.source}. {stands}"),)


def _range(telling: Telling, drawn: Interval) -> Prose:
    ranges = telling.findings.ranges
    if not ranges.draws:
        return ()
    ends = chances(drawn.low, drawn.high)
    told = f"90% range {ends}" if " to " in ends else "the same throughout its 90% range"
    return prose(f" ({told}", footnote(DRAWN.format(ranges.draws)), ")")


def _before(telling: Telling, leader: Answer) -> str:
    """Where the leader began; of a question about a mind, what came makes the beginning."""
    if leader.prior is None:
        return ""
    mind = asked_of(telling.case.question) is not None
    alone = (
        "From what came and who was trusted, and nothing else,"
        if mind
        else "Before any of the evidence"
    )
    return f"{alone} it stood at {chance(leader.prior)}."


def _others(telling: Telling) -> str:
    posterior, question = telling.findings.posterior, telling.case.question
    others = [each for each in posterior.answers if not _level(each, posterior.leader)]
    if not others:
        return ""
    shown = sorted(others, key=lambda each: -each.probability)[:NAMED]
    told = [f"{introduced(question, each.id)} at {chance(each.probability)}" for each in shown]
    verb = "comes" if len(told) == 1 else "come"
    more = "; the others are less likely still" if len(others) > len(shown) else ""
    return f"Next {verb} {listing(told)}{more}."


def _without_prior(telling: Telling, leader: Answer) -> Iterator[str]:
    """Where readers end: a case without a prior has no probability of its own."""
    low, middle, high = (chance(leader.readers[place]) for place in BEGIN)
    yield "The case states no prior, so it says how far a reader should move, and not where to end."
    yield (
        f"The evidence says {weight(leader.weight)} for "
        f"{introduced(telling.case.question, leader.id)}: whoever began by holding that 10% likely "
        f"ends at {low}, whoever began at 50% ends at {middle}, and whoever began at 90% at {high}."
    )


def _meant(telling: Telling) -> str:
    """What an answer about a mind does not say."""
    question = telling.case.question
    asked = asked_of(question)
    if asked is None or question.by is None or asked.actor not in telling.case.actors:
        return ""
    name = called(telling.case, asked.actor)
    return (
        f"The answer is what {name} held likelier than anything else, and says nothing of how "
        "firmly; the section on the mind tells that."
    )


def confidence(telling: Telling) -> Prose:
    """Answer how well founded the answer is, and why."""
    found = telling.findings.confidence
    failing = [_failing(each, telling) for each in found.reasons if not each.holds]
    holding = [_holding(each, telling) for each in found.reasons if each.holds]
    speaks = listing([each for each in holding if each])
    first = prose(f"Confidence in this answer is {found.level}", footnote(LEVELS))
    if not failing:
        return prose(first, f": {speaks}.")
    for_it = f"Yet {speaks}." if speaks else ""
    return sentences(prose(first, f": {series(failing)}."), for_it)


def _failing(reason: Reason, telling: Telling) -> str:
    where = outside_minds(telling.findings)
    match reason.name:
        case "draws" if not telling.findings.ranges.draws:
            return f"no number{where} was given a range, so that none could be tried"
        case "draws":
            led = chance(reason.share)
            return f"it leads in only {led} of the draws of the numbers from their ranges"
        case "origins":
            count = len(reason.origins)
            verb = "carry" if count > 1 else "carries"
            origins = several(count, "independent origin") if count else "no independent origin"
            return f"{origins} {verb} it, where {spelled(ORIGINS)} are wanted"
        case _:
            count = len(reason.flips)
            each = "would each" if count > 1 else "would by itself"
            return (
                f"{several(count, 'number')}{where} {each} bring another answer to the front "
                "within its own range"
            )


def _holding(reason: Reason, telling: Telling) -> str:
    where = outside_minds(telling.findings)
    match reason.name:
        case "draws":
            every = "every draw" if reason.share == 1 else f"{chance(reason.share)} of the draws"
            return f"the same answer leads in {every} of the numbers from their ranges"
        case "origins":
            return f"{several(len(reason.origins), 'independent origin')} carry it"
        case _ if not telling.findings.ranges.draws:
            return ""
        case _:
            return (
                f"no number{where} would by itself bring another answer to the front within its "
                "own range"
            )
