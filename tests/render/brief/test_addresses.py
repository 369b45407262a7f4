"""Numbers by their addresses, in words that need no knowledge of the language."""

from pathlib import Path

import pytest
from tests.render.brief.briefs import FLAGSHIP, SECOND, SMALL, accounted

from deciban.case import judgements_of
from deciban.render.brief.addresses import number_in_words

#: What number_in_words is never asked for: minds, which are averaged over, and tests.
ELSEWHERE = ("actors.", "test.")
TOLD = {
    "question.prior.saw": "the starting probability of “He had seen it”",
    "events.oil_ordered.expected.did_not": (
        "how likely “He ordered lamp oil on the last of October” was if the answer is “He had not”"
    ),
    "sources.boatman.character.honest": "how likely it is that the boatman is honest",
    "sources.boatman.competence": "how often the boatman is right",
    "silences.no_entry.made": (
        "how likely the harbour log would have made a record of “The boatman told him of the lamp”"
    ),
    "assume.slip": "how often any report slips",
}
OF_LINKED = {
    "events.opened_annex.expected.before": (
        "how likely “The annex of the interim note is opened under her name” was if it came before "
        "the answer to “And since when?”"
    ),
    "events.asked_to_skip_yard.also_caused_by.migration.yes": (
        "how likely the answer “It had” to “Had the change of accounting system broken the link to "
        "the stock records?” would by itself bring about “She asked the auditors to leave the yard "
        "out of their visit”"
    ),
    "events.call_on_signing_day.expected.after.despatches": (
        "how likely “What she and Tarrow spoke of, an hour before she signed” came out as "
        "“despatches” if it came after the answer to “And since when?”"
    ),
    "events.falk_on_initials.weight.yes": (
        "what “The handwriting expert finds the initials more like hers than like another's” says "
        "if it is so that “The initials on the list are hers”"
    ),
}


@pytest.mark.parametrize("address", TOLD)
def test_a_number_is_told_in_the_words_of_the_case(address: str) -> None:
    assert number_in_words(accounted(SMALL)[0], address) == TOLD[address]


@pytest.mark.parametrize("address", OF_LINKED)
def test_conditions_are_told_as_clauses(address: str) -> None:
    assert number_in_words(accounted(SECOND)[0], address) == OF_LINKED[address]


@pytest.mark.parametrize("folder", [SMALL, FLAGSHIP, SECOND])
def test_no_number_outside_the_minds_is_told_by_its_address_alone(folder: Path) -> None:
    case, _ = accounted(folder)
    for address, _judgement in judgements_of(case):
        if not address.startswith(ELSEWHERE):
            told = number_in_words(case, address)
            assert told != address
            assert "“" in told or told.startswith("how ")


def test_what_has_no_words_is_told_by_its_address() -> None:
    case, _ = accounted(SMALL)
    assert number_in_words(case, "actors.nobody.care") == "actors.nobody.care"
    assert number_in_words(case, "events.no_such.expected.saw") == "events.no_such.expected.saw"
    assert number_in_words(case, "events.oil_ordered.expected.x") == "events.oil_ordered.expected.x"
