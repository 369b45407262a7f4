"""Two cases side by side: where they differ, what is changed at once, and what lies between."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.running import CASES, ROOT
from tests.meaning.edited_cases import edited_pairs
from tests.meaning.line import case_text, read, sound_case
from tests.meaning.small_cases import Data, small_cases, to_text

from deciban.case import Amount, Case, Record
from deciban.case.kinds import (
    Choice,
    Date,
    Dates,
    Field,
    Flag,
    Group,
    Judgements,
    Kind,
    Listing,
    Names,
    One,
    Probability,
    Quantities,
    Quantity,
    Reference,
    Texts,
    Words,
    fields_of,
)
from deciban.compile import compile_case
from deciban.dates import When, read_date
from deciban.edit.difference import (
    MOVING,
    Between,
    Block,
    Difference,
    Steps,
    blocks_of,
    comes_along,
    differences,
)
from deciban.edit.difference import Kind as In
from deciban.edit.difference.roles import Role, role_of
from deciban.read import read_case
from deciban.units import Judgement, read_probability

#: Both have minds; between them they have every record that an answer rests on.
WHOLE = tuple(read_case(ROOT / name).case for name in CASES)
BODY = """
sources:
  he: {name: He, character: {honest: 70%, guesses: rest}, competence: 80%}
events:
  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}
  - {id: seen, text: Seen, known: yes, expected: {h: 60%, other: 20%}, because: It was so.}
reports:
  - {id: told, of: fact, by: he}
silences:
  - {id: gap, of: fact, by: archive, made: 50%, found: 60%}
