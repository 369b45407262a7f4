"""Quotations as data, in the shape that `docs/json.md` documents."""

from collections.abc import Sequence

from deciban.quotations import Place, Quotation
from deciban.render.json_text import Json, JsonObject


def quotations_json(quotations: Sequence[Quotation]) -> list[Json]:
    """Answer quotations as data, in the order of the text."""
    return [_quotation(each) for each in quotations]


def _quotation(each: Quotation) -> JsonObject:
    return {
        "id": each.id,
        "kind": each.noun,
        "quote": each.quote,
        "document": each.document or None,
        "state": each.state.value,
        "verified": each.verified,
        "where": each.where,
        "places": [_place(place) for place in each.places],
        "marks": [{"mark": mark.mark, "document": mark.document} for mark in each.marks],
        "differences": [
            {"shared": part.shared, "document": part.document, "quoted": part.quoted}
            for part in each.differences
        ],
    }


def _place(place: Place) -> JsonObject:
    return {
        "page": place.page,
        "last_page": place.last_page,
        "label": place.label,
        "last_label": place.last_label,
        "line": place.line,
        "last_line": place.last_line,
    }
