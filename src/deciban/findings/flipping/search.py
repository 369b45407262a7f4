"""The nearest change of leader on walks away from some points, however Z runs along them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deciban.findings.flipping.affine import Field, crossings_of, ends_of
from deciban.findings.flipping.degree import degrees_of
from deciban.findings.flipping.roots import first_roots
from deciban.findings.flipping.stretches import Stretch, Walk
from deciban.model import Model


@dataclass(frozen=True, slots=True)
class Change:
    """Where the leader changes on a walk.

    Attributes:
        stretch: the stretch it lies on.
        value: the number's value there.
        leader: who leads beyond.
        degree: the degree of Z in what moves on the walk.
    """

    stretch: Stretch
    value: float
    leader: int
    degree: int


def first_changes(field: Field, walks: Sequence[Walk], leader: int) -> tuple[Change | None, ...]:
    """Answer the first change on each walk: where the leader stops leading, or begins to.

    Args:
        field: the points that the walks set out from.
        walks: the walks.
        leader: whose lead is followed.
    """
    stretches = [stretch for walk in walks for stretch in walk]
    powers = [walk_degree(field.model, walk) for walk in walks]
    degrees = [power for walk, power in zip(walks, powers, strict=True) for _ in walk]
    found = iter(_changes(field, stretches, degrees, leader))
    changes = [[next(found) for _ in walk] for walk in walks]
    return tuple(next(filter(None, each), None) for each in changes)


def walk_degree(model: Model, walk: Walk) -> int:
    """Answer the highest degree that Z can have along a walk."""
    moved = dict.fromkeys(number for stretch in walk for number in stretch.moved)
    if walk and model.numbers[walk[0].leg.number].measure == "ratio":
        return 1
    return degrees_of(model).joint(moved)


def _changes(
    field: Field, stretches: Sequence[Stretch], degrees: Sequence[int], leader: int
) -> list[Change | None]:
    straight = [place for place, degree in enumerate(degrees) if degree <= 1]
    bent = [place for place, degree in enumerate(degrees) if degree > 1]
    changes: list[Change | None] = [None] * len(stretches)
    if straight:
        chosen = [stretches[place] for place in straight]
        crossings = crossings_of(ends_of(field, chosen), leader)
        for place, way, beyond in zip(straight, crossings.way, crossings.leader, strict=True):
            if not np.isnan(way):
                one = stretches[place]
                value = one.near + float(way) * (one.far - one.near)
                changes[place] = Change(one, value, int(beyond), degrees[place])
    if bent:
        chosen = [stretches[place] for place in bent]
        roots = first_roots(field, chosen, [degrees[place] for place in bent], leader)
        for place, root in zip(bent, roots, strict=True):
            if root is not None:
                changes[place] = Change(stretches[place], root.value, root.leader, degrees[place])
    return changes
