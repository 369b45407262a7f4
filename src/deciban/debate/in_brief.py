"""What a brief tells of a debate: who holds what, where they part, and what stands unanswered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deciban.case import Case
from deciban.debate.change import Trajectory, find_trajectory
from deciban.debate.crux import Crux, Divides, Pair
from deciban.debate.cruxes import find_crux, find_divides
from deciban.debate.debaters import Debater, find_debaters
from deciban.debate.pooling import Pool, find_pool
from deciban.debate.seeing import called
from deciban.debate.thread import Thread, find_thread
from deciban.edit.position import holdings, stances
from deciban.findings.posterior import Posterior
from deciban.problem import Problem

#: Up to so many pairs the cruxes of each are told at length; of more, of the one furthest apart.
FEW = 3
#: Of how many answers it is told how likely each debater holds them.
SHOWN = 3
PAIR = 2
#: What warns of a case that has moved under a position.
STALE = frozenset({"D804", "D809"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One debater, and what he holds.

    Attributes:
        name: his name in the case.
        called: what he is called in words.
        text: what he holds in words, as his position says; empty where it does not.
        note: what else it says.
        cite: works in which it is argued.
        numbers: how many numbers of the case he holds otherwise.
        stances: how many items and moves he accepts or rejects.
        stale: whether the case has been edited since he read it, or wrote against it.
    """

    name: str
    called: str
    text: str
    note: str
    cite: tuple[str, ...]
    numbers: int
    stances: int
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Absent:
    """A debater who has no answer, and so is left out.

    Attributes:
        name: his name in the case, or that of his file.
        called: what he is called in words.
        why: what is wrong with his position.
    """

    name: str
    called: str
    why: str


@dataclass(frozen=True, slots=True)
class DebateInBrief:
    """What a brief tells of a debate.

    Attributes:
        of: the answer of which it is told how far debaters are apart.
        holders: the debaters, the likeliest to hold that answer first.
        absent: those who have no answer.
        pool: what each holds, and what they come to together; None where nobody has an answer.
        shown: the answers on which they are furthest apart, in the order of the case.
        pairs: every two of them, the furthest apart first.
        about: by a crux's address, the plain question behind it.
        cruxes: where pairs part: all of a few, and of many the one furthest apart.
        thread: the debate as an argument; None where nobody has made a move.
        trajectories: how their answers moved; empty where nobody's did, and none was sealed.
    """

    of: str
    holders: tuple[Holder, ...]
    absent: tuple[Absent, ...]
    pool: Pool | None
    shown: tuple[str, ...]
    pairs: tuple[Pair, ...]
    about: Mapping[str, str]
    cruxes: tuple[Crux, ...]
    thread: Thread | None
    trajectories: tuple[Trajectory, ...]


def find_debate_in_brief(
    case: Case,
    posterior: Posterior,
    problems: Sequence[Problem] = (),
    told: Callable[[str], None] | None = None,
) -> DebateInBrief | None:
    """Answer what a brief tells of a debate; None where nobody has a position or made a move.

    Args:
        case: the case as written.
        posterior: its own answer to the main question.
        problems: what is wrong with files beside the case, read or not.
        told: called with what is being done.
    """
    say = told if told is not None else _silent
    wrong = [each for each in problems if each.is_error and in_position(each)]
    if not case.positions and not case.debate and not wrong:
        return None
    say("what debaters hold")
    debaters, more = find_debaters(case)
    absent = tuple(_absent(case, debaters, [*wrong, *more]))
    divides, cruxes = _parted(case, debaters, say)
    of = divides.of if divides is not None and divides.of else posterior.leader.id
    pool = find_pool(case, debaters) if debaters else None
    say("what moved them")
    trajectories, _ = find_trajectories(case, debaters, of)
    ranked = sorted(debaters, key=lambda each: -_chance(each, of))
    return DebateInBrief(
        of=of,
        holders=tuple(_holder(case, each) for each in ranked),
        absent=absent,
        pool=pool,
        shown=_shown(pool, of, posterior),
        pairs=_ranked(divides.pairs) if divides is not None else (),
        about=divides.about if divides is not None else {},
        cruxes=cruxes,
        thread=find_thread(case) if case.debate else None,
        trajectories=trajectories if _went_anywhere(trajectories) else (),
    )


