"""Minds as data. A belief never stands without weights, thresholds and ridge beside it."""

from collections.abc import Mapping

from deciban.findings.mind import MindInFull
from deciban.findings.minding.bands import Band, Bands
from deciban.findings.minding.beliefs import Belief
from deciban.findings.minding.conviction import Conviction
from deciban.findings.minding.counterfactuals import Otherwise
from deciban.findings.minding.distrust import Distrust
from deciban.findings.minding.explained import Explained
from deciban.findings.minding.guilt import Guilt
from deciban.findings.minding.lines import LedgerLine
from deciban.findings.minding.parameters import Parameter
from deciban.findings.minding.spread import Spread
from deciban.findings.minding.thresholds import Threshold
from deciban.findings.minds import MindInBrief
from deciban.render.json_text import Json, JsonObject, finite


def mind_in_brief_json(mind: MindInBrief) -> JsonObject:
    """Answer what is told of a mind wherever it moves an answer."""
    return {
        "actor": mind.actor,
        "name": mind.name,
        "of": mind.of,
        "on": mind.on,
        "belief": _spreads(mind.belief.now),
        "bands": [_bands(each) for each in mind.bands],
        "thresholds": [_threshold(each) for each in mind.thresholds],
        "columns": mind.columns,
        "exact": mind.exact,
        "seed": mind.seed,
        "effective": mind.effective,
        "error": mind.error,
        "one_sided": mind.one_sided or None,
    }


def mind_json(mind: MindInFull) -> JsonObject:
    """Answer everything that is found of a mind."""
    return {
        **mind_in_brief_json(mind.brief),
        "title": mind.title,
        "values": list(mind.values),
        "beliefs": [belief_json(each) for each in mind.beliefs],
        "asked": [belief_json(each) for each in mind.asked],
        "ledger": [_line(each) for each in mind.lines],
        "read_by": mind.declared or None,
        "parameters": [_parameter(each) for each in mind.parameters],
        "convictions": [_conviction(each) for each in mind.convictions],
        "explained": [_explained(each) for each in mind.explained],
        "mens_rea": [_guilt(each) for each in mind.guilt],
        "had": [otherwise_json(each) for each in mind.otherwise],
    }


def otherwise_json(each: Otherwise) -> JsonObject:
    """Answer one counterfactual."""
    return {
        "id": each.id,
        "text": each.text,
        "because": each.because,
        "of": each.of,
        "on": each.on,
        "before": _spread(each.before),
        "after": _spread(each.after),
        "change": _spread(each.change),
        "up": each.up,
        "down": each.down,
        "likeliest": {
            value: {"before": before, "after": after}
            for value, (before, after) in each.likeliest.items()
        },
        "acts": [
            {
                "choice": act.choice,
                "chose": act.chose,
                "before": act.before,
                "after": act.after,
                "options": dict(act.options),
            }
            for act in each.acts
        ],
        "one_sided": each.one_sided or None,
    }


def distrust_json(found: Distrust, mind: MindInBrief) -> JsonObject:
    """Answer what one message of a source would have done, by what he took it for."""
    return {
        **mind_in_brief_json(mind),
        "source": found.source,
        "line": found.line,
        "first_message": found.on or None,
        "before": found.before,
        "ways": [
            {"name": way.name, "roles": dict(way.roles), "told": dict(way.told)}
            for way in found.ways
        ],
    }


def belief_json(each: Belief) -> JsonObject:
    """Answer a belief on a date, as data."""
    return {
        "on": each.on or None,
        "came": list(each.came),
        "chose": list(each.chose),
        "now": _spreads(each.now),
        "before": _spreads(each.before),
    }


def _spread(each: Spread) -> JsonObject:
    return {"mean": finite(each.mean), "range": [finite(each.low), finite(each.high)]}


def _optional(each: Spread | None) -> Json:
    return None if each is None else _spread(each)


def _spreads(each: Mapping[str, Spread]) -> JsonObject:
    return {name: _spread(value) for name, value in each.items()}


def _bands(bands: Bands) -> JsonObject:
    return {
        "question": bands.question or None,
        "of": bands.of or None,
        "ridge_exact": bands.exact,
        "stakes": list(bands.stakes),
        "bands": [_band(each) for each in bands.bands],
    }


def _band(band: Band) -> JsonObject:
    return {
        "id": band.id,
        "text": band.text,
        "prior": band.prior,
        "by_conduct": band.by_conduct,
        "probability": band.now,
        "weight": finite(band.weight),
        "ridge": {
            "low": finite(band.low),
            "high": finite(band.high),
            "low_at": dict(band.low_at),
            "high_at": dict(band.high_at),
        },
    }


def _threshold(each: Threshold) -> JsonObject:
    return {
        "choice": each.choice,
        "chosen": each.chosen,
        "other": each.other,
        "of": each.of,
        "side": each.side,
        "at": _optional(each.at),
        "agrees": each.agrees,
        "rational": each.rational,
        "acted": each.acted,
    }


def _line(each: LedgerLine) -> JsonObject:
    return {
        "ids": list(each.ids),
        "kind": each.kind,
        "on": each.on,
        "from": each.source or None,
        "says": each.says or None,
        "text": each.text,
        "reached": each.reached,
        "actor": _spread(each.his),
        "reader": _optional(each.ours),
    }


def _parameter(each: Parameter) -> JsonObject:
    return {
        "address": each.address,
        "measure": each.measure,
        "before": _spread(each.before),
        "now": _spread(each.now),
        "moved": each.moved,
        "values": {
            name: {"before": before, "now": now} for name, (before, now) in each.values.items()
        },
    }


def _conviction(each: Conviction) -> JsonObject:
    return {
        "of": each.of,
        "on": each.on,
        "start": _spread(each.start),
        "moved": _spread(each.moved),
        "end": _spread(each.end),
        "ceiling": _optional(each.ceiling),
        "bounded": each.bounded,
        "below": each.below,
        "start_held": _spread(each.start_held),
        "end_held": _spread(each.end_held),
        "ceiling_held": _optional(each.ceiling_held),
        "profile": {
            "points": [[x, finite(height)] for x, height in each.profile.points],
            "upper": each.profile.upper,
            "lower": each.profile.lower,
        },
        "reasonable": _optional(each.reasonable),
    }


def _explained(each: Explained) -> JsonObject:
    return {
        "choice": each.choice,
        "chose": each.chose,
        "acted": each.acted,
        "afresh": _spread(each.afresh),
        "worth": _spreads(each.worth),
        "by_band": dict(each.by_band),
        "turns": [_threshold(turn) for turn in each.turns],
    }


def _guilt(each: Guilt) -> JsonObject:
    return {
        "of": each.of,
        "on": each.on,
        "act": each.act,
        "chose": each.chose,
        "floor": each.floor,
        "belief": _spread(each.belief),
        "reasonable": _optional(each.reasonable),
        "shares": dict(each.shares),
        "before": dict(each.before),
        "acted": each.acted,
        "purpose": each.purpose,
    }
