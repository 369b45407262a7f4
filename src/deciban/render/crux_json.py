"""Where debaters part, as data."""

from deciban.debate.crux import Crux, Dispute, Divides
from deciban.render.json_text import Json, JsonObject, finite


def crux_json(crux: Crux) -> JsonObject:
    """Answer where two debaters part as data, without the problems."""
    compared = bool(crux.compared)
    return {
        "ask": crux.ask,
        "a": crux.a,
        "b": crux.b,
        "called": list(crux.called),
        "of": crux.of or None,
        "hypotheses": [{"id": name, "a": a, "b": b} for name, (a, b) in crux.probability.items()],
        "compared": list(crux.compared),
        "only_a": list(crux.only_a),
        "only_b": list(crux.only_b),
        "log_odds": [finite(each) for each in crux.log_odds] if compared else None,
        "gap": finite(crux.gap) if compared else None,
        "within": crux.within,
        "threshold": crux.threshold,
        "cruxes": list(crux.cruxes),
        "left": [finite(each) for each in crux.left],
        "best": [list(each) for each in crux.best],
        "flip": list(crux.flip),
        "flips": crux.flips or None,
        "total": finite(crux.total),
        "masked": crux.masked,
        "beside": list(crux.beside),
        "exact": crux.exact,
        "grouped": crux.grouped,
        "mixtures": crux.mixtures,
        "disputes": [_dispute(each) for each in crux.disputes],
    }


def _dispute(dispute: Dispute) -> JsonObject:
    return {
        "address": dispute.address,
        "about": dispute.about,
        "why": dispute.why,
        "values": [
            {
                "address": each.address,
                "a": each.a,
                "b": each.b,
                "because_a": each.because_a,
                "because_b": each.because_b,
                "apart": None if each.apart is None else finite(each.apart),
            }
            for each in dispute.values
        ],
        "share": finite(dispute.share),
        "a_concedes": finite(dispute.a_concedes),
        "b_concedes": finite(dispute.b_concedes),
        "midpoint": None if dispute.midpoint is None else finite(dispute.midpoint),
        "widens": dispute.widens,
        "flips_a": dispute.flips_a,
        "flips_b": dispute.flips_b,
        "parts": [
            {"address": each.address, "share": finite(each.share), "error": finite(each.error)}
            for each in dispute.parts
        ],
        "settles": [
            {
                "id": each.id,
                "text": each.text,
                "bits_a": finite(each.bits_a),
                "bits_b": finite(each.bits_b),
            }
            for each in dispute.settles
        ],
        "moves": list(dispute.moves),
    }


def divides_json(divides: Divides) -> JsonObject:
    """Answer what divides all debaters as data, without the problems."""
    shares: list[Json] = [
        {"address": name, "about": divides.about[name], "share": finite(share)}
        for name, share in divides.shares.items()
    ]
    return {
        "of": divides.of or None,
        "debaters": [
            {
                "name": name,
                "probability": divides.probability.get(name),
                "log_odds": finite(odds) if divides.of else None,
                "aside": list(divides.aside.get(name, ())),
            }
            for name, odds in divides.log_odds.items()
        ],
        "variance": finite(divides.variance),
        "divided_by": shares,
        "pairs": [
            {
                "a": each.a,
                "b": each.b,
                "gap": finite(each.gap),
                "cruxes": list(each.cruxes),
                "left": finite(each.left),
            }
            for each in divides.pairs
        ],
    }
