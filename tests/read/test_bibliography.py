"""The bibliography of a folder: CSL-JSON, BibTeX, or both."""

import json
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deciban.case import Bibliography
from deciban.problem import Problem
from deciban.read.bibliography import read_bibliography
from deciban.read.csl_json import read_csl_json

HALE = {
    "id": "hale1987",
    "type": "book",
    "title": "The <i>Weight</i> of Paper",
    "author": [{"family": "Hale", "given": "Ruth"}],
    "issued": {"date-parts": [["1987"]]},
    "publisher": "Northmoor",
    "custom": {"Citation Key": "hale1987"},
}
BIB = """@book{moor1990,
  author = {Moor, Ian},
  title = {Ash and Ink},
  year = 1990,
}
"""


def _read(
    folder: Path, works: object = None, bib: str = ""
) -> tuple[Bibliography, tuple[Problem, ...]]:
    if works is not None:
        (folder / "sources.json").write_text(json.dumps(works, indent=1), encoding="utf-8")
    if bib:
        (folder / "sources.bib").write_text(bib, encoding="utf-8")
    return read_bibliography(folder, "case")


def test_a_folder_may_have_no_bibliography(tmp_path: Path) -> None:
    assert _read(tmp_path) == (Bibliography(), ())


def test_a_work_keeps_everything_that_its_entry_says(tmp_path: Path) -> None:
    bibliography, problems = _read(tmp_path, [HALE])
    work = bibliography.works["hale1987"]
    assert problems == ()
    assert work.entry == HALE
    assert (work.title, work.authors, work.year) == ("The Weight of Paper", ("Hale",), "1987")
    assert work.short == "Hale 1987"


def test_a_work_knows_where_it_stands(tmp_path: Path) -> None:
    bibliography, _ = _read(tmp_path, [HALE, {"id": "b"}])
    text = (tmp_path / "sources.json").read_text(encoding="utf-8")
    at = bibliography.works["b"].at
    assert str(at) == f"case/sources.json:{len(text.splitlines()) - 3}:2"
    assert text[at.start] == "{"


def test_a_citation_key_counts_before_the_address_that_a_program_knows_the_work_by(
    tmp_path: Path,
) -> None:
    entry = {**HALE, "id": "http://zotero.org/users/1/items/AB", "citation-key": "hale1987"}
    assert list(_read(tmp_path, [entry])[0].works) == ["hale1987"]


def test_a_case_without_bibtex_does_not_wait_for_its_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "deciban.read.bibtex", raising=False)
    _read(tmp_path, [HALE])
    assert "deciban.read.bibtex" not in sys.modules


def test_both_files_are_one_bibliography(tmp_path: Path) -> None:
    bibliography, problems = _read(tmp_path, [HALE], BIB)
    assert list(bibliography.works) == ["hale1987", "moor1990"]
    assert problems == ()


def test_a_key_in_both_files_is_told_with_both_places(tmp_path: Path) -> None:
    bibliography, [problem] = _read(tmp_path, [HALE], BIB.replace("moor1990", "hale1987"))
    assert problem.code == "D253"
    assert str(problem.at) == "case/sources.bib:1:1"
    assert [str(at) for at in problem.also] == ["case/sources.json:2:2"]
    assert bibliography.works["hale1987"].authors == ("Hale",)


def test_a_missing_work_would_be_added_to_the_file_that_is_there(tmp_path: Path) -> None:
    assert _read(tmp_path, bib=BIB)[0].file == "sources.bib"
    assert _read(tmp_path, [HALE])[0].file == "sources.json"


def test_one_file_that_cannot_be_read_leaves_the_other(tmp_path: Path) -> None:
    (tmp_path / "sources.json").write_text("[", encoding="utf-8")
    bibliography, [problem] = _read(tmp_path, bib=BIB)
    assert problem.code == "D251"
    assert list(bibliography.works) == ["moor1990"]
    assert not bibliography.whole


def test_a_library_of_thousands_in_one_line_is_read_in_no_time() -> None:
    text = json.dumps([{**HALE, "id": f"w{number}"} for number in range(20_000)])
    begin = time.perf_counter()
    found = read_csl_json(text, "sources.json")
    assert time.perf_counter() - begin < 5
    assert found.works[-1].at.column > len(text) - 300


ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda each: st.one_of(
        st.lists(each, max_size=3), st.dictionaries(st.text(max_size=8), each, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(["title", "author", "editor", "issued", "type", "volume"])
ENTRY = st.one_of(
    ANYTHING,
    st.dictionaries(FIELDS, ANYTHING, max_size=4).map(lambda entry: {"id": "a", **entry}),
)


@given(st.one_of(ANYTHING, st.lists(ENTRY, max_size=4)))
def test_any_json_is_works_or_problems_with_a_place(data: object) -> None:
    text = json.dumps(data)
    found = read_csl_json(text, "sources.json")
    for problem in found.problems:
        assert problem.code in ("D251", "D252")
        assert problem.at is not None
        assert problem.hint
    if isinstance(data, list):
        assert len(found.works) + len(found.problems) == len(data)


@given(st.text(alphabet='[]{}":,\\ \nab1', max_size=40))
def test_any_text_is_works_or_problems(text: str) -> None:
    found = read_csl_json(text, "sources.json")
    assert found.whole or len(found.problems) == 1
