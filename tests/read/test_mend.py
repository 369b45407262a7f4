"""Prose that YAML breaks is understood, named, and corrected as it was meant."""

import pytest

from deciban.node import Mapping, Node, Scalar
from deciban.problem import Severity
from deciban.read.yaml_tree import Document, parse

Plain = str | list["Plain"] | dict[str, "Plain"] | None
KNOWN = [
    "id",
    "ask",
    "hypotheses",
    "prior",
    "given",
    "when",
    "reliability",
    "known",
    "expected",
    "events",
    "reports",
    "sources",
    "of",
    "by",
    "says",
    "made",
    "in",
    "outcomes",
]


def said(node: Node | None) -> Plain:
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {entry.key.text: said(entry.value) for entry in node.entries}
    return [said(item) for item in node.items]


def read(text: str) -> Document:
    return parse(text, "case.yaml", known_keys=KNOWN)


def fixed(document: Document) -> str:
    text = document.text
    fixes = {(p.fix.start, p.fix.end, p.fix.text) for p in document.problems if p.fix}
    for start, end, replacement in sorted(fixes, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


# text, the codes it must give, and what it must be understood to say
CERTAIN = [
    ("text: He said: wait\nid: x\n", "D120", {"text": "He said: wait", "id": "x"}),
    ("text: He said:\nid: x\n", "D120", {"text": "He said:", "id": "x"}),
    ("text: He\n  said: no\nid: x\n", "D120", {"text": "He said: no", "id": "x"}),
    ("because:\n  He said: wait\n  and so\n", "D120", {"because": "He said: wait and so"}),
    ("a: One two three: four\n", "D120", {"a": "One two three: four"}),
    ("- {id: x, text: He said: no}\n", "D120", [{"id": "x", "text": "He said: no"}]),
    ("- {text: He came, saw, id: x}\n", "D122", [{"text": "He came, saw", "id": "x"}]),
    ("- {text: He came, and said: no}\n", "D122", [{"text": "He came, and said: no"}]),
    (
        "hypotheses: {kept: No attack in May, or later, b: c}\n",
        "D122",
        {"hypotheses": {"kept": "No attack in May, or later", "b": "c"}},
    ),
    ("- {text: He came,, id: x}\n", "D122", [{"text": "He came", "id": "x"}]),
    ("text: @home he wrote\n", "D123", {"text": "@home he wrote"}),
    ("text: `so` he wrote\n", "D123", {"text": "`so` he wrote"}),
    ("text: %5 of it\n", "D123", {"text": "%5 of it"}),
    ("text: *Pravda* wrote\n", "D123", {"text": "*Pravda* wrote"}),
    ("text: &c and more\n", "D123", {"text": "&c and more"}),
    ("text: !He fled\n", "D123", {"text": "!He fled"}),
    ("text: , he said\n", "D123", {"text": ", he said"}),
    ("text: ] he said\n", "D123", {"text": "] he said"}),
    ("text: } he said\n", "D123", {"text": "} he said"}),
    ("text: ? he said\n", "D123", {"text": "? he said"}),
    ("text: - he said\n", "D123", {"text": "- he said"}),
    ("text: : he said\n", "D123", {"text": ": he said"}),
    ("text: | 5 of them\n", "D123", {"text": "| 5 of them"}),
    ("text: > 50 percent\n", "D123", {"text": "> 50 percent"}),
    ("- {id: x, text: @home}\n", "D123", [{"id": "x", "text": "@home"}]),
    ('text: "Yes" he said\n', "D124", {"text": '"Yes" he said'}),
    ('text: "Yes", he said, "and no"\n', "D124", {"text": '"Yes", he said, "and no"'}),
    ('text: "He said "yes" and left"\n', "D124", {"text": 'He said "yes" and left'}),
    ("text: 'He didn't know'\n", "D124", {"text": "He didn't know"}),
    ("text: 'He said: 'no''\n", "D124", {"text": "He said: 'no'"}),
    ('text: "Yes"\n  he said\n', "D124", {"text": '"Yes" he said'}),
    ('- {text: "Yes" he said, id: x}\n', "D124", [{"text": '"Yes" he said', "id": "x"}]),
    ('text: "He came\nid: x\n', "D125", {"text": "He came", "id": "x"}),
    ('text: "He\n  came\nid: x\n', "D125", {"text": "He came", "id": "x"}),
    ("text: 'twas night\nid: x\n", "D125", {"text": "'twas night", "id": "x"}),
    ('- {text: "He came, id: x}\n', "D125", [{"text": "He came", "id": "x"}]),
    ("text: [sic] he came\n", "D126", {"text": "[sic] he came"}),
    ("text: [sic]\n", "D126", {"text": "[sic]"}),
    ("text: {x} marks it\n", "D126", {"text": "{x} marks it"}),
    ("- {text: [sic] he, id: x}\n", "D126", [{"text": "[sic] he", "id": "x"}]),
    ("- {text: He [sic] came, id: x}\n", "D126", [{"text": "He [sic] came", "id": "x"}]),
    ("- {id: x, text: y\n- {id: z}\n", "D127", [{"id": "x", "text": "y"}, {"id": "z"}]),
    ("outcomes: [a, b\nid: x\n", "D127", {"outcomes": ["a", "b"], "id": "x"}),
    ("- {id: x}}\n- {id: y}\n", "D127", [{"id": "x"}, {"id": "y"}]),
    ("prior:\n\ta: 1\n\tb: 2\n", "D128 D128", {"prior": {"a": "1", "b": "2"}}),
    ("text: He\n\tcame\nid: x\n", "D128", {"text": "He came", "id": "x"}),
    ("text: >-\n\tHe came\nid: x\n", "D128", {"text": "He came", "id": "x"}),
    (
        "events:\n  - id: x\n    text: y\n   - id: z\n",
        "D129",
        {"events": [{"id": "x", "text": "y"}, {"id": "z"}]},
    ),
    ("- id: x\n  - id: y\n", "D129", [{"id": "x"}, {"id": "y"}]),
    ("text:He came\nid: x\n", "D130", {"text": "He came", "id": "x"}),
    ("- {id:x, text: y}\n", "D130", [{"id": "x", "text": "y"}]),
    ("-id: x\n", "D130", [{"id": "x"}]),
    ("text He came\nid: x\n", "D131", {"text": "He came", "id": "x"}),
    ("text = He came\nid: x\n", "D131", {"text": "He came", "id": "x"}),
    ("id: y\nevents\n  - id: x\n", "D131", {"id": "y", "events": [{"id": "x"}]}),
    ("text: > He came\n  and saw\n", "D132", {"text": "He came and saw"}),
    ("text: >- He came\nid: x\n", "D132", {"text": "He came", "id": "x"}),
    ("- id: x\n  text: y\n   known: z\n", "D133", [{"id": "x", "text": "y", "known": "z"}]),
    ("- id: x\ntext: y\n", "D133", [{"id": "x", "text": "y"}]),
    ("events:\n  - id: x\n    known: y\n   when: z\n", "D133", {"events": [
        {"id": "x", "known": "y", "when": "z"}]}),
    ("events:\n  - id: x\n  text: >-\n    He came\n    and saw\n", "D133", {"events": [
        {"id": "x", "text": "He came and saw"}]}),
    ("text: He came\nand saw\nid: x\n", "D134", {"text": "He came and saw", "id": "x"}),
    ("text: He came\nwhen the war began\nid: x\n", "D134", {
        "text": "He came when the war began", "id": "x"}),
    ("text: >-\n    He\n  came\nid: x\n", "D134", {"text": "He came", "id": "x"}),
    ('text: "C:\\docs"\n', "D135", {"text": "C:\\docs"}),
    ('- {text: "C:\\docs", id: x}\n', "D135", [{"text": "C:\\docs", "id": "x"}]),
    ("text: In cell #5\n  for long\n", "D136", {"text": "In cell #5 for long"}),
    ("- {text: In cell #5, id: x}\n- {id: y}\n", "D136", [
        {"text": "In cell #5", "id": "x"}, {"id": "y"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes", "meant"), CERTAIN)
def test_what_is_evidently_meant_is_understood(text: str, codes: str, meant: Plain) -> None:
    document = read(text)
    assert said(document.root) == meant
    assert sorted({p.code for p in document.problems}) == sorted(set(codes.split()))
    assert len(document.problems) == len(codes.split())


@pytest.mark.parametrize(("text", "codes", "meant"), CERTAIN)
def test_the_fix_says_what_was_meant_and_a_second_changes_nothing(
    text: str, codes: str, meant: Plain
) -> None:
    document = read(text)
    assert all(problem.fix for problem in document.problems), codes
    again = read(fixed(document))
    assert said(again.root) == meant
    assert not again.problems


@pytest.mark.parametrize(("text", "codes", "meant"), CERTAIN)
def test_every_mistake_is_told_with_a_hint_and_without_a_full_stop(
    text: str, codes: str, meant: Plain
) -> None:
    for problem in read(text).problems:
        assert problem.hint, (codes, meant)
        assert problem.message == problem.message.rstrip(".")
        assert "token" not in problem.message
        assert "scalar" not in problem.message


DOUBTFUL = [
    ("prior: kept: 40%\nid: x\n", "D120"),
    ("nothing of the sort\nid: x\n", "D131"),
    ("text: He came  # a note\n  and saw\nid: x\n", "D136"),
    ('text: "\nid: x\n', "D125"),
    ("id: x\nprior: 4\n- id: y\n", "D129"),
]


@pytest.mark.parametrize(("text", "code"), DOUBTFUL)
def test_what_is_not_evident_is_told_but_not_corrected(text: str, code: str) -> None:
    (problem,) = read(text).problems
    assert problem.code == code
    assert problem.fix is None
    assert isinstance(said(read(text).root), dict)


FINE = [
    "text: He came; then - at last - he saw\n",
    "text: a ratio of 3:1 at http://example.org/a#b\n",
    "text: What? He came, saw (and left) [sic] {so} it's\n",
    "cite: [a, b]\n",
    "text: >\n  He said: wait # no comment\n   and: so\n",
    "hypotheses: {kept: No attack, b: ''}\n",
    'text: "He\n  said: \\"no\\""\n',
    "-1: a\n",
    "text: -5 degrees\n",
    "text: 'He\n\n  came'  # so\nprior: {a: 1,\n  b: rest}  # end\nid: x\n",
    "events:\n- id: x\n  when: [a, {b: c}]\n-\n  id: y\n  given: |2\n      z\n",
    "'id': x\n\"text\" : y\n? z\n: a\n",
    "text:  # the text follows\n  He came\n",
    "text: He came  # a note\nnote: He came # a note\n",
    "prior: 70% (50..85%) # good\n",
    "id: x #1\n",
]


@pytest.mark.parametrize("text", FINE)
def test_what_yaml_reads_rightly_is_left_alone(text: str) -> None:
    assert not read(text).problems


@pytest.mark.parametrize("text", FINE)
def test_a_mistake_elsewhere_casts_no_doubt_on_what_is_right(text: str) -> None:
    # Only a text that YAML refuses is searched line by line, so one mistake is put in front.
    (problem,) = read("title: one: two\n" + text).problems
    assert problem.at
    assert problem.at.line == 1


@pytest.mark.parametrize(
    "text",
    ["text: He sat in cell #5\n", "text: He sat in cell # 5\n", "a: He sat in\n  cell #5\nid: x\n"],
)
def test_a_number_sign_that_cuts_prose_is_a_warning_with_the_whole_text(text: str) -> None:
    (problem,) = read(text).problems
    assert problem.code == "D121"
    assert problem.severity is Severity.WARNING
    again = read(fixed(read(text)))
    assert not again.problems
    root = again.root
    assert isinstance(root, Mapping)
    assert isinstance(root.entries[0].value, Scalar)
    assert root.entries[0].value.text.startswith("He sat in cell #")


def test_an_unclosed_quote_is_blamed_where_it_opens() -> None:
    text = 'text: "He came\n' + "id: x\n" + "\n" * 50 + 'note: He said "no" and "yes"\n'
    (problem,) = read(text).problems
    assert problem.at
    assert (problem.code, problem.at.line, problem.at.column) == ("D125", 1, 7)


def test_a_long_text_is_written_as_a_block_of_whole_lines() -> None:
    prose = "He said: " + " ".join(["wait"] * 40)
    document = read(f"events:\n  - id: x\n    text: {prose}\n")
    text = fixed(document)
    assert "text: >-\n" in text
    assert max(len(line) for line in text.splitlines()) <= 100
    assert said(read(text).root) == {"events": [{"id": "x", "text": prose}]}


def test_a_comment_behind_corrected_prose_stays_a_comment() -> None:
    document = read("text: He said: wait  # p. 3\n")
    assert fixed(document) == "text: 'He said: wait'  # p. 3\n"
    assert [comment.text for comment in document.comments] == ["# p. 3"]


def test_windows_line_breaks_are_kept_in_a_fix() -> None:
    document = read("text: He\r\n  said: no\r\nid: x\r\n")
    assert fixed(document) == "text: >-\r\n  He\r\n  said: no\r\nid: x\r\n"


def test_two_mistakes_in_one_place_share_one_fix() -> None:
    text = "events:\n  - id: x\n  text: He came\n    and said: no\n"
    document = read(text)
    assert {problem.code for problem in document.problems} == {"D133", "D120"}
    assert said(read(fixed(document)).root) == {
        "events": [{"id": "x", "text": "He came and said: no"}]
    }


def test_a_whole_file_of_mistakes_is_mended_at_once() -> None:
    parts = [text for text, _, meant in CERTAIN if isinstance(meant, list)]
    document = read("".join(parts))
    again = read(fixed(document))
    assert not again.problems
    expected = [item for _, _, meant in CERTAIN if isinstance(meant, list) for item in meant]
    assert said(again.root) == expected
