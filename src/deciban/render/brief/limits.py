"""What the brief does not say: what it takes for granted, what is contested, what was left out."""

import re
from collections.abc import Iterator

from deciban.case import Record
from deciban.case.citation import without_citations
from deciban.case.cited import every_record
from deciban.problem import Severity
from deciban.render.brief.items import claim
from deciban.render.brief.names import called
from deciban.render.brief.prose import bullets, prose, section, sentences, told
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import capital, listing, quoted, several, stop
from deciban.render.document.blocks import Block, Link, Prose

#: The word by which cases call contested what is contested, and how many such are named.
CONTESTED, NAMED = re.compile(r"(?<!\bnot )\bcontested\b", re.IGNORECASE), 8


def limits(telling: Telling) -> Iterator[Block]:
    """Answer what a reader must not take from the brief."""
    yield section("What this does not say", "limits")
    note = telling.words(telling.case.note)
    yield from told("The case says of itself: ", note) if note else ()
    yield from bullets(each for each in _told(telling) if each)


def _told(telling: Telling) -> Iterator[Prose]:
    yield prose(
        "It proves nothing. The arithmetic follows from the numbers in ",
        Link(telling.place("A"), "#numbers"),
        ", and those are judgements; who holds others gets another answer, and can put them in.",
    )
    yield _ranges(telling)
    yield _minds(telling)
    yield _contested(telling)
    yield _assumed(telling)
    yield _left_out(telling)
    yield _quotations(telling)
    yield _positions(telling)
    yield from _warnings(telling)


def _ranges(telling: Telling) -> Prose:
    if not telling.findings.ranges.draws:
        return prose(
            "It says nothing of how sure the numbers are: none was given a range, so each counts "
            "as if it were known."
        )
    return prose(
        "Its ranges are hesitation and no margin of error. They tell how far the answer moves "
        "while every number stays within its range, and not how often such ranges are right."
    )


def _minds(telling: Telling) -> Prose:
    names = [called(telling.case, mind.brief.actor) for mind in telling.account.minds]
    if not names:
        return ()
    return prose(
        f"It does not look into the head of {listing(names)}. A belief is inferred from what came, "
        "from whom, and from what was done, under stakes that are judgements; and every choice is "
        "taken to look no further than its own stakes."
    )


def _contested(telling: Telling) -> Prose:
    records = [each for each in every_record(telling.case) if _is_contested(each)]
    found = [text for each in records if (text := _text(telling, each))]
    if not found:
        return ()
    rest = len(found) - NAMED
    more = [f"and {several(rest, 'other entry', 'other entries')}"] if rest > 0 else []
    where = telling.place("A")
    return prose(
        "It does not settle what is contested. The case uses that word, of a fact, of its date or "
        f"of what it means, in what it says of {'; '.join([*found[:NAMED], *more])}. {where} has "
        "its words."
    )


def _is_contested(record: Record) -> bool:
    texts = (getattr(record, key, None) for key in ("because", "note"))
    return any(isinstance(text, str) and CONTESTED.search(text) is not None for text in texts)


def _text(telling: Telling, record: Record) -> str:
    words = claim(telling.case, record)
    for key in ("text", "ask", "name"):
        value = getattr(record, key, None)
        words = words or (value if isinstance(value, str) else "")
    words = without_citations(words).removesuffix(".")
    return words if "“" in words or not words else quoted(words)


def _assumed(telling: Telling) -> Prose:
    count = len(telling.findings.assumed)
    if not count:
        return ()
    verb = "fills" if count == 1 else "fill"
    return prose(
        "It does not rest on the case alone: where the case is silent, "
        f"{several(count, 'default')} of deciban {verb} in, listed in ",
        Link(telling.place("B"), "#assumed"),
        ".",
    )


def _left_out(telling: Telling) -> Prose:
    count = len(telling.case.left_out)
    if not count:
        return ()
    verb = "was" if count == 1 else "were"
    return prose(
        f"It does not weigh all that was read: {several(count, 'thing')} {verb} looked at and left "
        "out, for reasons that stand in ",
        Link(telling.place("C"), "#left-out"),
        ".",
    )


def _quotations(telling: Telling) -> Prose:
    count = sum(1 for each in telling.account.quotations if not each.verified)
    if not count:
        return ()
    verb = "was" if count == 1 else "were"
    return prose(
        f"It does not vouch for every quotation: {several(count, 'quotation')} {verb} held against "
        "no document."
    )


def _positions(telling: Telling) -> Prose:
    count = len(telling.debate.holders) if telling.debate is not None else 0
    if not count:
        return ()
    whose = "one debater" if count == 1 else several(count, "debater")
    return prose(
        f"It does not decide between debaters: the numbers of the {whose} whom the case has are "
        "in none of its figures but those of ",
        Link("where they part", "#debate"),
        ".",
    )


def _warnings(telling: Telling) -> Iterator[Prose]:
    found = [each for each in telling.problems if each.severity is Severity.WARNING]
    for message, hint in dict.fromkeys((each.message, each.hint) for each in found):
        advice = capital(stop(hint)) if hint else ""
        yield sentences(f"deciban warns: {stop(message)}", advice)
