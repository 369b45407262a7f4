"""The figures that ``deciban figure`` draws: what each answers, and what it needs to know."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import rich_click as click

from deciban.cli.actors import actor_meant
from deciban.cli.drawn import OPTIONS, Drawn, Figure, Say, Wanted
from deciban.cli.figures_of_debate import argument, dumbbell, residual, trajectories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deciban.case import Actor, Case
    from deciban.engine import Solution
    from deciban.findings.flip_curve import NoSuchNumber, NumberCurve
    from deciban.findings.mind import MindInFull
    from deciban.findings.seek import Seek
    from deciban.model import Model
    from deciban.pipeline import Weighing
    from deciban.read import Reading
    from deciban.render.charts.picture import Picture

__all__ = ["FIGURES", "MAP", "OPTIONS", "PLACED", "Drawn", "Figure", "Wanted"]

Found = TypeVar("Found")

MAP = "map"
#: Figures whose parts another program places.
PLACED = frozenset({MAP, "argument"})
#: How an actor is named, for a message.
WHERE = "figure CASE {} --actor ACTOR"
#: Addresses that are suggested at the most.
SUGGESTED = 5


def _drawn(weighing: "Weighing[Found]", draw: "Callable[[Found], Picture]") -> Drawn:
    return Drawn(weighing, None if weighing.findings is None else draw(weighing.findings))


def _asked(
    reading: "Reading",
    finder: "Callable[[Case, Model, Solution], Found]",
    draw: "Callable[[Found], Picture]",
) -> Drawn:
    """Weigh a case as far as one finding needs, and draw that."""
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)

    return _drawn(pipeline.inquire(reading, finder), draw)


def _posterior(reading: "Reading", _: Wanted, say: Say) -> Drawn:
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.charts.posterior import posterior_picture  # noqa: PLC0415 (as above)

    told = _counting(say)
    return _drawn(pipeline.weigh_reading(reading, bounded=True, told=told), posterior_picture)


def _weights(reading: "Reading", _: Wanted, say: Say) -> Drawn:
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.charts.weights import weights_picture  # noqa: PLC0415 (as above)

    return _drawn(pipeline.weigh_reading(reading, told=_counting(say)), weights_picture)


def _counting(say: Say) -> Callable[[int], None]:
    return lambda done: say(f"{done:,} draws")


def _tornado(reading: "Reading", _: Wanted, say: Say) -> Drawn:
    from deciban.findings.sensitivity import (  # noqa: PLC0415 (--help must not wait for it)
        find_answers_with_sensitivity,
    )
    from deciban.render.charts.tornado import tornado_picture  # noqa: PLC0415 (as above)

    finder = partial(find_answers_with_sensitivity, told=say)
    return _asked(reading, finder, lambda found: tornado_picture(*found))


def _timeline(reading: "Reading", wanted: Wanted, _: Say) -> Drawn:
    from deciban.findings.timeline import find_timeline  # noqa: PLC0415 (as above)
    from deciban.render.charts.over_time import clock_picture  # noqa: PLC0415 (as above)

    return _asked(
        reading, find_timeline, lambda found: clock_picture(found, wanted.clock or "public")
    )


def _belief(reading: "Reading", wanted: Wanted, _: Say) -> Drawn:
    from deciban.findings.timeline import MindInTime  # noqa: PLC0415 (as above)
    from deciban.render.charts.belief import belief_picture  # noqa: PLC0415 (as above)

    def draw(found: "tuple[MindInFull, Actor]") -> "Picture":
        mind, actor = found
        brief = mind.brief
        in_time = MindInTime(brief.actor, brief.name, brief.of, mind.beliefs, brief)
        return belief_picture(in_time, actor)

    return _asked(reading, partial(_mind, wanted=wanted, name="belief"), draw)


def _ledger(reading: "Reading", wanted: Wanted, _: Say) -> Drawn:
    from deciban.render.charts.ledger import ledger_picture  # noqa: PLC0415 (as above)

    finder = partial(_mind, wanted=wanted, name="ledger")
    return _asked(reading, finder, lambda found: ledger_picture(found[0]))


def _mind(
    case: "Case", model: "Model", solution: "Solution", *, wanted: Wanted, name: str
) -> "tuple[MindInFull, Actor]":
    """Everything found of the actor who is meant, and he as the case has him."""
    from deciban.findings.mind import find_inquest  # noqa: PLC0415 (as above)

    actor = _actor(case, wanted, name)
    return find_inquest(case, model, solution, actor=actor.id).mind, actor


def _actor(case: "Case", wanted: Wanted, name: str) -> "Actor":
    meant = actor_meant(case, wanted.actor, WHERE.format(name))
    if meant is None:  # not of a case that was weighed
        message = "this case has no actors"
        raise click.UsageError(message)
    return meant


def _flip(reading: "Reading", wanted: Wanted, _: Say) -> Drawn:
    from deciban.findings.flip_curve import find_flip_curve  # noqa: PLC0415 (as above)
    from deciban.render.charts.flip import flip_picture  # noqa: PLC0415 (as above)

    finder = partial(find_flip_curve, address=wanted.address)
    return _asked(reading, finder, lambda found: flip_picture(_there(found, wanted.address)))


def _there(found: "NumberCurve | NoSuchNumber", address: str | None) -> "NumberCurve":
    """The curve of a number; where there is none, what was probably meant."""
    from deciban.findings.flip_curve import NumberCurve  # noqa: PLC0415 (as above)

    if isinstance(found, NumberCurve):
        return found
    if address is None:
        message = "no number outside minds moves the leader; name one of a mind with --address"
        raise click.UsageError(message)
    message = f"there is no number at '{address}'{_meant(address, found.addresses)}"
    raise click.BadParameter(message, param_hint="--address")


def _meant(address: str, addresses: "Sequence[str]") -> str:
    from deciban.read.suggest import listing, nearest  # noqa: PLC0415 (as above)

    near = nearest(address, addresses)
    inside = [each for each in addresses if f".{address}." in f".{each}."]
    if inside:
        return f"; it may be one of {listing(inside, SUGGESTED)}"
    return f"; did you mean '{near}'?" if near else "; `deciban sensitivity` lists numbers"


def _seek(reading: "Reading", _: Wanted, __: Say) -> Drawn:
    from deciban.findings.seek import find_seek_with_ranges  # noqa: PLC0415 (as above)
    from deciban.render.charts.seek import seek_picture  # noqa: PLC0415 (as above)

    def find(case: "Case", model: "Model", solution: "Solution") -> "tuple[str, Seek]":
        return case.question.ask, find_seek_with_ranges(case, model, solution)

    return _asked(reading, find, lambda found: seek_picture(*found))


def _map(reading: "Reading", wanted: Wanted, _: Say) -> Drawn:
    """Draw the map of a case that need not add up, but must be whole."""
    from deciban import pipeline  # noqa: PLC0415 (--help must not wait for it)
    from deciban.render.charts.map import chosen, map_picture  # noqa: PLC0415 (as above)

    weighing = pipeline.check_reading(reading)
    case = reading.case
    if case is None or not weighing.sound:
        return Drawn(weighing, None)
    part = wanted.around or "", wanted.theme or ""
    if not chosen(case, around=part[0], theme=part[1]).nodes:
        raise _nothing(case, *part)
    return Drawn(weighing, map_picture(case, around=part[0], theme=part[1]))


def _nothing(case: "Case", around: str, theme: str) -> click.BadParameter:
    """What to say of a name or a theme that the map does not have."""
    from deciban.read.suggest import listing, nearest  # noqa: PLC0415 (as above)
    from deciban.render.charts.map import chosen  # noqa: PLC0415 (as above)

    nodes = chosen(case).nodes
    if theme:
        themes = list(dict.fromkeys(node.theme for node in nodes if node.theme))
        there = f"this case has {listing(themes)}" if themes else "this case has no themes"
        return click.BadParameter(f"there is no theme '{theme}'; {there}", param_hint="--theme")
    near = nearest(around, [node.id for node in nodes])
    hint = f"; did you mean '{near}'?" if near else ""
    return click.BadParameter(f"there is nothing called '{around}'{hint}", param_hint="--around")


FIGURES: Mapping[str, Figure] = {
    "posterior": Figure("how likely each answer is, and within what it moves", _posterior),
    "weights": Figure("what each item says: from before the evidence to all of it", _weights),
    "tornado": Figure(
        "which numbers move the leader most, from end to end of their ranges", _tornado
    ),
    "flip": Figure(
        "the answers as one number moves, and where the leader changes (--address)",
        _flip,
        ("address",),
    ),
    "seek": Figure("what each unseen record is worth, and what either answer would do", _seek),
    "timeline": Figure(
        "how the case looked by each date (--clock happened, public)", _timeline, ("clock",)
    ),
    "belief": Figure(
        "what an actor believed from date to date, with what came (--actor)", _belief, ("actor",)
    ),
    "ledger": Figure(
        "what each message said to an actor, and to another reader (--actor)", _ledger, ("actor",)
    ),
    MAP: Figure("what bears on what, as a map (--around, --theme)", _map, ("around", "theme")),
    "dumbbell": Figure(
        "what two debaters hold otherwise, the cruxes lit (--between)", dumbbell, ("between",)
    ),
    "residual": Figure(
        "what is left between two debaters by how much is settled (--between)",
        residual,
        ("between",),
    ),
    "trajectories": Figure("how debaters changed their minds, and the pools", trajectories),
    "argument": Figure(
        "the debate as a map: what stands, and whose turn it is (--around)",
        argument,
        ("around",),
    ),
}
