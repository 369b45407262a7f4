"""Finding: what parts two cases, and what each change did to the answer.

``v(S)`` is the log-odds of a hypothesis in the first case with the changes ``S`` taken from the
second. A change's share is its Shapley value (1953): the mean, over all orders in which the changes
may be made, of what it adds when it is made. So shares add up to the whole way from one answer to
the other, a change that never moves anything has none, and between the two cases the other way
round every share has the other sign.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from deciban.case import Case, judgements_of
from deciban.edit.difference import Between, Difference, Kind, alike, blocks_of, comes_along
from deciban.engine import Solution
from deciban.findings.differing.about import about, reasoned
from deciban.findings.differing.asked import Question
from deciban.findings.differing.attribution import Attribution, attribute
from deciban.findings.differing.player import Player, Why
from deciban.findings.minds import MindInBrief, find_minds
from deciban.findings.posterior import Posterior, find_posteriors
from deciban.findings.ranges import Ranges, find_ranges
from deciban.findings.weights import Weight
from deciban.minds import COUNT
from deciban.model import Model

#: What a person feels, in decibans; and how often over changes must outdo what is left of them to
#: be said to cancel.
FELT, OUTDONE = 1.0, 3.0
#: Half of the last decimal that is printed: a change that moves less, in every way, is not felt.
UNFELT = 0.05


@dataclass(frozen=True, slots=True)
class Side:
    """One of two cases, weighed.

    Attributes:
        title: the case's title.
        posterior: the answers of the main question.
        linked: the answers of the linked questions, in the order written.
        ranges: how far they move over draws.
        minds: what is told of every actor's mind.
    """

    title: str
    posterior: Posterior
    linked: tuple[Posterior, ...]
    ranges: Ranges
    minds: tuple[MindInBrief, ...]

    @property
    def posteriors(self) -> Mapping[str, Posterior]:
        """The answers of every question, by its name."""
        return {each.question: each for each in (self.posterior, *self.linked)}


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed at once, and what that did to the answer.

    Attributes:
        address: where it stands: a key, or a record.
        kind: ``number``, ``link``, ``added`` or ``removed``; of several that are told together, the
            first one's.
        about: what it speaks of, in the case's words; empty where the address says it.
        differences: what differs, before and after as written.
        reasoned: whether the `because` beside it changed as well; None where there is none.
        together: why several changes are one; empty where it is one.
        weights: by hypothesis, in decibans: ``alone``, the first case with this change only;
            ``last``, the second case less the second case with this one put back; ``share``, its
            part of the whole way; ``error``, the standard error of the share, 0 where exact. Empty
            where nothing can be attributed.
    """

    address: str
    kind: Kind
    about: str
    differences: tuple[Difference, ...]
    reasoned: bool | None
    together: Why
    weights: Mapping[str, Weight]

    def size(self, hypothesis: str) -> float:
        """How far it moved a hypothesis, whichever way; 0 where nothing can be attributed."""
        weight = self.weights.get(hypothesis)
        return abs(weight.share) if weight is not None else 0.0


@dataclass(frozen=True, slots=True)
class Diff:
    """What parts two cases.

    Attributes:
        ask: the main question in words, as the second case has it.
        before: the first case, weighed.
        after: the second.
        compared: the hypotheses that both hold possible; their log-odds are told against one
            another. Fewer than two cannot be compared.
        of: the hypothesis by which the changes are sorted: the leader of the second case, or the
            likeliest compared.
        only_before: hypotheses that only the first case has.
        only_after: those that only the second has.
        ruled_out_before: hypotheses of both that the first case alone gives no chance at all.
        ruled_out_after: hypotheses of both that the second alone gives none.
        changes: what may move the answer, the largest share of ``of`` first.
        along: records that one case alone has, which say nothing by themselves and are there for
            what hangs from them.
        words: what was only worded otherwise.
        aside: what differs beside the answer: what-ifs, tests, unseen records, works, positions.
        gap: by hypothesis compared, how far its log-odds moved, in decibans.
        moved: by hypothesis compared, how far all changes moved it, each whichever way.
        exact: whether shares count every order of the changes; else they are a sample.
        untouched: judgements that stand in both cases and come to the same.
    """

    ask: str
    before: Side
    after: Side
    compared: tuple[str, ...]
    of: str
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    ruled_out_before: tuple[str, ...]
    ruled_out_after: tuple[str, ...]
    changes: tuple[Change, ...]
    along: tuple[Difference, ...]
    words: tuple[Difference, ...]
    aside: tuple[Difference, ...]
    gap: Mapping[str, float]
    moved: Mapping[str, float]
    exact: bool
    untouched: int

    @property
    def same(self) -> bool:
        """Whether nothing differs at all, words included."""
        return not (self.changes or self.along or self.words or self.aside)

    def unfelt(self, change: Change) -> bool:
        """Whether a change moves the hypothesis told of by next to nothing: alone, last, shared."""
        weight = change.weights.get(self.of)
        if weight is None:
            return False
        return max(abs(each) for each in (weight.alone, weight.last, weight.share)) < UNFELT

    def by_share(self, hypothesis: str) -> tuple[Change, ...]:
        """The changes that a hypothesis feels in its share, the largest first."""
        felt = [change for change in self.changes if change.size(hypothesis) >= UNFELT]
        return tuple(sorted(felt, key=lambda change: -change.size(hypothesis)))

    @property
    def masked(self) -> bool:
        """Whether the answer is much the same, and for other reasons: large changes that cancel."""
        if not self.of:
            return False
        gap, moved = abs(self.gap[self.of]), self.moved[self.of]
        return gap < OUTDONE * FELT and moved - gap > OUTDONE * max(gap, FELT)


