"""Check: an actor is whole: where his belief begins, whom he trusted, what reached him."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from deciban.case import (
    CHARACTERS,
    Actor,
    Amount,
    AmountTree,
    Case,
    Mirror,
    Opponent,
    Reasonable,
    Record,
    Sight,
    Trust,
)
from deciban.checks.expectations import row_problems, table_problems
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing

TWO = 2


def check_minds(case: Case) -> Iterator[Problem]:
    """Report actors of whom something is missing, said twice, or said of nothing."""
    for actor in case.actors.values():
        yield from _wonders(actor)
        values = values_of(actor)
        if not values:
            continue
        yield from _beginning(case, actor, values)
        yield from _depth(actor)
        yield from listed(actor, actor.care)
        for name, trust in actor.trusts.items():
            yield from _trust(trust, name, values)
        for sight in actor.saw:
            yield from _sight(case, actor, sight, values)
        if actor.reasonable is not None:
            yield from _reasonable(case, actor, actor.reasonable, values)


def values_of(actor: Actor) -> tuple[str, ...]:
    """Answer the values an actor wonders about; none where they are no two rivals, or unreadable.

    That is told in its own place, and nothing else can be said of him then.
    """
    wonders = actor.wonders
    if wonders is None or len(written_in(wonders, "values")) > len(wonders.values):
        return ()
    distinct = set(wonders.values)
    return wonders.values if TWO <= len(distinct) == len(wonders.values) else ()


def written_in(record: Record, path: str) -> tuple[str, ...]:
    """Answer the names written right under a path, readable or not."""
    inside = [name.removeprefix(f"{path}.") for name in record.places if name != path]
    return tuple(name for name in inside if f"{path}.{name}" in record.places and "." not in name)


def known(
    record: Record,
    key: str,
    name: str,
    names: Sequence[str],
    what: str,
    broken: Collection[str] = (),
) -> Iterator[Problem]:
    """Report a name inside an actor that nothing there has.

    Args:
        record: what holds the reference.
        key: where in the record it stands.
        name: what was written.
        names: what it may be.
        what: what these are, as a noun.
        broken: names of what could not be read, which is told.
    """
    if name not in names and name not in broken:
        otherwise = f"known: {listing(names)}" if names else "none is defined yet"
        hint = did_you_mean(name, names, otherwise)
        yield Problem("D402", f"there is no {what} '{name}'", record.place(key), hint)


def _wonders(actor: Actor) -> Iterator[Problem]:
    wonders = actor.wonders
    if wonders is None:
        if "wonders" not in actor.places:  # else it is unreadable, which is told
            hint = "write `wonders: {id: plan, values: [one, another]}`"
            yield Problem("D521", f"'{actor.id}' wonders about nothing", actor.at, hint)
        return
    places = [wonders.place(f"values.{index}") for index in range(len(wonders.values))]
    for index, name in enumerate(wonders.values):
        if name in wonders.values[:index]:
            first = places[wonders.values.index(name)]
            hint = "name each value once"
            message = f"'{wonders.id}' has the value '{name}' twice"
            yield Problem("D521", message, places[index], hint, (first,))
    if len(written_in(wonders, "values")) < TWO:
        hint = "name what else he may have thought"
        message = f"'{actor.id}' has no rival values to wonder about"
        yield Problem("D521", message, wonders.place("values"), hint)


def _beginning(case: Case, actor: Actor, values: Sequence[str]) -> Iterator[Problem]:
    if {"prior", "opponent"} <= actor.places.keys():
        hint = "keep what he thought of the other, or his belief in numbers"
        message = f"'{actor.id}' has a prior and an opponent"
        yield Problem("D522", message, actor.place("prior"), hint)
    elif actor.prior:
        yield from row_problems(actor, "prior", actor.prior, values)
    elif actor.opponent is not None:
        yield from _opponent(case, actor, actor.opponent, values)
    elif not {"prior", "opponent"} & actor.places.keys():
        hint = f"write `prior: {{{values[0]}: 50%, ...}}`, or an `opponent`"
        message = f"nothing says what '{actor.id}' believed to begin with"
        yield Problem("D522", message, actor.at, hint)


def _opponent(
    case: Case, actor: Actor, other: Opponent, values: Sequence[str]
) -> Iterator[Problem]:
    choices = {each.id: each for each in actor.chooses}
    reckoned = choices.get(other.anticipates or "")
    options = written_in(reckoned, "between") if reckoned is not None else ()
    yield from _kinds(other)
    yield from listed(other, other.care)
    for name, stakes in other.types.items():
        yield from _plans(other, name, stakes, values, options)
    if not other.care and "care" not in other.places:
        hint = "write `care`, such as 5"
        message = "nothing says how closely the other follows his stakes"
        yield Problem("D530", message, other.at, hint)
    if other.mirror is not None:
        yield from _mirror(actor, other.mirror, values)
    if reckoned is None:
        yield from _unreckoned(case, actor, other, tuple(choices))
        return
    if other.expects:
        yield from row_problems(other, "expects", other.expects, options)
    if other.passes_for:
        yield from row_problems(other, "passes_for", other.passes_for, values)


def _kinds(other: Opponent) -> Iterator[Problem]:
    kinds = written_in(other, "types")
    if not kinds:
        if "types" not in other.places and (other.mirror is None or other.prior):
            hint = "write `types`, each with what every value is worth to it"
            yield Problem("D523", "the opponent is of no kind", other.at, hint)
    elif other.prior:
        yield from row_problems(other, "prior", other.prior, kinds)
    elif len(kinds) > 1 and "prior" not in other.places:
        hint = f"write `prior: {{{kinds[0]}: 50%, ...}}`"
        message = "nothing says how likely he thought each kind"
        yield Problem("D522", message, other.place("types"), hint)
    mirror = other.mirror
    if mirror is None or not kinds:
        return
    if mirror.weight is None and "weight" not in mirror.places:
        hint = "write `weight`, such as 20..60%"
        yield Problem("D522", "nothing says how likely the mirror is", mirror.at, hint)
    if "self" in kinds:
        hint = "call it something else"
        message = "'self' is the kind that the mirror adds"
        yield Problem("D401", message, other.place("types.self"), hint, also=(mirror.at,))


def _mirror(actor: Actor, mirror: Mirror, values: Sequence[str]) -> Iterator[Problem]:
    if mirror.stakes or "stakes" not in mirror.places:  # else they are unreadable, which is told
        yield from amounts(mirror, "stakes", mirror.stakes, values, "value")
    if "care" not in actor.places and not actor.chooses:
        hint = "write his own `care` beside the opponent: in the mirror he sees himself"
        message = f"nothing says how closely '{actor.id}' follows his stakes"
        yield Problem("D530", message, mirror.at, hint)


def _depth(actor: Actor) -> Iterator[Problem]:
    """A depth is 1 or 2, and what is read at the second only needs it."""
    depth = 1.0 if actor.depth is None else actor.depth.central
    if depth not in (1.0, 2.0):
        hint = "write 1 or 2: each turn reckons with the one before it"
        message = "nobody thinks so many turns ahead here"
        yield Problem("D532", message, actor.place("depth"), hint)
    other = actor.opponent
    if other is not None and other.passes_for and depth < TWO:
        hint = "write `depth: 2`, or drop it"
        yield Problem("D532", "at depth 1 nobody reads this", other.place("passes_for"), hint)


def listed(record: Record, amounts: Sequence[Amount]) -> Iterator[Problem]:
    """Report a list of values in which a range stands: it would count as its middle alone."""
    for place, amount in enumerate(amounts):
        if len(amounts) > 1 and amount.low < amount.high:
            hint = "write one range, or a list of single numbers"
            message = f"'{amount.text}' stands in a list of values"
            yield Problem("D530", message, record.place(f"care.{place}"), hint)


def _unreckoned(
    case: Case, actor: Actor, other: Opponent, choices: Sequence[str]
) -> Iterator[Problem]:
    """What needs a choice that the other reckons with, and has none."""
    if other.anticipates is not None:
        yield from known(other, "anticipates", other.anticipates, choices, "choice", case.broken)
    if "anticipates" in other.places:
        return
    deep = actor.depth is not None and actor.depth.central >= TWO
    keys = [key for key in ("expects", "passes_for") if key in other.places]
    if deep or keys:
        hint = "name the choice under `anticipates`"
        at = actor.place("depth") if deep else other.place(keys[0])
        yield Problem("D532", "no choice is named that the other reckons with", at, hint)


def _plans(
    other: Opponent, kind: str, stakes: AmountTree, values: Sequence[str], options: Sequence[str]
) -> Iterator[Problem]:
    """What each plan is worth, perhaps by the options that the other reckons with."""
    path = f"types.{kind}"
    yield from amounts(other, path, stakes, values, "value")
    if isinstance(stakes, Amount):
        return
    for value, plan in stakes.items():
        if isinstance(plan, Amount) or value not in values:
            continue
        if options:
            yield from amounts(other, f"{path}.{value}", plan, options, "option")
        elif "anticipates" not in other.places:
            hint = "write one number, or name the choice under `anticipates`"
            at = other.place(f"{path}.{value}")
            yield Problem("D532", f"'{value}' hangs on a choice that is not named", at, hint)


def amounts(
    record: Record, path: str, stakes: AmountTree, names: Sequence[str], what: str
) -> Iterator[Problem]:
    """Report names that have no number, and numbers of what is not there.

    Args:
        record: what holds the numbers.
        path: where in the record they stand.
        stakes: the numbers.
        names: what each should have a number.
        what: what these are, as a noun.
    """
    written = {} if isinstance(stakes, Amount) else stakes
    missing = [
        name for name in names if name not in written and f"{path}.{name}" not in record.places
    ]
    strangers = [name for name in written if name not in names]
    if missing and not strangers:  # else what is missing is misnamed
        hint = "write a number from 0 to 100 for each"
        told = f"the stakes of '{path.rpartition('.')[2]}' leave out {listing(missing)}"
        told = told.replace("the stakes of 'stakes'", "the stakes in the mirror")
        yield Problem("D523", told, record.place(path), hint)
    for name in strangers:
        hint = did_you_mean(name, names, f"known: {listing(names)}")
        at = record.place(f"{path}.{name}")
        yield Problem("D523", f"there is no {what} '{name}'", at, hint)


def _trust(trust: Trust, name: str, values: Sequence[str]) -> Iterator[Problem]:
    row = {role: share for role in CHARACTERS if (share := getattr(trust, role)) is not None}
    stated = [role for role in CHARACTERS if role in trust.places]
    if not stated:
        hint = "say how honest he thought it, such as `honest: 60%, guesses: rest`"
        yield Problem("D202", f"nothing is said of his trust in '{name}'", trust.at, hint)
    elif len(row) == len(stated):  # else one of them is unreadable, which is told
        for problem in row_problems(trust, "", row, tuple(row)):
            hint = "give all but one of them a probability"  # there is no `else` here
            yield replace(problem, hint=hint) if problem.code == "D330" else problem
    if trust.line is not None:
        yield from known(trust, "line", trust.line, values, "value")
    elif "pushes" in stated and "line" not in trust.places:
        hint = f"write `line: {values[-1]}`, or drop `pushes`"
        message = f"he thinks that '{name}' pushes something, and not what"
        yield Problem("D531", message, trust.place("pushes"), hint)


def _sight(case: Case, actor: Actor, sight: Sight, values: Sequence[str]) -> Iterator[Problem]:
    yield from _what_it_is(sight)
    if sight.source is not None:
        yield from known(sight, "from", sight.source, tuple(actor.trusts), "trust in", case.broken)
    if sight.says is not None:
        yield from known(sight, "says", sight.says, values, "value")
    if sight.expected is not None:
        yield from table_problems(sight, "expected", sight.expected, values)
    if sight.copies is not None:
        others = tuple(each.id for each in actor.saw)
        yield from known(sight, "copies", sight.copies, others, "message", case.broken)
        yield from _copy(actor, sight)
    yield from _resolved(sight, values)


def _copy(actor: Actor, sight: Sight) -> Iterator[Problem]:
    """A copy says what its original said, and comes no earlier."""
    first = next((each for each in actor.saw if each.id == sight.copies), None)
    if first is None or first is sight:
        return
    if sight.says is not None and first.says is not None and sight.says != first.says:
        hint = f"'{first.id}' says {first.says}; drop `copies`, or let them say the same"
        message = f"'{sight.id}' is no copy of '{first.id}'"
        yield Problem("D615", message, sight.place("copies"), hint)
    elif sight.on is not None and first.on is not None and sight.on.latest < first.on.latest:
        hint = f"let '{first.id}' be the copy, or mend a date"
        message = f"'{sight.id}' comes before '{first.id}', of which it is a copy"
        yield Problem("D615", message, sight.place("copies"), hint)


def _what_it_is(sight: Sight) -> Iterator[Problem]:
    """A message has a sender and a value; a sign has its expectations; nothing is both."""
    written = {"from", "says", "expected"} & sight.places.keys()
    at = sight.place("id")
    if "expected" in written and len(written) > 1:
        hint = "keep `from` and `says`, or `expected`"
        yield Problem("D524", f"'{sight.id}' is a message and a sign", at, hint)
    elif written == {"from"}:
        hint = "name the value under `says`"
        yield Problem("D524", f"'{sight.id}' is a message that says nothing", at, hint)
    elif written == {"says"}:
        hint = "name who told him under `from`, or write `expected` if he saw a sign"
        yield Problem("D524", f"'{sight.id}' is a message from nobody", at, hint)
    elif not written:
        hint = "a message has `from` and `says`; a sign has `expected`"
        yield Problem("D524", f"'{sight.id}' is neither a message nor a sign", at, hint)


def _resolved(sight: Sight, values: Sequence[str]) -> Iterator[Problem]:
    resolved = sight.resolved
    if resolved is None:
        return
    if resolved.was != "no":
        yield from known(resolved, "was", resolved.was, (*values, "no"), "value")
    if "expected" in sight.places and "from" not in sight.places:
        hint = "only what was said can turn out true or false"
        yield Problem("D524", f"the sign '{sight.id}' cannot turn out", resolved.at, hint)
    if resolved.on is not None and sight.on is not None and resolved.on.latest < sight.on.latest:
        hint = f"it came {sight.on.text}; swap or mend the dates"
        message = f"'{sight.id}' turned out before it came"
        yield Problem("D512", message, resolved.place("on"), hint)


def _reasonable(
    case: Case, actor: Actor, written: Reasonable, values: Sequence[str]
) -> Iterator[Problem]:
    if written.prior:
        yield from row_problems(written, "prior", written.prior, values)
    for name, trust in written.trusts.items():
        path, trusted = f"trusts.{name}", tuple(actor.trusts)
        yield from known(written, path, name, trusted, "trust in", case.broken)
        yield from _trust(trust, name, values)
