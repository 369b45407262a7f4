"""A file is written whole or not at all."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import deciban
from deciban.edit.save import save, save_bytes, save_folder, save_new

NOBODY = 65534


def always(_: str) -> bool:
    return True


def never(_: str) -> bool:
    return False


def old_file(folder: Path) -> Path:
    path = folder / "case.yaml"
    path.write_text("old\n", encoding="utf-8")
    return path


def only_file(folder: Path) -> str:
    """The content of the one file there is: nothing stray stands beside it."""
    (path,) = folder.iterdir()
    return path.read_text(encoding="utf-8")


def test_a_file_is_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    assert save(old_file(tmp_path), "ü\r\n", always) is None
    (path,) = tmp_path.iterdir()
    assert path.read_bytes() == "ü\r\n".encode()


def test_what_was_read_back_is_verified(tmp_path: Path) -> None:
    seen: list[str] = []

    def verify(text: str) -> bool:
        seen.append(text)
        return True

    assert save(old_file(tmp_path), "new\n", verify) is None
    assert seen == ["new\n"]


def test_what_does_not_read_back_as_meant_is_not_saved(tmp_path: Path) -> None:
    problem = save(old_file(tmp_path), "new\n", never)
    assert problem
    assert problem.code == "D141"
    assert only_file(tmp_path) == "old\n"


def test_permissions_stay(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    path.chmod(0o640)
    assert save(path, "new\n", always) is None
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_gets_the_permissions_of_the_users_mask(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        assert save_new(tmp_path / "a", "new\n", always) is None
        assert save(tmp_path / "b", "new\n", always) is None
    finally:
        os.umask(mask)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in "ab"] == [0o640, 0o640]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    path = old_file(tmp_path / "real")
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert save(link, "new\n", always) is None
    assert link.is_symlink()
    assert only_file(tmp_path / "real") == "new\n"


def test_a_circle_of_links_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    problem = save(tmp_path / "a", "new\n", always)
    assert problem
    assert problem.code == "D140"


def test_a_full_disk_leaves_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = old_file(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    problem = save(path, "new\n", always)
    assert problem
    assert problem.code == "D140"
    assert "no space left" in problem.message
    assert only_file(tmp_path) == "old\n"


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    for write in (save, save_new):
        problem = write(tmp_path / "none" / "case.yaml", "new\n", always)
        assert problem
        assert problem.code == "D140"


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "brief.html").mkdir()
    problem = save_bytes(tmp_path / "brief.html", b"text")
    assert problem is not None
    assert problem.hint.endswith("a folder of that name is in the way")
    (tmp_path / "figures").touch()
    problem = save_folder(tmp_path / "figures")
    assert problem is not None
    assert problem.hint.endswith("a file of that name is in the way")


def test_a_read_only_folder_or_file_is_a_problem() -> None:
    folder = Path(tempfile.mkdtemp())
    path = old_file(folder)
    try:
        assert as_somebody(folder, lambda: refused(path)) == 0
        assert only_file(folder) == "old\n"
    finally:
        shutil.rmtree(folder)


def refused(path: Path) -> bool:
    """Whether neither a read-only file nor a file in a read-only folder can be saved."""
    path.chmod(0o400)
    first = save(path, "new\n", always)
    path.chmod(0o600)
    path.parent.chmod(0o500)
    second = save(path, "new\n", always)
    path.parent.chmod(0o700)
    return bool(first and second and first.code == second.code == "D140")


def as_somebody(folder: Path, claim: Callable[[], bool]) -> int:
    """0 where a claim holds for a user who owns the folder; to root nothing is refused."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 2
    try:
        if os.geteuid() == 0:
            for each in (folder, *folder.iterdir()):
                os.chown(each, NOBODY, NOBODY)
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        status = 0 if claim() else 1
    finally:
        os._exit(status)


def test_a_fault_in_verifying_leaves_nothing_behind(tmp_path: Path) -> None:
    def faulty(_: str) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save(old_file(tmp_path), "new\n", faulty)
    assert only_file(tmp_path) == "old\n"


def test_an_interruption_leaves_the_old_text_and_nothing_beside_it(tmp_path: Path) -> None:
    def interrupted(_: str) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(old_file(tmp_path), "new\n", interrupted)
    assert only_file(tmp_path) == "old\n"


def test_a_new_file_never_replaces_an_old_one(tmp_path: Path) -> None:
    problem = save_new(old_file(tmp_path), "new\n", always)
    assert problem
    assert problem.code == "D142"
    assert only_file(tmp_path) == "old\n"


def test_a_new_file_does_not_replace_one_that_appears_meanwhile(tmp_path: Path) -> None:
    def appears(_: str) -> bool:
        old_file(tmp_path)
        return True

    problem = save_new(tmp_path / "case.yaml", "new\n", appears)
    assert problem
    assert problem.code == "D142"
    assert only_file(tmp_path) == "old\n"


def test_a_dangling_link_counts_as_existing(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").symlink_to(tmp_path / "none")
    problem = save_new(tmp_path / "case.yaml", "new\n", always)
    assert problem
    assert problem.code == "D142"


WRITER = """
import sys
from pathlib import Path
from deciban.edit.save import save
print("ready", flush=True)
try:
    for turn in range(10**9):
        save(Path(sys.argv[1]), "ab"[turn % 2] * 50_000, lambda text: True)
except KeyboardInterrupt:
    pass
"""


def stopped_writer(path: Path, number: signal.Signals, seconds: float) -> None:
    """Starts a process that saves again and again, and stops it somewhere in between."""
    source = Path(deciban.__file__).parents[1]
    writer = subprocess.Popen(  # noqa: S603 (our own interpreter and script)
        [sys.executable, "-c", WRITER, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    assert writer.stdout
    writer.stdout.readline()
    time.sleep(seconds)
    writer.send_signal(number)
    writer.wait()
    writer.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_stop_at_any_moment_leaves_one_whole_text(tmp_path: Path, number: signal.Signals) -> None:
    choice = random.Random(1)  # noqa: S311 (moments, not secrets)
    path = tmp_path / "case.yaml"
    path.write_text("a" * 50_000, encoding="utf-8")
    for _ in range(8):
        stopped_writer(path, number, choice.uniform(0, 0.05))
        assert path.read_text(encoding="utf-8") in ("a" * 50_000, "b" * 50_000)
        if number == signal.SIGINT:
            assert [each.name for each in tmp_path.iterdir()] == ["case.yaml"]
