import datetime as dt
import json
from collections.abc import Hashable
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest
import yaml

from deciban.case import Case, Move, Position, Record
from deciban.case.kinds import Group, Listing, One, fields_of
from deciban.case.schema import Json, JsonObject, json_schema, schema_text

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "deciban"
CASES = sorted([*ROOT.glob("cases/*/case.yaml"), *PACKAGE.glob("cli/starters/*.yaml")])


class NamesAsWritten(yaml.SafeLoader):
    """Values get the types of YAML 1.1; names stay text, as in editors, or `on` would be true."""

    def construct_mapping(
        self,
        node: yaml.MappingNode,
        deep: bool = False,  # noqa: FBT001, FBT002 (as overridden)
    ) -> dict[Hashable, Any]:
        return {
            str(name.value): self.construct_object(value, deep=deep) for name, value in node.value
        }


LOADERS = [yaml.BaseLoader, NamesAsWritten]
SMALL = """
deciban: 1
title: The charter
question:
  ask: Was it forged?
  hypotheses: {forged: It was, genuine: It was not}
  exhaustive: yes
  prior: {forged: 30..50%, genuine: rest}
sources:
  monk: {name: A monk, reliability: B, competence: 0.8}
events:
  - id: seal
    text: A late seal
    known: yes
    when: 1190
    expected: {forged: likely, genuine: 1 in 20}
  - {id: ink, text: A late ink, known: yes, weight: {forged: 6 dB}}
reports:
  - {id: told, of: seal, by: monk, says: no, made: 1941-06-21, credibility: 2}
"""


def _as_an_editor_has_it(value: object) -> Json:
    """YAML 1.1 dates as editors hand them to a schema."""
    if isinstance(value, dict):
        names = cast("dict[str, object]", value)
        return {name: _as_an_editor_has_it(each) for name, each in names.items()}
    if isinstance(value, list):
        return [_as_an_editor_has_it(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return cast("Json", value)


def _load(text: str, loader: Any = yaml.BaseLoader) -> Json:  # noqa: ANN401 (loader classes share no typed base)
    return _as_an_editor_has_it(yaml.load(text, Loader=loader))  # noqa: S506 (both are safe)


def _faults(text: str, loader: Any = yaml.BaseLoader) -> list[str]:  # noqa: ANN401 (as above)
    validator = jsonschema.Draft202012Validator(cast("dict[str, Any]", json_schema()))
    return [
        "/".join(str(step) for step in error.absolute_path)
        for error in validator.iter_errors(_load(text, loader))
    ]


def test_the_schema_that_is_shipped_is_current() -> None:
    shipped = (PACKAGE / "case" / "deciban.schema.json").read_text(encoding="utf-8")
    assert shipped == schema_text(), (
        "run `deciban schema > src/deciban/case/deciban.schema.json`, which prints schema_text()"
    )


@pytest.mark.parametrize("record", [Case, Position, Move])
def test_every_file_of_a_case_has_a_valid_schema(record: type[Record]) -> None:
    jsonschema.Draft202012Validator.check_schema(cast("dict[str, Any]", json_schema(record)))


def test_there_are_cases_to_try_the_schema_on() -> None:
    assert ROOT / "cases" / "barbarossa" / "case.yaml" in CASES


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_case_of_the_repository_is_accepted(path: Path, loader: type) -> None:
    assert _faults(path.read_text(encoding="utf-8"), loader) == []


@pytest.mark.parametrize("loader", LOADERS)
def test_scalars_are_accepted_whatever_type_yaml_gives_them(loader: type) -> None:
    assert _faults(SMALL, loader) == []


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("right", "wrong", "where"),
    [
        ("reliability: B", "reliabilty: B", "sources/monk"),
        ("  ask: Was it forged?\n", "", "question"),
        ("reliability: B", "reliability: G", "sources/monk/reliability"),
        ("credibility: 2", "credibility: 7", "reports/0/credibility"),
        ("competence: 0.8", "competence: 70", "sources/monk/competence"),
        ("competence: 0.8", "competence: abc", "sources/monk/competence"),
        ("competence: 0.8", "competence: rest", "sources/monk/competence"),
        ("forged: 30..50%", "forged: 30-50%", "question/prior"),
        ("forged: 6 dB", "forged: 70%", "events/1/weight/forged"),
        ("exhaustive: yes", "exhaustive: maybe", "question/exhaustive"),
        ("id: seal", "id: The seal", "events/0/id"),
        ("made: 1941-06-21", "made: 21 June 1941", "reports/0/made"),
        ("  monk:", "  The monk:", "sources"),
        ("name: A monk", "id: monk", "sources/monk"),
        ("deciban: 1", "deciban: 2", "deciban"),
        ("text: A late seal", "text:", "events/0/text"),
    ],
)
def test_a_mistake_is_underlined_where_it_stands(
    right: str, wrong: str, where: str, loader: type
) -> None:
    assert right in SMALL
    assert _faults(SMALL.replace(right, wrong, 1), loader) == [where]


def test_words_that_no_scale_has_are_no_judgement_but_words_of_all_scales_are() -> None:
    for word in ("virtually certain", "Realistic Possibility", "chances about even"):
        assert _faults(SMALL.replace("0.8", word)) == []
    assert _faults(SMALL.replace("0.8", "fairly likely")) == ["sources/monk/competence"]


def test_every_key_of_every_record_is_explained_to_the_reader() -> None:
    schema = json_schema()
    for record, properties in _records(schema):
        assert properties, record
        for key, value in properties.items():
            assert cast("JsonObject", value)["description"], f"{record}.{key}"


def _records(schema: JsonObject) -> list[tuple[str, JsonObject]]:
    definitions = cast("dict[str, JsonObject]", schema["$defs"])
    objects = {"Case": schema, **definitions}
    return [
        (name, cast("JsonObject", each["properties"]))
        for name, each in objects.items()
        if "properties" in each
    ]


def test_no_record_of_the_language_is_left_out() -> None:
    met = {name.removesuffix("ByName") for name, _ in _records(json_schema())}
    waiting: list[type[Record]] = [Case]
    while waiting:
        record = waiting.pop()
        assert record.__name__ in met
        waiting += [
            each.kind.record
            for each in fields_of(record)
            if isinstance(each.kind, One | Group | Listing)
        ]


def test_keys_come_in_the_order_of_the_language() -> None:
    properties = cast("JsonObject", json.loads(schema_text())["properties"])
    assert list(properties) == [each.key for each in fields_of(Case)]
