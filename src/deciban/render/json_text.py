"""JSON: its types, its text, and problems as data."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from deciban.problem import Problem

Json: TypeAlias = bool | float | str | Sequence["Json"] | Mapping[str, "Json"] | None

JsonObject: TypeAlias = dict[str, Json]


def to_text(data: Json) -> str:
    """Answer JSON text, keys in a stable order, ending in a line break."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


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


def finite(value: float) -> float | None:
    """Answer a number that JSON can hold: None for an infinite one."""
    return value if math.isfinite(value) else None
