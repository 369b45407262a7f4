"""The field names of the language, which make guesses about broken YAML surer."""

from deciban.case import Case, Move, Position, Record
from deciban.case.kinds import Group, Listing, One, Prose, Texts, fields_of


def _every_record() -> tuple[type[Record], ...]:
    found: dict[type[Record], None] = {}
    waiting: list[type[Record]] = [Case, Position, Move]
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

#: Keys whose value is a sentence wherever they stand; and citations, which are bare words.
PROSE_KEYS = frozenset(each.key for each in _DECLARED if isinstance(each.kind, Prose))
PROSE_KEYS = PROSE_KEYS - _NEVER_PROSE | {"cite"}

#: Every key of the language.
KNOWN_KEYS = frozenset(each.key for each in _DECLARED)

#: Keys whose value is sentences by name.
TEXTS_KEYS = frozenset(each.key for each in _DECLARED if isinstance(each.kind, Texts))
