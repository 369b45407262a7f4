"""What carries the answer, and what stands against it: the few items that say most."""

import math
from collections.abc import Iterator, Sequence

from deciban.case import Case
from deciban.findings.overlap import Group
from deciban.findings.weights import NO_THEME, WeighedItem
from deciban.render.brief.items import item_in_words, reason_of, record_named, share_in_words
from deciban.render.brief.names import called, event, main_answer, plain, school
from deciban.render.brief.prose import (
    bullets,
    footnote,
    paragraph,
    prose,
    section,
    sentences,
    told,
)
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
from deciban.render.figures import MINUS, decibans

#: Themes that are told of; one that says less than this, in decibans, is not.
THEMES, FELT = 5, 0.05
HALF, PAIR = 0.5, 2
DECIBANS = (
    "A deciban measures evidence as a decibel measures loudness: ten times the logarithm, to base "
    "ten, of the factor by which the odds change. +3 decibans double the odds, +10 make them ten "
    f"times and +20 a hundred times as high; {MINUS}3 halve them. One deciban is about the "
    "smallest change of belief that a person can feel (Good 1950, after Turing)."
)
SHARES = (
    "The share of an item is what it adds to the items before it, averaged over {} in which they "
    "could come in. So shares add up, and what two items have in common is counted once."
)


def carries(telling: Telling) -> Iterator[Block]:
    """Answer what carries the answer, and what its items have in common."""
    yield section("What carries it", "carries")
    found = telling.findings.explanation.carries
    yield paragraph(_together(telling))
    if found:
        many = len(found) > 1
        most = (
            f"The {spelled(len(found))} that say most for it, each with its share"
            if many
            else "What says most for it, with its share"
        )
        own = "; the reasons are the case's own words" if _reasoned(telling, found) else ""
        yield paragraph(f"{most}{own}:")
    yield from bullets(_item(telling, each) for each in found)
    yield from told(sentences(_rest(telling), _themes(telling)))
    yield from told(sentences(_origins(telling), *_overlaps(telling)))


def _together(telling: Telling) -> Prose:
    findings = telling.findings
    count, of = len(findings.weights.items), findings.explanation.of
    answer = main_answer(telling.case, of)
    if not count:
        return prose("The case holds no evidence yet; the answers stand where they began.")
    total = findings.weights.total[of]
    what = f"{_all_of(count)} of evidence{' together' if count > 1 else ''}"
    if math.isinf(total):
        verb = "leave only" if total > 0 else "rule out"
        return prose(f"{what} {verb if count > 1 else _third_person(verb)} {answer}.")
    rest = "the other" if len(findings.posterior.answers) == PAIR else "all others"
    orders = "all orders" if findings.weights.exact else "a sample of the orders"
    shares = footnote(SHARES.format(orders))
    return sentences(
        prose(
            f"{what} {'say' if count > 1 else 'says'} {weight(total)}",
            footnote(DECIBANS),
            f" for {answer} against {rest}{_moved(telling, of)}.",
        ),
        "On the whole, then, the evidence does not carry it: it stood higher before."
        if total < 0
        else "",
        prose("Nothing is counted twice.", shares) if count > 1 else "",
    )


def _all_of(count: int) -> str:
    return {1: "The one item", PAIR: "Both items"}.get(count) or f"All {several(count, 'item')}"


def _reasoned(telling: Telling, items: Sequence[WeighedItem]) -> bool:
    """Whether the case gives a reason for any of some items."""
    return any(reason_of(telling.case, record_named(telling.case, each.id)) for each in items)


