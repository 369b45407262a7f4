"""Check: certainty, and quiet signs of evidence counted twice. These only warn."""

from collections.abc import Iterator

from deciban.case import Case, judgements_of
from deciban.problem import Problem

#: What may well be certain of an actor: no evidence of ours is meant to move it.
OF_AN_ACTOR = frozenset(
    {"weight_on_evidence", "forgetting", "reached_him", "inertia", "slip", "weight", "competence"}
)


def check_smells(case: Case) -> Iterator[Problem]:
    """Warn of certainty, trust that runs away, unconfirmed digits, and one quotation twice."""
    yield from _certainty(case)
    yield from _runaway_trust(case)
    quotes: dict[str, str] = {}
    for report in case.reports:
        if report.credibility == "1" and not _confirmed(case, report.of, report.by):
            at = report.place("credibility")
            hint = "add the report that confirms it, or lower the digit"
            yield Problem("D605", f"nobody else reports '{report.of}'", at, hint)
        if report.quote and not report.relays:
            earlier = quotes.setdefault(" ".join(report.quote.split()), report.id)
            if earlier != report.id:
                at = report.place("quote")
                hint = f"make one a relay of the other: `relays: {earlier}`"
                yield Problem("D607", f"'{earlier}' quotes the same words", at, hint)


def _certainty(case: Case) -> Iterator[Problem]:
    nested = tuple(
        f"questions.{name}.prior." for name, question in case.questions.items() if question.given
    )  # answers of two questions may exclude each other by what they mean
    for address, judgement in judgements_of(case):
        sure = judgement.certain and judgement.central in (0.0, 1.0)
        if address.startswith("actors.") and address.rpartition(".")[2] in OF_AN_ACTOR:
            continue
        if sure and ".weight." not in address and not address.startswith(("test.", *nested)):
            hint = f"say how sure you are, such as {'99%' if judgement.central else '1 in 1000'}"
            if address.startswith("silences."):
                hint += "; a part of a silence that is certain is left out"
            message = f"no evidence can ever move '{judgement.text}'"
            yield Problem("D602", message, judgement.at, hint)


def _runaway_trust(case: Case) -> Iterator[Problem]:
    for actor in case.actors.values():
        if actor.learns_trust_from == "content":
            at = actor.place("learns_trust_from")
            hint = "write `outcomes`, unless that is what you claim of him"
            message = f"'{actor.id}' trusts whoever says what he believes already"
            yield Problem("D612", message, at, hint)


def _confirmed(case: Case, event: str, by: str) -> bool:
    """Whether another origin, of another school, reports the event."""
    mine = case.sources.get(by)
    for report in case.reports:
        if report.of != event or report.by == by or report.relays:
            continue
        other = case.sources.get(report.by)
        if not (mine and other and mine.school and mine.school == other.school):
            return True
    return False
