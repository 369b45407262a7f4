"""The graph under construction: what every idiom needs to find what the others have built."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deciban.case import ADMIRALTY, Assume, Case
from deciban.model import GraphBuilder, Polynomial
from deciban.span import Span
from deciban.units import Judgement, read_probability

#: What deciban assumes where a case is silent; every brief lists what was used.
COMPETENCE = "75..95%"
SLIP = "5%"
FIDELITY = "95%"
CHARACTER = "F"

ONE = Polynomial.constant(1.0)


@dataclass(frozen=True)
class Variable:
    """A variable of the graph and the names of its states."""

    index: int
    states: tuple[str, ...]


@dataclass
class Network:
    """The builder, and the variables made so far by the name of what they stand for.

    Attributes:
        case: the case being compiled.
        graph: the builder of the model.
        things: questions and events by name; an event with a `weight` has no place here.
        characters: characters by source or school.
        beliefs: what a source believes of an event.
        reports: what was reported, by report; and latent origins by source and event.
        archives: whether an archive was kept and is open.
    """

    case: Case
    graph: GraphBuilder = field(default_factory=GraphBuilder)
    things: dict[str, Variable] = field(default_factory=dict)
    characters: dict[str, Variable] = field(default_factory=dict)
    beliefs: dict[tuple[str, str], Variable] = field(default_factory=dict)
    reports: dict[str, Variable] = field(default_factory=dict)
    latent: dict[tuple[str, str], Variable] = field(default_factory=dict)
    archives: dict[str, Variable] = field(default_factory=dict)

    def variable(self, name: str, states: tuple[str, ...]) -> Variable:
        """Add a variable."""
        return Variable(self.graph.variable(name, states), states)

    def number(self, address: str, judgement: Judgement, *, assumed: bool = False) -> Polynomial:
        """Answer the polynomial that is the number written at ``address``."""
        return self.graph.number(
            address,
            judgement.central,
            judgement.low,
            judgement.high,
            judgement.measure.value,
            assumed=assumed,
        )

    def competence(self, source: str, event: str) -> tuple[Polynomial, Span | None]:
        """Answer how likely ``source`` is right on ``event``: a record's own word comes first.

        A report's own word, that is; an unseen record's counts where no report rests on what the
        source believes of the event, so that a record nobody has read moves nothing.
        """
        for address, stated in self._own_words(source, event):
            if stated is not None:
                return self.number(address, stated), stated.at
        record = self.case.sources.get(source)
        address = f"sources.{source}.competence"
        if record is not None and record.competence is not None:
            return self.number(address, record.competence), record.competence.at
        stated = self.case.assume.competence
        number = self.number(address, stated or default(COMPETENCE), assumed=stated is None)
        return number, record.at if record else None

    def _own_words(self, source: str, event: str) -> Iterator[tuple[str, Judgement | None]]:
        """The competence that each record resting on one belief states for itself, if it does."""
        told = [each for each in self.case.reports if each.of == event]
        own = [each for each in told if each.by == source and not each.relays]
        for report in own:
            yield f"reports.{report.id}.competence", report.competence
        if own or any(each.relays == source for each in told):
            return
        for unseen in self.case.unseen:
            if (unseen.by, unseen.of) == (source, event):
                yield f"unseen.{unseen.id}.competence", unseen.competence

    def slip(self) -> Polynomial:
        """Answer how often a report says other than its source means, everywhere alike."""
        stated = self.case.assume.slip
        return self.number("assume.slip", stated or default(SLIP), assumed=stated is None)

    def fidelity(self, report: str, stated: Judgement | None) -> Polynomial:
        """Answer how likely a relay passes on what it was told."""
        stated = stated or self.case.assume.fidelity
        address = f"reports.{report}.fidelity"
        return self.number(address, stated or default(FIDELITY), assumed=stated is None)


def admiralty(letter: str | None, assume: Assume) -> Judgement:
    """Answer the range on *honest* that an Admiralty letter stands for."""
    return default(ADMIRALTY[letter or assume.character or CHARACTER])


def default_texts(assume: Assume) -> Mapping[str, str]:
    """Answer the defaults in force, as they would be written."""
    return {
        "competence": assume.competence.text if assume.competence else COMPETENCE,
        "slip": assume.slip.text if assume.slip else SLIP,
        "fidelity": assume.fidelity.text if assume.fidelity else FIDELITY,
        "character": assume.character or CHARACTER,
    }


def default(text: str) -> Judgement:
    """Answer one of deciban's own judgements as it would read in a case."""
    judgement = read_probability(text, "icd203", None)
    if not isinstance(judgement, Judgement):
        message = f"deciban's own default does not read: {judgement}"
        raise TypeError(message)
    return judgement
