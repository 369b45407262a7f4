"""A text becomes a tree in which everything is text and knows its place."""

import re

import pytest
import yaml

from deciban.node import Mapping, Node, Scalar, Style
from deciban.read import tree
from deciban.read.yaml_tree import Document, parse

Plain = str | list["Plain"] | dict[str, "Plain"] | None


def said(node: Node | None) -> Plain:
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {entry.key.text: said(entry.value) for entry in node.entries}
    return [said(item) for item in node.items]


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [
            scalar
            for entry in node.entries
            for part in (entry.key, entry.value)
            for scalar in scalars(part)
        ]
    return [scalar for item in node.items for scalar in scalars(item)]


CASE = """\
# a case
title: Did he trust the pact?
question:
  hypotheses: {kept: "No attack", attack: 'It''s on'}
events:
- id: é1
  known: no
  text: >-  # folded
    Goods bought time
    as well as goodwill.

  cite: [a, b]
  note:
"""


def test_everything_stays_text() -> None:
    document = parse("a: no\nb: 1_000\nc: 1941-06-22\nd: ~\n", "c")
    assert said(document.root) == {"a": "no", "b": "1_000", "c": "1941-06-22", "d": "~"}


def test_every_scalar_stands_where_its_span_says() -> None:
    document = parse(CASE, "case.yaml")
    assert not document.problems
    assert document.root
    for scalar in scalars(document.root):
        written = CASE[scalar.at.start : scalar.at.end]
        before = CASE[: scalar.at.start]
        assert scalar.at.line == before.count("\n") + 1
        assert scalar.at.column == len(before.rpartition("\n")[2]) + 1
        if scalar.style is Style.PLAIN:
            assert written == scalar.text
        else:
            assert written[0] == scalar.style.value


def test_a_block_ends_with_its_last_word() -> None:
    document = parse(CASE, "c")
    assert document.root
    block = next(each for each in scalars(document.root) if each.style is Style.FOLDED)
    assert CASE[: block.at.end].endswith("as well as goodwill.")


def test_collections_end_with_what_they_hold() -> None:
    text = "a:\n  b: c\n\n# later\nd: {e: f}  # x\n"
    root = parse(text, "c").root
    assert isinstance(root, Mapping)
    first, second = (entry.value for entry in root.entries)
    assert text[first.at.start : first.at.end] == "b: c"
    assert text[second.at.start : second.at.end] == "{e: f}"


def test_nothing_is_read_from_nothing() -> None:
    for text in ("", "\n\n", "# only a comment\n"):
        document = parse(text, "c")
        assert document.root is None
        assert not document.problems


def test_a_field_given_twice_names_both_places() -> None:
    document = parse("a: 1\nb: 2\na: 3\n", "c")
    (problem,) = document.problems
    assert problem.code == "D111"
    assert problem.at
    assert problem.at.line == 3
    assert [also.line for also in problem.also] == [1]


def test_an_alias_bomb_costs_nothing_and_is_named() -> None:
    lines = ["a0: &a0 x"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    document = parse("\n".join(lines), "c")
    assert set(codes(document)) == {"D112", "D113"}


def test_a_tag_is_named_and_read_as_text() -> None:
    document = parse("a: !!python/object:os.system x\n", "c")
    assert codes(document) == ["D114"]
    assert said(document.root) == {"a": "x"}


def test_a_second_document_is_named_and_left_out() -> None:
    document = parse("---\na: 1\n---\nb: 2\n", "c")
    assert codes(document) == ["D115"]
    assert said(document.root) == {"a": "1"}


@pytest.mark.parametrize("sign", ["[", "{", "- ", "? ", "{a: "])
def test_a_hundred_thousand_brackets_are_one_problem(sign: str) -> None:
    document = parse(sign * 100_000, "c")
    assert codes(document) == ["D116"]
    assert document.root is not None


def test_a_list_for_a_name_is_named() -> None:
    assert codes(parse("? [a]\n: b\nc: d\n", "c")) == ["D117"]


def test_a_line_nothing_explains_is_left_out_and_the_rest_is_read() -> None:
    document = parse("a: 1\n%b: 2\nc: [x, y]\nc: 3\n", "c")
    assert "D111" in codes(document)
    assert {"a", "c"} <= set(said(document.root) or ())


def test_all_mistakes_are_found_in_one_reading() -> None:
    text = "text: He said: wait\nnote: @home\nid: x\nquote: 'Yes' he said\nid: y\n"
    document = parse(text, "c")
    assert codes(document) == ["D120", "D123", "D124", "D111"]
    assert [problem.at.line for problem in document.problems if problem.at] == [1, 2, 4, 5]


def test_places_are_those_of_the_original_though_the_copy_was_corrected() -> None:
    text = "text: He said: " + "wait " * 30 + "\nid: x\nid: y\n"
    document = parse(text, "c")
    problem = document.problems[-1]
    assert problem.at
    assert (problem.at.line, text[problem.at.start : problem.at.end]) == (3, "id")


def test_invisible_characters_are_named_and_taken_out() -> None:
    document = parse("\ufefftext: He\u2028came\nid: \x07x\n", "c")
    assert codes(document) == ["D107", "D107"]
    assert said(document.root) == {"text": "He came", "id": "x"}
    assert "line separator" in document.problems[0].message


def test_half_a_character_is_no_crash() -> None:
    assert codes(parse("a: \ud800b\n", "c")) == ["D107"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_breaks_count_as_one(end: str) -> None:
    document = parse(f"a: 1{end}a: 2{end}", "c")
    assert [problem.at.line for problem in document.problems if problem.at] == [2]


@pytest.mark.parametrize(
    "line",
    ["- text: He said: wait\n", "no name here\n", '- text: "He\n', "- [a\n", "\ta: b\n", "a\0\n"],
)
def test_five_megabytes_of_broken_lines_are_answered(line: str) -> None:
    document = parse(line * (5_000_000 // len(line)), "c")
    assert 0 < len(document.problems) < 10_000


@pytest.mark.parametrize(
    "text",
    [
        CASE,
        "a:\tb\n",
        "- {id: x, text: What? He came}\n",
        "- {id: x, text: He came, saw and left, known: yes}\n",
        "text: He said: wait\n\tid: x\n",
        "text: \"C:\\docs\"\nnote: 'Yes' he said\n",
        "a: {b: }\nc: [d, ]\n",
        'a: "\\U99999999"\n',
    ],
)
def test_without_the_fast_reader_the_result_is_the_same(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = parse(text, "c")
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    slow = parse(text, "c")
    assert slow == fast
    assert re.findall(r"start=\d+, end=\d+", repr(slow)) == re.findall(
        r"start=\d+, end=\d+", repr(fast)
    )
