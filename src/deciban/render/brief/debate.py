"""Where the debaters part: who holds what, what would bring them together, and what stands open."""

import re
from collections.abc import Iterator, Mapping, Sequence

from deciban.debate.crux import Crux
from deciban.debate.in_brief import DebateInBrief, Holder
from deciban.debate.pooling import Pool
from deciban.debate.thread import Standing
from deciban.render.brief.names import main_answer
from deciban.render.brief.prose import (
    Piece,
    bullets,
    code,
    paragraph,
    prose,
    section,
    sentences,
    strong,
    table,
    told,
)
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import (
    capital,
    chance,
    chances,
    listing,
    quoted,
    several,
    spelled,
    stop,
)
from deciban.render.charts.saying import first_sentence
from deciban.render.date import in_words
from deciban.render.document.blocks import Block, Column, Prose
from deciban.render.figures import decibans, percent, unsigned
from deciban.standing import Label

#: How a position says that it is what somebody made of another's words.
READ = re.compile(
    r"\b(?:our|my) (?:own )?reading\b|\bas (?:we )?read (?:it )?here\b", re.IGNORECASE
)
#: Of what stands unanswered, and of disputes in one sentence, so many are told.
OPEN, NAMED = 4, 6
#: What stands in a table where there is nothing.
NONE = "\N{EN DASH}"
SOURCE = "sources."
STANDS = {Label.IN: "stands", Label.OUT: "does not stand", Label.UNDECIDED: "is undecided"}


def debate(telling: Telling) -> Iterator[Block]:
    """Answer where the debaters of a case part; nothing where it has none."""
    found = telling.debate
    if found is None:
        return
    yield section("Where the debaters part", "debate")
    yield from told(sentences(*_opening(telling, found)))
    if found.pool is not None:
        yield from _held(telling, found, found.pool)
        yield from told(sentences(*_spread(telling, found, found.pool), _stale(found)))
    yield from _parting(telling, found)
    yield from _open(found)
    yield from bullets(_absent(found))


def _opening(telling: Telling, found: DebateInBrief) -> Iterator[Piece]:
    count = len(found.holders)
    if count:
        hold = "holds" if count == 1 else "hold"
        whose = "his own" if count == 1 else "their own"
        yield (
            f"{capital(several(count, 'debater'))} {hold} numbers of {whose} on this case; the "
            "answer above is the case's, and nobody's is mixed into it."
        )
    read = [each for each in found.holders if _is_read(each)]
    if read:
        every = "All of these" if len(read) == count > 1 else listing([_short(e) for e in read])
        are = "is a reading" if len(read) == 1 else "are readings"
        yield (
            f"{every} {are} of what was written, and not numbers that anybody gave; "
            f"{telling.place('D')} has the words."
        )


def _is_read(holder: Holder) -> bool:
    return any(READ.search(text) for text in (holder.called, holder.text, holder.note))


def _short(holder: Holder) -> str:
    return holder.called.partition(",")[0]


def _held(telling: Telling, found: DebateInBrief, pool: Pool) -> Iterator[Block]:
    """Who holds what, and what they come to together."""
    columns = [Column("", share=1.0)]
    columns += [Column(_answer(telling, each, pool), "right") for each in found.shown]
    columns += [Column(f"{_answer(telling, found.of, pool)}, decibans", "right")]
    answers = telling.findings.posterior.answers
    stands = {each.id: each.probability for each in answers}
    own = next((each.log_odds for each in answers if each.id == found.of), None)
    rows: list[Sequence[Piece]] = [_row(found, "The case as it stands", stands, own)]
    for each in found.holders:
        odds = pool.log_odds[each.name].get(found.of)
        rows.append(_row(found, each.called, pool.held[each.name], odds))
    if len(found.holders) > 1:
        rules = (
            ("Together, by the mean of decibans", pool.log_pool),
            ("By the mean of probabilities", pool.linear_pool),
            ("By the median", pool.median),
            ("By the mean of every number", pool.parameters),
        )
        rows += [_row(found, rule, what) for rule, what in rules if what is not None]
    yield from table(columns, rows, "How likely each debater holds the answers")


def _row(
    found: DebateInBrief, head: str, chances: Mapping[str, float], odds: float | None = None
) -> Sequence[Piece]:
    held = (percent(chances[each]) if each in chances else NONE for each in found.shown)
    return [head, *held, "" if odds is None else decibans(odds).strip()]


def _answer(telling: Telling, name: str, pool: Pool) -> str:
    """An answer as prose speaks of it; one that only some entertain, by its own words."""
    known = name in telling.case.question.answers
    return main_answer(telling.case, name) if known else quoted(pool.hypotheses[name] or name)