def find_side(case: Case, model: Model, solution: Solution) -> Side:
    """Answer one of two cases, weighed.

    Args:
        case: the case.
        model: its model.
        solution: solved for the main question with derivatives, all items given.
    """
    posterior, *linked = find_posteriors(case, model, solution)
    return Side(
        title=case.title,
        posterior=posterior,
        linked=tuple(linked),
        ranges=find_ranges(case, model, (posterior, *linked)),
        minds=find_minds(case, model, solution),
    )


def find_diff(
    cases: tuple[Case, Case],
    sides: tuple[Side, Side],
    found: Sequence[Difference],
    *,
    columns: int = COUNT,
    told: Callable[[int], None] | None = None,
) -> Diff:
    """Answer what parts two cases, and what each change did to the answer.

    Args:
        cases: the first and the second, in neither of which anything is wrong.
        sides: both weighed.
        found: every difference between them.
        columns: at how many columns minds are read, about.
        told: called with the number of mixtures weighed, as they are.
    """
    compared = _compared(*sides)
    blocks = blocks_of(*cases, found)
    attribution = None
    if compared and blocks:
        between = Between(*cases, tuple(found))
        attribution = attribute(between, blocks, Question(compared, columns), told)
    players = attribution.players if attribution else tuple(Player((each,)) for each in blocks)
    changes = _changes(cases, players, found, attribution, compared)
    of = _spoken_of(sides[1], compared)
    names = [{answer.id for answer in side.posterior.answers} for side in sides]
    return Diff(
        ask=cases[1].question.ask,
        before=sides[0],
        after=sides[1],
        compared=compared,
        of=of,
        only_before=tuple(each for each in cases[0].question.answers if each not in names[1]),
        only_after=tuple(each for each in cases[1].question.answers if each not in names[0]),
        ruled_out_before=_ruled_out(*sides),
        ruled_out_after=_ruled_out(*reversed(sides)),
        changes=tuple(sorted(changes, key=lambda change: -change.size(of))),
        along=tuple(each for each in found if comes_along(*cases, each)),
        words=tuple(each for each in found if each.kind is Kind.WORDS),
        aside=tuple(each for each in found if each.kind is Kind.ASIDE),
        gap={
            name: float(attribution.gap[place]) if attribution else 0.0
            for place, name in enumerate(compared)
        },
        moved={name: sum(change.size(name) for change in changes) for name in compared},
        exact=attribution is None or attribution.exact,
        untouched=_untouched(*cases),
    )


def _compared(before: Side, after: Side) -> tuple[str, ...]:
    """The hypotheses that both cases hold possible; none where they are fewer than two."""
    names = [each for each in _possible(after) if each in _possible(before)]
    return tuple(names) if len(names) > 1 else ()


def _possible(side: Side) -> tuple[str, ...]:
    return tuple(each.id for each in side.posterior.answers if each.probability > 0.0)


def _ruled_out(here: Side, there: Side) -> tuple[str, ...]:
    """The answers of one case that it gives no chance, and that the other holds possible."""
    impossible = (each.id for each in here.posterior.answers if not each.probability > 0.0)
    return tuple(name for name in impossible if name in _possible(there))


def _spoken_of(after: Side, compared: Sequence[str]) -> str:
    """The likeliest of the hypotheses compared; empty where there are none."""
    answers = sorted(after.posterior.answers, key=lambda answer: -answer.probability)
    return next((answer.id for answer in answers if answer.id in compared), "")


def _changes(
    cases: tuple[Case, Case],
    players: Sequence[Player],
    found: Sequence[Difference],
    attribution: Attribution | None,
    compared: Sequence[str],
) -> list[Change]:
    reworded = {each.path for each in found if each.kind is Kind.WORDS}
    return [
        Change(
            address=player.address,
            kind=player.differences[0].kind,
            about=about(*cases, player.differences[0]),
            differences=player.differences,
            reasoned=reasoned(*cases, player.differences, reworded),
            together=player.why,
            weights={
                name: attribution.weight(place, hypothesis)
                for hypothesis, name in enumerate(compared)
                if attribution is not None
            },
        )
        for place, player in enumerate(players)
    ]


def _untouched(before: Case, after: Case) -> int:
    """How many judgements stand in both cases and come to the same."""
    known = dict(judgements_of(before))
    return sum(
        address in known and alike(known[address], now) for address, now in judgements_of(after)
    )
