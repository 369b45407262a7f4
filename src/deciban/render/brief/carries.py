"""What carries the answer, and what stands against it: the few items that say most."""

import math
from collections.abc import Iterator

from deciban.case import Case
from deciban.findings.overlap import Group
from deciban.findings.weights import NO_THEME, WeighedItem
from deciban.render.brief.items import item_in_words
from deciban.render.brief.names import actor_name, event, main_answer, plain, school, speaker
from deciban.render.brief.prose import bullets, footnote, paragraph, prose, section, sentences, told
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import (
    capital,
    chance,
    listing,
    quoted,
    several,
    spelled,
    weight,
)
from deciban.render.document.blocks import Block, Prose
from deciban.render.figures import decibans

#: Groups of items that share an origin, and themes, that are told of.
GROUPS, THEMES = 2, 5
#: A theme that says less, in decibans, is not told of.
FELT = 0.05
HALF = 0.5
DECIBANS = (
    "A deciban measures evidence as a decibel measures loudness: ten times the logarithm, to base "
    "ten, of the factor by which the odds change. +3 decibans double the odds, +10 make them ten "
    "times and +20 a hundred times as high; −3 halve them. One deciban is about the smallest change "
    "of belief that a person can feel (Good 1950, after Turing)."
)
SHARES = (
    "The share of an item is what it adds to the items before it, averaged over all orders in which "
    "they could come in, so that the shares of all items add up to what they say together"
)


def carries(telling: Telling) -> Iterator[Block]:
    """Answer what carries the answer, with what its items have in common."""
    yield section("What carries it", "carries")
    yield paragraph(_together(telling))
    found = telling.findings.explanation.carries
    if found:
        yield paragraph(
            f"{capital(_most(len(found)))}, with their shares of the whole; the reasons are the "
            "case's own."
        )
    yield from bullets(_item(telling, each) for each in found)
    yield from told(_rest(telling))
    yield from told(_origins(telling))
    yield from told(sentences(*_overlaps(telling)))
    yield from telling.figure("weights", "What each item says, the heaviest first.")
    yield from telling.figure("evidence", "How the evidence hangs together.")


def _most(count: int) -> str:
    return f"the {spelled(count)} that carry it most" if count > 1 else "the one that carries it"


def _together(telling: Telling) -> Prose:
    findings = telling.findings
    items, of = findings.weights.items, findings.explanation.of
    answer = main_answer(telling.case, of)
    if not items:
        return prose("The case holds no evidence yet; the answers stand where they began.")
    total = findings.weights.total[of]
    count = len(items)
    all_of_them = (
        f"All {several(count, 'item')} of evidence together"
        if count > 1
        else "Its one item of evidence"
    )
    say = "say" if count > 1 else "says"
    if math.isinf(total):
        verb = (
            f"leave{'s' * (count == 1)} no other answer open than"
            if total > 0
            else f"rule{'s' * (count == 1)} out"
        )
        return prose(f"{all_of_them} {verb} {answer}.")
    error = "" if findings.weights.exact else "; here the average is over a sample of orders"
    moved = _moved(telling, of)
    return sentences(
        prose(
            f"{all_of_them} {say} {weight(total)}",
            footnote(DECIBANS),
            f" for {answer} against {_rest_of_answers(telling)}{moved}.",
        ),
        "On the whole, then, the evidence does not carry it: it stood higher before."
        if total < 0
        else "",
        prose(
            "No item counts for more than it adds to the others", footnote(f"{SHARES}{error}."), "."
        )
        if count > 1
        else "",
    )


def _moved(telling: Telling, of: str) -> str:
    found = next(each for each in telling.findings.posterior.answers if each.id == of)
    if found.prior is None:
        return ""
    return f", which takes it from {chance(found.prior)} to {chance(found.probability)}"


def _rest_of_answers(telling: Telling) -> str:
    return "the other" if len(telling.findings.posterior.answers) == 2 else "all others"  # noqa: PLR2004 [a pair]


def _item(telling: Telling, item: WeighedItem) -> Prose:
    return item_in_words(telling, item, _share(telling, item))


