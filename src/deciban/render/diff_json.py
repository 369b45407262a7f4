"""Two cases side by side, as data."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from deciban.edit.difference import Difference
from deciban.findings.diff import Change, Diff, Side
from deciban.findings.weights import Weight
from deciban.render.json_text import Json, JsonObject, finite, problems_json
from deciban.span import Span

if TYPE_CHECKING:
    from deciban.problem import Problem


_BECAUSE: Mapping[bool | None, str] = {True: "changed", False: "unchanged", None: ""}


def diff_json(
    found: Diff | None,
    differences: Sequence[Difference],
    names: tuple[str, str],
    problems: "Sequence[Problem]",
) -> JsonObject:
    """Answer what parts two cases as data.

    Args:
        found: what each change did; None where a problem stands in the way.
        differences: every place at which the two differ.
        names: what to call the two.
        problems: what is wrong with either.
    """
    told: JsonObject = {"before": names[0], "after": names[1]}
    if found is not None:
        told |= _found(found)
    return {
        **told,
        "differences": [_difference(each) for each in differences],
        "problems": problems_json(problems),
    }


def _found(diff: Diff) -> JsonObject:
    return {
        "question": diff.after.posterior.question,
        "ask": diff.ask,
        "hypotheses": _hypotheses(diff),
        "leader_before": diff.before.posterior.leader.id,
        "leader_after": diff.after.posterior.leader.id,
        "compared": list(diff.compared),
        "only_before": list(diff.only_before),
        "only_after": list(diff.only_after),
        "ruled_out_before": list(diff.ruled_out_before),
        "ruled_out_after": list(diff.ruled_out_after),
        "of": diff.of,
        "masked": diff.masked,
        "exact": diff.exact,
        "untouched": diff.untouched,
        "changes": [_change(each) for each in diff.changes],
        "linked": _linked(diff),
    }


def _hypotheses(diff: Diff) -> list[Json]:
    names = {
        each.id: each.text for side in (diff.before, diff.after) for each in side.posterior.answers
    }
    return [
        {
            "id": name,
            "text": text,
            "before": _answer(diff.before, name),
            "after": _answer(diff.after, name),
            "gap": finite(diff.gap[name]) if name in diff.gap else None,
            "moved": finite(diff.moved[name]) if name in diff.moved else None,
        }
        for name, text in names.items()
    ]


def _answer(side: Side, name: str) -> JsonObject | None:
    """An answer on one side; None where it is no answer there."""
    answer = next((each for each in side.posterior.answers if each.id == name), None)
    if answer is None:
        return None
    ends = side.ranges.of[side.posterior.question][name]
    return {
        "probability": answer.probability,
        "range": [ends.low, ends.high],
        "log_odds": finite(answer.log_odds),
    }


def _change(change: Change) -> JsonObject:
    return {
        "address": change.address,
        "kind": change.kind.value,
        "about": change.about,
        "together": change.together,
        "because": _BECAUSE[change.reasoned],
        "differences": [_difference(each) for each in change.differences],
        "weights": {name: _weight(each) for name, each in change.weights.items()},
    }


def _weight(weight: Weight) -> Mapping[str, Json]:
    return {
        "alone": finite(weight.alone),
        "last": finite(weight.last),
        "share": finite(weight.share),
        "error": finite(weight.error),
    }


def _difference(each: Difference) -> JsonObject:
    return {
        "address": each.address,
        "kind": each.kind.value,
        "before": each.before,
        "after": each.after,
        "was_at": _place(each.was_at),
        "now_at": _place(each.now_at),
    }


def _place(at: Span | None) -> JsonObject | None:
    return {"file": at.file, "line": at.line, "column": at.column} if at is not None else None


def _linked(diff: Diff) -> list[Json]:
    """The linked questions of either case."""
    before = {each.question: each for each in diff.before.linked}
    after = {each.question: each for each in diff.after.linked}
    return [
        {
            "question": name,
            "ask": (after.get(name) or before[name]).ask,
            "before": _chances(diff.before, name),
            "after": _chances(diff.after, name),
        }
        for name in {**before, **after}
    ]


def _chances(side: Side, name: str) -> JsonObject:
    posterior = side.posteriors.get(name)
    return {each.id: each.probability for each in posterior.answers} if posterior else {}
