"""The numbers of every actor."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from deciban.case import Actor, ChoiceMade, Counterfactual, Sight, Trust
from deciban.render.brief.appendix.entry import Entry, entry_blocks
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
        blocks = chain.from_iterable(entry_blocks(telling, each) for each in _entries(actor))
        yield Fold(f"The mind of {actor_name(actor)}", tuple(blocks))


def _entries(actor: Actor) -> Iterator[Entry]:
    at = f"actors.{actor.id}"
    yield Entry(actor, at, actor.name or plain(actor.id), without=APART)
    yield from _trusts(actor.trusts, f"{at}.trusts", f"What {actor_name(actor)} thought of")
    for sight in actor.saw:
        yield Entry(sight, f"{at}.saw.{sight.id}", sight.text or plain(sight.id), _sight(sight))
    for made in actor.chooses:
        yield Entry(made, f"{at}.chooses.{made.id}", _chose(made), _choice(made))
    if actor.reasonable is not None:
        reader = actor.reasonable
        yield Entry(
            reader, f"{at}.reasonable", "A reasonable reader in that place", (), ("trusts",)
        )
        thought = "What a reasonable reader would have thought of"
        yield from _trusts(reader.trusts, f"{at}.reasonable.trusts", thought)
    for place, asked in enumerate(actor.ask):
        if asked.mens_rea is not None:
            title = "What is held to be a risk that must not be run"
            yield Entry(asked.mens_rea, f"{at}.ask.{place}.mens_rea", title)
    for had in actor.had:
        yield Entry(had, f"{at}.had.{had.id}", had.text or plain(had.id), (_settings(had),))


def _trusts(trusts: Mapping[str, Trust], address: str, title: str) -> Iterator[Entry]:
    for name, trust in trusts.items():
        line = (quiet(f"pushes {quoted(plain(trust.line))}"),) if trust.line else ()
        yield Entry(trust, f"{address}.{name}", f"{title} {plain(name)}", line)


def _sight(sight: Sight) -> Sequence[Piece]:
    facts = [in_words(sight.on.text)] if sight.on is not None else []
    if sight.source is not None:
        facts.append(f"{plain(sight.source)} says {quoted(plain(sight.says or ''))}")
    facts += [f"a copy of {plain(sight.copies)}"] if sight.copies else []
    facts += ["on fresh knowledge"] if sight.new_information else []
    if sight.resolved is not None and sight.resolved.on is not None:
        facts.append(f"learned {in_words(sight.resolved.on.text)}: {plain(sight.resolved.was)}")
    return [quiet(each) for each in facts]


def _chose(made: ChoiceMade) -> str:
    return f"{plain(made.id).capitalize()}: {quoted(plain(made.chose))} was chosen"


def _choice(made: ChoiceMade) -> Sequence[Piece]:
    facts = [in_words(made.on.text)] if made.on is not None else []
    facts += [f"goes on from {plain(made.continues)}"] if made.continues else []
    return [quiet(each) for each in facts]


def _settings(had: Counterfactual) -> Piece:
    return prose(quiet("changes "), codes(had.settings)) if had.settings else ()
