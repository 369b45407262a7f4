"""The hash of a case."""

import shutil
import subprocess
from pathlib import Path

from deciban.read import read_case
from deciban.read.digest import digest_of

SMALL = Path(__file__).parents[1] / "render" / "brief" / "small"
BASH = "/bin/bash"
FILES = ("case.yaml", "documents/order.txt", "sources.json")


def _copied(folder: Path) -> Path:
    shutil.copytree(SMALL, folder)
    return folder


def test_it_is_what_sha256sum_answers_of_its_own_list() -> None:
    told = subprocess.run(  # noqa: S603 (a fixed command)
        [BASH, "-c", f"sha256sum {' '.join(FILES)} | sha256sum"],
        cwd=SMALL,
        capture_output=True,
        check=True,
    )
    assert digest_of(read_case(SMALL)) == told.stdout.split()[0].decode()


def test_it_knows_nothing_of_where_the_case_lies(tmp_path: Path) -> None:
    assert digest_of(read_case(_copied(tmp_path / "elsewhere"))) == digest_of(read_case(SMALL))
    assert digest_of(read_case(SMALL / "case.yaml")) == digest_of(read_case(SMALL))


def test_every_file_that_the_case_rests_on_changes_it(tmp_path: Path) -> None:
    for name in FILES:
        folder = _copied(tmp_path / name.replace("/", "-"))
        file = folder / name
        file.write_bytes(file.read_bytes() + b"\n")
        assert digest_of(read_case(folder)) != digest_of(read_case(SMALL)), name


def test_what_no_case_reads_changes_nothing(tmp_path: Path) -> None:
    folder = _copied(tmp_path / "with-notes")
    (folder / "notes.txt").write_text("to do", encoding="utf-8")
    assert digest_of(read_case(folder)) == digest_of(read_case(SMALL))


def test_a_document_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = _copied(tmp_path / "case")
    (tmp_path / "order.txt").write_text("secret", encoding="utf-8")
    file = folder / "case.yaml"
    file.write_text(file.read_text("utf-8").replace("documents/order.txt", "../order.txt"), "utf-8")
    before = digest_of(read_case(folder))
    (tmp_path / "order.txt").write_text("another secret", encoding="utf-8")
    assert digest_of(read_case(folder)) == before
