"""A bibliography holds each work once, and none that nothing speaks of."""

from pathlib import Path

import pytest
from tests.checks.small_case import problems

BAKER: dict[str, object] = {
    "id": "baker",
    "type": "book",
    "title": "Forty Years of Cakes",
    "author": [{"family": "Baker", "given": "Ann"}],
    "issued": {"date-parts": [[2024]]},
    "publisher": "Oven",
}


def _codes(folder: Path, more: dict[str, object], cite: str = "[baker, other]") -> list[str]:
    other = {**BAKER, "id": "other", **more}
    return [each.code for each in problems(folder, f"cite: {cite}", [BAKER, other])]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"publisher": ""},
        {"title": "Forty years of <i>cakes</i>"},
        {"title": "Forty Years of Cakes."},
        {"author": [{"family": "Baker", "given": "A."}]},
        {"issued": {"raw": "2024"}},
    ],
)
def test_one_work_under_two_keys_is_warned_of(more: dict[str, object], tmp_path: Path) -> None:
    assert _codes(tmp_path, more) == ["D621"]


@pytest.mark.parametrize(
    "more",
    [
        {"title": "Fifty Years of Cakes"},
        {"author": [{"family": "Miller"}]},
        {"issued": {"date-parts": [[2025]]}},
        {"issued": {"date-parts": [[2024, 5]]}},
        {"volume": "2"},
    ],
)
def test_two_works_that_something_tells_apart_are_two(
    more: dict[str, object], tmp_path: Path
) -> None:
    assert _codes(tmp_path, more) == []


def test_two_editions_are_two_works(tmp_path: Path) -> None:
    first = {**BAKER, "edition": "1"}
    second = {**BAKER, "id": "other", "edition": "2"}
    assert problems(tmp_path, "cite: [baker, other]", [first, second]) == []


def test_two_titles_without_an_author_are_not_compared(tmp_path: Path) -> None:
    works: list[dict[str, object]] = [{"id": key, "title": "Minutes"} for key in ("baker", "other")]
    assert problems(tmp_path, "cite: [baker, other]", works) == []


def test_works_that_nothing_cites_are_one_warning_that_counts_them(tmp_path: Path) -> None:
    works: list[dict[str, object]] = [
        {"id": f"w{number}", "title": f"Work {number}"} for number in range(20)
    ]
    [problem] = problems(tmp_path, "cite: w0", works)
    assert problem.code == "D620"
    assert problem.message == "19 works are not cited: w1, w2, w3, w4, w5, and 14 more"


def test_a_citation_in_a_sentence_is_a_use(tmp_path: Path) -> None:
    assert problems(tmp_path, "note: So [@baker]", [BAKER]) == []


def test_a_work_that_was_consulted_is_not_told(tmp_path: Path) -> None:
    other: dict[str, object] = {"id": "other", "title": "Ladders"}
    assert _codes_of(tmp_path, "cite: baker", other) == ["D620"]
    assert problems(tmp_path, "cite: baker", [BAKER, other], end="consulted: other\n") == []


def test_a_work_without_a_name_is_told_where_it_is_cited_and_only_there(tmp_path: Path) -> None:
    nameless: dict[str, object] = {"id": "other", "publisher": "Oven"}
    assert _codes_of(tmp_path, "cite: [baker, other]", nameless) == ["D409"]
    assert _codes_of(tmp_path, "cite: baker", nameless) == ["D620"]


def _codes_of(folder: Path, more: str, other: dict[str, object]) -> list[str]:
    return [each.code for each in problems(folder, more, [BAKER, other])]
