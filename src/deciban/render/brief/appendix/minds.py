"""The numbers of every actor, what reached him in full, and what has been learned of him."""

from collections.abc import Iterator, Sequence
from itertools import chain

from deciban.case import Actor, ChoiceMade, Counterfactual, Sight
from deciban.findings.mind import MindInFull
from deciban.findings.minding.parameters import Parameter
from deciban.findings.minding.spread import Spread
from deciban.render.brief.appendix.entry import Entry, entry_blocks
from deciban.render.brief.minding.heard import ledger_table
from deciban.render.brief.minding.told import MindTold, held
from deciban.render.brief.names import plain
from deciban.render.brief.prose import Piece, code, paragraph, quiet, table
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import chances, quoted
from deciban.render.date import in_words
from deciban.render.document.blocks import Block, Column, Fold
from deciban.render.figures import percent, stated, stated_range

#: What of an actor has entries of its own.
APART = ("trusts", "saw", "chooses", "had", "ask")


def mind_folds(telling: Telling) -> Iterator[Block]:
    """Answer the numbers of every actor, and his ledger."""
    minds = {mind.brief.actor: mind for mind in telling.account.minds}
    for actor in telling.case.actors.values():
        name = actor.name or plain(actor.id)
        blocks = chain.from_iterable(entry_blocks(telling, each) for each in _entries(actor))
        yield Fold(f"The mind of {name}: numbers", tuple(blocks))
        mind = minds.get(actor.id)
        if mind is not None:
            yield from _found(telling, actor, mind)


def _entries(actor: Actor) -> Iterator[Entry]:
    at = f"actors.{actor.id}"
    yield Entry(actor, at, actor.name or plain(actor.id), without=APART)
    for name, trust in actor.trusts.items():
        line = (quiet(f"pushes {quoted(plain(trust.line))}"),) if trust.line else ()
        yield Entry(trust, f"{at}.trusts.{name}", f"What was thought of {plain(name)}", line)
    for sight in actor.saw:
        yield Entry(sight, f"{at}.saw.{sight.id}", sight.text or plain(sight.id), _sight(sight))
    for made in actor.chooses:
        yield Entry(made, f"{at}.chooses.{made.id}", _chose(made), _choice(made))
    for place, asked in enumerate(actor.ask):
        if asked.mens_rea is not None:
            yield Entry(asked.mens_rea, f"{at}.ask.{place}.mens_rea", "The state of mind asked of")
    for had in actor.had:
        yield Entry(had, f"{at}.had.{had.id}", had.text or plain(had.id), tuple(_settings(had)))


def _sight(sight: Sight) -> Sequence[Piece]:
    facts = [in_words(sight.on.text)] if sight.on is not None else []
    if sight.source is not None:
        facts.append(f"{plain(sight.source)} says {quoted(plain(sight.says or ''))}")
    facts += [f"a copy of {plain(sight.copies)}"] if sight.copies else []
    facts += ["on fresh knowledge"] if sight.new_information else []
    if sight.resolved is not None and sight.resolved.on is not None:
        facts.append(
            f"turned out {plain(sight.resolved.was)} on {in_words(sight.resolved.on.text)}"
        )
    return [quiet(each) for each in facts]


def _chose(made: ChoiceMade) -> str:
    return f"{plain(made.id).capitalize()}: {quoted(plain(made.chose))} was chosen"


def _choice(made: ChoiceMade) -> Sequence[Piece]:
    facts = [in_words(made.on.text)] if made.on is not None else []
    facts += [f"goes on from {plain(made.continues)}"] if made.continues else []
    return [quiet(each) for each in facts]


def _settings(had: Counterfactual) -> Iterator[Piece]:
    for address in had.settings:
        yield code(address)


def _found(telling: Telling, actor: Actor, mind: MindInFull) -> Iterator[Block]:
    told = MindTold(telling, mind, actor)
    if mind.lines:
        caption = f"Everything that may have reached {told.name}, in order of time"
        ledger = tuple(ledger_table(told, mind.lines, caption))
        yield Fold(f"The mind of {told.name}: the whole ledger", ledger)
    if mind.learned:
        rows = [_learned(each) for each in mind.learned]
        columns = (
            Column("Number", share=1.0),
            Column("Before the acts", "right"),
            Column("Now", "right"),
        )
        learned = (
            paragraph(
                "What the evidence has taught of these numbers, the one that moved furthest first."
            ),
            *table(columns, rows, f"What has been learned of {told.name}"),
        )
        yield Fold(f"The mind of {told.name}: what has been learned", learned)


def _learned(each: Parameter) -> Sequence[Piece]:
    return code(each.address), _stands(each, now=False), _stands(each, now=True)


def _stands(each: Parameter, *, now: bool) -> str:
    at = 1 if now else 0
    if each.values:
        return ", ".join(f"{name}: {percent(pair[at])}" for name, pair in each.values.items())
    spread: Spread = each.now if now else each.before
    if each.measure == "probability":
        return held(spread)
    ends = stated_range(spread.low, spread.high, each.measure).replace("..", " to ")
    return (
        f"{stated(spread.mean, each.measure)} ({ends})"
        if ends
        else stated(spread.mean, each.measure)
    )


__all__ = ["chances", "mind_folds"]
