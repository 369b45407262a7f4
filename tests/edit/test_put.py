"""However a position is written, putting one value into it changes that value and nothing else."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.edit.layout.messy import Data, MessyWriter
from tests.edit.layout.reading import comments, data

from deciban.case import Position
from deciban.edit.layout import laid_out
from deciban.edit.put import append, in_flow, put
from deciban.node import Mapping, Node, Scalar
from deciban.read.keys import parse_language
from deciban.read.yaml_tree import Document
from deciban.span import Span

ADDRESSES = ("events.cake.expected.knew", "question.prior", "sources.maid.character.honest")
VALUES = ["40%", "20..30%", "rest", "no", "1 in 20", "x4"]
REASONS = ["So it was", "He said: wait", "one, two", "it's # not", "{odd}", ""]
values = st.sampled_from(VALUES)


def scalar(text: str) -> Scalar:
    return Scalar(text, Span("", 1, 1))


def read(text: str) -> Document:
    return parse_language(text, "positions/ann.yaml", Position)


@st.composite
def positions(draw: st.DrawFn) -> tuple[str, dict[str, Data]]:
    """A position written in some odd way, and what it says."""
    said: dict[str, Data] = {"position": "ann"}
    holds: dict[str, Data] = {}
    for address in draw(st.sets(st.sampled_from(ADDRESSES))):
        entry: dict[str, Data] = {"is": draw(values)}
        if draw(st.booleans()):
            entry["was"] = draw(values)
        if draw(st.booleans()):
            entry["because"] = draw(st.sampled_from(REASONS))
        holds[address] = entry
    if draw(st.booleans()):
        said["holds"] = holds
    if draw(st.booleans()):
        revision: dict[str, Data] = {"address": ADDRESSES[0], "from": draw(values), "on": "2024"}
        said["revised"] = [revision] * draw(st.integers(0, 2))
    return MessyWriter(Random(draw(st.integers(0, 2**32)))).document(said), said  # noqa: S311


def held_to(before: Document, after: str, wanted: object) -> None:
    """Hold a text that was put together against what it should say, laid out and as it is."""
    document = read(after)
    assert data(document.root) == wanted
    assert comments(document) == comments(before)
    laid = laid_out(document, Position)
    assert isinstance(laid, str), laid
    assert data(read(laid).root) == wanted


@settings(max_examples=300, deadline=None)
@given(positions(), st.sampled_from(ADDRESSES), st.sampled_from(["is", "was"]), values)
def test_a_value_put_in_is_all_that_changes(
    each: tuple[str, dict[str, Data]], address: str, key: str, value: str
) -> None:
    text, _ = each
    before = read(text)
    wanted = data(before.root)
    assert isinstance(wanted, dict)
    if not isinstance(wanted.get("holds"), dict):
        wanted["holds"] = {}
    wanted["holds"].setdefault(address, {})[key] = value
    held_to(before, put(before, ("holds", address, key), scalar(value)), wanted)


@settings(max_examples=300, deadline=None)
@given(positions(), values)
def test_a_list_grows_at_its_end(each: tuple[str, dict[str, Data]], value: str) -> None:
    text, _ = each
    before = read(text)
    wanted = data(before.root)
    assert isinstance(wanted, dict)
    wanted["revised"] = [*(wanted.get("revised") or []), value]
    held_to(before, append(before, "revised", scalar(value)), wanted)


@pytest.mark.parametrize("text", REASONS + VALUES)
def test_what_is_written_in_braces_reads_back(text: str) -> None:
    node: Node = scalar(text)
    root = read(f"{{a: {in_flow(node)}}}").root
    assert isinstance(root, Mapping)
    assert root.entries[0].value == node


def test_nothing_can_be_put_into_an_empty_file() -> None:
    with pytest.raises(ValueError, match="nothing to put"):
        put(read("# only a remark\n"), ("holds",), scalar("40%"))
