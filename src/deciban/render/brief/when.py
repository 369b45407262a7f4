"""When: the answer by what had happened and by what was public, and every belief in time."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from deciban.case import Sight
from deciban.case.minds import asked_of
from deciban.findings.minding.beliefs import Belief
from deciban.findings.timeline import Clock, MindInTime, Stage, Timeline
from deciban.render.brief.items import claim, record_named
from deciban.render.brief.minding.told import at_date, chosen_in_words, dated, held, likely
from deciban.render.brief.names import called, main_answer, plain
from deciban.render.brief.names import value as value_in_words
from deciban.render.brief.prose import Piece, prose, section, sentences, strong, table, told
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import capital, listing, quoted, several, weight
from deciban.render.document.blocks import Block, Column, Heading, Prose
from deciban.render.figures import decibans, interval, percent
from deciban.render.timing.notes import says_little

#: Stages of a clock that the body of a brief tells, and items of a stage that are named.
STAGES, ITEMS = 3, 2
#: A stage that moves the leader by less, in decibans, is not told of there.
FELT = 0.5
#: How the timeline names a message that turned out.
OUT = " turns out"
#: Probabilities that agree to so many digits are level.
DIGITS = 9
PUBLIC = (
    "For each year this counts only what was public by then, and weighs it with today's "
    "judgements; an archive that was not yet open is not yet silent."
)
HAPPENED = "For each date this counts only what had happened by then, as far as it is known today."
#: Titles by clock, and what each is.
CLOCKS: Mapping[str, tuple[str, str]] = {
    "public": ("How the case looked by what was public", PUBLIC),
    "happened": ("How it looked as things happened", HAPPENED),
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
    where = "every moment" if first else "the figure and every moment"
    more = f"{capital(telling.place('D'))} has {where}."
    course = (*_course(telling, clock), *_moves(telling, clock), *_undated(telling, clock))
    yield from told(sentences(what, _beginning(telling, clock), *course, more))
    if first:
        yield from telling.figure(f"over-time-{clock.name}", f"{title}.")


def _beginning(telling: Telling, clock: Clock) -> str:
    """Of a question about a mind, why the clock does not begin where the answers did."""
    asked = asked_of(telling.case.question)
    if asked is None or asked.actor not in telling.case.actors:
        return ""
    since = "once it was public that it had" if clock.name == "public" else "from its date on"
    return (
        f"What reached {called(telling.case, asked.actor)} counts only {since}, so this does not "
        "begin where the answers above began."
    )


def clock_table(telling: Telling, clock: Clock) -> Iterator[Block]:
    """Answer every moment of a clock, in order of time.

    Args:
        telling: what the brief is written from.
        clock: the clock.
    """
    timeline = telling.account.timeline
    stages = clock.latest
    before = (None, *stages)
    yield from table(
        [
            Column("By", share=0.3),
            Column("What came in", share=1.0),
            Column("Decibans", "right"),
            Column(capital(main_answer(telling.case, timeline.leader)), "right"),
            *([Column("90% range", "right")] if timeline.draws else []),
        ],
        [_stage(telling, *each) for each in zip(before, stages, strict=False)],
        f"{CLOCKS[clock.name][0]}, moment by moment",
    )


def _stage(telling: Telling, before: Stage | None, stage: Stage) -> Sequence[Piece]:
    timeline = telling.account.timeline
    first = before is None
    name = _alone(stage)
    changes = before is None or _alone(before) != name
    lead: Piece = strong(f"{_leads(telling, name)}.") if changes else ()
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
    began = capital(_leads(telling, leads[0][1]))
    if not changes:
        yield f"{began} throughout."
        return
    later = [f"{_named(telling, name)} {_from(stage)}" for stage, name in changes]
    yield f"{listing([f'{began} at first', *later])}."


def _alone(stage: Stage) -> str:
    """Who leads at a stage; nobody where two are level, or where nothing is possible."""
    level = [name for name, p in stage.probability.items() if round(p, DIGITS) == _most(stage)]
    return stage.leader if len(level) == 1 else ""


def _most(stage: Stage) -> float:
    return round(max(stage.probability.values()), DIGITS)


def _leads(telling: Telling, name: str) -> str:
    return f"{_named(telling, name)} leads"


def _named(telling: Telling, name: str) -> str:
    return main_answer(telling.case, name) if name else "no answer"


def _moves(telling: Telling, clock: Clock) -> Iterator[str]:
    """The moments that moved the answer furthest."""
    leader = telling.account.timeline.leader
    dated_ones = [stage for stage in clock.latest[1:] if stage.on]
    ranked = sorted(dated_ones, key=lambda each: -abs(each.moved[leader]))
    felt = [each for each in ranked if abs(each.moved[leader]) >= FELT][:STAGES]
    if felt:
        moves = [f"{at_date(each.on)} ({weight(each.moved[leader])})" for each in felt]
        yield f"The odds of {main_answer(telling.case, leader)} moved most {listing(moves)}."


def _undated(telling: Telling, clock: Clock) -> Iterator[str]:
    """What is without a date and counts only at the end, where that moves the answer."""
    leader, last = telling.account.timeline.leader, clock.latest[-1]
    moved = last.moved.get(leader, 0.0)
    if not last.on and abs(moved) >= FELT:
        of = main_answer(telling.case, leader)
        yield f"What has no date counts last, and moves the odds of {of} by {weight(moved)}."
    if says_little(clock):
        yield "So much has no date that this tells little."


def _from(stage: Stage) -> str:
    return f"from {dated(stage.on)} on" if stage.on else "once what has no date counts as well"


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
        prints = "work that prints it" if len(clock.derived) == 1 else "works that print them"
        yield f"{dates} {verb} not written, and taken from the {prints}."


def _mind(telling: Telling, mind: MindInTime) -> Iterator[Block]:
    value, name = (
        value_in_words(telling.case, mind.actor, mind.of),
        called(telling.case, mind.actor),
    )
    yield Heading(2, f"What {name} believed, from date to date", f"when-{mind.actor}")
    yield from told(
        sentences(
            f"How likely {name} held {value} is told twice: by then, from what had come by that "
            "date alone (the filter), and looking back, from everything that the case knows, later "
            f"acts included (the smoother). Where the two part, what {name} did and what else is "
            "known has taught us something; how far acts can teach stands above.",
            _at_the_date(mind),
        )
    )
    yield from telling.figure(f"belief-{mind.actor}", f"What {name} believed of {value}.")


def _at_the_date(mind: MindInTime) -> Prose:
    """Both readings at the last date."""
    last = mind.beliefs[-1]
    return prose(
        f"On the last date, {dated(last.on)}, it was held {likely(last.before[mind.of])} by then, "
        f"and {likely(last.now[mind.of])} looking back."
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
            Column("By then", "right"),
            Column("Looking back", "right"),
        ],
        [_belief(telling, mind, each) for each in shown],
        f"The belief of {name} in {value} at first, at every choice, and at the end",
    )


def _marked(mind: MindInTime, belief: Belief) -> bool:
    return bool(belief.chose) or belief in (mind.beliefs[0], mind.beliefs[-1])


def _belief(telling: Telling, mind: MindInTime, belief: Belief) -> Sequence[Piece]:
    made = [each for each in telling.case.actors[mind.actor].chooses if each.id in belief.chose]
    chosen = [chosen_in_words(telling.case, each) for each in made]
    return (
        dated(belief.on) if belief.on else "At first",
        "; ".join(chosen),
        held(belief.before[mind.of]),
        held(belief.now[mind.of]),
    )
