"""The plain question behind a block: what two people would have to settle, in the case's words."""

from collections.abc import Iterator, Mapping, Sequence

from deciban.case import Case, Record
from deciban.debate.parting.blocks import Switch
from deciban.edit.difference import Difference, Kind, records_along
from deciban.findings.differing.about import about
from deciban.findings.differing.player import Player

CLOSE = "Small differences, each within what the other allows"
ITEM, LIKELY = "Does it count at all: {}?", "How likely is it on each answer: {}?"
#: By the group and the key that a value stands at; the longest that fits. A group alone is for
#: whole records.
QUESTIONS: Mapping[tuple[str, ...], str] = {
    ("question",): "How likely is each answer before anything else is looked at?",
    ("questions",): "How likely is each answer: {}",
    ("sources",): "How far is it to be trusted: {}?",
    ("sources", "competence"): "How well placed was it to know: {}?",
    ("events",): ITEM,
    ("events", "expected"): LIKELY,
    ("events", "weight"): LIKELY,
    ("events", "given"): "What does it hang from: {}?",
    ("events", "known"): "Is it beyond dispute: {}?",
    ("events", "also_caused_by"): "What else would bring it about: {}?",
    ("reports",): ITEM,
    ("reports", "competence"): "How well placed to know was the source: {}?",
    ("reports", "fidelity"): "How faithfully was it passed on: {}?",
    ("reports", "says"): "What does it say: {}?",
    ("silences",): "Would there be a record: {}?",
    ("actors", "trusts"): "How far did {actor} trust {name}?",
    ("actors", "saw"): "What did it tell {actor}: {}?",
    ("actors", "chooses"): "What was each choice worth to {actor}: {name}?",
    ("actors", "prior"): "What did {actor} believe to begin with?",
    ("actors", "opponent"): "How did {actor} see the other side?",
    ("actors", "care"): "How closely did {actor} follow what things were worth to him?",
    ("actors",): "What was in the mind of {actor}: {key}?",
}


def asking(cases: tuple[Case, Case], player: Player, switches: Sequence[Switch]) -> str:
    """Answer the question behind a block; of several behind one another, the first.

    Args:
        cases: of the two debaters.
        player: the block.
        switches: the stances behind it.
    """
    if player.why == "tolerance" and len(player.blocks) > 1:
        return CLOSE
    asked = {_of_switch(cases, switch): None for switch in switches}
    if not asked:
        asked = {_asked(cases, each): None for each in player.differences}
    first, *more = asked
    return f"{first} (and {len(more)} more)" if more else first


def _of_switch(cases: tuple[Case, Case], switch: Switch) -> str:
    """What is asked where something counts for one alone."""
    if switch.move is not None:
        return f"Does this hold: {switch.move.text}"
    texts = (text for case in cases for text in _called(case, switch.name))
    return ITEM.format(_bare(next(texts, _words(switch.name))))


def _called(case: Case, name: str) -> Iterator[str]:
    """What the case says of an item or a source of that name."""
    if name in case.sources:
        yield f"what {case.sources[name].name or _words(name)} says"
    for record in case.listed():
        if record.id == name:
            text = getattr(record, "text", None)
            event = case.event(getattr(record, "of", name))
            yield text or (event.text if event is not None else "") or _words(name)


def _asked(cases: tuple[Case, Case], difference: Difference) -> str:
    case = cases[0] if difference.kind is Kind.REMOVED else cases[1]
    head, *rest = difference.path
    key = rest[1] if len(rest) > 1 else ""
    question = QUESTIONS.get((head, key)) or QUESTIONS.get((head,), "{}")
    *_, (_, record) = records_along(case, difference.path)
    told = about(*cases, difference) or _text(record)
    words = {
        "actor": _words(rest[0]).title() if rest else "",
        "name": _words(rest[2]) if len(rest) > 2 else "",  # noqa: PLR2004 (a part of a mind)
        "key": _words(key),
    }
    return question.format(_bare(told), **words) if question != "{}" else difference.address


def _text(record: Record) -> str:
    return str(getattr(record, "text", None) or getattr(record, "id", ""))


def _bare(text: str) -> str:
    """A sentence without its full stop, since a question goes on behind it."""
    return " ".join(text.split()).rstrip(".?")


def _words(name: str) -> str:
    return name.replace("_", " ")
