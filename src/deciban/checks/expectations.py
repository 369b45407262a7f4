"""Check: every event says what each state of what it hangs from leads one to expect."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from deciban.case import CHARACTERS, Case, Event, Question, Record, RowTree, Source, Tree, is_row
from deciban.case.hanging import AFTER, BEFORE, ELSE, keys_of, parents_of
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing
from deciban.span import Span
from deciban.units import Judgement, Rest, settle_row


def check_expectations(case: Case) -> Iterator[Problem]:
    """Report tables with names missing or unknown, and rows that have no point."""
    for event in case.events:
        yield from _event(case, event)
    for question in case.all_questions().values():
        yield from _question(case, question)
    for source in case.sources.values():
        if source.character and not is_row(source.character):
            at = source.place("character")
            yield Problem("D503", "this table is too deep", at, "write one judgement for each")
        elif source.character:
            known = [name for name in CHARACTERS if name in source.character]
            at = source.place("character")
            yield from _row(source.character, known, at, CHARACTERS, _spot(source))


def _event(case: Case, event: Event) -> Iterator[Problem]:
    at = event.place("expected")
    if event.weight:
        yield from _weights(case, event)
        return
    if event.expected is None:
        begun = {"expected", "weight"} & event.places.keys()  # and unreadable, which is told
        if not begun and not _shown(case, event):
            hint = "say how likely it was under each hypothesis: `expected: {...}`"
            yield Problem("D503", f"'{event.id}' says nothing of what to expect", event.at, hint)
        return
    if isinstance(event.expected, Judgement | Rest):
        yield from _bare(event)
        return
    parents = parents_of(case, event)
    if any(not case.states(name) for name in parents):
        return
    keys = [keys_of(case, name) for name in parents]
    outcomes = tuple(dict.fromkeys(event.outcomes))  # one named twice is told elsewhere
    yield from _table(event.expected, keys, outcomes, event.places, "expected", at)


def _shown(case: Case, event: Event) -> bool:
    """Whether an event shows what somebody chose, or may do so once the actors can be read."""
    actors = case.actors.values()
    choices = [choice for actor in actors for choice in actor.chooses]
    shown = {choice.shown_by for choice in choices} - {None}
    if event.id in shown:
        return True
    astray = shown - {each.id for each in case.events}
    unread = any("shown_by" in each.places and each.shown_by is None for each in choices)
    unread = unread or any("chooses" in each.places and not each.chooses for each in actors)
    return "actors" in case.places and bool(astray or unread or case.broken)


def _bare(event: Event) -> Iterator[Problem]:
    at = event.place("expected")
    if event.outcomes and _is_even(event.expected) and not event.given:
        return
    if isinstance(event.expected, Rest) or event.outcomes:
        hint = "write a row over the outcomes" if event.outcomes else "write a probability"
        yield Problem("D503", f"'{event.id}' does not say how likely it was", at, hint)
    elif event.given:
        names = listing(event.given)
        hint = f"write one judgement for each answer of {names}, or drop `given`"
        yield Problem("D503", f"'{event.id}' is expected alike whatever {names}", at, hint)


def _question(case: Case, question: Question) -> Iterator[Problem]:
    prior = question.prior
    if prior is None or isinstance(prior, str) or not question.answers:
        return
    at = question.place("prior")
    if isinstance(prior, Judgement | Rest):
        return
    if question.given is None and not is_row(prior):
        yield from _ungiven(case, question, prior, at)
        return
    keys = [case.states(question.given)] if question.given else []
    if question.given and not keys[0]:
        return
    yield from _table(prior, keys, question.answers, question.places, "prior", at)


def _ungiven(
    case: Case, question: Question, prior: Mapping[str, Tree], at: Span
) -> Iterator[Problem]:
    """A nested prior with nothing to nest it under: whose answers are its keys?"""
    others = (each for each in case.all_questions().values() if each is not question)
    meant = next((each.id for each in others if set(prior) <= {*each.answers, ELSE}), None)
    hint = f"add `given: {meant}`" if meant else "say under `given` whose answers these are"
    yield Problem("D503", f"the prior of '{question.id}' is keyed by another question", at, hint)


def _table(
    tree: Tree,
    keys: Sequence[Sequence[str]],
    outcomes: Sequence[str],
    places: Mapping[str, Span],
    path: str,
    at: Span,
) -> Iterator[Problem]:
    """One level of a table for each parent, then a judgement or a row over the outcomes."""
    if not keys:
        yield from _leaf(tree, outcomes, places, path, at)
        return
    names, deeper = keys[0], keys[1:]
    if isinstance(tree, Judgement | Rest):
        if outcomes and _is_even(tree):
            return
        hint = f"one judgement for each of {listing(names)}"
        yield Problem("D503", "this table is not deep enough", tree.at or at, hint)
        return
    for name, inner in tree.items():
        where = f"{path}.{name}"
        if name != ELSE and name not in names:
            yield _stranger(name, names, places.get(where, at))
        else:
            yield from _table(inner, deeper, outcomes, places, where, places.get(where, at))
    missing = [name for name in names if name not in tree]
    yield from _idle_else(tree, names, places.get(f"{path}.{ELSE}", at))
    if missing and ELSE not in tree:
        hint = "judge each of them, or write `else:` for all that are not named"
        yield Problem("D503", f"nothing is expected under {listing(missing)}", at, hint)


def _leaf(
    tree: Tree, outcomes: Sequence[str], places: Mapping[str, Span], path: str, at: Span
) -> Iterator[Problem]:
    if not outcomes:
        if isinstance(tree, Rest):
            hint = "`rest` belongs in a row over outcomes; write a probability"
            yield Problem("D503", "there is nothing here to take the rest of", tree.at or at, hint)
        elif not isinstance(tree, Judgement):
            hint = "one judgement is wanted, the probability of yes"
            yield Problem("D503", "this table is too deep", at, hint)
        return
    if isinstance(tree, Judgement | Rest):
        if not _is_even(tree):
            hint = f"write a row over {listing(outcomes)}, or `even`"
            yield Problem("D503", "one judgement cannot share out several outcomes", at, hint)
        return
    row = {name: each for name, each in tree.items() if isinstance(each, Judgement | Rest)}
    if len(row) < len(tree):
        yield Problem("D503", "this table is too deep", at, "a row holds one judgement an outcome")
        return
    yield from _row(row, outcomes, at, outcomes, lambda name: places.get(f"{path}.{name}", at))


def _spot(source: Source) -> Callable[[str], Span]:
    return lambda name: source.place(f"character.{name}")


def _row(
    row: RowTree,
    outcomes: Sequence[str],
    at: Span,
    known: Sequence[str],
    spot: Callable[[str], Span],
) -> Iterator[Problem]:
    strangers = [name for name in row if name != ELSE and name not in known]
    for name in strangers:
        yield _stranger(name, known, spot(name))
    settled = settle_row(row, outcomes, at)
    if isinstance(settled, Problem):
        if settled.code != "D334" or not strangers:  # else what is missing is misnamed
            yield settled
        return
    for place in settled.rest:
        if not settled.shares[place].central:
            name = settled.outcomes[place]
            spare = next((each.at for each in row.values() if isinstance(each, Rest)), None)
            hint = "lower the others, or say how likely it is"
            yield Problem("D609", f"`rest` leaves nothing for '{name}'", spare or at, hint)


def row_problems(record: Record, path: str, row: Tree, names: Sequence[str]) -> Iterator[Problem]:
    """Report names in a row that are none of these, a row that is none, and one without a point.

    Args:
        record: whose row it is.
        path: where in the record it stands.
        row: what was written.
        names: what it shares 100% among.
    """
    yield from _leaf(row, names, record.places, path, record.place(path))


def table_problems(
    record: Record, path: str, table: Tree, names: Sequence[str]
) -> Iterator[Problem]:
    """Report what keeps a table from holding one probability for each of these names."""
    yield from _table(table, [names], (), record.places, path, record.place(path))


def _stranger(name: str, known: Sequence[str], at: Span) -> Problem:
    hint = did_you_mean(name, known, "write one of these, or take it out")
    if tuple(known) == (BEFORE, AFTER):
        hint = "under a question of when, an event falls before or after each date"
    return Problem("D403", f"'{name}' is not one of {listing(known)}", at, hint)


def _weights(case: Case, event: Event) -> Iterator[Problem]:
    known = case.states(event.given[0] if event.given else case.question.id)
    if not known:
        return
    for name in event.weight:
        if name != ELSE and name not in known:
            yield _stranger(name, known, event.place(f"weight.{name}"))
    yield from _idle_else(event.weight, known, event.place(f"weight.{ELSE}"))


def _idle_else(tree: Mapping[str, object], names: Sequence[str], at: Span) -> Iterator[Problem]:
    if ELSE in tree and all(name in tree for name in names):
        yield Problem("D335", "`else` has nothing left to stand for", at, "leave it out")


def _is_even(tree: Tree | None) -> bool:
    return isinstance(tree, Judgement) and tree.text.strip().lower() == "even"
