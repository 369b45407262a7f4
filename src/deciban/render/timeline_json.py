"""A timeline as data."""

from deciban.dates import iso
from deciban.findings.minding.beliefs import Belief
from deciban.findings.timeline import Clock, MindInTime, Stage
from deciban.findings.timing.shown import Shown
from deciban.findings.timing.steps import Step
from deciban.render.json_text import JsonObject, finite
from deciban.render.mind_json import belief_json, mind_in_brief_json


def timeline_json(shown: Shown) -> JsonObject:
    """Answer how a case looks from date to date, as data."""
    timeline = shown.timeline
    return {
        "title": timeline.title,
        "question": timeline.question,
        "ask": timeline.ask,
        "answers": dict(timeline.answers),
        "leader": timeline.leader,
        "draws": timeline.draws,
        "seed": timeline.seed,
        "clocks": {
            clock.name: _clock(clock, shown.steps.get(clock.name, ()))
            for clock in (timeline.happened, timeline.public)
        },
        "minds": [_mind(mind, shown.beliefs.get(mind.actor, ())) for mind in timeline.minds],
    }


def _clock(clock: Clock, steps: tuple[Step, ...]) -> JsonObject:
    return {
        "by": clock.grain,
        "curves": {
            "earliest": [_stage(stage) for stage in clock.earliest],
            "latest": [_stage(stage) for stage in clock.latest],
        },
        "undated": list(clock.undated),
        "derived": list(clock.derived),
        "counted": clock.counted,
        "steps": [_step(step) for step in steps],
    }


def _stage(stage: Stage) -> JsonObject:
    return {
        "at": iso(stage.at),
        "on": stage.on or None,
        "came": list(stage.came),
        "heard": list(stage.heard),
        "leader": stage.leader or None,
        "hypotheses": {
            name: {
                "probability": chance,
                "range": [stage.ranges[name].low, stage.ranges[name].high],
                "words": stage.words[name],
                "moved": finite(stage.moved[name]),
            }
            for name, chance in stage.probability.items()
        },
        "by_item": {name: finite(moved) for name, moved in stage.by_item.items()},
        "by_mind": {name: finite(moved) for name, moved in stage.by_mind.items()},
    }


def _step(step: Step) -> JsonObject:
    return {
        "on": step.on or None,
        "latest": dict(step.latest.probability),
        "earliest": dict(step.earliest.probability),
        "came": list(step.came),
        "heard": list(step.heard),
        "perhaps": list(step.perhaps),
    }


def _mind(mind: MindInTime, beliefs: tuple[Belief, ...]) -> JsonObject:
    return {**mind_in_brief_json(mind.brief), "beliefs": [belief_json(each) for each in beliefs]}