def _third_person(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return f"{first}s {rest}"


def _moved(telling: Telling, of: str) -> str:
    found = next(each for each in telling.findings.posterior.answers if each.id == of)
    if found.prior is None:
        return ""
    before, after = chance(found.prior), chance(found.probability)
    return (
        f", which leaves it at {after}"
        if before == after
        else f", which takes it from {before} to {after}"
    )


def _item(telling: Telling, item: WeighedItem) -> Prose:
    return item_in_words(telling, item, share_in_words(item, telling.findings.explanation.of))


def _rest(telling: Telling) -> str:
    explained = telling.findings.explanation
    if not explained.others or math.isinf(explained.others_say):
        return ""
    count, where = explained.others, telling.place("A")
    says = f"{'say' if count > 1 else 'says'} {weight(explained.others_say)}"
    whole = f"{spelled(count)} other items together" if count > 1 else "one other item"
    return f"The {whole} {says}; {where} has {'each of them' if count > 1 else 'it'}."


def _themes(telling: Telling) -> str:
    themes = [(name, says) for name, says in telling.findings.themes.items() if abs(says) >= FELT]
    if len(themes) < PAIR or any(math.isinf(says) for _, says in themes):
        return ""
    named = [(plain(name) if name != NO_THEME else "no theme", says) for name, says in themes]
    shown = [f"{name} {decibans(says).strip()}" for name, says in named[:THEMES]]
    return f"By theme, in decibans: {listing(shown)}."


def _origins(telling: Telling) -> str:
    """Where what carries the answer comes from, each origin by what people call it."""
    reason = next(each for each in telling.findings.confidence.reasons if each.name == "origins")
    names = [_origin(telling.case, each) for each in reason.origins]
    if not names:
        return ""
    if len(names) == 1:
        return f"One origin alone speaks for it by a deciban or more: {names[0]}."
    return (
        f"{capital(spelled(len(names)))} independent origins speak for it by a deciban or more "
        f"each: {listing(names)}."
    )


def _origin(case: Case, name: str) -> str:
    if any(source.school == name for source in case.sources.values()):
        return f"the school of {school(case, name)}"
    if name in case.actors:
        return f"the acts of {called(case, name)}"
    return event(case, name) if case.event(name) is not None else called(case, name)


def _overlaps(telling: Telling) -> Iterator[str]:
    """What independence would have claimed, and where it would have claimed most."""
    overlap = telling.findings.overlap
    if not overlap.groups:
        return
    naive = chance(overlap.naive[overlap.leader])
    yield (
        "Had every item been taken for an independent witness, "
        f"{main_answer(telling.case, overlap.leader)} would stand at {naive}."
    )
    group = overlap.groups[0]
    if not math.isinf(group.apart) and not math.isinf(group.together):
        yield (
            f"The {several(len(group.items), 'item')} {_shared(telling.case, group)} would then "
            f"say {weight(group.apart)}; as it is they say {weight(group.together)} together."
        )


def _shared(case: Case, group: Group) -> str:
    match group.kind:
        case "event":
            return f"that hang on {event(case, group.name)}"
        case "school":
            return f"that go back to the school of {quoted(plain(group.name))}"
        case "mind":
            return f"that are acts of {called(case, group.name)}"
        case "origin":
            return "that pass on one report"
        case _:
            return f"that go back to {called(case, group.name)}"


def stands_against(telling: Telling) -> Iterator[Block]:
    """Answer what stands against the answer; where nothing does, that is said."""
    yield section("What stands against it", "against")
    found, of = telling.account.against, telling.findings.explanation.of
    yield paragraph(_against(telling, main_answer(telling.case, of)))
    yield from bullets(_item(telling, each) for each in found)


def _against(telling: Telling, answer: str) -> str:
    found, of = telling.account.against, telling.findings.explanation.of
    if not telling.findings.weights.items:
        return "The case holds no evidence, and so none against the answer."
    if not found:
        return (
            f"Nothing: no item of the case speaks against {answer}. That may mean that there is "
            "nothing, or that nobody has put it in."
        )
    if all(abs(each.weights[of].share) < HALF for each in found):
        return (
            f"Nothing speaks against {answer} by as much as half a deciban. What comes nearest to "
            "it:"
        )
    return f"What speaks against {answer}, the heaviest first:"
