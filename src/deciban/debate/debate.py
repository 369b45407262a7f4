"""A debate: who holds what, what stands, and what each would hold if moves were sustained."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from deciban.case import Case
from deciban.dates import When
from deciban.debate.exposure import Exposure, find_exposures
from deciban.debate.remarks import Unargued, find_unargued, move_problems
from deciban.debate.seeing import called
from deciban.debate.thread import Standing, Thread, find_thread
from deciban.model import Model
from deciban.problem import Problem


@dataclass(frozen=True, slots=True)
class Owed:
    """The answers that somebody owes.

    Attributes:
        count: to how many arguments that do not stand.
        since: the date of the first of them; None where it has none.
    """

    count: int
    since: When | None


@dataclass(frozen=True, slots=True)
class Debate:
    """Everything found of a debate.

    Attributes:
        called: what everybody who holds or says something is called in words, by name.
        thread: the debate as an argument.
        owed: what each owes who owes an answer, by name; ``case`` for whoever keeps the case.
        exposures: the case as it stands first, then every debater who holds something.
        unargued: judgements that debaters hold otherwise than the case and that no move speaks to.
        narrowed: whether a part of it was left aside, because only some was asked for.
    """

    called: Mapping[str, str]
    thread: Thread
    owed: Mapping[str, Owed]
    exposures: tuple[Exposure, ...]
    unargued: tuple[Unargued, ...]
    narrowed: bool = False

    @property
    def begun(self) -> bool:
        """Whether anybody holds or says anything yet."""
        return bool(self.called)


def find_debate(
    case: Case, model: Model, told: Callable[[str], None] = lambda _: None
) -> tuple[Debate, tuple[Problem, ...]]:
    """Answer the debate of a case, and what is wrong with what is said in it.

    Args:
        case: the case as written, which has no errors itself.
        model: what it compiles to.
        told: called with whom it is about.
    """
    positions = sorted(case.positions, key=lambda each: each.position)
    thread = find_thread(case)
    exposures, problems = find_exposures(case, thread, positions, told)
    names = {each.author: in_words(each.author) for each in case.debate}
    names |= {each.position: called(each) for each in positions}
    unargued = find_unargued(case)
    debate = Debate(dict(sorted(names.items())), thread, _owed(thread), exposures, unargued)
    return debate, (*problems, *move_problems(case, model))


def only(debate: Debate, author: str | None, *, waiting: bool) -> Debate:
    """Answer the part of a debate that concerns one of its authors, or waits for an answer.

    What is left of the thread is what concerns him with all that it answers, and what answers it.

    Args:
        debate: the debate.
        author: whom it is to concern: his moves, and what he owes; None for everybody.
        waiting: whether only what waits for an answer is left.
    """
    thread, above = debate.thread, above_in(debate.thread)
    meant = {
        name
        for name, each in thread.standings.items()
        if (author is None or author in each.turn or _is_by(each, author))
        and (not waiting or each.turn)
    }
    kept = meant | {name for name, over in above.items() if over in meant}
    for name in tuple(kept):
        over = above[name]
        while over and over not in kept:
            kept.add(over)
            over = above[over]
    left = {name: each for name, each in thread.standings.items() if name in kept}
    depth = {name: level for name, level in thread.depth.items() if name in kept}
    told = [each for each in debate.exposures if author in (None, each.name)]
    found = [each for each in debate.unargued if author is None or author in each.by]
    part = replace(thread, standings=left, depth=depth)
    return replace(debate, thread=part, exposures=tuple(told), unargued=tuple(found), narrowed=True)


def above_in(thread: Thread) -> Mapping[str, str]:
    """Answer by name what each argument stands below; an empty name for a claim."""
    line: list[str] = []
    found: dict[str, str] = {}
    for name, level in thread.depth.items():
        line = line[:level]
        found[name] = line[-1] if line else ""
        line.append(name)
    return found


def _is_by(standing: Standing, author: str) -> bool:
    return standing.move is not None and standing.move.author == author


def _owed(thread: Thread) -> Mapping[str, Owed]:
    found: dict[str, list[Standing]] = {}
    for standing in thread.standings.values():
        for name in standing.turn:
            found.setdefault(name, []).append(standing)
    return {name: Owed(len(each), _first(each)) for name, each in sorted(found.items())}


def _first(standings: Sequence[Standing]) -> When | None:
    dates = [each.since for each in standings if each.since is not None]
    return min(dates, key=lambda date: date.start, default=None)


def in_words(name: str) -> str:
    """Answer what somebody without a position is called."""
    return name.replace("_", " ").capitalize()
