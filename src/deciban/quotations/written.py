"""What a case quotes, and which document it says that the words stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from deciban.case import Case, Record, noun_of
from deciban.case.walk import records_in


@dataclass(frozen=True, slots=True)
class Written:
    """A quotation, or a document, as a record of the case names it.

    Attributes:
        id: the record's name.
        noun: what the record is: ``event``, ``report``, ``move``.
        record: the record itself, for the places of its parts.
        quote: the words; empty where there are none.
        document: the file that they stand in, as written; empty where none is named.
        located: what the record says of the page; may be empty.
    """

    id: str
    noun: str
    record: Record
    quote: str
    document: str
    located: str


def quotations_in(case: Case) -> Iterator[Written]:
    """Answer every quotation of a case and of its debate, in the order of the text.

    A record that names a document and quotes nothing is among them.
    """
    for record in chain.from_iterable(map(records_in, (case, *case.debate))):
        quote, document = getattr(record, "quote", None), getattr(record, "document", None)
        if quote or document:
            yield Written(
                id=getattr(record, "id", ""),
                noun=noun_of(type(record)),
                record=record,
                quote=quote or "",
                document=document or "",
                located=getattr(record, "located", None) or "",
            )
