"""However a case is written, laying it out keeps its data and its comments, and is final."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.edit.layout.messy import Data, MessyWriter
from tests.edit.layout.reading import comments, data, read

from deciban.case import Case, Move, Position, Record
from deciban.case.kinds import (
    Anything,
    Group,
    Judgements,
    Kind,
    Listing,
    Names,
    One,
    Prose,
    Quantities,
    Reference,
    Texts,
    Words,
    fields_of,
)
from deciban.edit.layout import laid_out
from deciban.read.keys import PROSE_KEYS

FLAGSHIP = Path(__file__).parents[3] / "cases" / "barbarossa" / "case.yaml"

AWKWARD = [
    "", "no", "yes", "70%", "20..30%", "3:1", "-6..-2 dB", "1941-06-13", "1941-06-21T21:30", "rest",
    "He said: wait", "cell #5", "a # b", "[sic] so", "{x}", "- no list", "-", "---", "...", "? why",
    "what?", "one, two", "@home", "'tis", '"Yes" he said', "100 %", "%", "`x`", "*", "&a", "!b",
    "|", ">", "a:", ": a", "~", "null", "<<", "=", "two  spaces", " lead", "trail ", "tab\there",
    "line\nbreak", "para\n\npara", "\n", "\u00e9t\u00e9", "a\u00a0b", "\u2028", "x\x85y", "#", "#a",
    "it's", "''", "\\", "a\\nb", "\U0001f600",
]  # fmt: skip
WORDS = [
    "the",
    "Pact",
    "held;",
    "he",
    "said:",
    "(so)",
    "why?",
    "#5",
    "and,",
    "it's",
    "1941",
    "-",
    "a.b",
]
NAMES = ["kept", "attack", "no", "yes", "in_1941", "x", "1941-07", "kept.yes", "else"]

texts = st.one_of(
    st.sampled_from(AWKWARD),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=45).map(" ".join),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12),
)
names = st.sampled_from(NAMES)
anything: st.SearchStrategy[Data] = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(names | st.just("two words"), inner, max_size=3),
    ),
    max_leaves=6,
)


def data_of(kind: Kind, depth: int) -> st.SearchStrategy[Data]:
    """Data of a kind, and now and then of no kind at all."""
    fit: st.SearchStrategy[Data] = texts
    match kind:
        case One(record=record):
            fit = record_data(record, depth)
        case Group(record=record):
            fit = st.dictionaries(names, record_data(record, depth - 1), max_size=3)
        case Listing(record=record):
            fit = st.lists(record_data(record, depth - 1), max_size=3)
        case Texts() | Names():
            fit = st.dictionaries(names, texts, max_size=4)
        case Judgements() | Quantities():
            row: st.SearchStrategy[Data] = st.dictionaries(names, texts, max_size=4)
            fit = row | st.dictionaries(names, row, max_size=3)
        case Words() | Reference():
            fit = texts | st.lists(texts, max_size=4)
        case Prose():
            return texts
        case Anything():
            fit = anything
        case _:
            fit = texts
    return st.integers(0, 19).flatmap(lambda roll: anything if roll == 0 else fit)


def record_data(record: type[Record], depth: int) -> st.SearchStrategy[dict[str, Data]]:
    """Some fields of a record in any order, and perhaps one it does not have."""
    deep = One | Group | Listing
    declared = [
        each
        for each in fields_of(record)
        if (depth > 0 or not isinstance(each.kind, deep))
        # A word that is prose in another record is taken for prose that YAML broke.
        and (isinstance(each.kind, Prose) or each.key not in PROSE_KEYS)
    ]

    def chosen(keys: list[str]) -> st.SearchStrategy[dict[str, Data]]:
        kinds = {each.key: each.kind for each in declared}
        return st.fixed_dictionaries(
            {key: data_of(kinds.get(key, Anything()), depth) for key in keys}
        )

    keys = st.sampled_from([*(each.key for each in declared), "unheard_of", "two words"])
    return st.lists(keys, min_size=1, max_size=5, unique=True).flatmap(chosen)


def plain(value: Data) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value]


@pytest.mark.parametrize("record", [Case, Position, Move])
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_however_a_file_is_written_its_layout_says_the_same_and_is_final(
    record: type[Record], drawn: st.DataObject
) -> None:
    meant = drawn.draw(record_data(record, 2))
    writer = MessyWriter(drawn.draw(st.randoms(use_true_random=False)))
    document = read(writer.document(meant))
    assume(not document.problems)
    text = laid_out(document, record)
    assert isinstance(text, str), text
    again = read(text)
    assert data(again.root) == plain(meant)
    assert comments(again) == Counter(writer.comments)
    assert laid_out(again, record) == text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not any(line.endswith(" ") for line in text.split("\n"))
    assert "\r" not in text


def test_the_flagship_keeps_every_comment_and_every_word() -> None:
    before = read(FLAGSHIP.read_text(encoding="utf-8"))
    text = laid_out(before, Case)
    assert isinstance(text, str), text
    after = read(text)
    assert data(after.root) == data(before.root)
    assert comments(after) == comments(before)
    assert laid_out(after, Case) == text
    assert all(len(line) <= 100 for line in text.split("\n") if "#" not in line)
