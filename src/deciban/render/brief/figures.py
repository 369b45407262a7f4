"""The figures of a brief, by the names that its sections ask for them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from deciban.case import Case
from deciban.case.evidence import map_of
from deciban.findings.account import Account
from deciban.findings.timeline import Clock, Timeline
from deciban.render.brief.when import clocks_told
from deciban.render.charts.argument import argument_picture
from deciban.render.charts.belief import belief_picture
from deciban.render.charts.dumbbell import dumbbell_picture
from deciban.render.charts.flip import flip_picture
from deciban.render.charts.ledger import ledger_picture
from deciban.render.charts.map import map_picture
from deciban.render.charts.over_time import clock_picture
from deciban.render.charts.picture import Picture
from deciban.render.charts.posterior import posterior_picture
from deciban.render.charts.residual import residual_picture
from deciban.render.charts.seek import seek_picture
from deciban.render.charts.tornado import tornado_picture
from deciban.render.charts.trajectories import trajectories_picture
from deciban.render.charts.weights import weights_picture

if TYPE_CHECKING:
    from deciban.debate.in_brief import DebateInBrief

#: A map of more things than these cannot be read on a page; ``deciban figure`` draws it.
NODES = 40
#: A debate of more claims and moves likewise; ``deciban figure`` draws it whole, or by exchange.
BOXES = 16


def brief_pictures(
    account: Account, case: Case, debate: "DebateInBrief | None" = None, *, short: bool = False
) -> Mapping[str, Picture]:
    """Answer the figures that a brief of a case has room for.

    Args:
        account: what was found.
        case: the case, for the words of those whose minds are told of.
        debate: where its debaters part; None where it has none.
        short: without those that only its appendices have.
    """
    from altair.utils.schemapi import debug_mode  # noqa: PLC0415 (an extra: only to draw)

    # The tests hold every kind of figure against the schema; a reader need not wait for it.
    with debug_mode(False):
        further = () if short else (*_of_appendices(account, case), *_of_debate(case, debate))
        body = (*_of_body(account, case), *_of_parting(case, debate))
        return {each.name: each for each in (*body, *further)}


def _of_body(account: Account, case: Case) -> Iterator[Picture]:
    timeline = account.timeline
    yield posterior_picture(account.findings)
    yield from _clocks(timeline, clocks_told(timeline)[:1])
    for mind in timeline.minds:
        if len(mind.beliefs) > 1:
            named = f"belief-{mind.actor}"
            yield replace(belief_picture(mind, case.actors[mind.actor]), name=named)


def _clocks(timeline: Timeline, clocks: Iterable[Clock]) -> Iterator[Picture]:
    for clock in clocks:
        yield replace(clock_picture(timeline, clock.name), name=f"over-time-{clock.name}")


def _of_appendices(account: Account, case: Case) -> Iterator[Picture]:
    findings, sensitivity = account.findings, account.sensitivity
    if findings.weights.items:
        yield weights_picture(findings)
    if len(map_of(case).nodes) <= NODES:
        yield map_picture(case)
    if any(each.swing > 0.0 for each in sensitivity.swings):
        yield tornado_picture(findings.posterior, sensitivity)
    if account.curve is not None:
        yield flip_picture(account.curve)
    if findings.seek.records:
        yield seek_picture(findings.ask, findings.seek)
    yield from _clocks(account.timeline, clocks_told(account.timeline)[1:])
    for found in account.minds:
        if found.lines:
            yield replace(ledger_picture(found), name=f"ledger-{found.brief.actor}")


def _of_parting(case: Case, debate: "DebateInBrief | None") -> Iterator[Picture]:
    """The two who are furthest apart."""
    if debate is not None and debate.cruxes:
        yield dumbbell_picture(debate.cruxes[0], case.words)


def _of_debate(case: Case, debate: "DebateInBrief | None") -> Iterator[Picture]:
    if debate is None:
        return
    if debate.cruxes and debate.cruxes[0].disputes:
        yield residual_picture(debate.cruxes[0])
    if debate.trajectories:
        yield trajectories_picture(debate.trajectories, debate.pool)
    if debate.thread is not None and len(debate.thread.standings) <= BOXES:
        yield argument_picture(case, debate.thread)
