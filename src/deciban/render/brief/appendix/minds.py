"""The numbers of every actor."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from deciban.case import NO, Actor, Case, ChoiceMade, Counterfactual, Sight, Trust
from deciban.render.brief.appendix.entry import Entry, entry_blocks
from deciban.render.brief.minding.told import at_date, chosen_in_words, when_made
from deciban.render.brief.names import actor_name, plain
from deciban.render.brief.prose import Piece, codes, prose, quiet
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import quoted
from deciban.render.date import in_words
from deciban.render.document.blocks import Block, Fold

#: What of an actor has entries of its own.
APART = ("trusts", "saw", "chooses", "reasonable", "had", "ask")


def mind_folds(telling: Telling) -> Iterator[Block]:
    """Answer the numbers of every actor, part by part."""
    for actor in telling.case.actors.values():
        entries = _entries(telling.case, actor)
        blocks = chain.from_iterable(entry_blocks(telling, each) for each in entries)
        yield Fold(f"The mind of {actor_name(actor)}", tuple(blocks))


def _entries(case: Case, actor: Actor) -> Iterator[Entry]:
    at = f"actors.{actor.id}"
    yield Entry(actor, at, actor.name or plain(actor.id), without=APART)
    yield from _trusts(actor.trusts, f"{at}.trusts", f"in the eyes of {actor_name(actor)}")
    for sight in actor.saw:
        title = sight.text or plain(sight.id)
        yield Entry(sight, f"{at}.saw.{sight.id}", title, _sight(actor, sight))
    for made in actor.chooses:
        title = f"{chosen_in_words(case, made)} was chosen"
        yield Entry(made, f"{at}.chooses.{made.id}", title, _choice(actor, made))
    if actor.reasonable is not None:
        reader = actor.reasonable
        yield Entry(
            reader, f"{at}.reasonable", "A reasonable reader in that place", (), ("trusts",)
        )
        thought = "in the eyes of a reasonable reader"
        yield from _trusts(reader.trusts, f"{at}.reasonable.trusts", thought)
    for place, asked in enumerate(actor.ask):
        if asked.mens_rea is not None:
            title = "What is held to be a risk that must not be run"
            yield Entry(asked.mens_rea, f"{at}.ask.{place}.mens_rea", title)
    for had in actor.had:
        yield Entry(had, f"{at}.had.{had.id}", had.text or plain(had.id), (_settings(had),))


def _trusts(trusts: Mapping[str, Trust], address: str, how: str) -> Iterator[Entry]:
    for name, trust in trusts.items():
        line = (quiet(f"pushes {quoted(plain(trust.line))}"),) if trust.line else ()
        yield Entry(trust, f"{address}.{name}", f"{plain(name).capitalize()}, {how}", line)


def _sight(actor: Actor, sight: Sight) -> Sequence[Piece]:
    facts = [in_words(sight.on.text)] if sight.on is not None else []
    if sight.source is not None:
        facts.append(f"{plain(sight.source).capitalize()}: {quoted(plain(sight.says or ''))}")
    facts += [f"a copy of {_told_of(actor, sight.copies)}"] if sight.copies else []
    facts += ["on fresh knowledge"] if sight.new_information else []
    facts += [_turned_out(sight)]
    return [quiet(each) for each in facts if each]


def _told_of(actor: Actor, name: str) -> str:
    """A message by its words."""
    found = next((each for each in actor.saw if each.id == name), None)
    return quoted((found.text if found is not None else None) or plain(name))


def _turned_out(sight: Sight) -> str:
    """When it turned out, and as what."""
    found = sight.resolved
    if found is None or found.on is None:
        return ""
    was = {NO: "wrong", sight.says: "right"}.get(found.was) or f"as {quoted(plain(found.was))}"
    return f"turned out {was} {at_date(found.on.text)}"


def _choice(actor: Actor, made: ChoiceMade) -> Sequence[Piece]:
    facts = [in_words(made.on.text)] if made.on is not None else []
    before = next((each for each in actor.chooses if each.id == made.continues), None)
    facts += [f"goes on from the choice made {when_made(before)}"] if before is not None else []
    return [quiet(each) for each in facts]


def _settings(had: Counterfactual) -> Piece:
    return prose(quiet("changes "), codes(had.settings)) if had.settings else ()
