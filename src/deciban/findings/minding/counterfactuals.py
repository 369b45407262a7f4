"""Had it happened otherwise: what he would have believed, and what he would have done.

Three steps (Pearl 2000, ch. 7): *abduct*, keep what the case has taught about him, which is the
weight of every column; *edit* what reached him or whom he trusted; *push forward*, let the same
man read it and choose. So there is no one number but a distribution of the change, and the share
of the weight that agrees on its sign is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.checks import errors_of
from deciban.edit import apply_counterfactual
from deciban.findings.minding.focus import one_sided
from deciban.findings.minding.reader import in_place_of
from deciban.findings.minding.spread import Spread, mean, spread
from deciban.minds import read_at
from deciban.minds.choosing import carried
from deciban.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deciban.case import Actor, Case, Counterfactual
    from deciban.findings.minding.focus import Focus
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.findings.odds import Array
    from deciban.minds import Reading

#: A belief that moves by less than a tenth of a point has not moved.
STILL = 0.001
#: A share of the weight as small as this is hardly any of it.
HARDLY = 0.005
#: An act is told of where its chance moves by as much.
NOTICED = 0.02


@dataclass(frozen=True, slots=True)
class OtherAct:
    """A choice, had it happened otherwise.

    Attributes:
        choice: the choice.
        chose: the option he took.
        before: how likely such a man was to take it, before it is known what he took.
        after: how likely he would have been.
        options: by option, how likely he would have taken it.
    """

    choice: str
    chose: str
    before: float
    after: float
    options: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A counterfactual and what it comes to.

    Attributes:
        id: its name.
        text: what is supposed.
        because: what hangs on it.
        of: the value whose belief is told.
        on: at which date, as written.
        before: his belief in it, as it was.
        after: as it would have been.
        change: the difference.
        up: the share of the weight in which his belief would have been higher.
        down: in which it would have been lower; in the rest it hardly moves.
        likeliest: by value, the share of the weight in which he would have held it likeliest,
            as it was and as it would have been.
        acts: what he would have done.
        one_sided: the one value that the sources ever named whose words are changed; else empty.
    """

    id: str
    text: str
    because: str
    of: str
    on: str
    before: Spread
    after: Spread
    change: Spread
    up: float
    down: float
    likeliest: Mapping[str, tuple[float, float]]
    acts: tuple[OtherAct, ...]
    one_sided: str

    @property
    def moving(self) -> tuple[OtherAct, ...]:
        """The acts whose chance moves by as much as a reader would notice."""
        return tuple(act for act in self.acts if abs(act.after - act.before) >= NOTICED)

    @property
    def level(self) -> bool:
        """Whether on the whole it moves by less than half a point."""
        return abs(self.change.mean) < HARDLY

    @property
    def still(self) -> bool:
        """Whether his belief hardly moves in any of the weight."""
        return self.up < HARDLY and self.down < HARDLY


def had_problems(case: Case) -> Iterator[Problem]:
    """Answer what stands in the way of the counterfactuals of a case, and warn of one polarity."""
    for actor in case.actors.values():
        for had in actor.had:
            if any(case.broken & set(address.split(".")) for address in had.settings):
                continue  # what it changes could not be read, which is told already
            outcome = _edited(case, actor, had)
            if isinstance(outcome, tuple):
                yield from outcome
            elif (named := _polarity(actor, outcome)) and not had.because:
                hint = "say in its `because` what trust rests on; `mind --distrust` shows the ways"
                message = f"'{had.id}' changes the words of those who only ever said '{named}'"
                yield Problem("D613", message, had.place("id"), hint)


def find_otherwise(
    weighed: WeighedMind, had: Counterfactual, focus: Focus
) -> Otherwise | tuple[Problem, ...]:
    """Answer what a counterfactual comes to; or what stands in the way."""
    outcome = _edited(weighed.case, weighed.actor, had)
    if isinstance(outcome, tuple):
        return outcome
    mind, found = in_place_of(weighed, outcome)
    other = read_at(mind, found.columns)
    before = weighed.reading.path.at(focus.at)[:, found.origin]
    after = other.path.at(focus.at)
    change = after[focus.value] - before[focus.value]
    weights = found.shared(weighed.weights)
    return Otherwise(
        id=had.id,
        text=had.text or had.id.replace("_", " "),
        because=had.because or "",
        of=mind.values[focus.value],
        on=focus.on,
        before=spread(before[focus.value], weights),
        after=spread(after[focus.value], weights),
        change=spread(change, weights),
        up=float(weights[change > STILL].sum()),
        down=float(weights[change < -STILL].sum()),
        likeliest={
            value: (
                float(weights[before.argmax(axis=0) == place].sum()),
                float(weights[after.argmax(axis=0) == place].sum()),
            )
            for place, value in enumerate(mind.values)
        },
        acts=tuple(_acts(weighed, other, weights)),
        one_sided=_polarity(weighed.actor, outcome),
    )


def _acts(weighed: WeighedMind, other: Reading, weights: Array) -> Iterator[OtherAct]:
    """What he would have done, forward along every policy."""
    reading = weighed.reading
    was = dict(_taken(reading, weighed.weights))
    would = dict(_taken(other, weights))
    for choice in reading.mind.choices:
        chose = choice.options[choice.chose]
        options = would[choice.id]
        yield OtherAct(choice.id, chose, was[choice.id][chose], options[chose], options)


def _taken(reading: Reading, weights: Array) -> Iterator[tuple[str, Mapping[str, float]]]:
    """By choice, how likely every option is."""
    forward = carried(reading.mind, reading.columns, reading.taken)
    for choice, chances in zip(reading.mind.choices, forward, strict=True):
        shares = (mean(row, weights) for row in chances)
        yield choice.id, dict(zip(choice.options, shares, strict=True))


def _edited(case: Case, actor: Actor, had: Counterfactual) -> Actor | tuple[Problem, ...]:
    """The actor as he would have been, checked; or what stands in the way."""
    outcome = apply_counterfactual(case, actor, had)
    if isinstance(outcome, tuple):
        return outcome
    known = {(problem.code, problem.message) for problem in errors_of(case)}
    told = tuple(
        Problem(
            "D801",
            f"'{had.id}' leads to an actor who is not whole: {each.message}",
            had.at,
            each.hint or "set it to something that is in the case",
        )
        for each in errors_of(outcome)
        if (each.code, each.message) not in known
    )
    return told or outcome.actors[actor.id]


def _polarity(actor: Actor, edited: Actor) -> str:
    """The one value that the sources named whose words are changed; empty if they named several.

    What he made of the opposite from them then stands nowhere in the record.
    """
    says = {sight.id: sight.says for sight in edited.saw}
    changed = {sight.source for sight in actor.saw if sight.says != says.get(sight.id, sight.says)}
    sources = {name for name in changed if name is not None}
    return one_sided(actor, sources) if sources else ""
