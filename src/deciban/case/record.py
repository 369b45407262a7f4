"""What every record of a case has in common: its place in the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deciban.span import Span

NOWHERE = Span(file="", line=0, column=0)


@dataclass(frozen=True, kw_only=True)
class Record:
    """A plain, immutable piece of a case.

    Attributes:
        at: where the record stands; not part of equality.
        places: where each of its parts stands, by dotted path (``expected.kept``). A declared
            key's place is its value; the place of a free key, such as a hypothesis, is the key.
    """

    at: Span = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)

    def place(self, path: str = "") -> Span:
        """Answer where ``path`` stands, or the nearest part around it that has a place."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path.rpartition(".")[0]
        return self.at
