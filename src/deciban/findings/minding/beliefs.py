"""What he believed from date to date, as far as the case tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deciban.findings.minding.spread import Spread, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deciban.findings.minding.weighed import WeighedMind


@dataclass(frozen=True, slots=True)
class Belief:
    """His belief at a date.

    Attributes:
        at: the date, as a time of ``deciban.dates``; None before the first message.
        on: the date as written; empty before the first message.
        came: what reached him on it, or turned out.
        chose: what he chose on it.
        now: by value, how likely he held it, over the columns as everything in the case weighs
            them, later evidence included: the smoother.
        before: by value, over the columns as they were before anything was known of his acts:
            what reached him, filtered through whom he trusted.
    """

    at: int | None
    on: str
    came: tuple[str, ...]
    chose: tuple[str, ...]
    now: Mapping[str, Spread]
    before: Mapping[str, Spread]


def find_beliefs(weighed: WeighedMind, asked: Mapping[int, str]) -> tuple[Belief, ...]:
    """Answer his belief before the first message, and on every date on which anything happened.

    Args:
        weighed: the mind.
        asked: further dates that somebody asks for, with how they are written.
    """
    written = {**_written(weighed), **asked}
    return (_belief(weighed, None, ""), *(_belief(weighed, at, on) for at, on in _sorted(written)))


def belief_at(weighed: WeighedMind, at: int | None, on: str) -> Belief:
    """Answer his belief at one date."""
    return _belief(weighed, at, on)


def _sorted(dates: Mapping[int, str]) -> list[tuple[int, str]]:
    return sorted(dates.items())


def _belief(weighed: WeighedMind, at: int | None, on: str) -> Belief:
    path, mind = weighed.reading.path, weighed.reading.mind
    belief = path.beliefs[0] if at is None else path.at(at)
    return Belief(
        at=at,
        on=on,
        came=tuple(_came(weighed, at)) if at is not None else (),
        chose=tuple(each.id for each in mind.choices if each.at == at),
        now={value: spread(belief[w], weighed.weights) for w, value in enumerate(mind.values)},
        before={value: spread(belief[w], weighed.prior) for w, value in enumerate(mind.values)},
    )


def _came(weighed: WeighedMind, at: int) -> Iterator[str]:
    for sight in weighed.actor.saw:
        if sight.on is not None and sight.on.latest == at:
            yield sight.id
        resolved = sight.resolved
        if resolved is not None and resolved.on is not None and resolved.on.latest == at:
            yield f"{sight.id} turns out"


def _written(weighed: WeighedMind) -> Mapping[int, str]:
    """Every date on which anything reached him, turned out or was chosen, as written."""
    found: dict[int, str] = {}
    dates = [sight.on for sight in weighed.actor.saw]
    dates += [sight.resolved.on for sight in weighed.actor.saw if sight.resolved is not None]
    dates += [choice.on for choice in weighed.actor.chooses]
    for date in dates:
        if date is not None:
            found.setdefault(date.latest, date.text)
    return found