def find_trajectories(
    case: Case, debaters: Sequence[Debater], of: str
) -> tuple[tuple[Trajectory, ...], tuple[Problem, ...]]:
    """Answer how each debater's answer moved; and what keeps it from being told of somebody.

    Args:
        case: the case as written.
        debaters: of that case, each with his answer.
        of: the hypothesis that is told of.
    """
    found = [find_trajectory(case, each, of) for each in debaters]
    kept = tuple(each for each in found if isinstance(each, Trajectory))
    return kept, tuple(problem for each in found if isinstance(each, tuple) for problem in each)


def _silent(_: str) -> None:
    """Say nothing."""


def _chance(debater: Debater, of: str) -> float:
    return next((each.probability for each in debater.held.answers if each.id == of), 0.0)


def _parted(
    case: Case, debaters: Sequence[Debater], say: Callable[[str], None]
) -> tuple[Divides | None, tuple[Crux, ...]]:
    """What divides all of them, and the cruxes of the pairs furthest apart."""
    if len(debaters) < PAIR:
        return None, ()
    divides = find_divides(case, debaters, told=say)
    by_name = {each.name: each for each in debaters}
    cruxes = []
    for each in _notable(_ranked(divides.pairs)):
        a, b = by_name[each.a], by_name[each.b]
        say(f"where {a.called} and {b.called} part")
        cruxes.append(find_crux(case, a, b, of=divides.of))
    return divides, tuple(cruxes)


def _notable(ranked: Sequence[Pair]) -> Sequence[Pair]:
    """The pairs that are told at length: each takes seconds where debaters differ on a mind."""
    return ranked if len(ranked) <= FEW else ranked[:1]


def _ranked(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda each: -abs(each.gap)))


def _holder(case: Case, debater: Debater) -> Holder:
    position = debater.position
    return Holder(
        name=debater.name,
        called=debater.called,
        text=position.text or "",
        note=position.note or "",
        cite=position.cite,
        numbers=len(holdings(case, position)),
        stances=len(stances(case, position)),
        stale=any(each.code in STALE for each in debater.problems),
    )


def _absent(
    case: Case, debaters: Sequence[Debater], problems: Sequence[Problem]
) -> Iterator[Absent]:
    """Those who have no answer, each with the first thing that is wrong."""
    there = {each.name for each in debaters}
    names = {each.at.file: each.position for each in case.positions}
    words = {each.position: called(each) for each in case.positions}
    seen: set[str] = set()
    for problem in problems:
        file = problem.at.file if problem.at is not None else ""
        name = names.get(file, Path(file).stem)
        if problem.is_error and in_position(problem) and name not in there | seen:
            seen.add(name)
            told = name.replace("_", " ").capitalize()
            yield Absent(name, words.get(name, told), problem.message)


def in_position(problem: Problem) -> bool:
    """Answer whether a problem stands in the file of a position."""
    return problem.at is not None and Path(problem.at.file).parent.name == "positions"


def _shown(pool: Pool | None, of: str, posterior: Posterior) -> tuple[str, ...]:
    """The answer told of and those on which they are furthest apart, in the order of the case."""
    if pool is None:
        return ()
    apart = {name: high - low for name, (low, high) in pool.spread.items() if name != of}
    kept = {of, *sorted(apart, key=lambda name: -apart[name])[: SHOWN - 1]}
    own = [each.id for each in posterior.answers]
    return tuple(
        name for name in (*own, *(each for each in apart if each not in own)) if name in kept
    )


def _went_anywhere(trajectories: Sequence[Trajectory]) -> bool:
    return any(len(each.stages) > 1 or each.sealed is not None for each in trajectories)
