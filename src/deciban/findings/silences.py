"""Finding: what each silence hangs on, and whether silence is counted for more than speech.

Notation: ``seen`` is P(record | the event), which is ``made * survives * found``, a part left out
being certain; ``q`` is ``made * found``, how likely a record would be seen if its archive was kept
and is open. ``pi[h]`` is the probability, given h and everything observed but the silence itself,
that the event happened and the archive was kept: with such a ``q`` the silence has the likelihood
``1 - q * pi[h]``. *Last* and *alone* are weights in decibans as in ``weights``.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

import numpy as np

from deciban.case import Case, Report, Silence
from deciban.case.hanging import causes_of, parents_of
from deciban.compile import compile_case
from deciban.engine import TooLarge, solve
from deciban.findings.odds import DECIBANS, Array, log_odds, minus
from deciban.model import Model
from deciban.units import Judgement

Told = TypeVar("Told", Report, Silence)

#: How likely a record is to be seen, for the curve.
SEEN = (0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
#: Decibans that a silence must weigh alone before it is asked whether any report weighs more.
LOUD = 3.0


class Part(NamedTuple):
    """One thing that had to go well for a record to be seen; probabilities.

    Attributes:
        central: the value computed with.
        low: the least it may be.
        high: the most.
        stated: whether it is written in the case: survival at any silence of the archive.
    """

    central: float
    low: float
    high: float
    stated: bool


@dataclass(frozen=True, slots=True)
class HeardSilence:
    """One silence, and how its weight depends on how likely a record was to be seen.

    The weights are for one answer, last in, with all other numbers as they are. For a
    likelihood of being seen up to that of the archive's survival, ``made * found`` alone is moved,
    which no other silence shares; beyond it both count as certain and survival is moved, which
    all silences of the archive share.

    Attributes:
        id: its name in the case.
        of: the event of which there is no record.
        by: who is silent.
        answer: the answer that the weights are for.
        seen: how likely a record was to be made, to survive and to be found, if it happened.
        parts: these three, by name: ``made``, ``survives``, ``found``.
        curve: a likelihood of being seen, and what the silence would weigh, in decibans.
        at_low: what it would weigh with every part at its low end.
        at_high: what it would weigh with every part at its high end.
        event_weight: what the silence by itself says against the event, in decibans, never
            negative; infinite where a record was certain to be seen.
    """

    id: str
    of: str
    by: str
    answer: str
    seen: float
    parts: Mapping[str, Part]
    curve: tuple[tuple[float, float], ...]
    at_low: float
    at_high: float
    event_weight: float


def find_silences(case: Case, model: Model, answers: Mapping[str, str]) -> tuple[HeardSilence, ...]:
    """Answer what each silence of a case hangs on, in the order of the case.

    Args:
        case: the case.
        model: what it compiled to; its items are possible together.
        answers: for each silence by name, the answer of the main question that its weights are for.
    """
    places = {silence: case.question.answers.index(answer) for silence, answer in answers.items()}
    query = model.questions[case.question.id]
    return tuple(
        _heard(
            _Absence(case, model, query, silence), silence, answers[silence.id], places[silence.id]
        )
        for silence in case.silences
    )


def _heard(absence: "_Absence", silence: Silence, answer: str, place: int) -> HeardSilence:
    parts = absence.parts
    made, survives, found = parts["made"], parts["survives"], parts["found"]
    seen = made.central * survives.central * found.central

    def weight(made_and_found: float, kept: float) -> float:
        return float(absence.weight(made_and_found, kept)[place])

    return HeardSilence(
        id=silence.id,
        of=silence.of,
        by=silence.by,
        answer=answer,
        seen=seen,
        parts=parts,
        curve=tuple((chance, weight(*_moved(chance, survives.central))) for chance in SEEN),
        at_low=weight(made.low * found.low, survives.low),
        at_high=weight(made.high * found.high, survives.high),
        event_weight=_against_the_event(seen),
    )


def _moved(seen: float, survives: float) -> tuple[float, float]:
    """The ``made * found`` and the survival at which a record is seen with this likelihood."""
    return (seen / survives, survives) if seen <= survives else (1.0, seen)


def _against_the_event(seen: float) -> float:
    return math.inf if seen >= 1 else -DECIBANS * math.log1p(-seen)


class _Absence:
    """One silence in the graph, for any ``made * found`` and any survival of its archive."""

    def __init__(self, case: Case, model: Model, query: int, silence: Silence) -> None:
        self._model, self._query = model, query
        self._item = [item.id for item in model.items].index(silence.id)
        stating = _stating(case, silence.by)
        self.parts: Mapping[str, Part] = {
            "made": _part(silence.made),
            "survives": _part(stating.survives if stating else None),
            "found": _part(silence.found),
        }
        at = {number.address: place for place, number in enumerate(model.numbers)}
        own = (f"silences.{silence.id}.{part}" for part in ("made", "found"))
        self._own = [at[address] for address in own if address in at]
        self._survives = at[f"silences.{stating.id}.survives"] if stating else None
        self._runs: dict[float, tuple[Array, Array]] = {}

    def weight(self, made_and_found: float, survives: float) -> Array:
        """What the silence weighs last in, in decibans, shape (H,)."""
        without, pi = self._run(survives)
        with np.errstate(divide="ignore"):
            heard = without + np.log1p(-made_and_found * pi)
        return minus(log_odds(heard), log_odds(without))

    def _run(self, survives: float) -> tuple[Array, Array]:
        """Log Z without the silence, and ``pi``, at a survival; shape (H,) each."""
        if survives not in self._runs:
            numbers = self._model.centrals.copy()
            numbers[self._own] = 1.0
            if self._survives is not None:
                numbers[self._survives] = survives
            all_in = np.zeros((len(self._model.items), 1), dtype=np.bool_)
            solution = solve(
                self._model, self._query, numbers=numbers, withheld=all_in, derivatives=True
            )
            without = solution.log_z_without()[self._item, :, 0]
            pi = -np.expm1(minus(solution.log_z[:, 0], without))
            self._runs[survives] = without, np.clip(pi, 0.0, 1.0)
        return self._runs[survives]


def _part(judgement: Judgement | None) -> Part:
    if judgement is None:
        return Part(1.0, 1.0, 1.0, stated=False)
    return Part(judgement.central, judgement.low, judgement.high, stated=True)


def _stating(case: Case, archive: str) -> Silence | None:
    """The silence whose word on an archive's survival counts for all of them."""
    of_archive = (each for each in case.silences if each.by == archive)
    return next((each for each in of_archive if each.survives is not None), None)


