"""The field names of the language, which make guesses about broken YAML surer."""

from deciban.case import Addition, Case, Move, Position, Record, Seal
from deciban.case.kinds import Group, Listing, One, Prose, fields_of
from deciban.read.yaml_tree import Document, parse


def _every_record() -> tuple[type[Record], ...]:
    found: dict[type[Record], None] = {}
    waiting: list[type[Record]] = [Case, Position, Move, Addition, Seal]
    while waiting:
        record = waiting.pop(0)
        if record not in found:
            found[record] = None
            waiting += [
                each.kind.record
                for each in fields_of(record)
                if isinstance(each.kind, One | Group | Listing)
            ]
    return tuple(found)


#: Every record of the language, each once.
RECORDS = _every_record()

_DECLARED = tuple(each for record in RECORDS for each in fields_of(record))
_NEVER_PROSE = frozenset(each.key for each in _DECLARED if not isinstance(each.kind, Prose))

_PROSE = frozenset(each.key for each in _DECLARED if isinstance(each.kind, Prose))

#: Keys whose value is a sentence wherever they stand; and citations, which are bare words.
PROSE_KEYS = _PROSE - _NEVER_PROSE | {"cite"}

#: Keys whose value is a sentence in one record and something else in another.
EITHER_KEYS = _PROSE & _NEVER_PROSE


def _together() -> dict[str, list[frozenset[str]]]:
    """The fields of each record, by the field that holds one or a list; of all of them under ""."""
    keys = {record: frozenset(each.key for each in fields_of(record)) for record in RECORDS}
    found: dict[str, list[frozenset[str]]] = {"": list(keys.values())}
    for each in _DECLARED:
        if isinstance(each.kind, One | Listing):
            found.setdefault(each.key, []).append(keys[each.kind.record])
    return found


_TOGETHER = _together()

#: Every key of the language.
KNOWN_KEYS = frozenset(each.key for each in _DECLARED)


def parse_language(text: str, file: str, kind: type[Record] = Case) -> Document:
    """Read a text of this language as YAML; never raises, never gives up at the first mistake.

    Args:
        text: the text.
        file: its name for messages.
        kind: the record that the whole of it is.
    """
    return parse(
        text,
        file,
        prose_keys=PROSE_KEYS,
        known_keys=KNOWN_KEYS,
        either_keys=EITHER_KEYS,
        top_keys=[each.key for each in fields_of(kind)],
        together=_TOGETHER,
    )
