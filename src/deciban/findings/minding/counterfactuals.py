"""Had it happened otherwise: what he would have believed, and what he would have done.

Three steps (Pearl 2000, ch. 7): *abduct*, keep what the case has taught about him, which is the
weight of every column; *edit* what reached him or whom he trusted; *push forward*, let the same
man read it and choose. So there is no one number but a distribution of the change, and the share
of the weight that agrees on its sign is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deciban.checks.acts import check_acts
from deciban.checks.mind_questions import check_mind_questions
from deciban.checks.minds import check_minds
from deciban.edit import apply_counterfactual
from deciban.findings.minding.focus import one_sided
from deciban.findings.minding.reader import in_place_of
from deciban.findings.minding.spread import Spread, mean, spread
from deciban.minds import read_at
from deciban.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deciban.case import Actor, Case, Counterfactual
    from deciban.findings.minding.focus import Focus
    from deciban.findings.minding.weighed import WeighedMind
    from deciban.minds import Reading

#: How the address of what a message says is built, before its last part.
SAYS = ("actors", "actor", "saw", "message")
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
        before: how likely he was to take it, as it was.
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
    def still(self) -> bool:
        """Whether his belief hardly moves in any of the weight."""
        return self.up < HARDLY and self.down < HARDLY


def had_problems(case: Case) -> Iterator[Problem]:
    """Answer what stands in the way of the counterfactuals of a case, and warn of one polarity."""
    for actor in case.actors.values():
        for had in actor.had:
            outcome = _edited(case, actor, had)
            if isinstance(outcome, tuple):
                yield from outcome
            elif named := _polarity(actor, had):
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
    mind, columns = in_place_of(weighed, outcome)
    other = read_at(mind, columns)
    before = weighed.reading.path.at(focus.at)
    after = other.path.at(focus.at)
    change = after[focus.value] - before[focus.value]
    weights = weighed.weights
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
        acts=tuple(_acts(weighed, other)),
        one_sided=_polarity(weighed.actor, had),
    )


def _acts(weighed: WeighedMind, other: Reading) -> Iterator[OtherAct]:
    taken = {choice.id: place for place, choice in enumerate(other.mind.choices)}
    for place, choice in enumerate(weighed.reading.mind.choices):
        now = other.taken[taken[choice.id]]
        chances = [mean(row, weighed.weights) for row in now]
        options = other.mind.choices[taken[choice.id]].options
        chose = choice.options[choice.chose]
        yield OtherAct(
            choice.id,
            chose,
            mean(weighed.reading.taken[place][choice.chose], weighed.weights),
            chances[options.index(chose)] if chose in options else 0.0,
            dict(zip(options, chances, strict=True)),
        )


def _edited(case: Case, actor: Actor, had: Counterfactual) -> Actor | tuple[Problem, ...]:
    """The actor as he would have been, checked; or what stands in the way."""
    outcome = apply_counterfactual(case, actor, had)
    if isinstance(outcome, tuple):
        return outcome
    other = outcome.actors[actor.id]
    alone = replace(outcome, actors={actor.id: other})
    checks = (check_minds, check_acts, check_mind_questions)
    wrong = [problem for check in checks for problem in check(alone) if problem.is_error]
    known = {
        (problem.code, problem.message)
        for check in checks
        for problem in check(replace(case, actors={actor.id: actor}))
    }
    told = tuple(
        Problem(
            "D801",
            f"'{had.id}' leads to an actor who is not whole: {each.message}",
            had.at,
            each.hint or "set it to something that is in the case",
        )
        for each in wrong
        if (each.code, each.message) not in known
    )
    return told or other


def _polarity(actor: Actor, had: Counterfactual) -> str:
    """The one value that the sources named whose words a counterfactual changes; empty if not one.

    What he made of the opposite from them then stands nowhere in the record.
    """
    changed = {
        address.split(".")[3]
        for address in had.settings
        if address.endswith(".says") and address.count(".") == len(SAYS)
    }
    sources = {sight.source for sight in actor.saw if sight.id in changed}
    return one_sided(actor, {name for name in sources if name is not None}) if sources else ""
