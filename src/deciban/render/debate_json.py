"""A debate as data."""

from collections.abc import Mapping

from deciban.case.critical_questions import in_words
from deciban.debate.debate import Debate
from deciban.debate.exposure import Exposure, Sustained
from deciban.debate.thread import Standing
from deciban.render.json_text import Json, JsonObject, finite, problems_json


def debate_json(debate: Debate, question: str, ask: str) -> JsonObject:
    """Answer a debate as data, without the problems of the case.

    Args:
        debate: what was found.
        question: the main question's id.
        ask: it in words.
    """
    depth = debate.thread.depth
    return {
        "question": question,
        "ask": ask,
        "called": dict(debate.called),
        "exposures": [_exposure(each) for each in debate.exposures],
        "thread": [_standing(each, depth[name]) for name, each in _items(debate)],
        "owed": {
            name: {"count": each.count, "since": each.since.text if each.since else None}
            for name, each in debate.owed.items()
        },
        "aside": list(debate.thread.aside),
        "refused": sorted(debate.thread.refused),
        "unargued": [{"claim": each.claim, "by": list(each.by)} for each in debate.unargued],
    }


def _items(debate: Debate) -> list[tuple[str, Standing]]:
    return list(debate.thread.standings.items())


def _standing(standing: Standing, depth: int) -> JsonObject:
    move = standing.move
    asked = move.question if move is not None else None
    return {
        "name": standing.name,
        "depth": depth,
        "about": standing.about,
        "move": move.move if move is not None else None,
        "author": move.author if move is not None else None,
        "on": move.on.text if move is not None and move.on is not None else None,
        "target": move.target if move is not None else None,
        "asks": in_words(asked) if asked is not None else None,
        "cite": list(move.cite) if move is not None else [],
        "answers": list(standing.answers),
        "label": standing.label.value,
        "preferred": [each.value for each in standing.preferred],
        "stable": [each.value for each in standing.stable],
        "turn": list(standing.turn),
        "since": standing.since.text if standing.since is not None else None,
        "conceded": list(standing.conceded),
        "withdrawn": standing.withdrawn,
    }


def _exposure(each: Exposure) -> JsonObject:
    together = _sustained(each.together) if each.together is not None else None
    return {
        "name": each.name,
        "called": each.called,
        "hypotheses": dict(each.hypotheses),
        "held": dict(each.held.probability),
        "log_odds": _finite(each.held.log_odds),
        "alone": [_sustained(one) for one in each.alone],
        "together": together,
    }


def _sustained(one: Sustained) -> JsonObject:
    outcome = "moves" if one.quantified else "unquantified"
    return {
        "moves": list(one.moves),
        "outcome": outcome if one.holds is not None else "not possible",
        "held": dict(one.holds.probability) if one.holds is not None else None,
        "moved": _finite(one.moved),
        "problems": problems_json(one.problems),
    }


def _finite(values: Mapping[str, float]) -> Mapping[str, Json]:
    return {name: finite(value) for name, value in values.items()}
