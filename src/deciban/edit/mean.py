"""The case with every number at the mean of what several cases say: ``Case, ... -> Case``.

Central value, low and high end are averaged each by itself. Probabilities are averaged as such and
amounts as such; of published weights, which are ratios, it is the decibans. ``rest`` stays ``rest``
where all have it there; else the rows are settled first.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from deciban.case import Amount, Case, is_row
from deciban.edit.address import set_at
from deciban.edit.difference import MOVING, Difference, Kind, differences
from deciban.edit.value_at import value_at
from deciban.node import Entry, Node, Scalar
from deciban.node import Mapping as MappingNode
from deciban.span import Span
from deciban.units import Judgement, Rest, Row, decibans, settle_row
from deciban.units.row import ELSE

#: Central value, low end, high end.
Ends = tuple[float, float, float]
_MADE = Span("the mean", 1, 1)


@dataclass(frozen=True, slots=True)
class Mean:
    """What several cases come to in the mean.

    Attributes:
        case: the first case with every number at the mean; None where they differ in more.
        unlike: addresses at which they differ in more than numbers.
    """

    case: Case | None
    unlike: tuple[str, ...]


def mean_of(
    cases: Sequence[Case],
    weights: Sequence[float],
    assumed: Sequence[Mapping[str, Ends]] = (),
) -> Mean:
    """Answer the mean of several cases that differ in numbers only.

    Args:
        cases: at least one.
        weights: of each, adding up to 1.
        assumed: of each case the numbers that it leaves to deciban, by address.
    """
    first, *others = cases
    found: dict[str, Difference] = {}
    for other in others:
        found |= {".".join(each.path): each for each in differences(first, other)}
    moving = {path: each for path, each in found.items() if each.kind in MOVING}
    unlike = [path for path, each in moving.items() if each.kind is not Kind.NUMBER]
    edited = first
    for path in moving:
        values = [value_at(case, path) for case in cases]
        known = assumed or [{} for _ in cases]
        node = None if path in unlike else _Averages(path, weights, known).of(values)
        outcome = set_at(edited, path, node) if node is not None else ()
        if isinstance(outcome, Case):
            edited = outcome
        elif path not in unlike:
            unlike.append(path)
    return Mean(None if unlike else edited, tuple(unlike))


@dataclass(frozen=True, slots=True)
class _Averages:
    """The means of values at one address."""

    path: str
    weights: Sequence[float]
    assumed: Sequence[Mapping[str, Ends]]

    def of(self, values: Sequence[object], path: str = "") -> Node | None:
        """The mean of one value of every case, as written; None where they are not of one kind."""
        here = f"{self.path}{path}"
        if any(isinstance(value, Mapping) for value in values):
            return self._of_trees(values, path)
        known = [
            self._stated(value, numbers.get(here))
            for value, numbers in zip(values, self.assumed, strict=True)
        ]
        ends = [each for each in known if each is not None]
        if len(ends) == len(values):
            amounts = any(isinstance(value, Amount) for value in values)
            return _written(self._mean(ends), amounts=amounts, weight=self._is_weight)
        alike = all(isinstance(value, Rest) for value in values)
        return Scalar("rest", _MADE) if alike else None

    def _of_trees(self, values: Sequence[object], path: str) -> Node | None:
        trees = [value if isinstance(value, Mapping) else {} for value in values]
        if any(_shared_out(tree) for tree in trees) and not _of_one_form(trees):
            trees = _settled(trees)
        names = list(dict.fromkeys(name for tree in trees for name in tree))
        entries: list[Entry] = []
        for name in names:
            node = self.of([tree.get(name) for tree in trees], f"{path}.{name}")
            if node is None:
                return None
            entries.append(Entry(Scalar(name, _MADE), node))
        return MappingNode(tuple(entries), _MADE, flow=True)

    @staticmethod
    def _stated(value: object, assumed: Ends | None) -> Ends | None:
        if isinstance(value, Judgement | Amount):
            return value.central, value.low, value.high
        return assumed if value is None else None

    @property
    def _is_weight(self) -> bool:
        return self.path.startswith("events.") and self.path.split(".")[2] == "weight"

    def _mean(self, ends: Sequence[Ends]) -> Ends:
        if self._is_weight:
            ends = [(decibans(a), decibans(b), decibans(c)) for a, b, c in ends]
        means = (math.fsum(self._weighed(column)) for column in zip(*ends, strict=True))
        central, low, high = means
        return central, low, high

    def _weighed(self, column: Sequence[float]) -> list[float]:
        return [weight * value for weight, value in zip(self.weights, column, strict=True)]


def _shared_out(tree: Mapping[str, object]) -> bool:
    """Whether a mapping is a row in which something has what is left over."""
    return any(isinstance(value, Rest) for value in tree.values())


def _of_one_form(trees: Sequence[Mapping[str, object]]) -> bool:
    """Whether all rows have the same names, and the same one of them what is left over."""
    forms = [{name: isinstance(each, Rest) for name, each in tree.items()} for tree in trees]
    return all(form == forms[0] for form in forms)


def _settled(trees: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Rows with every share told; as they are where they cannot be."""
    outcomes = [name for name in dict.fromkeys(n for tree in trees for n in tree) if name != ELSE]
    told: list[Mapping[str, object]] = []
    for tree in trees:
        row = {name: each for name, each in tree.items() if isinstance(each, Judgement | Rest)}
        settled = settle_row(row, outcomes) if is_row(row) else None
        if not isinstance(settled, Row):
            return list(trees)
        told.append(
            {
                name: Judgement("", share.central, share.low, share.high)
                for name, share in zip(outcomes, settled.shares, strict=True)
            }
        )
    return told


def _written(ends: Ends, *, amounts: bool, weight: bool) -> Scalar:
    """A mean as text that reads back as the same number."""
    central, low, high = (_exact(each if weight or amounts else min(each, 1.0)) for each in ends)
    unit = " dB" if weight else ""
    if low == high:
        return Scalar(f"{central}{unit}", _MADE)
    if amounts:
        return Scalar(f"{low}..{high}", _MADE)
    return Scalar(f"{central}{unit} ({low}..{high}{unit})", _MADE)


def _exact(value: float) -> str:
    return f"{Decimal(repr(value)):f}"
