"""The figures of a brief, by the names that its sections ask for them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deciban.case import Case
from deciban.findings.account import Account
from deciban.render.charts.picture import Picture


def brief_pictures(account: Account, case: Case) -> Mapping[str, Picture]:
    """Answer the figures that a brief of a case has room for.

    Args:
        account: what was found.
        case: the case, for the words of those whose minds are told of.
    """
    return {each.name: each for each in _pictures(account, case)}


def _pictures(account: Account, case: Case) -> Iterator[Picture]:
    from deciban.render.charts.belief import belief_picture  # noqa: PLC0415 (as wanted)
    from deciban.render.charts.over_time import clock_picture  # noqa: PLC0415 (as above)
    from deciban.render.charts.posterior import posterior_picture  # noqa: PLC0415 (as above)
    from deciban.render.charts.tornado import tornado_picture  # noqa: PLC0415 (as above)
    from deciban.render.charts.weights import weights_picture  # noqa: PLC0415 (as above)

    findings, timeline = account.findings, account.timeline
    yield posterior_picture(findings)
    if findings.weights.items:
        yield weights_picture(findings)
    if any(each.swing > 0.0 for each in account.sensitivity.swings):
        yield tornado_picture(findings.posterior, account.sensitivity)
    for clock in (timeline.public, timeline.happened):
        if len(clock.latest) > 1:
            yield replace(clock_picture(timeline, clock.name), name=f"over-time-{clock.name}")
    for mind in timeline.minds:
        if len(mind.beliefs) > 1:
            named = f"belief-{mind.actor}"
            yield replace(belief_picture(mind, case.actors[mind.actor]), name=named)
