"""The plain question behind a block: what two people would have to settle, in the case's words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from deciban.case import Case, Record
from deciban.debate.parting.blocks import Switch
from deciban.edit.difference import Difference, Kind, records_along
from deciban.findings.differing.about import about
from deciban.findings.differing.player import Player

CLOSE = "Small differences, each within what the other allows"
ITEM, LIKELY = "Does it count at all: {}?", "How likely was this on each answer: {}?"
#: By the group, the key that a value stands at and, in an actor's opponent, the key within; the
#: longest that fits. A group alone is for whole records.
QUESTIONS: Mapping[tuple[str, ...], str] = {
    ("question",): "How likely is each answer before anything else is looked at?",
    ("questions",): "How likely is each answer to this: {}?",
    ("sources",): "How far is {source} to be trusted?",
    ("sources", "competence"): "How well placed was {source} to know?",
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
    ("actors", "trusts"): "How far did {actor} trust {trusted}?",
    ("actors", "saw"): "What did this tell {actor}: {}?",
    ("actors", "chooses"): "What was each option of “{name}” worth to {actor}?",
    ("actors", "prior"): "What did {actor} believe to begin with?",
    ("actors", "weight_on_evidence"): "How much did evidence weigh with {actor}?",
    ("actors", "forgetting"): "How much of yesterday's belief did {actor} keep?",
    ("actors", "learns_trust_from"): "What changed whom {actor} trusted?",
    ("actors", "depth"): "How many turns did {actor} think ahead?",
    ("actors", "care"): "How closely did {actor} follow what things were worth to him?",
    ("actors", "slip"): "How often did {actor} choose by mistake?",
    ("actors", "opponent"): "How did {actor} see {other}?",
    ("actors", "opponent", "prior"): "Which kind of man did {actor} take {other} for?",
    ("actors", "opponent", "mirror"): "How far did {actor} judge {other} by himself?",
    ("actors", "opponent", "types"): "What did {actor} think each plan was worth to {other}?",
    ("actors", "opponent", "care"): "How closely did {actor} think {other} followed his stakes?",
    ("actors", "opponent", "expects"): "What did {actor} think {other} expected of him?",
    ("actors",): "What was in the mind of {actor}: {key}?",
}
#: Of a text that is longer than this the first sentence is told; where that ends.
LONG = 100
ENDED = re.compile(r"(?<=\w{3})[.?!]\s+(?=[A-Z“\"])")
THE = ("The ", "A ", "An ")


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
        return f"Is this so: {_bare(_shortly(switch.move.text))}?"
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
    key, name, *_ = (*rest[1:], "", "")
    question = next(
        (found for keys in ((head, key, name), (head, key), (head,)) if (found := _asks(keys))), ""
    )
    if not question:
        return difference.address
    *_, (_, record) = records_along(case, difference.path)
    told = about(*cases, difference) or _text(record)
    words = {
        "actor": actor_called(case, rest[0]) if rest and head == "actors" else "",
        "other": _other(case, rest[0]) if rest else "",
        "trusted": _source(case, name),
        "source": _source(case, rest[0]) if rest else "",
        "name": _words(name),
        "key": _words(key),
    }
    return question.format(_bare(told), **words)


def _asks(keys: tuple[str, ...]) -> str:
    return QUESTIONS.get(keys, "")


def actor_called(case: Case, name: str) -> str:
    """Answer what an actor is called in words; for short where his name in the case is part."""
    actor = case.actors.get(name)
    called, own = actor.name if actor is not None else None, _words(name).title()
    return own if not called or own in called.split() else called.partition(",")[0]


def _other(case: Case, name: str) -> str:
    """What an actor's opponent is called."""
    actor = case.actors.get(name)
    opponent = actor.opponent if actor is not None else None
    called = opponent.name if opponent is not None else None
    return _inside(called.partition(",")[0]) if called else "the other"


def _source(case: Case, name: str) -> str:
    """What a source is called; by its name in the case, and in quotes, where nobody says."""
    source = case.sources.get(name)
    called = source.name if source is not None else None
    if not called:
        return f"“{_words(name)}”"
    return f"{_inside(called)}," if "," in called else _inside(called)


def _inside(called: str) -> str:
    """A name as it stands inside a sentence."""
    return called[0].lower() + called[1:] if called.startswith(THE) else called


def _shortly(text: str) -> str:
    """A text, or the first sentence of a long one."""
    return text if len(text) <= LONG else ENDED.split(text, maxsplit=1)[0]


def _text(record: Record) -> str:
    return str(getattr(record, "text", None) or getattr(record, "id", ""))


def _bare(text: str) -> str:
    """A sentence without its full stop, since a question goes on behind it."""
    return " ".join(text.split()).rstrip(".?")


def _words(name: str) -> str:
    return name.replace("_", " ")
