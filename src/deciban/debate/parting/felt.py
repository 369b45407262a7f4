"""Small differences that are not small: what is within tolerance and is felt all the same.

Where ranges meet, either could live with the other's number. But where taking it would move an
answer by more than counts as agreement, it is no small difference, and stands for itself.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from deciban.compile import compile_case
from deciban.debate.parting.blocks import Parted
from deciban.edit.difference import Block, Steps
from deciban.engine import TooLarge, solve
from deciban.findings.differing.asked import Question
from deciban.findings.differing.player import Player
from deciban.findings.differing.together import MOST_IN_A_MIND, faults_of, made_to_stand
from deciban.findings.odds import Array, log_odds, minus
from deciban.minds import TooManyCells


def with_felt_apart(found: Parted, question: Question, within: float) -> Parted:
    """Answer what parts two debaters with those blocks apart that are within tolerance and felt.

    Of one mind no more are taken apart than its blocks may be in all; the most felt go first.

    Args:
        found: what parts the two.
        question: what is asked; finite on both sides.
        within: what counts as agreement, in decibans.
    """
    close = next((each for each in found.players if each.why == "tolerance"), None)
    if close is None or len(close.blocks) < 2:  # noqa: PLR2004 (a block that stands for itself)
        return found
    felt = _felt(found, close, question, within)
    apart = _of_a_mind_as_many_as_may_be(found.players, felt)
    if not apart:
        return found
    players: list[Player] = []
    for player in found.players:
        if player is not close:
            players.append(player)
            continue
        rest = tuple(block for block in close.blocks if block not in apart)
        players += [Player((block,)) for block in close.blocks if block in apart]
        players += [Player(rest, "tolerance")] if rest else []
    return replace(found, players=made_to_stand(found.between, tuple(players)))


def _felt(found: Parted, close: Player, question: Question, within: float) -> list[Block]:
    """The blocks that move an answer by more than agreement, the most felt first."""
    every = frozenset(path for player in found.players for path in player.paths)
    ends = [_odds(found, paths, question) for paths in (frozenset[Steps](), every)]
    whole = [_odds(found, paths, question) for paths in (close.paths, every - close.paths)]
    if _reach(ends, whole) <= within:
        return []
    reach = {
        block: _reach(
            ends, [_odds(found, paths, question) for paths in (block.paths, every - block.paths)]
        )
        for block in close.blocks
    }
    return sorted(
        (block for block, far in reach.items() if far > within), key=lambda block: -reach[block]
    )


def _reach(ends: Sequence[Array | None], moved: Sequence[Array | None]) -> float:
    """How far either debater would move, in decibans, on the answer that moves furthest."""
    found = [
        float(np.abs(minus(other, one)).max())
        for one, other in zip(ends, moved, strict=True)
        if one is not None and other is not None
    ]
    return max(found, default=0.0)


def _odds(found: Parted, taken: frozenset[Steps], question: Question) -> Array | None:
    """The log-odds of a mixture, shape (H,); None where it is none."""
    case = found.between.mixed(taken)
    if faults_of(case):
        return None
    try:
        model = compile_case(case, columns=question.columns)
        log_z = solve(model, model.questions[case.question.id]).log_z
    except (TooManyCells, TooLarge):
        return None
    answers = case.question.answers
    told = log_z[[answers.index(name) for name in question.hypotheses]]
    return log_odds(told) if np.isfinite(told).all() else None


def _of_a_mind_as_many_as_may_be(players: Sequence[Player], felt: Sequence[Block]) -> list[Block]:
    """Those of the felt blocks that leave every mind with few enough blocks."""
    room: dict[str, int] = {}
    for player in players:
        for actor in _actors(player.paths):
            room[actor] = room.get(actor, MOST_IN_A_MIND) - 1
    apart: list[Block] = []
    for block in felt:
        actors = _actors(block.paths)
        if all(room[actor] > 0 for actor in actors):
            apart.append(block)
            room |= {actor: room[actor] - 1 for actor in actors}
    return apart


def _actors(paths: frozenset[Steps]) -> frozenset[str]:
    return frozenset(path[1] for path in paths if path[0] == "actors")
