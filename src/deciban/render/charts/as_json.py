"""A picture as data: its text and its specification; the map as nodes and edges."""

from typing import cast

from deciban.case import Case
from deciban.render.charts.map import chosen
from deciban.render.charts.picture import Picture
from deciban.render.json_text import Json, JsonObject


def picture_json(picture: Picture) -> JsonObject:
    """Answer a picture: what it is called, what it says, and how Vega-Lite draws it."""
    return {
        "figure": picture.name,
        "title": picture.title,
        "alt": picture.alt,
        "vega_lite": cast("Json", picture.spec) if picture.spec else None,
    }


def map_json(case: Case, around: str = "", theme: str = "") -> JsonObject:
    """Answer the nodes and edges of the map of a case, or of a part of it."""
    shown = chosen(case, around=around, theme=theme)
    return {
        "nodes": [
            {
                "key": node.key,
                "kind": node.kind,
                "id": node.id,
                "text": node.text,
                "theme": node.theme,
                "known": node.known,
            }
            for node in shown.nodes
        ],
        "edges": [
            {"link": edge.link, "start": edge.start, "end": edge.end} for edge in shown.edges
        ],
    }
