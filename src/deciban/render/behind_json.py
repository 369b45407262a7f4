"""How silences depend on their parts, and what rival causes take, as data."""

from collections.abc import Mapping, Sequence

from deciban.findings.causes import Taken
from deciban.findings.hidden import Hidden
from deciban.findings.silences import HeardSilence
from deciban.render.json_text import Json, JsonObject, finite


def silences_json(silences: Sequence[HeardSilence]) -> list[Json]:
    """Answer how the weight of each silence depends on how likely a record was to be seen."""
    return [_silence(silence) for silence in silences]


def _silence(silence: HeardSilence) -> JsonObject:
    return {
        "id": silence.id,
        "seen": silence.seen,
        "parts": {
            name: {
                "central": part.central,
                "low": part.low,
                "high": part.high,
                "stated": part.stated,
            }
            for name, part in silence.parts.items()
        },
        "curve": [{"seen": seen, "weight": finite(weight)} for seen, weight in silence.curve],
        "at_low": finite(silence.at_low),
        "at_high": finite(silence.at_high),
        "event_weight": finite(silence.event_weight),
    }


def causes_json(causes: Sequence[Taken]) -> list[Json]:
    """Answer what each rival cause takes from each item."""
    return [
        {
            "item": each.item,
            "event": each.event,
            "cause": each.cause,
            "power": each.power,
            "weight": _decibans(each.weight),
            "without": _decibans(each.without),
            "takes": _decibans(each.takes),
        }
        for each in causes
    ]


def _decibans(by_question: Mapping[str, Mapping[str, float]]) -> JsonObject:
    return {
        question: {answer: finite(weight) for answer, weight in answers.items()}
        for question, answers in by_question.items()
    }


def hidden_json(hidden: Sequence[Hidden]) -> list[Json]:
    """Answer what is believed of disputed events and of characters."""
    return [
        {
            "kind": each.kind,
            "name": each.name,
            "before": dict(each.before),
            "now": dict(each.now),
        }
        for each in hidden
    ]
