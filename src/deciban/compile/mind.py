"""An actor to a mind: ``Actor -> Mind``, every parameter a polynomial in numbers with addresses."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import cast

from deciban.case import (
    CHARACTERS,
    Actor,
    Amount,
    AmountTree,
    Case,
    ChoiceMade,
    RowTree,
    Sight,
    TrackRecord,
    Trust,
)
from deciban.case import Opponent as WrittenOpponent
from deciban.case.minds import asked_of, date_of, in_policies, in_time, questions_of
from deciban.compile.network import COMPETENCE, ONE, Network, default
from deciban.compile.rows import branch, row_entries
from deciban.dates import When
from deciban.minds import mind as minds
from deciban.model import Polynomial
from deciban.units import Judgement

#: What deciban assumes where an actor is silent; every brief lists what was used.
ERROR = "2%"
INERTIA = "95%"
CERTAIN = "100%"
#: Every default of an actor by its key, as it would be written.
MIND_DEFAULTS: Mapping[str, str] = {
    "competence": COMPETENCE,
    "slip": ERROR,
    "inertia": INERTIA,
    "weight_on_evidence": CERTAIN,
    "forgetting": CERTAIN,
    "learns_trust_from": "outcomes",
}
#: What the mirror adds to the kinds of opponent.
SELF = "self"

Row = tuple[Polynomial, ...]


def mind_of(case: Case, actor: Actor) -> minds.Mind:
    """Compile an actor that checks have found to be whole.

    Raises:
        ValueError: he is not whole; a bug of whoever did not check him first.
    """
    return _Compiler(case, actor).mind()


class _Compiler:
    """The mind of one actor under construction."""

    def __init__(self, case: Case, actor: Actor) -> None:
        if actor.wonders is None:
            message = f"{actor.id} wonders about nothing"
            raise ValueError(message)
        self._case, self._actor = case, actor
        self._at = f"actors.{actor.id}"
        self._values = actor.wonders.values
        self._network = Network(case)
        self._lists: list[tuple[str, tuple[float, ...]]] = []
        self._receipts: list[minds.Receipt] = []
        self._receipt_of: dict[str, int] = {}

    def mind(self) -> minds.Mind:
        actor = self._actor
        choices = in_policies(actor.chooses)
        stakes = [self._stakes(choice) for choice in choices]
        signs = tuple(self._sign(sight) for sight in in_time(actor.saw) if sight.source is None)
        sources = tuple(self._source(name, trust) for name, trust in actor.trusts.items())
        care = self._care()
        opponent = self._opponent(choices, care) if actor.opponent is not None else None
        prior = () if opponent else self._row(actor.prior, f"{self._at}.prior", self._values)
        weight = self._judged("weight_on_evidence", actor.weight_on_evidence, CERTAIN)
        forgetting = self._judged("forgetting", actor.forgetting, CERTAIN)
        error = self._judged("slip", actor.slip, ERROR)
        pairs = zip(choices, stakes, strict=True)
        compiled = tuple(self._choice(choice, choices, each) for choice, each in pairs)
        slip = self._network.slip()
        model = self._network.graph.build()
        places = {number.address: place for place, number in enumerate(model.numbers)}
        return minds.Mind(
            actor=actor.id,
            values=self._values,
            slip=slip,
            numbers=model,
            lists=tuple(minds.Listed(places[at], values) for at, values in self._lists),
            receipts=tuple(self._receipts),
            prior=prior,
            opponent=opponent,
            sources=sources,
            signs=signs,
            choices=compiled,
            questions=tuple(self._questions()),
            learns=cast("minds.Learns", actor.learns_trust_from or "outcomes"),
            weight=weight,
            forgetting=forgetting,
            care=care,
            error=error,
        )

    # Numbers ------------------------------------------------------------------------------------

    def _judged(self, name: str, stated: Judgement | None, otherwise: str) -> Polynomial:
        """A judgement of his at its own key, or the default; what is certain needs no number."""
        if stated is None and otherwise == CERTAIN:
            return ONE
        assumed = stated is None
        judgement = stated if stated is not None else default(otherwise)
        return self._network.number(f"{self._at}.{name}", judgement, assumed=assumed)

    def _row(self, row: RowTree | None, address: str, outcomes: Sequence[str]) -> Row:
        return row_entries(self._network, address, row, outcomes)

    def _amount(self, amount: Amount, address: str) -> Polynomial:
        return self._network.graph.number(
            address, amount.central, amount.low, amount.high, "amount"
        )

    def _amounts(self, tree: AmountTree, address: str) -> Row:
        """Amounts by value, in the order of the values."""
        if isinstance(tree, Amount):
            return (self._amount(tree, address),) * len(self._values)
        found = []
        for value in self._values:
            amount = tree[value]
            found.append(self._amount(cast("Amount", amount), f"{address}.{value}"))
        return tuple(found)

    def _listed(self, amounts: tuple[Amount, ...], address: str) -> Polynomial:
        """A number that is written once, or as a list of values."""
        if not amounts:
            return Polynomial()
        first = amounts[0]
        if len(amounts) == 1:
            return self._amount(first, address)
        self._lists.append((address, tuple(amount.central for amount in amounts)))
        middle = sum(amount.central for amount in amounts) / len(amounts)
        return self._network.graph.number(address, middle, middle, middle, "amount")

    def _care(self) -> Polynomial:
        return self._listed(self._actor.care, f"{self._at}.care")

    # What reached him ---------------------------------------------------------------------------

    def _receipt(self, sight: Sight) -> int | None:
        """The place of what may not have reached him among the receipts."""
        stated = sight.reached_him
        if stated is None or (stated.certain and stated.central == 1.0):
            return None
        if sight.id not in self._receipt_of:
            address = f"{self._at}.saw.{sight.id}.reached_him"
            self._receipt_of[sight.id] = len(self._receipts)
            self._receipts.append(minds.Receipt(sight.id, self._network.number(address, stated)))
        return self._receipt_of[sight.id]

    def _sign(self, sight: Sight) -> minds.Sign:
        expected = []
        for value in self._values:
            address = f"{self._at}.saw.{sight.id}.expected"
            tree, where = branch(sight.expected or {}, [value], address)
            expected.append(self._network.number(where, cast("Judgement", tree)))
        return minds.Sign(sight.id, time_of(sight.on), tuple(expected), self._receipt(sight))

    def _source(self, name: str, trust: Trust) -> minds.Source:
        address = f"{self._at}.trusts.{name}"
        written = {role: getattr(trust, role) for role in CHARACTERS}
        row = {role: share for role, share in written.items() if share is not None}
        entries = dict(zip(row, self._row(row, address, tuple(row)), strict=True))
        assumed = trust.competence is None
        competence = trust.competence if trust.competence is not None else default(COMPETENCE)
        told = [sight for sight in in_time(self._actor.saw) if sight.source == name]
        beliefs = count(-1)
        belief = next(beliefs)
        messages = []
        for place, sight in enumerate(told):
            if place == 0 or sight.new_information:
                belief = next(beliefs)
            messages.append(self._message(sight, belief))
        return minds.Source(
            name,
            tuple(entries.get(role, Polynomial()) for role in CHARACTERS),
            self._values.index(trust.line) if trust.line is not None else None,
            self._network.number(f"{address}.competence", competence, assumed=assumed),
            _record(trust.record),
            tuple(messages),
        )

    def _message(self, sight: Sight, belief: int) -> minds.Message:
        outcome = None
        if sight.resolved is not None:
            was = sight.resolved.was
            held = self._values.index(was) if was in self._values else None
            outcome = minds.Outcome(time_of(sight.resolved.on), held)
        return minds.Message(
            sight.id,
            time_of(sight.on),
            self._values.index(cast("str", sight.says)),
            belief,
            self._receipt(sight),
            outcome,
        )

    # The other ----------------------------------------------------------------------------------

    def _opponent(self, choices: Sequence[ChoiceMade], own_care: Polynomial) -> minds.Opponent:
        written = cast("WrittenOpponent", self._actor.opponent)
        address = f"{self._at}.opponent"
        care = self._listed(written.care, f"{address}.care")
        names = tuple(written.types)
        prior = (ONE,) * len(names)
        if written.prior:
            prior = self._row(written.prior, f"{address}.prior", names)
        reply = self._reply(written, choices, address)
        options = tuple(choices[reply.choice].between) if reply is not None else ()
        stakes = [
            self._plans(written.types[name], f"{address}.types.{name}", options) for name in names
        ]
        cares = [care] * len(names)
        if written.mirror is not None:
            weight = ONE
            if names and written.mirror.weight is not None:
                weight = self._network.number(f"{address}.mirror.weight", written.mirror.weight)
            prior = (*(share * (ONE - weight) for share in prior), weight)
            at = f"{address}.mirror.stakes"
            stakes.append(self._plans(written.mirror.stakes, at, options))
            cares.append(own_care)
            names = (*names, SELF)
        return minds.Opponent(
            written.name or "the other", names, prior, tuple(stakes), tuple(cares), reply
        )

    def _plans(
        self, tree: AmountTree, address: str, options: Sequence[str]
    ) -> tuple[tuple[Polynomial, ...], ...]:
        """What each plan is worth to a kind of opponent: one number, or one for each option."""
        by_value = cast("Mapping[str, AmountTree]", tree)
        found: list[Row] = []
        for value in self._values:
            at, plan = f"{address}.{value}", by_value[value]
            if isinstance(plan, Amount):
                found.append((self._amount(plan, at),))
            else:
                amounts = cast("Mapping[str, Amount]", plan)
                found.append(tuple(self._amount(amounts[name], f"{at}.{name}") for name in options))
        return tuple(found)

    def _reply(
        self, written: WrittenOpponent, choices: Sequence[ChoiceMade], address: str
    ) -> minds.Reply | None:
        if written.anticipates is None:
            return None
        place = [choice.id for choice in choices].index(written.anticipates)
        options = tuple(choices[place].between)
        expects = self._row(written.expects or None, f"{address}.expects", options)
        depth = self._actor.depth
        if depth is None or depth.central < 2:  # noqa: PLR2004 [the depth that replies]
            return minds.Reply(place, expects, None)
        passes = self._row(written.passes_for or None, f"{address}.passes_for", self._values)
        return minds.Reply(place, expects, passes)

    # What he chose ------------------------------------------------------------------------------

    def _stakes(self, choice: ChoiceMade) -> tuple[Row, ...]:
        address = f"{self._at}.chooses.{choice.id}.between"
        return tuple(
            self._amounts(tree, f"{address}.{option}") for option, tree in choice.between.items()
        )

    def _choice(
        self, choice: ChoiceMade, choices: Sequence[ChoiceMade], stakes: tuple[Row, ...]
    ) -> minds.Choice:
        options = tuple(choice.between)
        names = [each.id for each in choices]
        before = names.index(choice.continues) if choice.continues in names else None
        inertia = None
        if before is not None:
            same = tuple(choices[before].between)
            stakes = tuple(stakes[options.index(option)] for option in same)
            options = same
            inertia = self._judged(f"chooses.{choice.id}.inertia", choice.inertia, INERTIA)
        return minds.Choice(
            choice.id,
            time_of(choice.on),
            options,
            stakes,
            options.index(choice.chose),
            before,
            inertia,
        )

    # What is asked ------------------------------------------------------------------------------

    def _questions(self) -> list[minds.Question]:
        found = []
        for question in questions_of(self._case, self._actor.id):
            asked = asked_of(question)
            at = time_of(date_of(self._case, question), LAST)
            if asked is not None and asked.value:
                edges = tuple(amount.central for amount in question.bands)
                of = self._values.index(asked.value)
                found.append(minds.Question(question.id, at, of, edges))
            else:
                order = tuple(question.answers.index(value) for value in self._values)
                found.append(minds.Question(question.id, at, order=order))
        return found


#: Later than every date.
LAST = 10**13


def time_of(when: When | None, otherwise: int = 0) -> int:
    """Answer when a date counts: at its end."""
    return when.latest if when is not None else otherwise


def _record(record: TrackRecord | None) -> minds.TrackRecord:
    if record is None:
        return minds.TrackRecord()
    counts = (record.right_yes, record.right_no, record.false_alarms, record.missed)
    return minds.TrackRecord(*(amount.central if amount else 0.0 for amount in counts))
