"""The bottom line: the answer in the case's words, how likely it is, and how well founded.

How likely and how well founded are two things (Kent 1964; ODNI 2015), so no sentence holds both.
"""

from collections.abc import Iterator

from deciban.case.minds import asked_of
from deciban.findings.confidence import Reason
from deciban.findings.posterior import Answer
from deciban.findings.ranges import Interval
from deciban.render.answers import in_words
from deciban.render.brief.names import actor_name, introduced, main_answer
from deciban.render.brief.prose import emphasis, footnote, paragraph, prose, section, sentences
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import (
    capital,
    chance,
    chances,
    listing,
    quoted,
    several,
    spelled,
    weight,
)
from deciban.render.document.blocks import Block, Callout, Prose
from deciban.render.hangs_on import outside_minds
from deciban.units import SCALES

#: Answers besides the leading one that the bottom line names.
NAMED = 2
WANTED = 3


def bottom_line(telling: Telling) -> Iterator[Block]:
    """Answer the framed part that a reader in a hurry reads."""
    yield section("Bottom line", "bottom-line")
    blocks = [paragraph(likelihood(telling)), paragraph(confidence(telling))]
    yield Callout(tuple(blocks))


def likelihood(telling: Telling) -> Prose:
    """Answer which answer leads, how likely it is, and what is left to the others."""
    posterior = telling.findings.posterior
    if posterior.leader.readers:
        return sentences(_without_prior(telling), _meant(telling))
    return sentences(
        _leading(telling), _before(posterior.leader), _others(telling), _meant(telling)
    )


def _leading(telling: Telling) -> Prose:
    posterior, case = telling.findings.posterior, telling.case
    leader = posterior.leader
    told = introduced(case.question, leader.id)
    if leader.certain:
        return prose(f"{told} is the only answer that what is known leaves open.")
    count = len(posterior.answers)
    rank = (
        "the likelier of the two answers"
        if count == WANTED - 1
        else (f"the likeliest of the {spelled(count)} answers")
    )
    drawn = telling.findings.ranges.of[telling.findings.question][leader.id]
    return prose(
        f"{told} is {rank}: ",
        emphasis(in_words(leader)),
        *_scale(telling, leader),
        f", at {chance(leader.probability)}",
        *_range(telling, drawn),
        ".",
    )


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
    told = chances(drawn.low, drawn.high)
    ends = f"90% range {told}" if " to " in told else f"the same throughout its 90% range"
    note = (
        f"The middle 90% of {ranges.draws:,} draws, in each of which every number of the case was "
        "drawn anew from the range that its author gave it. It says how much the answer hangs on "
        "hesitation over the numbers, and nothing of whether the ranges are right."
    )
    return prose(f" ({ends}", footnote(note), ")")


def _before(leader: Answer) -> str:
    if leader.prior is None or leader.certain:
        return ""
    return f"Before any of the evidence it stood at {chance(leader.prior)}."


def _others(telling: Telling) -> str:
    posterior, case = telling.findings.posterior, telling.case
    others = [each for each in posterior.answers if each is not posterior.leader]
    ranked = sorted(others, key=lambda each: -each.probability)[:NAMED]
    if posterior.leader.certain:
        return ""
    told = [
        f"{introduced(case.question, each.id)} at {chance(each.probability)}" for each in ranked
    ]
    more = len(others) > len(told)
    return f"Next {'come' if len(told) > 1 else 'comes'} {listing(told)}{', then the rest' if more else ''}."


def _without_prior(telling: Telling) -> Prose:
    """Where readers end: a case without a prior has no probability of its own."""
    leader = telling.findings.posterior.leader
    low, middle, high = (leader.readers[place] for place in (0, 2, 4))
    return sentences(
        "The case states no prior, so it says how far a reader should move and not where to end.",
        f"The evidence says {weight(leader.weight)} for {main_answer(telling.case, leader.id)}: "
        f"whoever began by holding it 10% likely would end at {chance(low)}, whoever began at 50% "
        f"at {chance(middle)}, and whoever began at 90% at {chance(high)}.",
    )


def _meant(telling: Telling) -> str:
    """What an answer about a mind does and does not say."""
    question = telling.case.question
    asked = asked_of(question)
    if asked is None or question.by is None or asked.actor not in telling.case.actors:
        return ""
    name = actor_name(telling.case.actors[asked.actor])
    return (
        f"The answer is what {name} held likelier than anything else, and says nothing of how "
        "firmly; that is told with the mind below."
    )


def confidence(telling: Telling) -> Prose:
    """Answer how well founded the answer is, and why."""
    told = telling.findings.confidence
    failing = [_failing(each, telling) for each in told.reasons if not each.holds]
    holding = [text for each in told.reasons if each.holds if (text := _holding(each, telling))]
    first = f"Confidence in this answer is {told.level}"
    if not failing:
        return prose(f"{first}: {listing(holding)}.")
    speaks = f"For it speaks that {listing(holding)}." if holding else ""
    return sentences(f"{first}: {listing(failing)}.", speaks)


def _failing(reason: Reason, telling: Telling) -> str:
    where = outside_minds(telling.findings)
    match reason.name:
        case "draws" if not telling.findings.ranges.draws:
            return f"no number{where} was given a range, so that none could be tried"
        case "draws":
            return (
                f"it leads in only {chance(reason.share)} of the draws of the numbers from their "
                "ranges"
            )
        case "origins":
            count = len(reason.origins)
            carry = "carries" if count == 1 else "carry"
            told = several(count, "independent origin") if count else "no independent origin"
            return f"{told} {carry} it, where {spelled(WANTED)} are wanted"
        case _:
            count = len(reason.flips)
            told = several(count, "number")
            each = "would each" if count > 1 else "would by itself"
            return f"{told}{where} {each} bring another answer to the front within its own range"


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
            return f"no number{where} would by itself bring another answer to the front within its own range"


__all__ = ["bottom_line", "capital", "confidence", "likelihood"]
