"""The figures of a debate, as ``deciban figure`` draws them."""

from typing import TYPE_CHECKING

import rich_click as click

from deciban.cli.debaters import NOBODY, known
from deciban.cli.drawn import Drawn, Say, Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.debate.crux import Crux
    from deciban.problem import Problem
    from deciban.read import Reading
    from deciban.render.charts.picture import Picture

#: How a pair is named, for a message.
WHERE = "figure CASE {} --between A B"
PAIR = 2
OUTSIDE = "a debate is drawn as it is and not as one sees it; leave out --as and --apply"


def dumbbell(reading: "Reading", wanted: Wanted, say: Say) -> Drawn:
    """Draw what two debaters hold otherwise."""
    from deciban.render.charts.dumbbell import dumbbell_picture  # noqa: PLC0415 (not for --help)

    crux, problems = _crux(reading, wanted, "dumbbell", say)
    if crux is None or reading.case is None:
        return _drawn(reading, problems)
    return _drawn(reading, problems, dumbbell_picture(crux, reading.case.words))


def residual(reading: "Reading", wanted: Wanted, say: Say) -> Drawn:
    """Draw what is left between two debaters by how much is settled."""
    from deciban.render.charts.residual import residual_picture  # noqa: PLC0415 (as above)

    crux, problems = _crux(reading, wanted, "residual", say)
    return _drawn(reading, problems, None if crux is None else residual_picture(crux))


def trajectories(reading: "Reading", _: Wanted, __: Say) -> Drawn:
    """Draw how debaters changed their minds, and what they come to together."""
    from deciban import pipeline  # noqa: PLC0415 (as above)
    from deciban.debate.drawing.courses import told_of  # noqa: PLC0415 (as above)
    from deciban.debate.in_brief import find_trajectories  # noqa: PLC0415 (as above)
    from deciban.debate.pooling import find_pool  # noqa: PLC0415 (as above)
    from deciban.render.charts.trajectories import trajectories_picture  # noqa: PLC0415 (as above)

    _positions(reading)
    debaters, problems = pipeline.debaters(reading)
    if reading.case is None or not debaters:
        return _drawn(reading, problems)
    found, more = find_trajectories(reading.case, debaters, told_of(debaters))
    if not found:
        return _drawn(reading, (*problems, *more))
    pool = find_pool(reading.case, debaters) if len(debaters) > 1 else None
    return _drawn(reading, (*problems, *more), trajectories_picture(found, pool))


def argument(reading: "Reading", wanted: Wanted, _: Say) -> Drawn:
    """Draw the debate as a map; a case that does not add up has one too."""
    from deciban import pipeline  # noqa: PLC0415 (as above)
    from deciban.debate.drawing.argument import find_argument  # noqa: PLC0415 (as above)
    from deciban.debate.in_brief import in_position  # noqa: PLC0415 (as above)
    from deciban.debate.thread import find_thread  # noqa: PLC0415 (as above)
    from deciban.read.suggest import nearest  # noqa: PLC0415 (as above)
    from deciban.render.charts.argument import argument_picture  # noqa: PLC0415 (as above)

    if reading.checked is not None:
        raise click.UsageError(OUTSIDE)
    problems = pipeline.check_reading(reading).problems
    case = reading.case
    if case is None or any(each.is_error and not in_position(each) for each in problems):
        return _drawn(reading, problems)
    if not case.debate:
        message = "nobody has made a move in this debate; `deciban move` makes one"
        raise click.UsageError(message)
    thread, around = find_thread(case), wanted.around or ""
    if around and not find_argument(case, thread, around).boxes:
        near = nearest(around, tuple(thread.standings))
        hint = f"; did you mean '{near}'?" if near else ""
        message = f"there is nothing called '{around}' in the debate{hint}"
        raise click.BadParameter(message, param_hint="--around")
    return _drawn(reading, problems, argument_picture(case, thread, around=around))


def _drawn(
    reading: "Reading", problems: "Sequence[Problem]", picture: "Picture | None" = None
) -> Drawn:
    from deciban.pipeline import Weighing  # noqa: PLC0415 (as above)

    return Drawn(Weighing(reading.case, None, tuple(problems), reading), picture)


def _crux(
    reading: "Reading", wanted: Wanted, name: str, say: Say
) -> "tuple[Crux | None, tuple[Problem, ...]]":
    """Where two debaters part; None where either has no answer."""
    from deciban import pipeline  # noqa: PLC0415 (as above)
    from deciban.debate.cruxes import find_crux  # noqa: PLC0415 (as above)

    pair = _pair(reading, wanted, name)
    debaters, problems = pipeline.debaters(reading, pair)
    if reading.case is None or len(debaters) < PAIR:
        return None, problems
    crux = find_crux(reading.case, *debaters, told=lambda done: say(f"{done:,} mixtures"))
    return crux, problems


def _pair(reading: "Reading", wanted: Wanted, name: str) -> tuple[str, str]:
    """The two who are meant: those named, or the only two there are."""
    from deciban.read.suggest import listing  # noqa: PLC0415 (as above)

    there = _positions(reading)
    if wanted.between is not None:
        a, b = wanted.between
        known(reading, wanted.between, "--between")
        if a == b:
            message = f"'{a}' is one debater; name two"
            raise click.BadParameter(message, param_hint="--between")
        return a, b
    if len(there) == 1:
        message = f"{there[0]} has the only position, and a figure of two needs another"
        raise click.UsageError(message)
    if len(there) != PAIR:
        where = WHERE.format(name)
        message = f"this case has several debaters; name two of {listing(there)}, as in `{where}`"
        raise click.UsageError(message)
    return there[0], there[1]


def _positions(reading: "Reading") -> tuple[str, ...]:
    """The debaters of a case; where it has none, a figure of them is wrong usage."""
    if reading.checked is not None:
        raise click.UsageError(OUTSIDE)
    there = tuple(each.position for each in reading.case.positions) if reading.case else ()
    if not there and reading.case is not None:
        raise click.UsageError(NOBODY)
    return there
