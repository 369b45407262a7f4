"""How debaters' answers moved over time, as data."""

from collections.abc import Sequence

from deciban.debate.change import Rounds, Stage, Trajectory
from deciban.render.json_text import JsonObject, finite


def history_json(found: Sequence[Trajectory], rounds: Rounds | None) -> JsonObject:
    """Answer how debaters' answers moved, as data.

    Args:
        found: the trajectories, one a debater.
        rounds: sealed first rounds against now; None where fewer than two were opened.
    """
    return {
        "of": found[0].of if found else None,
        "debaters": [
            {
                "name": each.name,
                "called": each.called,
                "stages": [_stage(stage) for stage in each.stages],
                "sealed": None if each.sealed is None else dict(each.sealed),
                "forged": each.forged,
            }
            for each in found
        ],
        "rounds": None if rounds is None else _rounds(rounds),
    }


def _stage(stage: Stage) -> JsonObject:
    return {
        "on": stage.on.text if stage.on is not None else None,
        "hypotheses": dict(stage.probability),
        "log_odds": {name: finite(odds) for name, odds in stage.log_odds.items()},
        "moved": finite(stage.moved),
        "by_evidence": finite(stage.by_evidence),
        "by_himself": finite(stage.by_himself),
        "causes": [
            {
                "address": cause.address,
                "about": cause.about,
                "before": cause.before,
                "after": cause.after,
                "share": finite(cause.share),
                "credited": cause.credited,
                "evidence": cause.evidence,
            }
            for cause in stage.causes
        ],
    }


def _rounds(rounds: Rounds) -> JsonObject:
    return {
        "names": list(rounds.names),
        "sealed": dict(rounds.sealed),
        "now": dict(rounds.now),
        "sealed_apart": finite(rounds.sealed_apart),
        "now_apart": finite(rounds.now_apart),
        "by_evidence": finite(rounds.by_evidence),
        "by_themselves": finite(rounds.by_themselves),
    }
