"""What the brief does not say: what it takes for granted, what is contested, what was left out."""

from collections.abc import Iterator

from deciban.case import Case, Record
from deciban.case.cited import every_record
from deciban.problem import Severity
from deciban.render.brief.items import claim
from deciban.render.brief.names import called
from deciban.render.brief.prose import bullets, paragraph, prose, section, sentences
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import capital, listing, several, spelled, stop
from deciban.render.document.blocks import Block, Link, Prose

#: The word by which cases call contested what is contested, and how many such are named.
CONTESTED, NAMED = "contested", 8


def limits(telling: Telling) -> Iterator[Block]:
    """Answer what a reader must not take from the brief."""
    yield section("What this does not say", "limits")
    note = telling.words(telling.case.note)
    if note:
        yield paragraph("The case says of itself: ", note)
    yield from bullets(each for each in _told(telling) if each)


def _told(telling: Telling) -> Iterator[Prose]:
    yield sentences(
        "It does not prove anything.",
        "The arithmetic follows from the numbers in Appendix A, and those are judgements; whoever "
        "holds others gets another answer, and can put them in.",
    )
    yield _ranges(telling)
    yield _minds(telling)
    yield _contested(telling)
    yield _assumed(telling)
    yield _left_out(telling)
    yield _positions(telling.case)
    yield from _warnings(telling)


def _ranges(telling: Telling) -> Prose:
    if not telling.findings.ranges.draws:
        return prose(
            "It says nothing of how sure the numbers are: none was given a range, so each counts as "
            "if it were known."
        )
    return prose(
        "Its ranges are hesitation and no margin of error: they tell how far the answer moves while "
        "every number stays within its range, and not how often such ranges are right."
    )


def _minds(telling: Telling) -> Prose:
    names = [called(telling.case, mind.brief.actor) for mind in telling.account.minds]
    if not names:
        return ()
    return prose(
        f"It does not look into the head of {listing(names)}. A belief is inferred from what came, "
        "whom it came from and what was done, under stakes that are judgements, and every choice is "
        "taken to look no further than its own stakes."
    )


def _contested(telling: Telling) -> Prose:
    found = [
        text
        for each in every_record(telling.case)
        if _is_contested(each)
        if (text := _text(telling, each))
    ]
    if not found:
        return ()
    shown = found[:NAMED]
    more = f"; and {several(len(found) - NAMED, 'more')}" if len(found) > NAMED else ""
    return prose(
        "It does not settle what the case itself calls contested: ",
        f"{'; '.join(shown)}{more}. ",
        "What each side says stands in Appendix A.",
    )


def _is_contested(record: Record) -> bool:
    texts = (getattr(record, key, None) for key in ("because", "note"))
    return any(isinstance(text, str) and CONTESTED in text.lower() for text in texts)


def _text(telling: Telling, record: Record) -> str:
    told = claim(telling.case, record)
    for key in ("text", "ask", "name"):
        value = getattr(record, key, None)
        told = told or (value if isinstance(value, str) else "")
    return told.removesuffix(".")


def _assumed(telling: Telling) -> Prose:
    found = telling.findings.assumed
    if not found:
        return ()
    count = several(len(found), "default")
    return prose(
        f"It does not rest on the case alone: where the case is silent, {count} of deciban fill in ",
        "(",
        Link("Appendix B", "#assumed"),
        ").",
    )


def _left_out(telling: Telling) -> Prose:
    count = len(telling.case.left_out)
    if not count:
        return ()
    verb = "was" if count == 1 else "were"
    return prose(
        f"It does not weigh everything that was read: {several(count, 'thing')} {verb} looked at and "
        "left out, for reasons that stand in ",
        Link("Appendix C", "#left-out"),
        ".",
    )


def _positions(case: Case) -> Prose:
    if not case.positions:
        return ()
    count = several(len(case.positions), "debater")
    return prose(f"It does not count the numbers of the {count} whose positions the case holds.")


def _warnings(telling: Telling) -> Iterator[Prose]:
    found = [each for each in telling.problems if each.severity is Severity.WARNING]
    for each in found:
        yield sentences(
            prose("deciban warns: ", stop(each.message)),
            capital(stop(each.hint)) if each.hint else "",
        )


__all__ = ["limits", "spelled"]
