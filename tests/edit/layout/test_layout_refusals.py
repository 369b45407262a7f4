"""What cannot be laid out stays as it is, and the reader is told why."""

import pytest
from tests.edit.layout.reading import read

from deciban.case import Case
from deciban.edit.layout import canonical, laid_out
from deciban.problem import Problem, Severity


def refusal(text: str) -> Problem:
    found = laid_out(read(text), Case)
    assert isinstance(found, Problem)
    assert found.severity is Severity.ERROR
    return found


def test_a_text_with_a_mistake_is_not_laid_out() -> None:
    found = refusal("title: He said: wait\n")
    assert found.code == "D120"
    assert found.at is not None
    assert found.at.line == 1


def test_a_sign_that_may_have_cut_a_text_is_not_settled_on_the_quiet() -> None:
    found = refusal("deciban: 1\ntitle: He sat in cell #5\n")
    assert found.code == "D152"
    assert found.at is not None
    assert found.at.line == 2


@pytest.mark.parametrize("text", ["", "# only a remark\n", "- a\n- b\n"])
def test_a_file_without_fields_has_no_layout(text: str) -> None:
    assert refusal(text).code == "D152"


@pytest.mark.parametrize(
    "damaged",
    [
        ["title: B"],
        ["title: A"],
        ["title: A  # note", "note: x"],
        ["title: A  # other"],
        ["# note", "title: [A]"],
        ["title: 'A  # note"],
    ],
)
def test_a_layout_that_says_anything_else_is_never_given(
    damaged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(canonical, "laid_out_lines", lambda _: damaged)
    assert refusal("title: A  # note\n").code == "D151"
