"""Whatever a text holds, reading it gives a document; whatever prose holds, it can be kept."""

import random
import re
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deciban.node import Mapping, Scalar
from deciban.read.mend.quoting import quote_scalar, write_block
from deciban.read.mend.working import Working
from deciban.read.yaml_tree import Document, parse

CASE = """\
deciban: 1
title: Did Stalin trust the pact?
question:
  ask: What did he expect?  # a comment
  hypotheses: {kept: No attack, attack: "An attack: soon"}
  prior: {kept: 40%, attack: rest}
sources:
  sorge: {name: Richard Sorge, reliability: B}
events:
  - id: calm
    text: A standing policy
    because: >-
      Goods bought time
      as well as goodwill.
    expected: {kept: likely, attack: 20..50%}
  - id: trade
    text: 'It''s so: he said'
    cite: [a, b]
reports:
- {id: r1, of: trade, by: sorge, says: yes}
- id: r2
  note: |
    one
      two
"""
SIGNS = " \n\t:#'\"{}[],-?|>&*!@%`\\\r\0\u2028\ufeff\ud800"
yamlish = st.text(st.sampled_from("ab" + SIGNS), max_size=60)


def check(document: Document) -> None:
    """What holds of every document."""
    size = len(document.text)
    for problem in document.problems:
        assert problem.at
        assert 0 <= problem.at.start <= problem.at.end <= size
        assert str(problem)
        if problem.fix:
            assert 0 <= problem.fix.start <= problem.fix.end <= size
    fixes = sorted({(p.fix.start, p.fix.end) for p in document.problems if p.fix})
    for (_, end), (start, _) in pairwise(fixes):
        assert end <= start


@given(st.text())
def test_any_text_gives_a_document(text: str) -> None:
    check(parse(text, "c"))


@given(yamlish)
@settings(max_examples=400)
def test_any_heap_of_signs_gives_a_document(text: str) -> None:
    check(parse(text, "c"))


@given(st.integers(0, 10**9), st.integers(1, 5))
@settings(max_examples=300)
def test_a_damaged_case_gives_a_document(seed: int, damages: int) -> None:
    choice = random.Random(seed)  # noqa: S311 (damage, not secrets)
    text = CASE
    for _ in range(damages):
        text = damaged(text, choice)
    check(parse(text, "c"))


def damaged(text: str, choice: random.Random) -> str:
    """The text with a line lost, doubled or swapped, or a character changed."""
    lines = text.splitlines(keepends=True) or [""]
    first, second = choice.randrange(len(lines)), choice.randrange(len(lines))
    kind = choice.randrange(4)
    if kind == 0:
        del lines[first]
    elif kind == 1:
        lines.insert(first, lines[second])
    elif kind == 2:
        lines[first], lines[second] = lines[second], lines[first]
    else:
        place = choice.randrange(len(text) + 1)
        return text[:place] + choice.choice(SIGNS) + text[place + choice.randrange(2) :]
    return "".join(lines)


def only_value(document: Document) -> str:
    assert not document.problems
    assert isinstance(document.root, Mapping)
    value = document.root.entries[0].value
    assert isinstance(value, Scalar)
    return value.text


printable = st.characters(exclude_categories=("Cs", "Cc", "Cn"))


@given(st.text(st.one_of(printable, st.sampled_from("\n\t'\" :#\\"))))
def test_quoted_prose_reads_back_as_it_was(prose: str) -> None:
    assert only_value(parse(f"text: {quote_scalar(prose)}\n", "c")) == prose
    assert only_value(parse(f"{{text: {quote_scalar(prose)}}}\n", "c")) == prose


@given(st.text(st.sampled_from("ab :#'\n,"), max_size=300), st.integers(1, 9))
def test_prose_in_a_block_reads_back_as_it_was(prose: str, indent: int) -> None:
    block = write_block(prose, indent, "\n")
    if block is not None:
        assert only_value(parse(f"text: {block}\nid: x\n", "c")) == prose


words = st.sampled_from(
    [
        "He",
        "came",
        "wait:",
        "said:",
        "no,",
        "what?",
        "(so)",
        "5%",
        "it's",
        "-",
        "*",
        "&",
        "!",
        "[sic]",
        "{x}",
        "@home",
        "3:1",
        "a/b",
        "and",
    ]
)


@given(st.lists(words, min_size=3, max_size=30).map(" ".join))
def test_prose_without_quotation_marks_is_always_understood(prose: str) -> None:
    text = f"- id: x\n  text: {prose}\n  because: y\n"
    document = parse(text, "c", known_keys=["id"])
    fixed = text
    for fix in [problem.fix for problem in document.problems if problem.fix]:
        fixed = fixed[: fix.start] + fix.text + fixed[fix.end :]
    again = parse(fixed, "c", known_keys=["id"])
    assert again.root == document.root
    assert not again.problems
    assert (
        document.root == parse(f"- id: x\n  text: {quote_scalar(prose)}\n  because: y\n", "c").root
    )


@given(st.lists(words, min_size=3, max_size=12).map(" ".join))
def test_prose_in_braces_is_always_understood(prose: str) -> None:
    prose += " end"
    assume(not re.search(r", \w+:", prose))  # a name the case does not know, maybe misspelt
    text = f"- {{id: x, text: {prose}, because: y}}\n"
    document = parse(text, "c", known_keys=["id"])
    assert document.root == parse(f"- {{id: x, text: {quote_scalar(prose)}, because: y}}", "c").root


def test_a_working_copy_without_corrections_keeps_every_place() -> None:
    working = Working("abc")
    assert [working.original_start(i) for i in range(4)] == [0, 1, 2, 3]
    assert [working.original_end(i) for i in range(4)] == [0, 1, 2, 3]