"""
CASE = case_text(BODY)


def found(before: str, after: str) -> tuple[Difference, ...]:
    """Every difference of two texts without mistakes."""
    return differences(sound_case(before), sound_case(after))


def blocks(before: str, after: str) -> tuple[Block, ...]:
    """What is changed at once between two texts."""
    one, other = sound_case(before), sound_case(after)
    return blocks_of(one, other, differences(one, other))


# Every key of the language -----------------------------------------------------------------------


@cache
def _instances() -> Mapping[type[Record], tuple[Case, Steps, Record]]:
    """A record of every kind that an answer may rest on, with the case and the path to it."""
    known: dict[type[Record], tuple[Case, Steps, Record]] = {}
    for case in WHOLE:
        assert case is not None
        for path, record in _records(case, ()):
            known.setdefault(type(record), (case, path, record))
    return known


def _records(record: Record, path: Steps) -> Iterator[tuple[Steps, Record]]:
    yield path, record
    for declared in _parts(type(record)):
        value = getattr(record, declared.name)
        here = (*path, declared.key)
        if isinstance(declared.kind, One):
            inside = {} if value is None else {"": value}
        elif isinstance(declared.kind, Group):
            inside = dict(value)
        else:
            inside = {each.id: each for each in value}
        for name, each in inside.items():
            yield from _records(each, (*here, name) if name else here)


def _parts(record: type[Record]) -> list[Field]:
    return [each for each in fields_of(record) if role_of(record, each) is Role.PARTS]


def _kinds(record: type[Record]) -> set[type[Record]]:
    """Every kind of record in one, those asked beside the answer left out."""
    inner = [cast("One | Group | Listing", each.kind).record for each in _parts(record)]
    return {record}.union(*map(_kinds, inner))


KEYS = [
    pytest.param(record, declared, id=f"{record.__name__}.{declared.key}")
    for record in sorted(_kinds(Case), key=lambda kind: kind.__name__)
    for declared in fields_of(record)
    if role_of(record, declared) is not Role.PARTS
]
WORDS = [each for each in KEYS if role_of(*each.values[:2]) in (Role.WORDS, Role.ASIDE)]  # type: ignore[arg-type]


def _judgement(text: str) -> Judgement:
    judgement = read_probability(text, "icd203")
    assert isinstance(judgement, Judgement)
    return judgement


def _date(text: str) -> When:
    date = read_date(text)
    assert isinstance(date, When)
    return date


AMOUNT = Amount(0.125, 0.125, 0.125, "0.125")
#: Some value of each kind; it need not fit the case.
SOME: Mapping[type[Kind], object] = {
    Words: ("something_else",),
    Date: _date("1066-10-14"),
    Dates: (_date("1066-10-14"),),
    Probability: _judgement("12.5%"),
    Judgements: {"something": _judgement("12.5%")},
    Quantity: AMOUNT,
    Quantities: {"something": AMOUNT},
    Texts: {"something": "else"},
    Names: {"something": "else"},
    Listing: (),
    Group: {},
    One: None,
}


def _otherwise(kind: Kind, value: object) -> object:
    """Some other value of a kind."""
    match kind:
        case Choice(options=options):
            return next((option for option in options if option != value), None)
        case Reference(several=True):
            return ("something_else",)
        case Quantity(listed=True):
            return (AMOUNT,)
        case Flag():
            return not value
        case _:
            return SOME.get(type(kind), "something_else")


def _with(record: Record, path: Steps, key: Field, value: object) -> Record:
    """A record with another value for a key of a record inside it."""
    changes: dict[str, Any] = {}
    if not path:
        changes[key.name] = value
        return replace(record, **changes)
    declared = next(each for each in fields_of(type(record)) if each.key == path[0])
    inside = getattr(record, declared.name)
    if isinstance(declared.kind, One):
        changes[declared.name] = _with(inside, path[1:], key, value)
    elif isinstance(declared.kind, Group):
        changes[declared.name] = {**inside, path[1]: _with(inside[path[1]], path[2:], key, value)}
    else:
        changes[declared.name] = tuple(
            _with(each, path[2:], key, value) if each.id == path[1] else each for each in inside
        )
    return replace(record, **changes)


def _changed(record: type[Record], declared: Field) -> tuple[Case, Case]:
    case, path, instance = _instances()[record]
    value = _otherwise(declared.kind, getattr(instance, declared.name))
    if value == getattr(instance, declared.name):
        value = None
    return case, cast("Case", _with(case, path, declared, value))


def test_there_is_a_record_of_every_kind_to_try() -> None:
    assert _kinds(Case) - _instances().keys() == set()


def _is_name(record: type[Record], declared: Field) -> bool:
    return role_of(record, declared) is Role.NAME


@pytest.mark.parametrize(("record", "declared"), KEYS)
def test_a_change_of_any_key_is_a_number_a_link_words_or_beside_the_answer(
    record: type[Record], declared: Field
) -> None:
    before, after = _changed(record, declared)
    kinds = {each.kind for each in differences(before, after)}
    expected = {
        Role.NAME: {In.LINK, In.ADDED, In.REMOVED},
        Role.NUMBER: {In.NUMBER},
        Role.LINK: {In.LINK, In.WORDS},
        Role.WORDS: {In.WORDS},
        Role.ASIDE: {In.ASIDE},
    }
    assert kinds
    assert kinds <= expected[role_of(record, declared)]


@pytest.mark.parametrize(("record", "declared"), WORDS)
def test_what_is_said_to_be_words_enters_no_table(record: type[Record], declared: Field) -> None:
    before, after = _changed(record, declared)
    assert compile_case(after) == compile_case(replace(before, unseen=after.unseen))


@pytest.mark.parametrize(("record", "declared"), KEYS)
def test_what_differs_at_any_key_is_taken_with_its_block(
    record: type[Record], declared: Field
) -> None:
    before, after = _changed(record, declared)
    differing = differences(before, after)
    paths = {path for block in blocks_of(before, after, differing) for path in block.paths}
    between = Between(before, after, differing)
    for case, taken in ((after, paths), (before, set[Steps]())):
        assert _weighty(case, between.mixed(taken)) == []


def _weighty(one: Case, other: Case) -> list[Difference]:
    """What may move an answer; not what is there only for others to need."""
    moving = [each for each in differences(one, other) if each.kind in MOVING]
    return [each for each in moving if not comes_along(one, other, each)]


def test_no_date_is_a_link_where_nothing_asks_for_it() -> None:
    before = CASE.replace("id: seen,", "id: seen, when: 1941-06-13,")
    (difference,) = found(before, before.replace("06-13", "06-14"))
    assert difference.kind is In.WORDS


def test_a_date_is_a_link_where_a_question_asks_when() -> None:
    before = """\
deciban: 1
title: When?
question: {ask: When?, when: [1941-06-01, 1941-07-01, never], prior: even}
events:
  - {id: e, text: E, when: 1941-06-13, known: yes, expected: {before: 10%, after: 70%}}