def _spread(telling: Telling, found: DebateInBrief, pool: Pool) -> Iterator[Piece]:
    """How far apart they are, and where a pool hides that."""
    low, high = pool.spread[found.of]
    if len(found.holders) > 1:
        of = _answer(telling, found.of, pool)
        between = chances(low, high)
        yield (
            f"So {of} goes from {between}, depending on whose numbers are taken."
            if " to " in between
            else f"All of them hold {of} {between} likely."
        )
    for name, whose in pool.vetoes.items():
        if whose:
            give = f"{_called(pool, whose)} {'gives' if len(whose) == 1 else 'give'}"
            yield (
                f"{give} {_answer(telling, name, pool)} no chance at all, so that a mean of "
                "decibans leaves it none whatever the others say."
            )
    for name, whose in pool.aside.items():
        if whose:
            do = "does" if len(whose) == 1 else "do"
            yield f"{_called(pool, whose)} {do} not entertain {_answer(telling, name, pool)}."


def _stale(found: DebateInBrief) -> str:
    stale = [_short(each) for each in found.holders if each.stale]
    if not stale:
        return ""
    few = len(stale) <= NAMED
    whose = listing(stale) if few else f"{spelled(len(stale))} of them"
    return f"The case has been edited since {whose} last read it."


def _called(pool: Pool, names: Sequence[str]) -> str:
    return listing([pool.called[name].partition(",")[0] for name in names])


def _parting(telling: Telling, found: DebateInBrief) -> Iterator[Block]:
    """The pairs that are furthest apart, each with what would bring it together."""
    if not found.cruxes:
        return
    yield paragraph(_which(telling, found))
    yield from bullets(_pair(each) for each in found.cruxes)
    names = " and ".join(_both(found.cruxes[0]))
    yield from telling.figure(
        "dumbbell", f"What {names} hold otherwise, by what it does; what matters is called a crux."
    )


def _which(telling: Telling, found: DebateInBrief) -> str:
    """Which pairs are told of."""
    if len(found.pairs) <= len(found.cruxes):
        return "What would bring them together:"
    pairs = several(len(found.pairs), "pair")
    then = ", and those of the others who are" if len(found.cruxes) > 1 else ""
    return f"Of {pairs} the two who are furthest apart{then}; {telling.place('D')} has all of them:"


def _both(crux: Crux) -> tuple[str, str]:
    return crux.called[0].partition(",")[0], crux.called[1].partition(",")[0]


def _pair(crux: Crux) -> Prose:
    a, b = _both(crux)
    chances_ = [chance(each) for each in crux.chances]
    among = " among the answers that both entertain" if crux.one_sided else ""
    far = f"{unsigned(abs(crux.gap))} decibans apart ({chances_[0]} against {chances_[1]}{among})"
    return sentences(
        prose(strong(f"{a} and {b}"), f" are {far}."),
        *_settled(crux),
        *_one_sided(crux),
        _flipped(crux),
    )


def _settled(crux: Crux) -> Iterator[str]:
    """The crux set in a sentence, and how much does not matter."""
    rest = len(crux.disputes) - len(crux.cruxes)
    within = f"within {_in_decibans(crux.within)}"
    if crux.masked:
        count = several(len(crux.disputes), "dispute")
        yield f"They give much the same answer for different reasons: {count} all but cancel out."
    if not crux.cruxes:
        yield "" if crux.masked else f"They agree {within}."
    elif not rest:
        names = _listed(crux, crux.cruxes)
        yield (
            f"They dispute one thing, {names}, and agree once it is settled."
            if len(crux.disputes) == 1
            else f"They agree {within} only once all is settled that they dispute: {names}."
        )
    else:
        names = _listed(crux, crux.cruxes)
        other = "the other does" if rest == 1 else f"the other {spelled(rest)} do"
        yield from _first(crux)
        yield f"Settle {names}, and the two agree {within}; {other} not matter."
    widening = [place for place in crux.cruxes if crux.disputes[place].widens]
    if widening:
        yield f"Settled alone, {_listed(crux, widening)} would only widen the gap."


def _first(crux: Crux) -> Iterator[str]:
    """What the best single one does, where that is most of it."""
    if len(crux.cruxes) > 1 and crux.left[1] < abs(crux.gap) / 2:
        before, after = unsigned(abs(crux.gap)), unsigned(crux.left[1])
        yield f"{_listed(crux, crux.best[1])} alone leaves {after} of the {before} decibans."


def _in_decibans(value: float) -> str:
    whole = f"{value:.0f}" if value == round(value) else unsigned(value)
    return f"{whole} deciban{'' if whole == '1' else 's'}"


