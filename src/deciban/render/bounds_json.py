"""The bounds of each answer, as data."""

from deciban.findings.bounding.corners import Cause, Moved
from deciban.findings.bounds import Bound, Bounds, End
from deciban.findings.posterior import Posterior
from deciban.render.json_text import Json, JsonObject, finite


def bounds_json(posterior: Posterior, bounds: Bounds) -> JsonObject:
    """Answer the bounds of every answer of the main question, as data."""
    return {
        "question": posterior.question,
        "exact": bounds.exact,
        "evaluated": bounds.evaluated,
        "hypotheses": [
            {
                "id": answer.id,
                "probability": answer.probability,
                **_bound(bounds.of[answer.id]),
            }
            for answer in posterior.answers
        ],
    }


def _bound(bound: Bound) -> JsonObject:
    return {"least": _end(bound.low), "most": _end(bound.high)}


def _end(end: End) -> JsonObject:
    return {
        "probability": end.probability,
        "log_odds": finite(end.log_odds),
        "exact": end.exact,
        "because": [_cause(each) for each in end.because],
        "others": end.others,
        "numbers": _moved(end.moved),
    }


def _moved(numbers: tuple[Moved, ...]) -> list[Json]:
    return [
        {"address": each.address, "value": each.value, "central": each.central} for each in numbers
    ]


def _cause(cause: Cause) -> JsonObject:
    last: Json = None
    if cause.last is not None:
        last = {"central": finite(cause.last.central), "corner": finite(cause.last.corner)}
    return {
        "subject": cause.subject,
        "kind": cause.kind,
        "gain": finite(cause.gain),
        "numbers": _moved(cause.numbers),
        "last": last,
    }
