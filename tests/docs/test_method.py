import re
from importlib import import_module
from pathlib import Path

import pytest
from tests.docs.pages import PAGES, ROOT, name_of

_DOTTED = re.compile(r"`(deciban(?:\.[a-z_]\w*)+)`")
_FILE = re.compile(r"`((?:[a-z_]+/)+[a-z_]+\.py)`")
_SOURCE = ROOT / "src" / "deciban"


def _named(pattern: re.Pattern[str], page: Path) -> list[str]:
    return list(dict.fromkeys(pattern.findall(page.read_text(encoding="utf-8"))))


def _there(name: str) -> bool:
    """Whether a dotted name is a module, or something in one."""
    try:
        import_module(name)
    except ModuleNotFoundError:
        module, _, attribute = name.rpartition(".")
        return bool(module) and hasattr(import_module(module), attribute)
    return True


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_function_that_a_page_names_is_in_the_code(page: Path) -> None:
    assert [name for name in _named(_DOTTED, page) if not _there(name)] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    missing = [
        name
        for name in _named(_FILE, page)
        if not any((base / name).exists() for base in (ROOT, _SOURCE))
    ]
    assert missing == []


def test_the_method_says_of_every_idiom_and_finding_which_file_computes_it() -> None:
    page = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    plumbing = {"__init__", "line", "network", "findings", "account", "coalitions"}
    for package in ("compile", "findings"):
        for file in sorted((_SOURCE / package).glob("*.py")):
            if file.stem not in plumbing:
                assert f"`deciban.{package}.{file.stem}" in page, file.stem
