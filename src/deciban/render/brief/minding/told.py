"""What every part of a section on a mind is written from, and words that they share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deciban.case import Actor, Case, ChoiceMade, Event, Sight
from deciban.case.citation import without_citations
from deciban.findings.mind import MindInFull
from deciban.findings.minding.spread import Spread
from deciban.render.brief.names import actor_name, plain
from deciban.render.brief.names import value as value_in_words
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import chance, chances, quoted, weight, weights
from deciban.render.date import in_words

_CLOCK, _DAY, _STRETCH = re.compile(r"\d\d:\d\d"), re.compile(r"\d+ [A-Z]"), re.compile(r" to ")
#: Words that begin a date in words and need none before them.
_SAID = ("between", "about", "throughout", "from", "until", "at")


@dataclass(frozen=True, slots=True)
class MindTold:
    """A mind, and the brief that it is told in.

    Attributes:
        telling: what the brief is written from.
        found: everything found of it.
        actor: whose mind it is, for his words.
    """

    telling: Telling
    found: MindInFull
    actor: Actor

    @property
    def name(self) -> str:
        """What people call the actor."""
        return actor_name(self.actor)

    def value(self, name: str) -> str:
        """Answer a value that the actor wonders about."""
        return value_in_words(self.telling.case, self.actor.id, name)

    def sight(self, name: str) -> Sight | None:
        """Answer the message or sign of a name."""
        return next((each for each in self.actor.saw if each.id == name), None)

    def made(self, name: str) -> ChoiceMade:
        """Answer the choice of a name."""
        return next(each for each in self.actor.chooses if each.id == name)

    def choice(self, name: str) -> str:
        """Answer a choice in words: the event that shows it, or when it was made."""
        made = self.made(name)
        shown = _shown_by(self.telling.case, made)
        return _bare(shown) if shown is not None else f"The choice made {when_made(made)}"

    def in_choice(self, name: str) -> str:
        """Answer in which choice: ``in the choice behind “…”``, or when it was made."""
        made = self.made(name)
        shown = _shown_by(self.telling.case, made)
        behind = f"behind {quoted(shown.text)}" if shown is not None else f"made {when_made(made)}"
        return f"in the choice {behind}"


def minds_told(telling: Telling) -> Iterator[MindTold]:
    """Answer every mind of a case that is inferred, with what tells of it."""
    for found in telling.account.minds:
        yield MindTold(telling, found, telling.case.actors[found.brief.actor])


def chosen_in_words(case: Case, made: ChoiceMade) -> str:
    """Answer what was chosen, behind the event that shows it, where one does."""
    shown = _shown_by(case, made)
    chose = option(made.chose)
    return f"{_bare(shown)}: {chose}" if shown is not None else chose


def when_made(made: ChoiceMade) -> str:
    """Answer when a choice was made, with the word before it."""
    return at_date(made.on.text) if made.on is not None else f"as {option(made.id)}"


def _shown_by(case: Case, made: ChoiceMade) -> Event | None:
    return case.event(made.shown_by) if made.shown_by is not None else None


def _bare(event: Event) -> str:
    return without_citations(event.text).removesuffix(".")


def held(spread: Spread) -> str:
    """Answer a belief with its range: ``27% (10 to 44%)``."""
    return f"{chance(spread.mean)} ({chances(spread.low, spread.high)})"


def likely(spread: Spread) -> str:
    """Answer a belief with its range, as a sentence has it: ``27% likely (10 to 44%)``."""
    return f"{chance(spread.mean)} likely ({chances(spread.low, spread.high)})"


def in_decibans(spread: Spread) -> str:
    """Answer a weight with its range: ``+4.2 decibans (+0.5 to +8.0)``."""
    ends = weights(spread.low, spread.high).rpartition(" ")[0]
    return f"{weight(spread.mean)} ({ends})"


def dated(on: str) -> str:
    """Answer a date as it counts, at its end, in words: ``by 4 January 1941`` for one before."""
    last = on.rpartition("..")[2] if ".." in on else on.rpartition("/")[2]
    return f"by {in_words(last)}" if ".." in on else in_words(last)


def at_date(on: str) -> str:
    """Answer a date with the word before it: ``at 12:00 on 21 June``, ``in June 1941``."""
    words = in_words(on)
    if _CLOCK.match(words):
        return f"at {words}"
    if _DAY.match(words):
        return f"on {words}"
    if _STRETCH.search(words):
        return f"from {words}"
    return words if words.split(" ", 1)[0] in _SAID else f"in {words}"


def option(name: str) -> str:
    """Answer an option of a choice in quotation marks."""
    return quoted(plain(name))
