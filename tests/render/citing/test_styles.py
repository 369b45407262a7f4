"""The styles are CSL, those of others can be used, and what is none is refused."""

from pathlib import Path

import citeproc
import pytest
from lxml import etree
from tests.render.citing.entries import noted
from tests.render.citing.test_chicago import BOOK

from deciban.render.citing import STYLES, style
from deciban.render.citing.style import StyleError, load

FOLDER = Path(style.__file__).parent / "styles"
OTHER = Path(citeproc.STYLES_PATH) / "harvard-cite-them-right.csl"
HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
LINK = '<link href="y" rel="independent-parent"/>'
DEPENDENT = f"{HEAD}<info><title>x</title><id>x</id>{LINK}</info></style>"
UNKNOWN = f'{HEAD}<citation><layout><text macro="absent"/></layout></citation></style>'

CIRCLE = UNKNOWN.replace(
    "<citation>", '<macro name="absent"><text macro="absent"/></macro><citation>'
)


@pytest.mark.parametrize("name", STYLES.values())
def test_every_style_is_valid_csl(name: str) -> None:
    schema = etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))
    assert schema.validate(etree.parse(FOLDER / name)), schema.error_log


def test_every_style_of_the_folder_has_a_name() -> None:
    assert {path.name for path in FOLDER.glob("*.csl")} == set(STYLES.values())


def test_a_style_of_others_is_used() -> None:
    assert noted(BOOK, "p. 45", str(OTHER)) == "(Hale, 1987, p. 45)"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not a citation style"),
        ("nonsense", "not a citation style"),
        ("<style/>", "not a citation style"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "not a citation style"),
        (DEPENDENT, "names another style"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "declares entities"),
    ],
)
def test_what_is_no_style_is_refused(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StyleError, match=said):
        load(str(path))


def test_a_style_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for missing in (tmp_path / "none.csl", tmp_path):
        with pytest.raises(StyleError, match="chicago, author-date"):
            load(str(missing))


@pytest.mark.parametrize("content", [UNKNOWN, CIRCLE])
def test_a_style_that_the_library_cannot_fill_in_is_named_as_the_cause(
    content: str, tmp_path: Path
) -> None:
    path = tmp_path / "mine.csl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StyleError, match="cannot do"):
        noted(BOOK, None, str(path))
