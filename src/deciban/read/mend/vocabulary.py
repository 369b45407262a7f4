"""The field names a case may use, and what looks like prose."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_WORD = re.compile(r"[^\W\d_]{2,}|\b[^\W\d_]\b")
_FIELD = re.compile(r"(?:-[ \t]+)*([A-Za-z_][\w.]*):(?=[ \t]|$)")
_PROSE_WORDS = 3
ANY = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Field names.

    Attributes:
        prose: those that hold sentences.
        known: all that may occur; empty where any may.
        either: those that hold a sentence in one record and something else in another.
        top: those that may stand at the left margin; empty where any may.
        together: those of each record, by the field that holds it; of all records under ``ANY``.
            Empty where that is not known.
    """

    prose: frozenset[str]
    known: frozenset[str]
    either: frozenset[str] = frozenset()
    top: frozenset[str] = frozenset()
    together: Mapping[str, Sequence[Collection[str]]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        prose: Collection[str],
        known: Collection[str],
        either: Collection[str] = (),
        top: Collection[str] = (),
        together: Mapping[str, Sequence[Collection[str]]] | None = None,
    ) -> "Vocabulary":
        """The vocabulary of these names; a prose field is known too, where any is."""
        names = frozenset(prose)
        every = names | frozenset(known) if known else frozenset()
        return cls(names, every, frozenset(either), frozenset(top), together or {})

    def is_field(self, word: str) -> bool:
        """Whether a word may be the name of a field."""
        if self.known:
            return word in self.known
        return word in self.prose or _NAME.fullmatch(word) is not None

    def may_stand_beside(self, key: str, others: Collection[str], holder: str) -> bool:
        """Whether a name may stand in line with others: a field, only where one record has all.

        Args:
            key: the name; one that is no field of any record may stand anywhere.
            others: those in line, as written, of which some may be free names.
            holder: the name that holds them; a free one may hold any record.
        """
        if not self.together or key not in self.known:
            return True
        fields = {other for other in others if other in self.known}
        records = self.together.get(holder, self.together[ANY])
        return bool(fields) and any(fields | {key} <= set(record) for record in records)

    def begins_field(self, body: str) -> bool:
        """Whether a line, its indentation left off, begins with ``name:`` or ``- name:``."""
        match = _FIELD.match(body)
        return match is not None and self.is_field(match[1])

    def holds_prose(self, key: str, value: str) -> bool:
        """Whether a value is evidently meant as prose."""
        if key in self.prose:
            return True
        return (key in self.either or key not in self.known) and looks_like_prose(value)


def looks_like_prose(value: str) -> bool:
    """Whether a text has at least three words."""
    return len(_WORD.findall(value)) >= _PROSE_WORDS
