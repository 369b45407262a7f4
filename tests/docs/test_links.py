from pathlib import Path

import pytest
from tests.docs.pages import PAGES, ROOT, anchors, links, name_of


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_into_the_repository_arrives(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{name_of(page)} points at {link}"
        assert target.is_relative_to(ROOT), f"{name_of(page)} points outside: {link}"
        if anchor:
            assert anchor in anchors(target), f"{name_of(page)} points at {link}"


def test_every_page_can_be_reached_from_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    reached = [index]
    for page in reached:
        for link in links(page):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.is_file() and target not in reached:
                reached.append(target)
    assert sorted(name_of(page) for page in PAGES if page.parent != ROOT) == sorted(
        name_of(page) for page in reached if page.parent != ROOT and page.is_relative_to(ROOT)
    )


def test_decisions_are_numbered_without_a_gap() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")), ids=name_of
)
def test_every_decision_has_its_context_and_its_consequences(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {page.name[:4]}. ")
    for heading in ("Context", "Decision", "Consequences"):
        _, found, body = text.partition(f"\n## {heading}\n\n")
        assert found, heading
        assert body.strip(), heading
