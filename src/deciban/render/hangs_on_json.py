"""Ranges, confidence and flip points, as data."""

from collections.abc import Sequence

from deciban.findings.confidence import Confidence, Reason
from deciban.findings.flips import Flip
from deciban.findings.ranges import Ranges
from deciban.render.json_text import Json, JsonObject, finite


def ranges_json(ranges: Ranges) -> JsonObject:
    """Answer how the ranges were had, and how often each answer leads."""
    return {
        "draws": ranges.draws,
        "linked_draws": ranges.linked_draws,
        "seed": ranges.seed,
        "impossible": ranges.impossible,
        "leads": ranges.leads,
        "leading": dict(ranges.leading),
        "error": ranges.error,
        "leads_error": ranges.leads_error,
    }


def confidence_json(confidence: Confidence) -> JsonObject:
    """Answer the confidence in the leading answer, with its reasons."""
    return {
        "level": confidence.level,
        "reasons": [_reason(reason) for reason in confidence.reasons],
    }


def _reason(reason: Reason) -> JsonObject:
    told: dict[str, Json] = {
        "draws": reason.share,
        "origins": list(reason.origins),
        "flips": list(reason.flips),
    }
    return {"name": reason.name, "holds": reason.holds, reason.name: told[reason.name]}


def flips_json(flips: Sequence[Flip]) -> list[Json]:
    """Answer where each number would change the leader, the nearest first."""
    return [flip_json(flip) for flip in flips]


def flip_json(flip: Flip) -> JsonObject:
    """Answer one flip point."""
    return {
        "address": flip.address,
        "central": flip.central,
        "low": flip.low,
        "high": flip.high,
        "measure": flip.measure,
        "at": flip.at,
        "distance": finite(flip.distance),
        "inside": flip.inside,
        "leader": flip.leader,
        "together": dict(flip.together),
        "degree": flip.degree,
    }
