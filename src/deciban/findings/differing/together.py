"""What cannot be taken apart: changes of which one does not stand without the other.

A report that only one case has needs the other report that it relays; an archive has one number,
though two silences state it. A mixture that a check refuses, or under which nothing is possible, is
no case anybody could have written, so what it parts is put together.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from deciban.case import Case
from deciban.checks import errors_of
from deciban.edit.difference import Between, Block, Difference
from deciban.findings.differing.player import Player, Why, merged, paths_of

Sets = NDArray[np.bool_]

#: What does not keep a mixture from being weighed: an event that nothing bears on any more, and
#: works and dates of publication, which are words, and stand there as in the second case.
HARMLESS = frozenset({"D501", "D405", "D512"})
#: Changes inside one mind that are told apart; each doubles how often it is read.
MOST_IN_A_MIND = 6


def faults_of(case: Case) -> int:
    """Answer how many errors keep a mixture from being a case."""
    return sum(problem.code not in HARMLESS for problem in errors_of(case))


def standing(
    between: Between, blocks: Sequence[Block], *, most: int | None = None
) -> tuple[Player, ...]:
    """Answer blocks as players, each of which may be taken alone, and left alone.

    Args:
        between: what lies between the two cases.
        blocks: what is changed at once.
        most: changes in one mind that are told apart; ``MOST_IN_A_MIND`` where it is not said.
    """
    return made_to_stand(between, tuple(Player((block,)) for block in blocks), most=most)


def made_to_stand(
    between: Between, players: tuple[Player, ...], *, most: int | None = None
) -> tuple[Player, ...]:
    """Answer players of which each may be taken alone, and left alone: as ``standing``."""
    while (found := _first_that_falls(between, players)) is not None:
        players = merged(players, (found, _support(between, players, found)), "whole")
    return whole_minds(players, MOST_IN_A_MIND if most is None else most)


def _first_that_falls(between: Between, players: Sequence[Player]) -> int | None:
    if len(players) < 2:  # noqa: PLR2004 (a pair)
        return None
    places = [place for place, player in enumerate(players) if _may_fall(between, player)]
    return next((place for place in places if _faults(between, players, (place,))), None)


def _may_fall(between: Between, player: Player) -> bool:
    """Whether a check could refuse a case for having, or not having, what differs in a player.

    Another value where both have one, of an event, a question or a source without a school, is as
    good for every check: they ask which names a row has, and whether shared numbers are the same.
    """
    return not all(
        block.only_numbers and all(_is_a_value(between, each) for each in block.differences)
        for block in player.blocks
    )


def _is_a_value(between: Between, difference: Difference) -> bool:
    head, *rest = difference.path
    if head == "sources":
        cases = (between.before, between.after)
        schooled = any(getattr(case.sources.get(rest[0]), "school", None) for case in cases)
    else:
        schooled = False
    row = "{" in difference.before + difference.after
    both = difference.before and difference.after
    return bool(both) and not row and not schooled and head in _LONE


#: Where numbers stand that no check holds against other numbers.
_LONE = frozenset({"sources", "events", "question", "questions"})


def _faults(between: Between, players: Sequence[Player], some: tuple[int, ...]) -> int:
    """The errors of taking these alone, and of taking all but these."""
    taken = [player for place, player in enumerate(players) if place in some]
    others = [player for place, player in enumerate(players) if place not in some]
    return sum(faults_of(between.mixed(paths_of(each))) for each in (taken, others))


def _support(between: Between, players: Sequence[Player], place: int) -> int:
    """The other player with which this one stands best; those it has to do with come first."""
    best, fewest = -1, -1
    for other in _nearest_first(players, place):
        faults = _faults(between, players, (place, other))
        if best < 0 or faults < fewest:
            best, fewest = other, faults
        if not faults:
            break
    return best


def _nearest_first(players: Sequence[Player], place: int) -> Iterator[int]:
    """The other players: first those that name something that this one names."""
    names = _names(players[place])
    others = [other for other in range(len(players)) if other != place]
    yield from (other for other in others if _names(players[other]) & names)
    yield from (other for other in others if not _names(players[other]) & names)


def _names(player: Player) -> frozenset[str]:
    """Every word of what differs, and of where it stands."""
    found: set[str] = set()
    for each in player.differences:
        found |= {*each.path[1:]}
        for text in (each.before, each.after):
            found |= set(text.translate(_SIGNS).split())
    return frozenset(found)


_SIGNS = str.maketrans("{}[],:.", "       ")


def whole_minds(players: tuple[Player, ...], most: int) -> tuple[Player, ...]:
    """Answer players with all in one mind made one, where they are too many to be told apart.

    Args:
        players: as they are.
        most: how many in one mind are told apart.
    """
    by_actor: dict[str, list[int]] = {}
    for place, player in enumerate(players):
        for actor in {path[1] for path in player.paths if path[0] == "actors"}:
            by_actor.setdefault(actor, []).append(place)
    crowded = [places for places in by_actor.values() if len(places) > most]
    if not crowded:
        return players
    return whole_minds(merged(players, crowded[0], "mind"), most)


def put_together(players: Sequence[Player], unfit: Sets, why: Why) -> tuple[Player, ...]:
    """Answer the players with those two made one that part most of the mixtures that are none.

    Args:
        players: as they are.
        unfit: mixtures that are none, shape (players, S); True where a player is taken.
        why: why these are none.
    """
    count = len(players)
    pairs = [(one, other) for one in range(count) for other in range(one + 1, count)]
    parted = [int((unfit[one] != unfit[other]).sum()) for one, other in pairs]
    return merged(players, pairs[int(np.argmax(parted))], why)
