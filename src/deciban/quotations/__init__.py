"""Quotations held against their documents: found as they stand, nearly, or not at all.

What reads documents and searches them is imported only where that is asked for:
``deciban.quotations.find``.
"""

from deciban.quotations.documents import check_documents
from deciban.quotations.quotation import Difference, Mark, Place, Quotation, State
from deciban.quotations.written import Written, quotations_in

__all__ = [
    "Difference",
    "Mark",
    "Place",
    "Quotation",
    "State",
    "Written",
    "check_documents",
    "quotations_in",
]
