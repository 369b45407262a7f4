import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.debate.folders import folder
from tests.debate.small import LADDER

from deciban.case import Seal
from deciban.checks.seals import check_seals
from deciban.edit import sealing
from deciban.edit.rewrite import lay_out
from deciban.edit.sealing import hash_of, open_seal, seal
from deciban.problem import Problem
from deciban.read import read_case

ANN = """\
# Ann's own file
position: ann
name: "Ann O'Hara"

holds:
  events.cake.expected.knew: {is: 40%, was: 20%, because: 'Cakes: always'}
"""


def ann(at: Path, text: str = ANN) -> Path:
    return folder(at, LADDER, {"positions/ann.yaml": text})


def seal_of(at: Path) -> Seal:
    case = read_case(at).case
    assert case is not None
    return case.seals[0]


def sealed(at: Path) -> Path:
    ann(at)
    _, problem = seal(at, "ann", at / "positions/ann.yaml", "2024-06-01")
    assert problem is None
    return at


def codes(at: Path) -> list[str]:
    reading = read_case(at)
    assert reading.case is not None
    return [each.code for each in (*reading.problems, *check_seals(reading.case))]


def fail(path: Path, *_: object) -> Problem:
    return Problem("D140", f"{path} could not be saved")


def test_sealing_shows_a_hash_and_hides_the_numbers(tmp_path: Path) -> None:
    sealed(tmp_path)
    assert not (tmp_path / "positions/ann.yaml").exists()
    shown = (tmp_path / "seals/ann.yaml").read_text(encoding="utf-8")
    assert re.fullmatch(r"seal: ann\nhash: [0-9a-f]{64}\non: 2024-06-01\n", shown)
    assert (tmp_path / ".sealed/.gitignore").read_text(encoding="utf-8") == "*\n"
    assert "40%" in (tmp_path / ".sealed/ann.yaml").read_text(encoding="utf-8")
    assert codes(tmp_path) == []


def test_the_same_numbers_sealed_twice_have_two_hashes(tmp_path: Path) -> None:
    hashes = set()
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        hashes.add(seal_of(sealed(tmp_path / name)).hash)
    assert len(hashes) == 2


def test_opening_gives_back_every_character_and_proves_it(tmp_path: Path) -> None:
    ann(tmp_path)
    lay_out(tmp_path)
    written = (tmp_path / "positions/ann.yaml").read_text(encoding="utf-8")
    sealed(tmp_path)
    promised = seal_of(tmp_path).hash
    _, problem = open_seal(tmp_path, seal_of(tmp_path), "2024-06-08")
    assert problem is None
    assert (tmp_path / "positions/ann.yaml").read_text(encoding="utf-8") == written
    found = seal_of(tmp_path)
    assert (found.hash, found.text) == (promised, written)
    assert hash_of(found.salt or "", written) == promised
    assert found.opened is not None
    assert found.opened.text == "2024-06-08"
    assert not (tmp_path / ".sealed/ann.yaml").exists()
    assert codes(tmp_path) == []


def test_an_opened_seal_is_laid_out_as_it_is(tmp_path: Path) -> None:
    sealed(tmp_path)
    open_seal(tmp_path, seal_of(tmp_path), "2024-06-08")
    lay_out(tmp_path)
    assert lay_out(tmp_path) == ((), ())
    assert codes(tmp_path) == []


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60))
def test_whatever_the_text_a_seal_reads_back_as_it_was_written(text: str) -> None:
    each = sealing.Sealed("ann", "2024-06-01", "5a17", f"position: ann\n{text}")
    back = sealing._seal_in(sealing._written(each, private=True), "")  # noqa: SLF001 (the file's own)
    assert back is not None
    assert back.text is not None
    assert hash_of(back.salt or "", back.text) == back.hash == each.hash


# Interrupted at every step --------------------------------------------------------------------


@pytest.mark.parametrize("step", ["_put_away", "_publish", "_removed"])
def test_an_interruption_never_loses_the_numbers_and_is_carried_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    ann(tmp_path)
    position = tmp_path / "positions/ann.yaml"
    with monkeypatch.context() as patch:
        patch.setattr(sealing, step, fail)
        _, problem = seal(tmp_path, "ann", position, "2024-06-01")
    assert problem is not None
    assert position.read_text(encoding="utf-8") == ANN
    _, problem = seal(tmp_path, "ann", position, "2024-06-02")
    assert problem is None
    assert not position.exists()
    _, problem = open_seal(tmp_path, seal_of(tmp_path), "2024-06-08")
    assert problem is None
    assert "40%" in position.read_text(encoding="utf-8")
    assert codes(tmp_path) == []