def _listed(crux: Crux, places: Sequence[int]) -> str:
    named = [_about(crux, place) for place in places[:NAMED]]
    more = len(places) - len(named)
    return listing([*named, *([several(more, "other")] if more else [])])


def _about(crux: Crux, place: int) -> str:
    dispute = crux.disputes[place]
    return quoted(first_sentence(dispute.about)) if dispute.about else dispute.address


def _one_sided(crux: Crux) -> Iterator[str]:
    for name, only in zip(_both(crux), (crux.only_a, crux.only_b), strict=True):
        if only:
            yield f"{name} alone entertains {listing([quoted(each) for each in only])}."


def _flipped(crux: Crux) -> str:
    """Who changes sides by what; the crux set itself need not be told again."""
    if not crux.flips:
        return ""
    who = "Either" if crux.flips == "both" else _both(crux)[crux.flips == "b"]
    same = set(crux.flip) == set(crux.cruxes)
    what = "these" if same and len(crux.flip) > 1 else "it" if same else _listed(crux, crux.flip)
    return f"{who} changes sides by conceding {what}."


def _open(found: DebateInBrief) -> Iterator[Block]:
    """What stands unanswered, and whose turn it is."""
    if found.thread is None:
        return
    owed = [each for each in found.thread.standings.values() if each.turn]
    moves = sum(each.move is not None for each in found.thread.standings.values())
    made = f"{capital(several(moves, 'move'))} {'has' if moves == 1 else 'have'} been made"
    if not owed:
        yield paragraph(f"{made}, and nobody owes an answer.")
        return
    yield paragraph(
        f"{made}, which by themselves change no number, and "
        f"{several(len(owed), 'answer')} {'is' if len(owed) == 1 else 'are'} owed:"
    )
    yield from bullets(_owed(found, each) for each in owed[:OPEN])
    rest = len(owed) - OPEN
    if rest > 0:
        are = "is" if rest == 1 else "are"
        yield paragraph(f"{capital(several(rest, 'further answer'))} {are} owed besides.")


def _owed(found: DebateInBrief, standing: Standing) -> Prose:
    since = f" since {in_words(standing.since.text)}" if standing.since is not None else ""
    is_ = "has been" if since else "is"
    whose = listing([_debater(found, each) for each in standing.turn])
    about = quoted(first_sentence(standing.about))
    what = f"What {about} says (" if standing.name.startswith(SOURCE) else f"{about} ("
    return prose(
        what,
        code(standing.name),
        f") {STANDS[standing.label]}; an answer {is_} owed by {whose}{since}.",
    )


def _debater(found: DebateInBrief, name: str) -> str:
    if name == "case":
        return "whoever keeps the case"
    called = {each.name: _short(each) for each in found.holders}
    return called.get(name, name.replace("_", " "))


def _absent(found: DebateInBrief) -> Iterator[Prose]:
    """Whose position has no answer, and why."""
    for each in found.absent:
        name = each.called.partition(",")[0]
        yield prose(strong(name), f" is left out: {stop(each.why)}")


def pairs_table(telling: Telling) -> Iterator[Block]:
    """Answer every two debaters with how far apart they are, and on what."""
    found = telling.debate
    if found is None or len(found.pairs) <= len(found.cruxes):
        return
    called = {each.name: _short(each) for each in found.holders}
    yield from table(
        [
            Column("Between", share=0.6),
            Column("Decibans", "right"),
            Column("Settle", share=1.0),
            Column("Left", "right"),
        ],
        [
            (
                f"{called[each.a]} and {called[each.b]}",
                unsigned(abs(each.gap)),
                "; ".join(_question(found, address) for address in each.cruxes) or NONE,
                unsigned(abs(each.left)),
            )
            for each in found.pairs
        ],
        "How far apart every two debaters are, and what would bring them together; a mind whole",
    )


def _question(found: DebateInBrief, address: str) -> str:
    return first_sentence(found.about.get(address) or address)


def positions_in_words(telling: Telling) -> Iterator[Block]:
    """Answer what each debater holds in words, as his position says."""
    found = telling.debate
    if found is None:
        return
    for each in found.holders:
        note = telling.words(each.note)
        words = telling.words(each.text)
        cites = telling.note(each.cite, None)
        how = _how_much(each)
        yield from told(
            sentences(prose(strong(f"{each.called}"), cites, f" ({how})."), words, note)
        )


def _how_much(holder: Holder) -> str:
    parts = [several(holder.numbers, "number")]
    parts += [several(holder.stances, "stance")] if holder.stances else []
    return listing(parts)
