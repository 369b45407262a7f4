"""When: the answer by what had happened and by what was public, and every belief in time."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from deciban.case import Sight
from deciban.findings.minding.beliefs import Belief
from deciban.findings.timeline import Clock, MindInTime, Stage, Timeline
from deciban.render.brief.items import claim, record_named
from deciban.render.brief.minding.told import dated, held
from deciban.render.brief.names import called, main_answer, plain
from deciban.render.brief.names import value as value_in_words
from deciban.render.brief.prose import Piece, prose, section, sentences, strong, table, told
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import capital, listing, quoted, several, weight
from deciban.render.document.blocks import Block, Column, Heading, Prose
from deciban.render.figures import decibans, interval, percent

#: Stages of a clock that the body of a brief tells, and items of a stage that are named.
STAGES, ITEMS = 3, 2
#: A stage that moves the leader by less, in decibans, is not told of there.
FELT = 0.5
#: How the timeline names a message that turned out.
OUT = " turns out"
#: Probabilities that agree to so many digits are level.
DIGITS = 9
PUBLIC = (
    "What one could have known in each year: by what was public then, weighed with today's "
    "judgements. An archive that was not yet open is not yet silent."
)
#: Titles by clock, and what each is.
CLOCKS: Mapping[str, tuple[str, str]] = {
    "public": ("How the case looked by what was public", PUBLIC),
    "happened": (
        "How it looked as things happened",
        "By what had happened by each date, as far as it is known today.",
    ),
}


def when(telling: Telling) -> Iterator[Block]:
    """Answer the answer over time, and every mind from date to date."""
    timeline = telling.account.timeline
    minds = [each for each in timeline.minds if len(each.beliefs) > 1]
    if not minds and not any(clocks_told(timeline)):
        return
    yield section("When", "when")
    for clock in clocks_told(timeline):
        yield from _clock(telling, timeline, clock)
    for mind in minds:
        yield from _mind(telling, mind)


def clocks_told(timeline: Timeline) -> tuple[Clock, ...]:
    """Answer the clocks along which anything changes."""
    clocks = (timeline.public, timeline.happened)
    return tuple(each for each in clocks if any(stage.on for stage in each.latest))


def _clock(telling: Telling, timeline: Timeline, clock: Clock) -> Iterator[Block]:
    title, what = CLOCKS[clock.name]
    yield Heading(2, title, f"when-{clock.name}")
    first = clock is next(iter(clocks_told(timeline)))
    where = "The moments" if first else "The figure and the moments"
    more = f"{where}: {telling.place('D')}."
    yield from told(sentences(what, *_course(telling, clock), *_moves(timeline, clock), more))
    if first:
        yield from telling.figure(f"over-time-{clock.name}", f"{title}.")


def clock_table(telling: Telling, clock: Clock, most: int) -> Iterator[Block]:
    """Answer the moments of a clock that moved the answer most, in order of time.

    Args:
        telling: what the brief is written from.
        clock: the clock.
        most: how many moments, besides those at which another answer comes to lead.
    """
    timeline = telling.account.timeline
    yield from table(
        [
            Column("By", share=0.3),
            Column("What came in", share=1.0),
            Column("Decibans", "right"),
            Column(capital(main_answer(telling.case, timeline.leader)), "right"),
            *([Column("90% range", "right")] if timeline.draws else []),
        ],
        [_stage(telling, clock, each) for each in _worth_telling(timeline, clock.latest, most)],
        f"{CLOCKS[clock.name][0]}: the moments that moved it most",
    )


def _worth_telling(timeline: Timeline, stages: Sequence[Stage], most: int) -> Sequence[Stage]:
    """The first and the last stage, those that change the leader, and those that move it most."""
    ranked = sorted(stages, key=lambda each: -abs(each.moved.get(timeline.leader, 0.0)))
    changes = [now for before, now in pairwise(stages) if before.leader != now.leader]
    kept = [stages[0], stages[-1], *changes, *ranked[:most]]
    return [each for each in stages if each in kept]


def _stage(telling: Telling, clock: Clock, stage: Stage) -> Sequence[Piece]:
    timeline = telling.account.timeline
    first = stage is clock.latest[0]
    name = _alone(stage)
    told_of = name not in ("", timeline.leader)
    lead: Piece = strong(f"{_leads(telling, name)}.") if told_of else ()
    drawn = stage.ranges[timeline.leader]
    return (
        _date(stage, first=first),
        sentences("Before any of it." if first else _came(telling, stage), lead),
        "" if first else decibans(stage.moved[timeline.leader]).strip(),
        percent(stage.probability[timeline.leader]),
        *([interval(drawn.low, drawn.high)] if timeline.draws else []),
    )


def _date(stage: Stage, *, first: bool) -> str:
    if stage.on:
        return dated(stage.on)
    return "" if first else "No date"


def _came(telling: Telling, stage: Stage) -> str:
    """What came in at a stage, what moves the answer furthest first; the rest is counted."""
    minds = [_heard(telling, stage, each) for each in stage.by_mind if stage.heard]
    records = [record_named(telling.case, each) for each in stage.came[:ITEMS]]
    named = [*minds, *(claim(telling.case, each) for each in records if each is not None)]
    rest = len(stage.came) - len(records)
    more = [several(rest, "more item")] if rest > 0 else []
    return f"{'; '.join([*named, *more])}."


def _heard(telling: Telling, stage: Stage, actor: str) -> str:
    """Which messages to an actor came in or turned out, and how far they move the answer."""
    seen = {each.id: each for each in telling.case.actors[actor].saw}
    found = [each for each in stage.heard if each.removesuffix(OUT) in seen]
    shown = [_message(seen[each.removesuffix(OUT)], each) for each in found[:ITEMS]]
    rest = len(found) - len(shown)
    more = [several(rest, "more message")] if rest > 0 else []
    name, moved = called(telling.case, actor), weight(stage.by_mind[actor])
    return f"What reached {name}, {moved}: {listing([*shown, *more])}"


def _message(sight: Sight, name: str) -> str:
    told_of = quoted(sight.text or plain(sight.id))
    return f"how {told_of} turned out" if name.endswith(OUT) else told_of


def _course(telling: Telling, clock: Clock) -> Iterator[str]:
    """Which answer led when, on the curve on which everything counts only once it must."""
    leads = [(stage, _alone(stage)) for stage in clock.latest]
    changes = [now for before, now in pairwise(leads) if before[1] != now[1]]
    if not changes:
        yield f"{_leads(telling, leads[0][1])} throughout."
        return
    later = [f"{_leads(telling, name)} {_from(stage)}" for stage, name in changes]
    yield f"At first {_leads(telling, leads[0][1])}; then {listing(later)}."


def _alone(stage: Stage) -> str:
    """Who leads at a stage; nobody where two are level, or where nothing is possible."""
    level = [name for name, p in stage.probability.items() if round(p, DIGITS) == _most(stage)]
    return stage.leader if len(level) == 1 else ""


def _most(stage: Stage) -> float:
    return round(max(stage.probability.values()), DIGITS)


def _leads(telling: Telling, name: str) -> str:
    return f"{main_answer(telling.case, name)} leads" if name else "no answer leads"


def _moves(timeline: Timeline, clock: Clock) -> Iterator[str]:
    """The moments that moved the answer furthest."""
    dated_ones = [stage for stage in clock.latest[1:] if stage.on]
    ranked = sorted(dated_ones, key=lambda each: -abs(each.moved[timeline.leader]))
    felt = [each for each in ranked if abs(each.moved[timeline.leader]) >= FELT][:STAGES]
    if felt:
        moves = [f"{dated(each.on)} ({weight(each.moved[timeline.leader])})" for each in felt]
        yield f"Its largest moves: {listing(moves)}."


def _from(stage: Stage) -> str:
    return f"from {dated(stage.on)} on" if stage.on else "at the end"


def open_dates(clock: Clock) -> Iterator[str]:
    """Answer what the dates of a clock leave open."""
    if clock.earliest != clock.latest:
        yield (
            "Where a date is open, a thing counts in the table only once it must; counted as soon "
            "as it may, the answer moves earlier."
        )
    if clock.undated:
        verb = "counts" if len(clock.undated) == 1 else "count"
        count = capital(several(len(clock.undated), "item"))
        yield f"{count} without a date {verb} only at the end."
    if clock.derived:
        verb = "is" if len(clock.derived) == 1 else "are"
        dates = (
            "The date of one item"
            if len(clock.derived) == 1
            else (f"The dates of {several(len(clock.derived), 'item')}")
        )
        yield f"{dates} {verb} not written, and taken from the works that print them."


def _mind(telling: Telling, mind: MindInTime) -> Iterator[Block]:
    value, name = (
        value_in_words(telling.case, mind.actor, mind.of),
        called(telling.case, mind.actor),
    )
    yield Heading(2, f"What {name} believed, from date to date", f"when-{mind.actor}")
    yield from told(
        sentences(
            f"The belief in {value}, twice: by what had reached {name} alone (the filter), and by "
            "everything that the case knows, later acts included (the smoother). Where they part, "
            f"what {name} did has taught us something; how far acts can teach stands above.",
            _at_the_date(mind),
        )
    )
    yield from telling.figure(f"belief-{mind.actor}", f"What {name} believed of {value}.")


def _at_the_date(mind: MindInTime) -> Prose:
    """Both readings at the last date."""
    last = mind.beliefs[-1]
    return prose(
        f"On the last date, {dated(last.on)}, the filter has {held(last.before[mind.of])}, and the "
        f"smoother {held(last.now[mind.of])}."
    )


def belief_table(telling: Telling, mind: MindInTime) -> Iterator[Block]:
    """Answer a belief at first, at every choice, and at the end, by both readings."""
    shown = [each for each in mind.beliefs if _marked(mind, each)]
    value, name = (
        value_in_words(telling.case, mind.actor, mind.of),
        called(telling.case, mind.actor),
    )
    yield from table(
        [
            Column("By", share=0.4),
            Column("What was chosen", share=1.0),
            Column("Filter", "right"),
            Column("Smoother", "right"),
        ],
        [_belief(telling, mind, each) for each in shown],
        f"The belief of {name} in {value} at first, at every choice, and at the end",
    )


def _marked(mind: MindInTime, belief: Belief) -> bool:
    return bool(belief.chose) or belief in (mind.beliefs[0], mind.beliefs[-1])


def _belief(telling: Telling, mind: MindInTime, belief: Belief) -> Sequence[Piece]:
    choices = {each.id: each for each in telling.case.actors[mind.actor].chooses}
    chosen = [
        f"{plain(each).capitalize()}: {plain(choices[each].chose)}"
        for each in belief.chose
        if each in choices
    ]
    return (
        dated(belief.on) if belief.on else "At first",
        "; ".join(chosen),
        held(belief.before[mind.of]),
        held(belief.now[mind.of]),
    )
