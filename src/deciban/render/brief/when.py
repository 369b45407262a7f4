"""When: the answer by what had happened, by what was public, and a belief by what had reached it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from deciban.case.citation import without_citations
from deciban.findings.minding.beliefs import Belief
from deciban.findings.timeline import Clock, MindInTime, Stage, Timeline
from deciban.render.brief.items import claim, record_named
from deciban.render.brief.minding.told import dated, held
from deciban.render.brief.names import called, main_answer, plain
from deciban.render.brief.names import value as value_in_words
from deciban.render.brief.prose import Piece, prose, section, sentences, strong, table, told
from deciban.render.brief.telling import Telling
from deciban.render.brief.words import capital, listing, quoted, several, weight
from deciban.render.document.blocks import Block, Column, Heading
from deciban.render.figures import decibans, interval, percent

#: Stages of a clock, and items of a stage, that are told of.
STAGES, ITEMS = 8, 2
#: Titles by clock, and what each is.
CLOCKS: Mapping[str, tuple[str, str]] = {
    "public": (
        "How the case looked, and when",
        "What one could have known in each year: by what was public then, weighed with today's "
        "judgements. An archive that was not yet open is not yet silent.",
    ),
    "happened": (
        "As things happened",
        "By what had happened by each date, as far as it is known today.",
    ),
}


def when(telling: Telling) -> Iterator[Block]:
    """Answer the answer over time, and every mind from date to date."""
    timeline = telling.account.timeline
    clocks = [each for each in (timeline.public, timeline.happened) if len(each.latest) > 1]
    minds = [each for each in timeline.minds if len(each.beliefs) > 1]
    if not clocks and not minds:
        return
    yield section("When", "when")
    for clock in clocks:
        yield from _clock(telling, timeline, clock)
    for mind in minds:
        yield from _mind(telling, mind)


def _clock(telling: Telling, timeline: Timeline, clock: Clock) -> Iterator[Block]:
    title, what = CLOCKS[clock.name]
    yield Heading(2, title, f"when-{clock.name}")
    yield from told(sentences(what, *_course(telling, timeline, clock)))
    caption = f"{title}: how likely each answer was."
    yield from telling.figure(f"over-time-{clock.name}", caption)
    shown = _worth_telling(timeline, clock.latest)
    yield from table(
        [
            Column("By"),
            Column("What came in", share=1.0),
            Column("Moved it by, dB", "right"),
            Column(capital(main_answer(telling.case, timeline.leader)), "right"),
            *([Column("90% range", "right")] if timeline.draws else []),
        ],
        [_stage(telling, timeline, each) for each in shown],
        f"{title}: the moments that moved the answer most",
    )
    yield from told(sentences(*_open_dates(clock)))


def _worth_telling(timeline: Timeline, stages: Sequence[Stage]) -> Sequence[Stage]:
    """The first and the last stage, those that change the leader, and those that move it most."""
    ranked = sorted(stages, key=lambda each: -abs(each.moved.get(timeline.leader, 0.0)))
    changes = [now for before, now in pairwise(stages) if before.leader != now.leader]
    kept = [stages[0], stages[-1], *changes, *ranked][: STAGES + len(changes)]
    return [each for each in stages if each in kept]


def _stage(telling: Telling, timeline: Timeline, stage: Stage) -> Sequence[Piece]:
    first = stage is timeline.public.latest[0] or stage is timeline.happened.latest[0]
    leads = stage.leader in ("", timeline.leader)
    lead = () if leads else strong(f" {main_answer(telling.case, stage.leader)} leads.")
    drawn = stage.ranges[timeline.leader]
    return (
        _date(stage, first=first),
        prose("Before any of it." if first else _came(telling, stage), lead),
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
    """That messages to an actor came in, and how far they move the answer."""
    seen = {each.id: each for each in telling.case.actors[actor].saw}
    found = [seen[each] for each in stage.heard if each in seen]
    shown = [quoted(without_citations(each.text or plain(each.id))) for each in found[:ITEMS]]
    more = [f"{several(len(found) - len(shown), 'more message')}"] if len(found) > len(shown) else []
    name = called(telling.case, actor)
    return f"What reached {name}, {weight(stage.by_mind[actor])}: {listing([*shown, *more])}"


def _course(telling: Telling, timeline: Timeline, clock: Clock) -> Iterator[str]:
    """Which answer led when; on the curve on which everything counts only once it must."""
    stages = [stage for stage in clock.latest if stage.leader]
    if not stages:
        return
    changes = [now for before, now in pairwise(stages) if before.leader != now.leader]
    first = main_answer(telling.case, stages[0].leader)
    if not changes:
        yield f"{first} leads throughout."
        return
    later = [f"{main_answer(telling.case, each.leader)} {_from(each)}" for each in changes]
    yield f"At first {first} leads; then {listing(later)}."


def _from(stage: Stage) -> str:
    return f"from {dated(stage.on)} on" if stage.on else "at the end"


def _open_dates(clock: Clock) -> Iterator[str]:
    """What the dates leave open."""
    if clock.earliest != clock.latest:
        yield (
            "Where a date is open, a thing counts in this table only once it must; counted as soon "
            "as it may, the answer moves earlier."
        )
    if clock.undated:
        verb = "counts" if len(clock.undated) == 1 else "count"
        count = capital(several(len(clock.undated), "item"))
        yield f"{count} without a date {verb} only at the end."
    if clock.derived:
        verb = "is" if len(clock.derived) == 1 else "are"
        yield (
            f"The dates of {several(len(clock.derived), 'item')} {verb} not written, and follow from "
            "the works that print them."
        )


def _mind(telling: Telling, mind: MindInTime) -> Iterator[Block]:
    value, name = (
        value_in_words(telling.case, mind.actor, mind.of),
        called(telling.case, mind.actor),
    )
    yield Heading(2, f"What {name} believed, from date to date", f"when-{mind.actor}")
    yield from told(
        f"The belief in {value}, twice: by what had reached {name} alone (the filter), and by "
        "everything that the case knows, later acts included (the smoother). Where they part, what "
        f"{name} did has taught us something; how far it can, stands with the mind above."
    )
    yield from telling.figure(f"belief-{mind.actor}", f"What {name} believed of {value}.")
    shown = [each for each in mind.beliefs if _marked(mind, each)]
    yield from table(
        [
            Column("By"),
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