@dataclass(frozen=True, slots=True)
class LoudSilence:
    """A silence that is counted for more than anything that anybody says.

    Attributes:
        silence: the silence.
        weight: the size of what it weighs alone, in decibans; infinite where it settles the matter.
        report: the report that weighs most alone.
        most: the size of what that one weighs, in decibans.
    """

    silence: Silence
    weight: float
    report: Report
    most: float


def find_loud_silences(case: Case, leader: str) -> tuple[LoudSilence, ...]:
    """Answer which silences weigh three decibans or more alone, and more than every report.

    What an item weighs alone depends on nothing but what it hangs from, so that small part of the
    case is compiled by itself. An absence is never likelier than certain nor less likely than
    ``1 - seen``, so that most silences need no looking at.

    Args:
        case: the case, which has no errors.
        leader: the answer of the main question that the weights are for.
    """
    may_be = tuple(each for each in case.silences if _at_most(case, each) >= LOUD)
    if not may_be or not case.reports:
        return ()
    try:
        loud = [pair for pair in _alone(case, may_be, leader) if pair[1] >= LOUD]
        said = _alone(case, case.reports, leader) if loud else []
    except TooLarge:
        return ()  # which weighing the case reports
    most = max((weight for _, weight in said), default=math.inf)
    report = next((each for each, weight in said if weight == most), None)
    return tuple(
        LoudSilence(silence, weight, report, most)
        for silence, weight in loud
        if report is not None and weight > most
    )


def _at_most(case: Case, silence: Silence) -> float:
    """The most that a silence can weigh, in decibans."""
    stating = _stating(case, silence.by)
    stated = (silence.made, stating.survives if stating else None, silence.found)
    return _against_the_event(math.prod(_part(each).central for each in stated))


def _alone(case: Case, told: Sequence[Told], leader: str) -> list[tuple[Told, float]]:
    """The size of what each report or silence weighs alone, in decibans."""
    model = compile_case(_only(case, told))
    prior = solve(model, model.questions[case.question.id], given={}, derivatives=True)
    place = case.question.answers.index(leader)
    items = {item.id: item for item in model.items}
    weights = []
    for each in told:
        item = items[each.id]
        with np.errstate(divide="ignore"):
            likelihood = np.log(prior.marginal(item.variable)[item.state])
        moved = minus(log_odds(prior.log_z + likelihood), log_odds(prior.log_z))
        weights.append((each, abs(float(moved[place]))))
    return weights


def _only(case: Case, told: Sequence[Report] | Sequence[Silence]) -> Case:
    """The case with these reports or silences alone, and with what they hang from."""
    above = _above(case, [each.of for each in told])
    silences = (each for each in told if isinstance(each, Silence))
    survives = {each.by: _stating(case, each.by) for each in case.silences}
    return replace(
        case,
        questions={name: each for name, each in case.questions.items() if name in above},
        events=tuple(each for each in case.events if each.id in above),
        reports=tuple(each for each in told if isinstance(each, Report)),
        silences=tuple(_with_survival(each, survives[each.by]) for each in silences),
        unseen=(),
    )


def _with_survival(silence: Silence, stating: Silence | None) -> Silence:
    return replace(silence, survives=stating.survives if stating else None)


def _above(case: Case, names: Iterable[str]) -> frozenset[str]:
    """These events, the main question, and every event and question that they hang from."""
    found = [case.question.id, *names]
    for name in found:  # which grows
        found += [each for each in _hangs_from(case, name) if each not in found]
    return frozenset(found)


def _hangs_from(case: Case, name: str) -> tuple[str, ...]:
    """The questions and events that a question or an event hangs from."""
    event = case.event(name)
    if event is not None:
        return (*parents_of(case, event), *(of for of, _ in causes_of(event)))
    given = case.all_questions()[name].given
    return () if given is None else (given,)