"""
    (difference,) = found(before, before.replace("06-13", "06-14"))
    assert difference.kind is In.LINK


# What makes no difference ------------------------------------------------------------------------


@pytest.mark.parametrize("case", WHOLE)
def test_a_case_differs_from_itself_in_nothing(case: Case) -> None:
    assert differences(case, case) == ()


def _shuffled(random: Random, value: object) -> object:
    """A case as data with its records, and the names of every row, in another order."""
    if isinstance(value, dict):
        items = [(name, _shuffled(random, inner)) for name, inner in value.items()]
        random.shuffle(items)
        return dict(items)
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return random.sample([_shuffled(random, each) for each in value], len(value))
    return value


@settings(max_examples=30)
@given(small_cases(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_written_makes_no_difference(case: Data, random: Random) -> None:
    shuffled = json.dumps(_shuffled(random, case))
    assert found(to_text(case), shuffled) == ()


def test_comments_and_layout_make_no_difference() -> None:
    moved = CASE.replace("events:", "# what happened\nevents:  # all of it").replace(
        "  - {id: fact, text: A fact, expected: {h: 90%, other: 10%}}",
        "  - id: fact\n    text: A fact\n    expected:\n      h: 90%  # or so\n      other: 10%\n",
    )
    assert moved != CASE
    assert found(CASE, moved) == ()


def test_a_number_written_otherwise_is_words() -> None:
    differing = found(CASE, CASE.replace("h: 60%", "h: 0.6").replace("h: 90%", "h: 9:1"))
    assert [(each.address, each.kind, each.before, each.after) for each in differing] == [
        ("events.fact.expected.h", In.WORDS, "90%", "9:1"),
        ("events.seen.expected.h", In.WORDS, "60%", "0.6"),
    ]


# What differs ------------------------------------------------------------------------------------


def test_a_difference_has_its_address_and_both_texts_and_places() -> None:
    (difference,) = found(CASE, CASE.replace("h: 60%", "h: very likely"))
    assert difference.address == "events.seen.expected.h"
    assert difference.kind is In.NUMBER
    assert (difference.before, difference.after) == ("60%", "very likely")
    assert difference.was_at is not None
    assert difference.now_at is not None
    line = CASE.splitlines()[difference.was_at.line - 1]
    assert line[difference.was_at.column - 1 :].startswith("60%")
    assert difference.now_at.line == difference.was_at.line


def test_another_scale_is_another_number_behind_the_same_word() -> None:
    before = CASE.replace("h: 60%", "h: likely")
    differing = found(before, before.replace("title:", "words: kent\ntitle:"))
    assert [(each.address, each.kind) for each in differing] == [
        ("words", In.WORDS),
        ("events.seen.expected.h", In.NUMBER),
    ]
    assert differing[1].before == "likely (icd203)"
    assert differing[1].after == "likely (kent)"


def test_a_record_that_one_case_alone_has_is_told_once_and_whole() -> None:
    longer = CASE + "unseen: [{id: diary, text: A diary, of: fact, by: he}]\n"
    longer = longer.replace("silences:", "  - {id: again, of: fact, by: he}\nsilences:")
    differing = found(CASE, longer)
    assert [(each.address, each.kind, each.after) for each in differing] == [
        ("reports.again", In.ADDED, "{of: fact, by: he, says: yes}"),
        ("unseen.diary", In.ASIDE, "{of: fact, by: he}"),
    ]
    assert [(each.address, each.kind) for each in found(longer, CASE)] == [
        ("reports.again", In.REMOVED),
        ("unseen.diary", In.ASIDE),
    ]


def test_a_sentence_is_words_and_a_hypothesis_is_a_link() -> None:
    other = CASE.replace("h: It was so", "h: Indeed it was so")
    assert [each.kind for each in found(CASE, other)] == [In.WORDS]
    third = CASE.replace("other: It was not}", "other: It was not, third: Neither}")
    third = third.replace("other: 10%}", "else: 10%}").replace("other: 20%}", "else: 20%}")
    kinds = {each.address: each.kind for each in found(CASE, third)}
    assert kinds["question.hypotheses.third"] is In.LINK


# What is changed at once -------------------------------------------------------------------------


def addresses(some: tuple[Block, ...]) -> list[str]:
    return [block.address for block in some]


def test_a_row_is_one_block_and_so_are_a_character_and_a_silence() -> None:
    after = (
        CASE.replace("h: 60%, other: 20%", "h: 50%, other: 30%")
        .replace("honest: 70%, guesses: rest", "honest: 60%, pushes: rest")
        .replace("made: 50%, found: 60%", "made: 40%, found: 70%")
    )
    found_blocks = blocks(CASE, after)
    assert addresses(found_blocks) == [
        "sources.he.character",
        "events.seen.expected",
        "silences.gap",
    ]
    assert [len(block.differences) for block in found_blocks] == [3, 2, 2]


def test_a_letter_in_place_of_a_character_is_one_change() -> None:
    letter = CASE.replace("character: {honest: 70%, guesses: rest}", "reliability: C")
    assert addresses(blocks(CASE, letter)) == ["sources.he.character"]


def test_whether_an_event_is_known_is_said_apart_from_what_is_expected_of_it() -> None:
    after = CASE.replace("known: yes, expected: {h: 60%", "expected: {h: 50%")
    after = after.replace("silences:", "  - {id: so_he_said, of: seen, by: he}\nsilences:")
    assert addresses(blocks(CASE, after)) == [
        "events.seen.known",
        "events.seen.expected",
        "reports.so_he_said",
    ]


def test_numbers_of_something_else_go_with_the_link() -> None:
    after = CASE.replace(
        "known: yes, expected: {h: 60%, other: 20%}",
        "known: yes, given: fact, expected: {yes: 60%, no: 20%}",
    )
    (block,) = blocks(CASE, after)
    assert block.address == "events.seen.expected"
    assert {each.kind for each in block.differences} == {In.LINK, In.NUMBER}


def test_a_hidden_event_and_a_source_are_no_change_by_themselves() -> None:
    after = CASE.replace(
        "reports:\n",
        "  - {id: talk, text: A talk, expected: {h: 80%, other: 30%}}\nreports:\n"
        "  - {id: she_says, of: talk, by: she}\n",
    ).replace("sources:\n", "sources:\n  she: {name: She}\n")
    assert addresses(blocks(CASE, after)) == ["reports.she_says"]
    assert addresses(blocks(after, CASE)) == ["reports.she_says"]


# What lies between -------------------------------------------------------------------------------


@settings(max_examples=40)
@given(edited_pairs())
def test_with_nothing_taken_it_is_the_one_case_and_with_everything_the_other(
    pair: tuple[Data, Data],
) -> None:
    readings = [read(to_text(each)) for each in pair]
    before, after = (reading.case for reading in readings)
    assert before is not None
    assert after is not None
    differing = differences(before, after)
    between = Between(before, after, differing)
    every = {each.path for each in differing}
    for case, taken in ((before, set[Steps]()), (after, every)):
        assert _weighty(case, between.mixed(taken)) == []


def test_what_a_report_needs_comes_with_it_and_unobserved() -> None:
    after = CASE.replace(
        "reports:\n",
        "  - {id: talk, text: A talk, known: yes, expected: {h: 80%, other: 30%}}\nreports:\n"
        "  - {id: she_says, of: talk, by: she}\n",
    ).replace("sources:\n", "sources:\n  she: {name: She}\n")
    one, other = sound_case(CASE), sound_case(after)
    between = Between(one, other, differences(one, other))
    plain = between.mixed(())
    assert plain.event("talk") is None
    assert "she" not in plain.sources
    reported = between.mixed({("reports", "she_says")}).event("talk")
    assert reported is not None
    assert reported.known is None
    known = between.mixed({("events", "talk")})
    talk = known.event("talk")
    assert talk is not None
    assert talk.known == "yes"
    assert "she" not in known.sources
    back = Between(other, one, differences(other, one)).mixed({("events", "talk")})
    left = back.event("talk")
    assert left is not None
    assert left.known is None


def test_a_mixture_says_of_every_key_what_its_own_side_wrote() -> None:
    """Checks ask whether a key is written, and must not be told of the other case's."""
    after = CASE.replace(", made: 50%, found: 60%", ", survives: 40%")
    one, other = sound_case(CASE), sound_case(after)
    between = Between(one, other, differences(one, other))
    for case, taken in ((one, set[Steps]()), (other, {each.path for each in between.found})):
        (mixed,) = between.mixed(taken).silences
        assert mixed == case.silences[0]
        assert mixed.places == case.silences[0].places
