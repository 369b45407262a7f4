"""A mind in the case: what an actor was told, whom he trusted, what he chose."""

from collections.abc import Mapping
from dataclasses import dataclass

from deciban.case.kinds import (
    DATE,
    PROBABILITY,
    PROSE,
    ROW_OR_EVEN,
    SHARE,
    Anything,
    Choice,
    Flag,
    Group,
    Identifier,
    Judgements,
    Listing,
    One,
    Quantities,
    Quantity,
    Reference,
    Words,
    key,
)
from deciban.case.record import Record
from deciban.case.trees import Amount, AmountTree, RowTree, Tree
from deciban.dates import When
from deciban.node import Node
from deciban.units import Judgement, Rest


@dataclass(frozen=True, kw_only=True)
class Wonder(Record):
    """What the actor wonders about, and the values it may have."""

    id: str = key(Identifier(), "Its name.", required=True)
    values: tuple[str, ...] = key(Words(), "The values it may have.", required=True)


@dataclass(frozen=True, kw_only=True)
class Mirror(Record):
    """How far the actor puts himself in the other's shoes."""

    weight: Judgement | None = key(PROBABILITY, "How much weight he gives to that picture.")
    stakes: Mapping[str, AmountTree] = key(
        Quantities(0, 100), "What each plan would be worth to himself there.", default={}
    )


@dataclass(frozen=True, kw_only=True)
class Opponent(Record):
    """The other actor, as this one sees him."""

    name: str | None = key(PROSE, "Who he is.")
    types: Mapping[str, AmountTree] = key(
        Quantities(0, 100, depth=2, deeper=True),
        "What each plan was worth to each kind of opponent, 0 to 100; nested by his own options "
        "where the other reckons with them.",
        default={},
    )
    prior: RowTree = key(
        ROW_OR_EVEN, "How likely he thought each kind: `even`, or a row.", default={}
    )
    care: tuple[Amount, ...] = key(
        Quantity(0, 1000, ranged=True, listed=True),
        "How closely the other follows his stakes.",
        default=(),
    )
    mirror: Mirror | None = key(One(Mirror), "How far he sees himself in the other.")
    anticipates: str | None = key(
        Reference(("choice",)), "At depth 1 or 2: the choice of his that the other reckons with."
    )
    expects: RowTree = key(
        Judgements(), "What the other takes his habit there to be, by option.", default={}
    )
    passes_for: RowTree = key(
        Judgements(),
        "At depth 2: what the other thinks he expects, by value; all alike when left out.",
        default={},
    )


@dataclass(frozen=True, kw_only=True)
class TrackRecord(Record):
    """How a source had done before, in messages whose truth the actor had learned."""

    right_yes: Amount | None = key(Quantity(0, 1000), "Said it, and it was so.")
    right_no: Amount | None = key(Quantity(0, 1000), "Denied it, and it was not so.")
    false_alarms: Amount | None = key(Quantity(0, 1000), "Said it, and it was not so.")
    missed: Amount | None = key(Quantity(0, 1000), "Denied it, and it was so.")


@dataclass(frozen=True, kw_only=True)
class Trust(Record):
    """What the actor, not we, thought of a source."""

    honest: Judgement | Rest | None = key(SHARE, "How likely he thought it honest.")
    pushes: Judgement | Rest | None = key(SHARE, "How likely he thought it pushes its line.")
    inverts: Judgement | Rest | None = key(SHARE, "How likely he thought it says the opposite.")
    guesses: Judgement | Rest | None = key(SHARE, "How likely he thought it guesses.")
    line: str | None = key(Reference(("value",)), "What he thought it pushes.")
    competence: Judgement | None = key(PROBABILITY, "How competent he thought it.")
    record: TrackRecord | None = key(One(TrackRecord), "How it had done before.")
    because: str | None = key(PROSE, "Why we think he saw it so.")


@dataclass(frozen=True, kw_only=True)
class Resolved(Record):
    """When the truth of a message was learned, and what it was."""

    on: When | None = key(DATE, "When he learned it.", required=True)
    was: str = key(Reference(("value",)), "What was the case, or `no`.", required=True)


@dataclass(frozen=True, kw_only=True)
class Sight(Record):
    """A message the actor was told, or a sign he saw."""

    id: str = key(Identifier(), "Its name in this case.", required=True)
    on: When | None = key(DATE, "When it reached him.", required=True)
    source: str | None = key(Reference(("trust",)), "Who told him.", spelled="from")
    says: str | None = key(Reference(("value",)), "The value it named.")
    expected: Tree | None = key(Judgements(), "A sign: how likely he thought it under each value.")
    reached_him: Judgement | None = key(PROBABILITY, "How likely it reached him.")
    copies: str | None = key(Reference(("sight",)), "The message it merely repeats.")
    new_information: bool = key(Flag(), "Whether it rests on fresh knowledge.", default=False)
    resolved: Resolved | None = key(One(Resolved), "When he learned whether it was true.")
    public: When | None = key(DATE, "When it became public what had reached him.")
    text: str | None = key(PROSE, "What it was.")
    quote: str | None = key(PROSE, "What it said, in its own words.")
    document: str | None = key(PROSE, "The file the quotation stands in.", spelled="in")
    cite: tuple[str, ...] = key(
        Reference(("citation",), several=True), "Where it is recorded.", default=()
    )
    located: str | None = key(PROSE, "The page or document, where known.", spelled="at")
    because: str | None = key(PROSE, "Why these numbers.")


