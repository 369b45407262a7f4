"""Check: a question about a mind asks for something that the mind has."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deciban.case import Actor, Case, Question, Reasonable
from deciban.case.minds import asked_of, questions_of
from deciban.checks.expectations import row_problems
from deciban.checks.minds import known
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing


def check_mind_questions(case: Case) -> Iterator[Problem]:
    """Report questions about minds, and things asked of actors, that do not fit them."""
    for question in case.all_questions().values():
        if question.about is not None:
            yield from _question(case, question)
    for actor in case.actors.values():
        yield from _asked(actor)
        replaced = [each for each in questions_of(case, actor.id) if each.replace_prior is not None]
        for question in replaced[1:]:
            hint = "replace one, and let the mind supply the other"
            message = f"two priors of the mind of '{actor.id}' are replaced"
            yield Problem("D526", message, question.place("replace_prior"), hint)


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
    if wonders is None:
        return
    if asked.wonder != wonders.id:
        hint = f"write `about: {actor.id}.{wonders.id}`"
        yield Problem("D402", f"'{actor.id}' does not wonder about '{asked.wonder}'", at, hint)
    elif asked.value and asked.value not in wonders.values:
        hint = did_you_mean(asked.value, wonders.values, f"known: {listing(wonders.values)}")
        yield Problem("D402", f"there is no '{asked.value}' to believe", at, hint)
    elif asked.value:
        yield from _bands(question)
    else:
        yield from _likeliest(question, wonders.values)
    yield from _alone(question)


def _alone(question: Question) -> Iterator[Problem]:
    """A question about a mind has one prior, and hangs from nothing."""
    for key in ("given", "when"):
        if getattr(question, key):
            hint = "let the other question hang from this one"
            message = f"'{question.id}' is about a mind and has `{key}`"
            yield Problem("D526", message, question.place(key), hint)
    if question.prior is not None:
        hint = "drop it, or write `replace_prior`"
        message = f"'{question.id}' is about a mind and has a prior"
        yield Problem("D511", message, question.place("prior"), hint)
    if isinstance(question.replace_prior, dict) and question.answers:
        row = question.replace_prior
        yield from row_problems(row, question.answers, question.place("replace_prior"))


def _likeliest(question: Question, values: Sequence[str]) -> Iterator[Problem]:
    if question.bands:
        hint = f"name the value: `about: {question.about}.{values[0]}`"
        yield Problem("D526", "bands of which value?", question.place("bands"), hint)
    elif question.by is None and "by" not in question.places:
        hint = "write `by: most_likely`, or name a value and `bands`"
        message = f"'{question.id}' does not say what it asks of the mind"
        yield Problem("D526", message, question.place("about"), hint)
    elif set(question.hypotheses) != set(values):
        hint = f"write one for each value: {listing(values)}"
        message = f"the hypotheses of '{question.id}' are not the values"
        yield Problem("D526", message, question.place("hypotheses"), hint)


def _bands(question: Question) -> Iterator[Problem]:
    edges = [amount.central for amount in question.bands]
    if not edges:
        if "bands" not in question.places:
            hint = "write `bands: [0, 10%, 50%, 100%]`, or drop the value for `by: most_likely`"
            message = f"'{question.id}' does not say into which bands"
            yield Problem("D526", message, question.place("about"), hint)
        return
    ascending = all(one < other for one, other in pairwise(edges))
    if len(edges) < 3 or edges[0] != 0.0 or edges[-1] != 1.0 or not ascending:  # noqa: PLR2004 [two bands]
        hint = "begin with 0, end with 100%, ascend: `bands: [0, 10%, 50%, 100%]`"
        message = f"the bands of '{question.id}' do not cover 0 to 100% in order"
        yield Problem("D526", message, question.place("bands"), hint)
    elif question.hypotheses and len(question.hypotheses) != len(edges) - 1:
        hint = f"write {len(edges) - 1}, in the order of the bands"
        named = len(question.hypotheses)
        message = f"'{question.id}' has {len(edges) - 1} bands and {named} hypotheses"
        yield Problem("D526", message, question.place("hypotheses"), hint)
    if question.by is not None:
        hint = "drop `by`: bands ask how strongly he believed"
        yield Problem("D526", f"'{question.id}' asks two things", question.place("by"), hint)


def _asked(actor: Actor) -> Iterator[Problem]:
    values = actor.wonders.values if actor.wonders else ()
    acts = tuple(choice.id for choice in actor.chooses)
    for asked in actor.ask:
        if asked.conviction is not None:
            yield from known(asked.conviction, "of", asked.conviction.of, values)
        if asked.explain is not None:
            yield from known(asked.explain, "act", asked.explain.act, acts)
        guilt = asked.mens_rea
        if guilt is not None:
            yield from known(guilt, "of", guilt.of, values)
            yield from known(guilt, "act", guilt.act, acts)
            if not isinstance(actor.reasonable, Reasonable) and "reasonable" not in actor.places:
                hint = "declare under `reasonable` what one in his place would have thought"
                message = "there is nobody to measure negligence against"
                yield Problem("D533", message, guilt.at, hint)
