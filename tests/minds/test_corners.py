"""Corners of the definitions that random minds seldom reach, against the reference."""

import json
from typing import Any

import numpy as np
import pytest
from tests.minds.by_hand import belief, points
from tests.minds.plain import plain_actor, read_plainly
from tests.minds.whole_line import through, time_of

from deciban.compile import minds_in
from deciban.minds.belief import believe, believe_from

DAYS = ("1941-05-01", "1941-06-01", "1941-06-02", "1941-06-03", "1941-06-10", "1941-06-21")
TRUSTED = {"honest": "40%", "pushes": "20%", "inverts": "30%", "guesses": "rest", "line": "a"}


def _told(says: str, day: int, **more: object) -> dict[str, Any]:
    return {"on": f"1941-06-{day:02d}", "from": "s", "says": says, **more}


def _seen(day: int, **more: object) -> dict[str, Any]:
    expected = {"a": "70%", "b": "20%", "c": "40%"}
    return {"on": f"1941-06-{day:02d}", "expected": expected, **more}


def _was(value: str, day: int = 10) -> dict[str, str]:
    return {"on": f"1941-06-{day:02d}", "was": value}


CONTENT = {"learns_trust_from": "content"}
HALF = {"reached_him": "50%"}
NEW = {"new_information": "yes"}

CORNERS: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "what turned out on one day, said otherwise each time": (
        [_told("a", 1, resolved=_was("b")), _told("b", 2, resolved=_was("b")), _told("c", 3)],
        {},
    ),
    "what turned out on one day, said alike": (
        [_told("a", day, resolved=_was("no"), **NEW) for day in (1, 2, 3)],
        {},
    ),
    "known already when it came": (
        [_told("a", 2, resolved=_was("b", 2)), _told("c", 3, **NEW)],
        CONTENT,
    ),
    "two of one day, each heard by what he thought the day before": (
        [_told("a", 2, **NEW), _told("c", 2, **NEW), _seen(2)],
        CONTENT,
    ),
    "who forgets keeps all where nothing reached him": (
        [_seen(1, **HALF), _told("a", 2, resolved=_was("no"), **HALF), _seen(3)],
        {"forgetting": "30%"},
    ),
    "who forgets everything": ([_seen(1), _told("a", 2), _seen(3, **HALF)], {"forgetting": "0%"}),
    "a copy of what may not have reached him": (
        [
            {**_told("a", 1, **HALF), "id": "first"},
            _told("a", 2, copies="first"),
            _told("b", 3, copies="first", **NEW, **HALF),
        ],
        {},
    ),
    "a group begun by what did not reach him": (
        [_told("a", 1, **HALF), _told("b", 2, **NEW, **HALF), _told("b", 3)],
        {},
    ),
    "nothing counts": (
        [_told("a", 1), _seen(2), _told("b", 3, resolved=_was("c"))],
        {"weight_on_evidence": "0%"},
    ),
    "something ruled out": (
        [_told("a", 1), _seen(2)],
        {"prior": {"a": "0%", "b": "60%", "c": "rest"}},
    ),
    "one that only inverts": (
        [_told("a", 1), _told("b", 2), _told("a", 3)],
        {"trusts": {"s": {"inverts": "100%", "competence": "70%"}}},
    ),
    "a record of every kind": (
        [_told("a", 1)],
        {
            "trusts": {
                "s": {
                    **TRUSTED,
                    "competence": "75%",
                    "record": {
                        "right_yes": "2",
                        "right_no": "1",
                        "false_alarms": "3",
                        "missed": "1",
                    },
                }
            },
            "learns_trust_from": "never",
        },
    ),
}


@pytest.mark.parametrize("name", CORNERS)
def test_he_believes_from_day_to_day_what_he_does_in_the_reference(name: str) -> None:
    saw, more = CORNERS[name]
    text = _text(saw, more)
    reading = minds_in(through(text).model)["he"].reading
    names = [receipt.id for receipt in reading.mind.receipts]
    for _, actor in points(plain_actor(read_plainly(text), "he")):
        came = {each["id"] for each in actor["saw"] if each.get("received", False)}
        flags = np.array([each in came for each in names], dtype=np.bool_)[:, None]
        [column] = np.flatnonzero((reading.columns.received == flags).all(axis=0))
        for day in DAYS:
            ours = reading.path.at(time_of(day))[:, column]
            theirs = list(belief(actor, day).values())
            np.testing.assert_allclose(ours, theirs, rtol=1e-10, atol=1e-14)


@pytest.mark.parametrize("name", CORNERS)
def test_from_several_beginnings_he_believes_what_he_does_from_each_alone(name: str) -> None:
    reading = minds_in(through(_text(*CORNERS[name])).model)["he"].reading
    starts = [
        np.tile(np.array(start)[:, None], (1, len(reading.columns)))
        for start in ((0.2, 0.5, 0.3), (0.98, 0.01, 0.01), (0.0, 0.4, 0.6))
    ]
    for start, path in zip(
        starts, believe_from(reading.mind, reading.columns, starts), strict=True
    ):
        alone = believe(reading.mind, reading.columns, start)
        assert path.instants == alone.instants
        np.testing.assert_allclose(path.beliefs, alone.beliefs, rtol=1e-12, atol=1e-300)


def _text(saw: list[dict[str, Any]], more: dict[str, Any]) -> str:
    he = {
        "wonders": {"id": "plan", "values": ["a", "b", "c"]},
        "prior": {"a": "20%", "b": "50%", "c": "rest"},
        "trusts": {"s": {**TRUSTED, "competence": "75%"}},
        "saw": [{"id": f"m{place}", **each} for place, each in enumerate(saw)],
        **more,
    }
    question = {"ask": "Q?", "hypotheses": {"h": "H", "o": "O"}, "prior": "even"}
    case = {"deciban": "1", "title": "A corner", "question": {**question, "exhaustive": "yes"}}
    return json.dumps({**case, "actors": {"he": he}})
