"""Check: an actor is whole: where his belief begins, whom he trusted, what reached him."""

from collections.abc import Iterator, Mapping, Sequence

from deciban.case import (
    CHARACTERS,
    Actor,
    Amount,
    AmountTree,
    Case,
    Opponent,
    Reasonable,
    Record,
    Sight,
    Trust,
)
from deciban.checks.expectations import row_problems
from deciban.problem import Problem
from deciban.read.suggest import did_you_mean, listing

TWO = 2


def check_minds(case: Case) -> Iterator[Problem]:
    """Report actors of whom something is missing, said twice, or said of nothing."""
    for actor in case.actors.values():
        values = actor.wonders.values if actor.wonders else ()
        yield from _wonders(actor)
        if len(set(values)) < TWO:
            continue
        yield from _beginning(actor, values)
        for name, trust in actor.trusts.items():
            yield from _trust(trust, name, values)
        for sight in actor.saw:
            yield from _sight(actor, sight, values)
        yield from _copied_in_circles(actor)
        if actor.reasonable is not None:
            yield from _reasonable(actor, actor.reasonable, values)


def known(record: Record, key: str, name: str, names: Sequence[str]) -> Iterator[Problem]:
    """Report a name inside an actor that nothing there has."""
    if name not in names:
        hint = did_you_mean(name, names, f"known: {listing(names)}" if names else "")
        yield Problem("D402", f"there is no '{name}' here", record.place(key), hint)


def _wonders(actor: Actor) -> Iterator[Problem]:
    if "wonders" in actor.places and actor.wonders is None:
        return  # unreadable, which is told
    values = actor.wonders.values if actor.wonders else ()
    if len(set(values)) < TWO or len(set(values)) < len(values):
        at = actor.wonders.place("values") if actor.wonders else actor.at
        hint = "write `wonders: {id: plan, values: [one, another]}`"
        yield Problem("D521", f"'{actor.id}' has no rival values to wonder about", at, hint)


def _beginning(actor: Actor, values: Sequence[str]) -> Iterator[Problem]:
    if actor.prior and actor.opponent is not None:
        hint = "keep what he thought of the other, or his belief in numbers"
        message = f"'{actor.id}' has a prior and an opponent"
        yield Problem("D522", message, actor.place("prior"), hint)
    elif actor.prior:
        yield from row_problems(actor.prior, values, actor.place("prior"))
    elif actor.opponent is not None:
        yield from _opponent(actor, actor.opponent, values)
    elif not {"prior", "opponent"} & actor.places.keys():
        hint = f"write `prior: {{{values[0]}: 50%, ...}}`, or an `opponent`"
        yield Problem("D522", f"'{actor.id}' believes nothing to begin with", actor.at, hint)


def _opponent(actor: Actor, other: Opponent, values: Sequence[str]) -> Iterator[Problem]:
    if not other.types and other.mirror is None:
        hint = "write `types`, each with what every value is worth to it"
        yield Problem("D523", "the opponent is of no kind", other.at, hint)
    options = next(
        (tuple(each.between) for each in actor.chooses if each.id == other.anticipates), None
    )
    for name, stakes in other.types.items():
        yield from _plans(other, f"types.{name}", stakes, values, options)
    if len(other.types) > 1 or other.prior:
        if not other.prior:
            hint = f"write `prior: {{{next(iter(other.types))}: 50%, ...}}`"
            yield Problem("D522", "no kind of opponent has a chance", other.at, hint)
        else:
            yield from row_problems(other.prior, tuple(other.types), other.place("prior"))
    if not other.care:
        hint = "write `care`, such as 5"
        message = "how closely the other follows his stakes is not said"
        yield Problem("D530", message, other.at, hint)
    if other.mirror is not None:
        at = other.mirror
        yield from _plans(at, "stakes", at.stakes, values, options)
        if not actor.care:
            hint = "write the actor's `care`: in the mirror he sees himself"
            message = f"how closely '{actor.id}' follows his stakes is not said"
            yield Problem("D530", message, at.at, hint)
    yield from _reply(actor, other, values, options)


def _reply(
    actor: Actor, other: Opponent, values: Sequence[str], options: Sequence[str] | None
) -> Iterator[Problem]:
    if other.anticipates is not None and options is None:
        names = tuple(each.id for each in actor.chooses)
        yield from known(other, "anticipates", other.anticipates, names)
        return
    deep = actor.depth is not None and actor.depth.central >= TWO
    if options is None and (deep or other.expects or other.passes_for):
        hint = "name the choice under `anticipates`"
        at = actor.place("depth") if deep else other.at
        yield Problem("D532", "the other reckons with no choice of his", at, hint)
        return
    if other.expects and options is not None:
        yield from row_problems(other.expects, options, other.place("expects"))
    if other.passes_for:
        yield from row_problems(other.passes_for, values, other.place("passes_for"))


