"""Ranges that nobody would stand behind, in every verb: an answer or a problem, never a NaN."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import cast

import pytest
from click.testing import CliRunner
from tests.meaning.small_cases import Data, Value, small_case, to_text

from deciban.cli.main import deciban

SEEDS = range(24)
VERBS = ("weigh", "why", "sensitivity", "bounds", "seek", "timeline")
CHANCES = (
    "0..100%",
    "unknown",
    "0%",
    "100%",
    "1 in 1000000000..1 in 2",
    "1:1000000..1:2",
    "99.9999..100%",
    "0..0.0001%",
    "70% (50..85%)",
    "very unlikely",
    "even",
)
RATIOS = ("x0.001..x1000", "-30..30 dB", "0 dB", "x2..x8")


def _rows(data: object) -> Iterator[dict[str, object]]:
    """Every mapping in a case that holds judgements."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in {"expected", "prior", "character", "also_caused_by", "weight"}:
                yield from _leaves(value)
            else:
                yield from _rows(value)
    elif isinstance(data, list):
        for each in data:
            yield from _rows(each)


def _leaves(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _leaves(each)


def hostile(random: Random) -> str:
    """A small case in which some judgements have become unreasonable."""
    data: Data = small_case(random)
    for row in list(_rows(data)):
        for name, value in row.items():
            if isinstance(value, dict) or value == "rest" or random.random() < 0.6:
                continue
            ratio = str(value).startswith("x") or str(value).endswith("dB")
            row[name] = random.choice(RATIOS if ratio else CHANCES)
    unseen = [
        {"id": f"u{n}", "text": "U", "of": random.choice(["e0", "e1", "e2"]), "by": "s0", "cost": n}
        for n in range(2)
    ]
    return to_text({**data, "unseen": cast("Value", unseen)})


def numbers_of(data: object) -> Iterator[float]:
    if isinstance(data, dict):
        for each in data.values():
            yield from numbers_of(each)
    elif isinstance(data, list):
        for each in data:
            yield from numbers_of(each)
    elif isinstance(data, float):
        yield data


@pytest.mark.parametrize("seed", SEEDS)
def test_no_range_is_too_wide_too_narrow_or_too_far_out_for_any_verb(
    seed: int, tmp_path: Path
) -> None:
    (tmp_path / "case.yaml").write_text(hostile(Random(seed)), encoding="utf-8")  # noqa: S311 (no secret)
    for verb in VERBS:
        for form in ([], ["--json"]):
            result = CliRunner().invoke(deciban, [verb, str(tmp_path), *form])
            assert result.exception is None or isinstance(result.exception, SystemExit), verb
            assert result.exit_code in {0, 1}, result.output
            assert "nan" not in result.output.split(), verb
            if form:
                numbers = list(numbers_of(json.loads(result.stdout)))
                assert all(math.isfinite(number) for number in numbers), verb


def test_most_of_these_cases_are_weighed(tmp_path: Path) -> None:
    weighed = 0
    for seed in SEEDS:
        (tmp_path / "case.yaml").write_text(hostile(Random(seed)), encoding="utf-8")  # noqa: S311 (no secret)
        weighed += CliRunner().invoke(deciban, ["check", str(tmp_path)]).exit_code == 0
    assert weighed > len(SEEDS) / 3
