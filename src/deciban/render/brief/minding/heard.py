"""What reached the actor, and what each thing said: as it was read, and as another would."""

from collections.abc import Iterator, Sequence

from deciban.case import Sight
from deciban.case.citation import without_citations
from deciban.findings.minding.lines import LedgerLine
from deciban.render.brief.minding.told import MindTold, dated, in_decibans
from deciban.render.brief.names import plain
from deciban.render.brief.prose import Piece, paragraph, prose, sentences, table
from deciban.render.brief.words import several, spelled
from deciban.render.document.blocks import Block, Column, Heading, Prose
from deciban.render.figures import decibans, percent

#: Lines of the ledger that the body of a brief has; an appendix has all.
SHOWN = 6
READERS = {"reasonable": "Reasonable", "ours": "By us"}


def heard_part(mind: MindTold) -> Iterator[Block]:
    """Answer the few things that said most to the actor, in order of time."""
    lines = [each for each in mind.found.lines if each.kind != "copy"]
    if not lines:
        return
    ranked = sorted(lines, key=lambda each: -abs(each.his.mean))[:SHOWN]
    shown = [each for each in lines if each in ranked]
    yield Heading(2, f"What reached {mind.name}", f"heard-{mind.actor.id}")
    yield paragraph(_first(mind, len(lines), len(shown)))
    yield from ledger_table(mind, shown, f"What said most to {mind.name}, in order of time")


def ledger_table(
    mind: MindTold, lines: Sequence[LedgerLine], caption: str, *, noted: bool = True
) -> Iterator[Block]:
    """Answer lines of the ledger as a table.

    Args:
        mind: whose ledger it is.
        lines: which lines.
        caption: what they are.
        noted: whether each has a note on where it is recorded.
    """
    doubtful = any(each.reached < 1.0 for each in lines)
    columns = [Column("When", share=0.34), Column("What came", share=1.0)]
    columns += [Column("It reached", "right")] if doubtful else []
    columns.append(Column("As read", "right"))
    if mind.found.declared:
        columns.append(Column(READERS[mind.found.declared], "right"))
    rows = [
        [dated(each.on), _said(mind, each, noted=noted), *_read(mind, each, doubtful=doubtful)]
        for each in lines
    ]
    yield from table(columns, rows, caption)


def _first(mind: MindTold, count: int, shown: int) -> Prose:
    things = several(count, "message, sign or outcome", "messages, signs and outcomes")
    some = (
        f"; these {spelled(shown)} said most, and {mind.telling.place('D')} has all"
        if shown < count
        else ""
    )
    of = mind.value(mind.found.brief.of)
    one_sided = mind.found.brief.one_sided
    caution = (
        f"Every message names {mind.value(one_sided)}, so what any other would have done rests on "
        "trust as it is assumed."
        if one_sided
        else ""
    )
    return sentences(
        f"The case has {things} that may have reached {mind.name}{some}.",
        caution,
        f"The table has what each said for {of} when it came, in decibans: as {mind.name} read it, "
        f"with 90% of the weight in brackets{_beside(mind)}.",
    )


def _beside(mind: MindTold) -> str:
    """Whose the last column is."""
    whose = {"reasonable": "a reasonable reader of the same", "ours": "we"}
    declared = mind.found.declared
    return f", and as {whose[declared]} would have read it" if declared else ""


def _read(mind: MindTold, line: LedgerLine, *, doubtful: bool) -> Iterator[Piece]:
    """Whether it came, and how it was read; nothing of a copy."""
    copy = line.kind == "copy"
    if doubtful:
        yield "" if copy or line.reached >= 1.0 else percent(line.reached)
    yield "" if copy else in_decibans(line.his).replace(" decibans", "")
    if mind.found.declared:
        yield "" if copy or line.ours is None else decibans(line.ours.mean).strip()


def _said(mind: MindTold, line: LedgerLine, *, noted: bool) -> Prose:
    """Who said what; of an outcome, what turned out."""
    sights = [sight for each in line.ids if (sight := mind.sight(each)) is not None]
    words = [_words(each) for each in sights]
    if line.kind == "outcome":
        return prose("; ".join(_turned_out(*pair) for pair in zip(sights, words, strict=True)))
    told_of = sights if noted else []
    notes = [part for each in told_of for part in mind.telling.note(each.cite, None)]
    said = words[0]
    if line.source and plain(line.source).split(" ")[0] not in said.lower():
        said = f"{plain(line.source).capitalize()}: {said}"
    more = " (the same again; adds nothing)" if line.kind == "copy" else ""
    return prose(said, *notes, more)


def _words(sight: Sight) -> str:
    return without_citations(sight.text or plain(sight.id)).removesuffix(".")


def _turned_out(sight: Sight, words: str) -> str:
    was = sight.resolved.was if sight.resolved is not None else ""
    so = "It turns out right" if was == sight.says else "It turns out wrong"
    return f"{so}: {words}"
