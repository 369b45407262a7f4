"""An actor of a case text as the plain data of points that the reference reads."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from tests.minds.one_mind import ROLES, Data


def read_plainly(text: str | Path) -> Data:
    """A case's text as YAML has it, all of it words."""
    if isinstance(text, Path):
        text = text.read_text(encoding="utf-8")
    found: Data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes nothing but texts)
    return found


def plain_actor(case: Data, name: str) -> Data:
    """One of its actors in points, with the case's slip under ``eps``."""
    slip = case.get("assume", {}).get("slip", "5%")
    return {**_points(case["actors"][name]), "eps": _points(slip)}


def plain_question(case: Data) -> Data:
    """Its question about a mind, in points."""
    found: Data = _points(case["question"])
    return found


def plain(written: object) -> Any:  # noqa: ANN401 (whatever YAML holds)
    """Anything in a case, in points."""
    return _points(written)


def _points(written: Any) -> Any:  # noqa: ANN401 (whatever YAML holds)
    if isinstance(written, Mapping):
        return _filled({key: _entry(key, value) for key, value in written.items()})
    if isinstance(written, list):
        return [_points(each) for each in written]
    return _number(written)


def _entry(key: str, value: Any) -> Any:  # noqa: ANN401 (whatever YAML holds)
    return value == "yes" if key == "new_information" else _points(value)


def _number(written: str) -> float | str:
    try:
        return float(written[:-1]) / 100.0 if written.endswith("%") else float(written)
    except ValueError:
        return written


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    """With what the others leave over in place of ``rest``; a character shares out its roles."""
    names = [name for name in row if name in ROLES] or list(row)
    over = 1.0 - sum(row[name] for name in names if isinstance(row[name], float))
    return {name: over if each == "rest" else each for name, each in row.items()}
