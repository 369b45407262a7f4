"""What is remembered of minds that were read."""

import gc

import pytest
from tests.meaning.line import sound_case
from tests.minds.little_case import ACT, SHOWN, UNSURE, little_case

from deciban.case import Case
from deciban.compile import compile_case, mind_memory, mind_of, mind_table, minds_in
from deciban.compile.mind_memory import reading_of, table_of
from deciban.minds import Mind, Reading, read_mind

TEXT = little_case(UNSURE + ACT, SHOWN)


def _case(text: str = TEXT) -> Case:
    return sound_case(text)


def _mind(text: str = TEXT) -> Mind:
    case = _case(text)
    return mind_of(case, case.actors["he"])


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Mind]:
    """Every mind that is read, from an empty memory on."""
    minds: list[Mind] = []

    def counted(mind: Mind, columns: int) -> Reading:
        minds.append(mind)
        return read_mind(mind, columns)

    monkeypatch.setattr(mind_memory, "read_mind", counted)
    mind_memory._KNOWN.clear()  # noqa: SLF001 (what is remembered is what is tested)
    mind_memory._LAST.clear()  # noqa: SLF001 (as above)
    return minds


def test_the_same_mind_is_read_once(read: list[Mind]) -> None:
    assert reading_of(_mind(), 512) is reading_of(_mind(), 512)
    assert len(read) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [("care: 5", "care: 6"), ("says: attack", "says: quiet"), ("10..90%", "10..80%")],
)
def test_another_mind_is_read_anew(read: list[Mind], old: str, new: str) -> None:
    one, other = (table_of(_mind(text), 512) for text in (TEXT, TEXT.replace(old, new)))
    assert len(read) == 2
    assert (one != other).any()


def test_at_other_columns_it_is_read_anew(read: list[Mind]) -> None:
    table_of(_mind(), 512)
    table_of(_mind(), 1024)
    assert len(read) == 2


def test_a_reading_stays_while_somebody_has_it_and_a_table_beyond_that(read: list[Mind]) -> None:
    kept = reading_of(_mind(), 512)
    others = [TEXT.replace("care: 5", f"care: {care}") for care in range(10, 14)]
    for text in others:
        reading_of(_mind(text), 512)
    assert reading_of(_mind(), 512) is kept
    gc.collect()
    assert len(read) == 5
    table_of(_mind(others[0]), 512)
    assert len(read) == 5


def test_the_table_by_itself_is_the_one_in_the_graph(read: list[Mind]) -> None:
    case = _case()
    joined = minds_in(compile_case(case, columns=512))["he"]
    assert (mind_table(case, "he", 512) == joined.reading.table).all()
    assert len(read) == 1


def test_memory_is_bounded(read: list[Mind], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mind_memory, "TABLES", 2)
    for care in (10, 11, 12, 10):
        table_of(_mind(TEXT.replace("care: 5", f"care: {care}")), 512)
    assert len(mind_memory._KNOWN) == 2  # noqa: SLF001 (as above)
    assert len(read) == 4
