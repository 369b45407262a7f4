"""Finding: the cruxes between two debaters, and what divides all of them.

The notation is that of ``crux``. Shares are Shapley values (1953) over the blocks on which two
differ; the crux set is the smallest set of blocks that leaves no gap to speak of, whichever side
concedes it. How the blocks are found and weighed stands in ``parting``.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from deciban.case import Case
from deciban.debate.crux import Crux, Divides
from deciban.debate.debaters import Debater
from deciban.debate.parting.blocks import APART, WHOLE, Changes, parted
from deciban.debate.parting.dividing import Between, divides_of, odds_of_each
from deciban.debate.parting.felt import with_felt_apart
from deciban.debate.parting.pairing import WITHIN, Pairing, unweighed
from deciban.debate.parting.sides import Side, compared_by, sides_of
from deciban.debate.parting.weighing import furthest_apart, weigh
from deciban.findings.differing.asked import Question
from deciban.findings.differing.compiled import Compiled
from deciban.findings.differing.lattice import KEPT
from deciban.minds import COUNT


def find_crux(  # noqa: PLR0913 (what is asked of two debaters)
    case: Case,
    a: Debater,
    b: Debater,
    *,
    of: str | None = None,
    within: float = WITHIN,
    threshold: float | None = None,
    columns: int = COUNT,
    told: Callable[[int], None] | None = None,
) -> Crux:
    """Answer the cruxes between two debaters: on which judgements they differ enough to matter.

    Args:
        case: the case as written, with its positions and its debate.
        a: the first.
        b: the second.
        of: the hypothesis whose log-odds are told, one that both entertain; by default of the two
            leaders the one on which they are further apart.
        within: how small a gap counts as agreement, in decibans.
        threshold: the probability at which an answer changes sides; by default where another
            hypothesis takes the lead.
        columns: at how many columns minds are read, about.
        told: called with the number of mixtures weighed, as they are.
    """
    sides = sides_of(case, (a, b), columns=columns)
    compared = compared_by(sides)
    found = parted(Changes(case), *sides, most=APART)
    if not compared:
        return unweighed(case, sides, found, within, threshold)
    question = Question(compared, columns)
    found = with_felt_apart(found, question, within)
    weighed = weigh(found, question, told)
    ends = weighed.odds[:, [0, -1]]
    chosen = compared.index(of) if of in compared else furthest_apart(ends)
    return Pairing(case, sides, compared, found, weighed, chosen).crux(within, threshold)


def find_divides(
    case: Case,
    debaters: Sequence[Debater],
    *,
    of: str | None = None,
    within: float = WITHIN,
    columns: int = COUNT,
    told: Callable[[str], None] | None = None,
) -> Divides:
    """Answer what divides all debaters: how far apart every two are, and on what.

    A whole mind is one block here, so that each debater's is read once.

    Args:
        case: the case as written.
        debaters: two or more.
        of: the hypothesis whose log-odds are told, one that all entertain; by default of their
            leaders the one on which they are furthest apart.
        within: how small a gap counts as agreement, in decibans.
        columns: at how many columns minds are read, about.
        told: called with how far it is, in words.
    """
    sides = sides_of(case, debaters, columns=columns)
    compared = compared_by(sides)
    names = [each.debater.name for each in sides]
    if not compared:
        return Divides("", dict.fromkeys(names, 0.0), 0.0, {}, {}, (), aside=_aside(sides))
    pairs = list(combinations(range(len(sides)), 2))
    changes, weighed = Changes(case), list[Between]()
    compiled = Compiled(columns, KEPT + 2 * len(sides))
    for done, (one, other) in enumerate(pairs):
        if told is not None:
            told(f"{done} of {len(pairs)} pairs")
        found = parted(changes, sides[one], sides[other], most=WHOLE)
        each = weigh(found, Question(compared, columns), compiled=compiled)
        weighed.append(Between(one, other, found, each))
    odds = odds_of_each(len(sides), weighed)
    chosen = compared.index(of) if of in compared else furthest_apart(odds)
    divides = divides_of(names, compared[chosen], weighed, chosen, within)
    return replace(divides, probability=_held(sides, divides.of), aside=_aside(sides))


def _held(sides: Sequence[Side], of: str) -> dict[str, float]:
    """How likely an answer is, as each debater holds it."""
    held = {side.debater.name: side.debater.held.answers for side in sides}
    return {
        name: next((each.probability for each in answers if each.id == of), 0.0)
        for name, answers in held.items()
    }


def _aside(sides: Sequence[Side]) -> dict[str, tuple[str, ...]]:
    """What some entertain and others do not, by debater."""
    shared = set(sides[0].possible).intersection(*(side.possible for side in sides))
    aside = {
        side.debater.name: tuple(each for each in side.possible if each not in shared)
        for side in sides
    }
    return {name: answers for name, answers in aside.items() if answers}
