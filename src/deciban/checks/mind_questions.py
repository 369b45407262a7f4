"""Check: a question about a mind asks for something that the mind has."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deciban.case import NO, Actor, AskedGuilt, Case, Question
from deciban.case.minds import asked_of, questions_of
from deciban.checks.expectations import row_problems
from deciban.checks.minds import known, values_of, written_in
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing


def check_mind_questions(case: Case) -> Iterator[Problem]:
    """Report questions about minds, and things asked of actors, that do not fit them."""
    for question in case.all_questions().values():
        yield from _question(case, question) if question.about else _of_no_mind(question)
    for actor in case.actors.values():
        yield from _asked(case, actor)
        replaced = [each for each in questions_of(case, actor.id) if each.replace_prior is not None]
        for question in replaced[1:]:
            hint = "replace one, and let the mind supply the other"
            message = f"two priors of the mind of '{actor.id}' are replaced"
            yield Problem("D526", message, question.place("replace_prior"), hint)


def _of_no_mind(question: Question) -> Iterator[Problem]:
    if "about" in question.places:
        return  # unreadable, which is told
    for key in ("by", "bands", "replace_prior"):
        if key in question.places:
            hint = f"say whose mind under `about`, or drop `{key}`"
            message = f"'{question.id}' has `{key}`, and is about no mind"
            yield Problem("D526", message, question.place(key), hint)


def _question(case: Case, question: Question) -> Iterator[Problem]:
    asked = asked_of(question)
    at = question.place("about")
    if asked is None or asked.actor in case.broken:
        return
    actor = case.actors.get(asked.actor)
    if actor is None:
        hint = did_you_mean(asked.actor, case.actors, "define him under `actors`")
        yield Problem("D402", f"there is no actor '{asked.actor}'", at, hint)
        return
    wonders = actor.wonders
    if wonders is None or not values_of(actor):
        return
    if asked.wonder != wonders.id:
        hint = f"write `about: {actor.id}.{wonders.id}`"
        message = f"'{actor.id}' does not wonder about '{asked.wonder}'"
        if not asked.wonder:
            message = "nothing says what part of his mind is meant"
        yield Problem("D402", message, at, hint)
    elif asked.value and asked.value not in wonders.values:
        hint = did_you_mean(asked.value, wonders.values, f"known: {listing(wonders.values)}")
        message = f"there is no value '{asked.value}' of '{wonders.id}'"
        yield Problem("D402", message, at, hint)
    elif asked.value:
        yield from _bands(question, asked.value)
    else:
        yield from _likeliest(question, wonders.values)
    yield from _alone(question)


def _alone(question: Question) -> Iterator[Problem]:
    """A question about a mind has one prior, and hangs from nothing."""
    hints = {
        "given": "let the other question hang from this one",
        "when": "ask for what he believed on one date, `as_of`",
    }
    for key, hint in hints.items():
        if getattr(question, key):
            message = f"'{question.id}' is about a mind and has `{key}`"
            yield Problem("D526", message, question.place(key), hint)
    if question.prior is not None:
        hint = "drop it, or write `replace_prior` to put it in place of the mind's own"
        message = f"'{question.id}' is about a mind and has a prior"
        yield Problem("D511", message, question.place("prior"), hint)
    if question.replace_prior is not None and question.answers:
        row = question.replace_prior
        yield from row_problems(question, "replace_prior", row, question.answers)


def _likeliest(question: Question, values: Sequence[str]) -> Iterator[Problem]:
    if question.bands:
        hint = f"name the value: `about: {question.about}.{values[0]}`"
        message = f"'{question.id}' has bands, and does not say of which value"
        yield Problem("D526", message, question.place("bands"), hint)
    elif question.by is None and "by" not in question.places:
        hint = "write `by: most_likely`, or name a value and `bands`"
        message = f"'{question.id}' does not say what it asks of the mind"
        yield Problem("D526", message, question.place("about"), hint)
    elif set(written_in(question, "hypotheses")) != set(values):
        hint = f"write one for each value: {listing(values)}"
        message = f"the hypotheses of '{question.id}' are not the values"
        yield Problem("D526", message, question.place("hypotheses"), hint)


def _bands(question: Question, value: str) -> Iterator[Problem]:
    named = len(written_in(question, "hypotheses"))
    edges = [amount.central for amount in question.bands]
    if not edges:
        if "bands" not in question.places:
            hint = "write `bands: [0, 10%, 50%, 100%]`"
            message = f"'{question.id}' asks how likely he thought '{value}', and has no bands"
            yield Problem("D526", message, question.place("about"), hint)
        return
    if len(written_in(question, "bands")) > len(edges):
        return  # some are unreadable, which is told
    ascending = all(one < other for one, other in pairwise(edges))
    if len(edges) < 3 or edges[0] != 0.0 or edges[-1] != 1.0 or not ascending:  # noqa: PLR2004 [two bands]
        hint = "begin with 0, end with 100%, ascend: `bands: [0, 10%, 50%, 100%]`"
        message = f"the bands of '{question.id}' do not cover 0 to 100% in order"
        yield Problem("D526", message, question.place("bands"), hint)
    elif "hypotheses" in question.places and named != len(edges) - 1:
        hint = f"write {len(edges) - 1}, in the order of the bands"
        message = f"'{question.id}' has {len(edges) - 1} bands and {named} hypotheses"
        yield Problem("D526", message, question.place("hypotheses"), hint)
    if question.by is not None:
        hint = "drop `by`: bands ask how strongly he believed"
        yield Problem("D526", f"'{question.id}' asks two things", question.place("by"), hint)


def _of_that_day(case: Case, actor: Actor, guilt: AskedGuilt) -> Iterator[Problem]:
    """The state of mind is that of the act, which must have been done."""
    choice = next((each for each in actor.chooses if each.id == guilt.act), None)
    if choice is None or choice.on is None or guilt.on is None:
        return
    if guilt.on.latest != choice.on.latest:
        when = "after" if guilt.on.latest > choice.on.latest else "before"
        hint = f"ask at the date of the act: {choice.on.text}"
        message = f"the state of mind is asked for {when} '{choice.id}'"
        yield Problem("D533", message, guilt.place("on"), hint)
    event = case.event(choice.shown_by) if choice.shown_by is not None else None
    if event is not None and event.known == NO:
        hint = "ask of an act that was done, or may have been"
        message = f"'{choice.id}' is known not to have been done"
        yield Problem("D533", message, guilt.place("act"), hint)


def _asked(case: Case, actor: Actor) -> Iterator[Problem]:
    values = values_of(actor)
    acts = tuple(choice.id for choice in actor.chooses)
    for asked in actor.ask:
        guilt = asked.mens_rea
        if not {"belief", "conviction", "explain", "mens_rea"} & asked.places.keys():
            hint = "write what, such as `belief: {on: 1941-06-21}`"
            yield Problem("D533", "nothing is asked here", asked.at, hint)
        for record in (asked.conviction, guilt):
            if record is not None and values:
                yield from known(record, "of", record.of, values, "value")
        for each in (asked.explain, guilt):
            if each is not None:
                yield from known(each, "act", each.act, acts, "choice", case.broken)
        if guilt is not None:
            yield from _of_that_day(case, actor, guilt)
        if guilt is not None and "reasonable" not in actor.places:
            hint = "declare under `reasonable` what one in his place would have thought"
            yield Problem("D533", "nobody is there to measure negligence by", guilt.at, hint)