@dataclass(frozen=True, kw_only=True)
class ChoiceMade(Record):
    """An act: what he could have done, what each was worth to him, and what he did."""

    id: str = key(Identifier(), "Its name in this case.", required=True)
    on: When | None = key(DATE, "When he chose.", required=True)
    between: Mapping[str, AmountTree] = key(
        Quantities(0, 100, depth=2),
        "Each option, and its worth to him in each world, 0 to 100.",
        required=True,
    )
    chose: str = key(Reference(("option",)), "What he did.", required=True)
    continues: str | None = key(
        Reference(("choice",)), "The earlier choice, between the same options, that it may keep up."
    )
    inertia: Judgement | None = key(
        PROBABILITY, "How likely he merely goes on as before, where it continues (95%)."
    )
    shown_by: str | None = key(Reference(("event",)), "The event of the case that shows the act.")
    because: str | None = key(PROSE, "Why these stakes.")


@dataclass(frozen=True, kw_only=True)
class Reasonable(Record):
    """A reasonable man in the actor's place: what he would have thought otherwise.

    What is left out stays as the actor had it.
    """

    prior: RowTree = key(
        ROW_OR_EVEN,
        "His belief before the first message, `even` or a row; in place of an opponent.",
        default={},
    )
    trusts: Mapping[str, Trust] = key(
        Group(Trust), "What he would have thought of a source.", default={}
    )
    learns_trust_from: str | None = key(
        Choice(("never", "outcomes", "content")), "What would have changed his trust."
    )
    weight_on_evidence: Judgement | None = key(
        PROBABILITY, "How much he would have let evidence count."
    )
    because: str | None = key(PROSE, "Why that is reasonable.")


@dataclass(frozen=True, kw_only=True)
class AskedBelief(Record):
    """What he believed on a date."""

    on: When | None = key(DATE, "When.", required=True)


@dataclass(frozen=True, kw_only=True)
class AskedConviction(Record):
    """How strong a conviction must have been to withstand what he was told."""

    of: str = key(Reference(("value",)), "The value that the warnings spoke of.", required=True)
    on: When | None = key(DATE, "By when.", required=True)


@dataclass(frozen=True, kw_only=True)
class AskedAct(Record):
    """What made an act rational."""

    act: str = key(Reference(("choice",)), "The choice.", required=True)


@dataclass(frozen=True, kw_only=True)
class AskedGuilt(Record):
    """The state of mind in which he acted, as criminal law tells them apart."""

    of: str = key(Reference(("value",)), "The value that he ought to have seen.", required=True)
    on: When | None = key(DATE, "By when.", required=True)
    act: str = key(Reference(("choice",)), "The choice that is held against him.", required=True)
    floor: Judgement = key(
        PROBABILITY, "From which belief on a risk is one that must not be run.", required=True
    )


@dataclass(frozen=True, kw_only=True)
class Asked(Record):
    """One thing asked of a mind."""

    belief: AskedBelief | None = key(One(AskedBelief), "What he believed on a date.")
    conviction: AskedConviction | None = key(
        One(AskedConviction), "How strongly he must have believed."
    )
    explain: AskedAct | None = key(One(AskedAct), "What made an act rational.")
    mens_rea: AskedGuilt | None = key(
        One(AskedGuilt), "Knowledge, recklessness, negligence or purpose."
    )


@dataclass(frozen=True, kw_only=True)
class Counterfactual(Record):
    """Had it happened otherwise: a changed message, sender, date, trust or mirror."""

    id: str = key(Identifier(), "Its name in this case.", required=True)
    text: str | None = key(PROSE, "What is supposed, in words.")
    settings: Mapping[str, Node] = key(
        Anything(keyed=True), "New values by address.", default={}, spelled="set"
    )
    because: str | None = key(PROSE, "What hangs on it, or where the claim comes from.")


@dataclass(frozen=True, kw_only=True)
class Actor(Record):
    """Someone whose belief is inferred from what he was told and what he did."""

    id: str = key(Identifier(), "His name in this case.")
    name: str | None = key(PROSE, "What people call him.")
    wonders: Wonder | None = key(One(Wonder), "What he wonders about.")
    opponent: Opponent | None = key(One(Opponent), "The other actor, as he saw him.")
    prior: RowTree = key(
        ROW_OR_EVEN, "His belief before the first message: `even`, or a row.", default={}
    )
    trusts: Mapping[str, Trust] = key(Group(Trust), "What he thought of each source.", default={})
    learns_trust_from: str | None = key(
        Choice(("never", "outcomes", "content")), "What changes his trust."
    )
    weight_on_evidence: Judgement | None = key(PROBABILITY, "How much he lets evidence count.")
    forgetting: Judgement | None = key(PROBABILITY, "How much of yesterday's belief he keeps.")
    depth: Amount | None = key(Quantity(0, 2), "How many turns he thinks ahead for the other (1).")
    saw: tuple[Sight, ...] = key(Listing(Sight), "What reached him, and when.", default=())
    chooses: tuple[ChoiceMade, ...] = key(Listing(ChoiceMade), "What he chose.", default=())
    care: tuple[Amount, ...] = key(
        Quantity(0, 1000, ranged=True, listed=True),
        "How closely he follows his stakes.",
        default=(),
    )
    slip: Judgement | None = key(PROBABILITY, "How often he acts at random.")
    reasonable: Reasonable | None = key(
        One(Reasonable), "What a reasonable man in his place would have thought."
    )
    ask: tuple[Asked, ...] = key(Listing(Asked), "What to answer of him.", default=())
    had: tuple[Counterfactual, ...] = key(
        Listing(Counterfactual), "What might have happened otherwise.", default=()
    )
    because: str | None = key(PROSE, "Why he is drawn so.")
    note: str | None = key(PROSE, "Anything else a reader should know.")
