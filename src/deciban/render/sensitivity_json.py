"""Which numbers matter, as data."""

from deciban.findings.minding.pins import Pin
from deciban.findings.posterior import Posterior
from deciban.findings.sensitivity import Sensitivity
from deciban.findings.swinging.curves import FlipCurve
from deciban.findings.swinging.groups import GroupSwing
from deciban.findings.swinging.swings import Swing
from deciban.render.hangs_on_json import flip_json
from deciban.render.json_text import Json, JsonObject, finite


def sensitivity_json(posterior: Posterior, found: Sensitivity) -> JsonObject:
    """Answer every number, source and theme with its swing, the widest first, as data."""
    return {
        "question": posterior.question,
        "leader": found.leader,
        "probability": posterior.leader.probability,
        "numbers": [_swing(each) for each in found.swings],
        "sources": _groups(found.by_source),
        "themes": _groups(found.by_theme),
        "curves": [_curve(each) for each in found.curves],
        "minds": [_pin(each) for each in found.minds],
    }


def _swing(swing: Swing) -> JsonObject:
    return {
        "address": swing.address,
        "kind": swing.kind,
        "subject": swing.subject,
        "measure": swing.measure,
        "central": swing.central,
        "low": swing.low,
        "high": swing.high,
        "at_low": swing.at_low,
        "at_high": swing.at_high,
        "swing": finite(swing.swing),
        "derivative": finite(swing.derivative),
        "slope": finite(swing.slope),
        "flip": None if swing.flip is None else flip_json(swing.flip),
    }


def _groups(groups: tuple[GroupSwing, ...]) -> list[Json]:
    return [
        {
            "kind": each.kind,
            "name": each.name,
            "numbers": list(each.numbers),
            "range": [each.low, each.high],
            "swing": finite(each.swing),
        }
        for each in groups
    ]


def _curve(curve: FlipCurve) -> JsonObject:
    return {
        "one": curve.one,
        "other": curve.other,
        "points": [[one, other] for one, other in curve.points],
        "inside": curve.inside,
    }


def _pin(pin: Pin) -> JsonObject:
    return {
        "address": pin.address,
        "actor": pin.actor,
        "measure": pin.measure,
        "low": pin.low,
        "high": pin.high,
        "curve": [[value, chance] for value, chance in pin.curve],
        "least": pin.least,
        "most": pin.most,
        "swing": finite(pin.swing),
        "flip": pin.flip,
        "leader": pin.flips_to or None,
    }