@pytest.mark.parametrize("step", ["_put_back", "save", "_removed"])
def test_an_interrupted_opening_is_carried_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    sealed(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(sealing, step, fail)
        _, problem = open_seal(tmp_path, seal_of(tmp_path), "2024-06-08")
    assert problem is not None
    assert (tmp_path / ".sealed/ann.yaml").exists()
    _, problem = open_seal(tmp_path, seal_of(tmp_path), "2024-06-08")
    assert problem is None
    assert codes(tmp_path) == []


def test_another_position_is_never_overwritten(tmp_path: Path) -> None:
    sealed(tmp_path)
    other = ANN.replace("40%", "50%")
    ann(tmp_path, other)
    _, problem = open_seal(tmp_path, seal_of(tmp_path), "2024-06-08")
    assert problem is not None
    assert problem.code == "D142"
    assert (tmp_path / "positions/ann.yaml").read_text(encoding="utf-8") == other
    assert seal_of(tmp_path).opened is None


def test_nobody_seals_twice(tmp_path: Path) -> None:
    sealed(tmp_path)
    ann(tmp_path, ANN.replace("40%", "50%"))
    before = seal_of(tmp_path).hash
    _, problem = seal(tmp_path, "ann", tmp_path / "positions/ann.yaml", "2024-06-02")
    assert problem is not None
    assert problem.code == "D142"
    assert seal_of(tmp_path).hash == before
    assert (tmp_path / "positions/ann.yaml").exists()


def test_a_touched_private_file_does_not_open(tmp_path: Path) -> None:
    sealed(tmp_path)
    private = tmp_path / ".sealed/ann.yaml"
    private.write_text(private.read_text(encoding="utf-8").replace("40%", "41%"), encoding="utf-8")
    wrote, problem = open_seal(tmp_path, seal_of(tmp_path), "2024-06-08")
    assert problem is not None
    assert problem.code == "D840"
    assert wrote == ()
    assert not (tmp_path / "positions/ann.yaml").exists()


@pytest.mark.parametrize("left", [None, "", "seal: ann\n", "[", "\x00"])
def test_a_lost_private_file_is_a_problem_of_the_seal(tmp_path: Path, left: str | None) -> None:
    sealed(tmp_path)
    private = tmp_path / ".sealed/ann.yaml"
    private.unlink()
    if left is not None:
        private.write_text(left, encoding="utf-8")
    _, problem = open_seal(tmp_path, seal_of(tmp_path), "2024-06-08")
    assert problem is not None
    assert problem.code == "D846"
    assert problem.at is not None
    assert problem.at.file.endswith("seals/ann.yaml")


# What is wrong with a seal -----------------------------------------------------------------------

TEXT = "position: ann\n"
GOOD = f"""\
seal: ann
hash: {hash_of("5a17", TEXT)}
on: 2024-06-01
opened: 2024-06-08
salt: 5a17
text: |
  position: ann
"""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("", ""), []),
        (("salt: 5a17", "salt: 5a18"), ["D840"]),
        (("  position: ann", "  position: ann "), ["D840"]),
        (("opened: 2024-06-08", "opened: 2024-05-08"), ["D842"]),
        (("opened: 2024-06-08", "opened: 2024-06-01"), []),
        (("opened: 2024-06-08\n", ""), ["D843"]),
        (("salt: 5a17\n", ""), ["D843"]),
        (("text: |\n  position: ann\n", ""), ["D843"]),
        (("hash: ", "hash: 0"), ["D840", "D844"]),
        (("  position: ann", "  position: ben"), ["D840", "D841"]),
        (("  position: ann", "  Nothing of the kind."), ["D840", "D841"]),
        (("  position: ann", "  position: ann\n  holds: ["), ["D840", "D841"]),
        (("seal: ann", "seal: ben"), ["D841", "D847"]),
    ],
)
def test_each_fault_of_a_seal_has_its_problem(
    tmp_path: Path, change: tuple[str, str], expected: list[str]
) -> None:
    files = {"positions/ann.yaml": TEXT, "seals/ann.yaml": GOOD.replace(*change)}
    assert sorted(codes(folder(tmp_path, LADDER, files))) == expected


def test_every_problem_of_a_seal_stands_in_its_file(tmp_path: Path) -> None:
    wrong = GOOD.replace("5a17", "5a18").replace("2024-06-08", "2023-06-08")
    at = folder(tmp_path, LADDER, {"seals/ann.yaml": wrong})
    case = read_case(at).case
    assert case is not None
    problems = list(check_seals(case))
    assert len(problems) == 3
    for problem in problems:
        assert problem.at is not None
        assert problem.at.file.endswith("seals/ann.yaml")
        assert problem.at.line > 0


def test_numbers_shown_beside_their_seal_are_told(tmp_path: Path) -> None:
    unopened = "".join(GOOD.splitlines(keepends=True)[:3])
    files = {"positions/ann.yaml": TEXT, "seals/ann.yaml": unopened}
    assert codes(folder(tmp_path, LADDER, files)) == ["D845"]


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_hash_tells_salts_and_texts_apart(salt: str, text: str) -> None:
    assert len(hash_of(salt, text)) == 64
    assert hash_of(salt, text) != hash_of(salt + "x", text)


def test_the_day_of_a_seal_is_the_one_that_was_published(tmp_path: Path) -> None:
    sealed(tmp_path)
    private = tmp_path / ".sealed/ann.yaml"
    backdated = private.read_text(encoding="utf-8").replace("2024-06-01", "2020-01-01")
    private.write_text(backdated, encoding="utf-8")
    _, problem = open_seal(tmp_path, seal_of(tmp_path), "2024-07-01")
    assert problem is None
    assert "on: 2024-06-01\n" in (tmp_path / "seals/ann.yaml").read_text(encoding="utf-8")


def test_git_is_told_to_take_nothing_whatever_it_was_told_before(tmp_path: Path) -> None:
    folder(tmp_path, LADDER, {".sealed/.gitignore": "# nothing yet\n"})
    sealed(tmp_path)
    assert (tmp_path / ".sealed/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_an_edit_while_a_position_is_sealed_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann(tmp_path)
    file = tmp_path / "positions/ann.yaml"
    published = sealing._publish  # noqa: SLF001 (the moment before the position is removed)

    def edited(public: Path, what: sealing.Sealed) -> Problem | None:
        file.write_text(ANN.replace("40%", "45%"), encoding="utf-8")
        return published(public, what)

    monkeypatch.setattr(sealing, "_publish", edited)
    _, problem = seal(tmp_path, "ann", file, "2024-06-01")
    assert problem is not None
    assert "45%" in file.read_text(encoding="utf-8")
