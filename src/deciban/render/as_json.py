"""Findings as data, in the shape that `docs/json.md` documents. Infinite weights are null."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from deciban.findings import Answer, Findings, Posterior, Supposition, WeighedItem
from deciban.problem import Problem

Json: TypeAlias = bool | float | str | Sequence["Json"] | Mapping[str, "Json"] | None

JsonObject: TypeAlias = dict[str, Json]


def to_text(data: Json) -> str:
    """Answer JSON text, keys in a stable order, ending in a line break."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def weigh_json(findings: Findings | None, problems: Sequence[Problem]) -> JsonObject:
    """Answer a weighing as data; only its problems where it could not be weighed."""
    if findings is None:
        return {"problems": problems_json(problems)}
    told = findings.explanation
    return {
        "title": findings.title,
        "question": findings.question,
        "ask": findings.ask,
        "as_of": findings.as_of,
        "hypotheses": _answers(findings.posterior),
        "leader": told.leader,
        "explained": told.of,
        "log_evidence": findings.posterior.log_evidence,
        "against": findings.weights.against,
        "items": [item_json(item) for item in findings.weights.items],
        "shares_exact": findings.weights.exact,
        "carries": [item.id for item in told.carries],
        "stands_against": [item.id for item in told.against],
        "themes": {name: _finite(says) for name, says in findings.themes.items()},
        "linked": [
            {"question": each.question, "ask": each.ask, "hypotheses": _answers(each)}
            for each in findings.linked
        ],
        "overlap": _overlap(findings),
        "unseen": [{"id": each.id, "text": each.text} for each in findings.unseen],
        "assumed": [
            {"what": each.what, "value": each.value, "where": list(each.where)}
            for each in findings.assumed
        ],
        "problems": problems_json(problems),
    }


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
                "alone": _finite(weight.alone),
                "last": _finite(weight.last),
                "share": _finite(weight.share),
                "error": _finite(weight.error),
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
            name: {"probability": probability, "moved": _finite(each.moved[name])}
            for name, probability in each.probability.items()
        },
    }


def problems_json(problems: Sequence[Problem]) -> list[Json]:
    """Answer problems as data, in order."""
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "hint": problem.hint,
            "file": problem.at.file if problem.at else None,
            "line": problem.at.line if problem.at else None,
            "column": problem.at.column if problem.at else None,
            "also": [
                {"file": at.file, "line": at.line, "column": at.column} for at in problem.also
            ],
        }
        for problem in problems
    ]


def _answers(posterior: Posterior) -> list[Json]:
    return [_answer(answer) for answer in posterior.answers]


def _answer(answer: Answer) -> JsonObject:
    data: dict[str, Json] = {
        "id": answer.id,
        "text": answer.text,
        "prior": answer.prior,
        "probability": answer.probability,
        "log_odds": _finite(answer.log_odds),
        "weight": _finite(answer.weight),
        "words": answer.words,
    }
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
                "apart": _finite(group.apart),
                "together": _finite(group.together),
            }
            for group in overlap.groups
        ],
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
