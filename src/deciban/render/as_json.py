"""Findings as data, in the shape that `docs/json.md` documents. Infinite weights are null."""

from collections.abc import Mapping, Sequence

from deciban.findings.bounds import Bounds
from deciban.findings.findings import Findings
from deciban.findings.posterior import Answer, Posterior
from deciban.findings.ranges import Interval
from deciban.findings.weights import WeighedItem
from deciban.findings.what_if import Supposition
from deciban.problem import Problem
from deciban.render.behind_json import causes_json, hidden_json, silences_json
from deciban.render.hangs_on_json import confidence_json, flips_json, ranges_json
from deciban.render.json_text import Json, JsonObject, finite, problems_json
from deciban.render.mind_json import mind_in_brief_json
from deciban.render.seek_json import records_json


def weigh_json(findings: Findings | None, problems: Sequence[Problem]) -> JsonObject:
    """Answer a weighing as data; only its problems where it could not be weighed."""
    if findings is None:
        return {"problems": problems_json(problems)}
    told, drawn = findings.explanation, findings.ranges.of
    return {
        "title": findings.title,
        "seen_by": findings.seen_by,
        "question": findings.question,
        "ask": findings.ask,
        "as_of": findings.as_of,
        "hypotheses": _answers(findings.posterior, drawn[findings.question], findings.bounds),
        "leader": told.leader,
        "ranges": ranges_json(findings.ranges),
        "confidence": confidence_json(findings.confidence),
        "flips": flips_json(findings.flips),
        "explained": told.of,
        "log_evidence": findings.posterior.log_evidence,
        "against": findings.weights.against,
        "items": [item_json(item) for item in findings.weights.items],
        "shares_exact": findings.weights.exact,
        "carries": [item.id for item in told.carries],
        "stands_against": [item.id for item in told.against],
        "themes": {name: finite(says) for name, says in findings.themes.items()},
        "linked": [
            {
                "question": each.question,
                "ask": each.ask,
                "hypotheses": _answers(each, drawn[each.question]),
            }
            for each in findings.linked
        ],
        "overlap": _overlap(findings),
        "unseen": records_json(findings.seek),
        "minds": [mind_in_brief_json(each) for each in findings.minds],
        "assumed": [
            {"what": each.what, "value": each.value, "where": list(each.where)}
            for each in findings.assumed
        ],
        "problems": problems_json(problems),
    }


def why_json(findings: Findings | None, problems: Sequence[Problem]) -> JsonObject:
    """Answer a weighing as data, with what silences hang on and what rival causes take."""
    data = weigh_json(findings, problems)
    if findings is not None:
        data["silences"] = silences_json(findings.silences)
        data["causes"] = causes_json(findings.causes)
        data["believed"] = hidden_json(findings.hidden)
    return data


def item_json(item: WeighedItem) -> JsonObject:
    """Answer one item with its weights by hypothesis, in decibans."""
    return {
        "id": item.id,
        "kind": item.kind,
        "of": item.of,
        "by": item.by,
        "when": item.when,
        "theme": item.theme,
        "text": item.text,
        "weights": {
            name: {
                "alone": finite(weight.alone),
                "last": finite(weight.last),
                "share": finite(weight.share),
                "error": finite(weight.error),
            }
            for name, weight in item.weights.items()
        },
    }


def supposition_json(each: Supposition) -> JsonObject:
    """Answer one what-if as data."""
    return {
        "id": each.id,
        "text": each.text,
        "leader": each.leader,
        "gone": list(each.gone),
        "hypotheses": {
            name: {"probability": probability, "moved": finite(each.moved[name])}
            for name, probability in each.probability.items()
        },
    }


def _answers(
    posterior: Posterior, ranges: Mapping[str, Interval], bounds: Bounds | None = None
) -> list[Json]:
    return [_answer(answer, ranges[answer.id], bounds) for answer in posterior.answers]


def _answer(answer: Answer, drawn: Interval, bounds: Bounds | None) -> JsonObject:
    data: JsonObject = {
        "id": answer.id,
        "text": answer.text,
        "prior": answer.prior,
        "probability": answer.probability,
        "range": [drawn.low, drawn.high],
        "log_odds": finite(answer.log_odds),
        "weight": finite(answer.weight),
        "words": answer.words,
    }
    if bounds is not None:
        bound = bounds.of[answer.id]
        data["bounds"] = [bound.low.probability, bound.high.probability]
        data["bounds_exact"] = bound.low.exact and bound.high.exact
    if answer.readers:
        data["readers"] = list(answer.readers)
    return data


def _overlap(findings: Findings) -> JsonObject:
    overlap = findings.overlap
    return {
        "leader": overlap.leader,
        "naive": dict(overlap.naive),
        "groups": [
            {
                "kind": group.kind,
                "name": group.name,
                "items": list(group.items),
                "apart": finite(group.apart),
                "together": finite(group.together),
            }
            for group in overlap.groups
        ],
    }
