"""Idiom: one hidden character for each source, or for each school, shared by all it says.

So what a source got wrong elsewhere tells on the rest.
"""

from typing import TYPE_CHECKING

from deciban.case import Case, Source
from deciban.compile.network import ONE, Network, Variable, admiralty
from deciban.compile.rows import row_entries
from deciban.model import Polynomial

if TYPE_CHECKING:
    from deciban.span import Span

HONEST, PUSHES, INVERTS, GUESSES = "honest", "pushes", "inverts", "guesses"


def character_of(network: Network, source: str) -> Variable:
    """Answer the character of a source, adding it on first use."""
    record = network.case.sources.get(source)
    name = f"school {record.school}" if record and record.school else source
    if name not in network.characters:
        network.characters[name] = _add(network, name, source)
    return network.characters[name]


def speaker_for(case: Case, source: str) -> Source | None:
    """Answer the source that states the character: for a school, the member that does."""
    record = case.sources.get(source)
    if record is None or record.school is None:
        return record
    members = [each for each in case.sources.values() if each.school == record.school]
    stating = (each for each in members if each.character or each.reliability)
    return next(stating, members[0])


def _add(network: Network, name: str, source: str) -> Variable:
    record = speaker_for(network.case, source)
    at: Span | None = None
    if record is not None and record.character:
        states = tuple(record.character)
        address = f"sources.{record.id}.character"
        row = row_entries(network, address, record.character, states)
        at = record.place("character")
    else:
        states, row = (HONEST, GUESSES), _by_letter(network, source, record)
        address = f"sources.{record.id if record else source}.reliability"
        at = record.place("reliability") if record else None
    variable = network.variable(f"character of {name}", states)
    network.graph.factor([variable.index], lambda state: row[state[0]], address, at)
    return variable


def _by_letter(
    network: Network, source: str, record: Source | None
) -> tuple[Polynomial, Polynomial]:
    """Honest by the Admiralty letter, else guessing; the assumed letter where none is given."""
    letter = record.reliability if record else None
    address = f"sources.{record.id if record else source}.reliability"
    range_ = admiralty(letter, network.case.assume)
    stated = letter or network.case.assume.character
    honest = network.number(address, range_, assumed=stated is None)
    return honest, ONE - honest