def _share(telling: Telling, item: WeighedItem) -> str:
    share = item.weights[telling.findings.explanation.of].share
    if math.isinf(share):
        return "leaves no other answer open" if share > 0 else "rules the answer out"
    return weight(share)


def _rest(telling: Telling) -> Prose:
    """What is not among the few, and what it is about."""
    explained = telling.findings.explanation
    others = ""
    if explained.others and not math.isinf(explained.others_say):
        count = several(explained.others, "other item")
        says = "say together" if explained.others > 1 else "says"
        others = f"The {count} {says} {weight(explained.others_say)}; Appendix A has each of them."
    return sentences(others, _themes(telling))


def _origins(telling: Telling) -> str:
    """Where what carries the answer comes from, each origin by what people call it."""
    reason = next(each for each in telling.findings.confidence.reasons if each.name == "origins")
    names = [_origin(telling.case, each) for each in reason.origins]
    if not names:
        return ""
    if len(names) == 1:
        return (
            f"All that carries the answer by a deciban or more goes back to one origin: {names[0]}."
        )
    return f"The answer is carried by {spelled(len(names))} independent origins: {listing(names)}."


def _origin(case: Case, name: str) -> str:
    if any(source.school == name for source in case.sources.values()):
        return f"the school of {school(case, name)}"
    if name in case.actors:
        return f"the acts of {actor_name(case.actors[name])}"
    return event(case, name) if case.event(name) is not None else speaker(case, name)


def _themes(telling: Telling) -> str:
    themes = [(name, says) for name, says in telling.findings.themes.items() if abs(says) >= FELT]
    if len(themes) < 2 or any(math.isinf(says) for _, says in themes):  # noqa: PLR2004 [one is all]
        return ""
    named = [
        (plain(name) if name != NO_THEME else "what has no theme", says) for name, says in themes
    ]
    shown = [f"{name} {decibans(says).strip()}" for name, says in named[:THEMES]]
    return f"By theme, in decibans: {listing(shown)}."


def _overlaps(telling: Telling) -> Iterator[str]:
    """What is not counted twice: what independence would have claimed."""
    overlap = telling.findings.overlap
    if not overlap.groups:
        return
    naive = chance(overlap.naive[overlap.leader])
    yield (
        "Nothing is counted twice. Taken as so many independent witnesses the items would put "
        f"{main_answer(telling.case, overlap.leader)} at {naive}."
    )
    for group in overlap.groups[:GROUPS]:
        if not math.isinf(group.apart) and not math.isinf(group.together):
            yield (
                f"The {several(len(group.items), 'item')} {_shared(telling.case, group)} say "
                f"{weight(group.together)} together, and would have been taken for "
                f"{weight(group.apart)}."
            )


def _shared(case: Case, group: Group) -> str:
    match group.kind:
        case "event":
            return f"that hang on {event(case, group.name)}"
        case "school":
            return f"that go back to the school of {quoted(plain(group.name))}"
        case "archive":
            return f"from the archive {speaker(case, group.name)}"
        case "mind":
            return f"that are acts of {speaker(case, group.name)}"
        case "origin":
            return f"that repeat one report, {quoted(plain(group.name))},"
        case _:
            return f"that go back to {speaker(case, group.name)}"


def stands_against(telling: Telling) -> Iterator[Block]:
    """Answer what stands against the answer; where nothing does, that is said."""
    yield section("What stands against it", "against")
    found, of = telling.account.against, telling.findings.explanation.of
    answer = main_answer(telling.case, of)
    if not telling.findings.weights.items:
        yield paragraph("The case holds no evidence, and so none against the answer.")
        return
    if not found:
        yield paragraph(
            f"Nothing: no item of the case speaks against {answer}. That may mean that there is "
            "nothing, or that nobody has put it in."
        )
        return
    slight = all(abs(each.weights[of].share) < HALF for each in found)
    if slight:
        yield paragraph(
            f"No item speaks against {answer} by as much as half a deciban. The one that does most:"
        )
    else:
        yield paragraph(f"These speak against {answer}, the heaviest first:")
    yield from bullets(_item(telling, each) for each in found)