def _plans(
    record: Record,
    path: str,
    stakes: AmountTree,
    values: Sequence[str],
    options: Sequence[str] | None,
) -> Iterator[Problem]:
    """What each plan is worth, perhaps by the options that the other reckons with."""
    yield from amounts(record, path, stakes, values)
    if isinstance(stakes, Amount):
        return
    for value, plan in stakes.items():
        if isinstance(plan, Amount) or value not in values:
            continue
        if options is None:
            hint = "write one number, or name the choice under `anticipates`"
            at = record.place(f"{path}.{value}")
            yield Problem("D532", f"'{value}' hangs on a choice that is not named", at, hint)
        else:
            yield from amounts(record, f"{path}.{value}", plan, options)


def amounts(
    record: Record, path: str, stakes: AmountTree, names: Sequence[str]
) -> Iterator[Problem]:
    """Report names that have no number, and numbers of what is not there."""
    written: Mapping[str, AmountTree] = {} if isinstance(stakes, Amount) else stakes
    missing = [name for name in names if name not in written]
    if missing:
        hint = "write a number from 0 to 100 for each"
        told = f"nothing is said of {listing(missing)}"
        yield Problem("D523", told, record.place(path), hint)
    for name in written:
        if name not in names:
            hint = did_you_mean(name, names, f"known: {listing(names)}")
            at = record.place(f"{path}.{name}")
            yield Problem("D523", f"there is no '{name}' here", at, hint)


def _trust(trust: Trust, name: str, values: Sequence[str]) -> Iterator[Problem]:
    row = {role: share for role in CHARACTERS if (share := getattr(trust, role)) is not None}
    if not row:
        if not {*CHARACTERS} & trust.places.keys():
            hint = "say how honest he thought it, such as `honest: 60%, guesses: rest`"
            yield Problem("D202", f"nothing is said of his trust in '{name}'", trust.at, hint)
        return
    yield from row_problems(row, tuple(row), trust.at)
    if trust.line is not None:
        yield from known(trust, "line", trust.line, values)
    elif trust.pushes is not None and "line" not in trust.places:
        hint = f"write `line: {values[-1]}`, or drop `pushes`"
        message = f"he thinks that '{name}' pushes something, and not what"
        yield Problem("D531", message, trust.place("pushes"), hint)


def _sight(actor: Actor, sight: Sight, values: Sequence[str]) -> Iterator[Problem]:
    told = [key for key in ("from", "says", "expected") if key in sight.places]
    if told not in (["from", "says"], ["expected"]):
        hint = "a message has `from` and `says`; a sign has `expected`"
        message = f"'{sight.id}' is neither a message nor a sign"
        yield Problem("D524", message, sight.place("id"), hint)
    if sight.source is not None:
        yield from known(sight, "from", sight.source, tuple(actor.trusts))
    if sight.says is not None:
        yield from known(sight, "says", sight.says, values)
    if isinstance(sight.expected, Mapping):
        yield from _expected(sight, values)
    elif sight.expected is not None:
        hint = f"write one for each value: `expected: {{{values[0]}: 20%, ...}}`"
        message = f"'{sight.id}' is expected alike whatever held"
        yield Problem("D524", message, sight.place("expected"), hint)
    if sight.copies is not None:
        others = tuple(each.id for each in actor.saw if each is not sight)
        yield from known(sight, "copies", sight.copies, others)
    yield from _resolved(sight, values)


def _expected(sight: Sight, values: Sequence[str]) -> Iterator[Problem]:
    written = sight.expected if isinstance(sight.expected, Mapping) else {}
    missing = [value for value in values if value not in written and "else" not in written]
    if missing:
        hint = "say how likely he thought the sign under each value"
        message = f"'{sight.id}' says nothing of {listing(missing)}"
        yield Problem("D524", message, sight.place("expected"), hint)
    for name in written:
        if name not in values and name != "else":
            yield from known(sight, f"expected.{name}", name, values)


def _resolved(sight: Sight, values: Sequence[str]) -> Iterator[Problem]:
    resolved = sight.resolved
    if resolved is None:
        return
    if resolved.was != "no":
        yield from known(resolved, "was", resolved.was, (*values, "no"))
    if sight.source is None:
        hint = "only what was said can turn out true or false"
        yield Problem("D524", f"the sign '{sight.id}' cannot turn out", resolved.at, hint)
    if resolved.on is not None and sight.on is not None and resolved.on.latest < sight.on.latest:
        hint = "a message turns out after it came"
        message = f"'{sight.id}' turns out before it came"
        yield Problem("D512", message, resolved.place("on"), hint)


def _copied_in_circles(actor: Actor) -> Iterator[Problem]:
    of = {sight.id: sight.copies for sight in actor.saw}
    for sight in actor.saw:
        here, steps = sight.copies, 0
        while here in of and here != sight.id and steps < len(of):
            here, steps = of[here], steps + 1
        if here == sight.id:
            hint = "one of them came first; it copies nothing"
            yield Problem("D404", f"'{sight.id}' is a copy of itself", sight.place("copies"), hint)
            return


def _reasonable(actor: Actor, written: Reasonable, values: Sequence[str]) -> Iterator[Problem]:
    if written.prior:
        yield from row_problems(written.prior, values, written.place("prior"))
    for name, trust in written.trusts.items():
        yield from known(written, f"trusts.{name}", name, tuple(actor.trusts))
        yield from _trust(trust, name, values)
