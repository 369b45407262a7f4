"""Whatever an entry holds, it is cited, and nothing is printed that nobody wrote."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.citing.entries import ODD, SOUND, TYPES, work

from deciban.read import read_case
from deciban.render.citing import STYLES, Citer, plain
from deciban.render.document.blocks import Link, Run

CASES = sorted(
    path.parent for path in (Path(__file__).parents[3] / "cases").glob("**/sources.json")
)
RUBBISH = re.compile(
    r", ,|,,|\.\.|\(\)|\( | \)|\(,|,\)| ,| \.|  |None|\u201c\u201d|: ,|;\s*\)|^[,.;:]"
    r"|[\ue000-\ue01f]"
)
EVERY_STYLE = pytest.mark.parametrize("style", STYLES)


def _all_of(entry: dict[str, object], style: str, at: str | None = None) -> list[str]:
    citer = Citer([work(entry)], style)
    first, later = (plain(citer.note(["w"], at)) for _ in range(2))
    return [first, later, *map(plain, citer.works())]


@EVERY_STYLE
@settings(max_examples=60)
@given(entry=SOUND, at=st.sampled_from([None, "p. 12", "vol. 2 doc. 5", "ch. 3", "see there"]))
def test_no_citation_has_a_gap_where_a_field_is_missing(
    style: str, entry: dict[str, object], at: str | None
) -> None:
    for text in _all_of(entry, style, at):
        assert not RUBBISH.search(text), text


@EVERY_STYLE
@pytest.mark.parametrize("kind", TYPES)
def test_a_work_of_any_type_is_called_by_its_author_and_its_title(kind: str, style: str) -> None:
    entry: dict[str, object] = {
        "type": kind,
        "title": "Ash and Ink",
        "author": [{"family": "Hale", "given": "Ruth"}],
    }
    first, later, listed = _all_of(entry, style)
    assert "Hale" in first
    assert "Hale" in later
    assert "Hale, Ruth" in listed
    assert "Ash and Ink" in listed


@EVERY_STYLE
@settings(max_examples=60)
@given(entry=ODD, at=st.one_of(st.none(), st.text(max_size=20)))
def test_no_entry_however_odd_stops_a_citation(
    style: str, entry: dict[str, object], at: str | None
) -> None:
    for text in _all_of(entry, style, at):
        assert text.strip()
        assert "None" not in text or "None" in f"{json.dumps(entry, default=str)}{at}"
        assert not re.search(r"[\ue000-\ue01f]", text)


@EVERY_STYLE
@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "</i><b>",
        "\\input{/etc/passwd}",
        "=HYPERLINK(1)",
        "#let x = 1",
        "[a](javascript:alert(1))",
        "& < > $x$ *a* _b_ `c`",
        "<i><i><i>",
        "]]>",
    ],
)
def test_a_hostile_title_is_characters_and_nothing_else(title: str, style: str) -> None:
    citer = Citer([work({"type": "book", "title": title})], style)
    for prose in (citer.note(["w"]), *citer.works()):
        assert title in plain(prose)
        assert all(isinstance(part, Run) for part in prose)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc"])
def test_only_addresses_of_pages_are_links(address: str) -> None:
    entry = {"type": "webpage", "title": "A page", "URL": address}
    [prose] = Citer([work(entry)]).works(["w"])
    assert not any(isinstance(part, Link) for part in prose)


def test_the_address_of_a_page_is_a_link() -> None:
    entry = {"type": "webpage", "title": "A page", "URL": "https://example.org/a?b=c_d(e)#f"}
    [prose] = Citer([work(entry)]).works(["w"])
    assert Link(str(entry["URL"]), str(entry["URL"])) in prose


@EVERY_STYLE
@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_every_work_of_every_case_is_cited_without_a_gap(folder: Path, style: str) -> None:
    case = read_case(folder).case
    if case is None:  # a folder of networks
        pytest.fail(f"{folder} holds a bibliography and no case")
    citer = Citer(case.bibliography.works.values(), style)
    for key in case.bibliography.works:
        for prose in (citer.note([key], "p. 5"), citer.note([key]), *citer.works([key])):
            assert not RUBBISH.search(plain(prose)), plain(prose)
