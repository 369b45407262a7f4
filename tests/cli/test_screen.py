"""What reaches the eye: widths, colours, plain pipes, poor encodings, and one screen."""

import os
import re
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli.running import CASES, FLAGSHIP, ROOT, SECOND, on_terminal, plain, program, run

from deciban import pipeline
from deciban.render.page import Screen
from deciban.render.why import names_of, subject_of, why_item

GOLDEN = Path(__file__).parent / "golden"
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|9[0-7]|4[0-8])(?:;\d+)*m")
COMMANDS = {
    "weigh": ("weigh", SECOND),
    "weigh_against": ("weigh", SECOND, "--against", "not_before"),
    "why": ("why", SECOND),
    "why_item": ("why", SECOND, "ring_me"),
    "why_source": ("why", SECOND, "tarrow"),
    "whatif": ("whatif", SECOND),
    "sensitivity": ("sensitivity", SECOND),
    "seek": ("seek", SECOND),
    "matrix": ("why", SECOND, "--matrix"),
    "why_silence": ("why", SECOND, "no_entry_in_register"),
    "why_act": ("why", SECOND, "signing"),
    "timeline": ("timeline", SECOND),
    "timeline_public": ("timeline", SECOND, "--clock", "public"),
    "timeline_days": (
        "timeline",
        SECOND,
        "--by",
        "day",
        "--from",
        "2022-03-21",
        "--to",
        "2022-03-27",
    ),
    "mind": ("mind", SECOND),
    "mind_had": ("mind", SECOND, "--had", "auditors_warned"),
    "mind_distrust": ("mind", SECOND, "--distrust", "auditors"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_brief_fits_one_screen(case: str) -> None:
    lines = run("weigh", case).output.splitlines()
    assert len(lines) <= 52
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
@pytest.mark.parametrize(
    "args",
    [
        ("weigh", FLAGSHIP),
        ("why", SECOND),
        ("why", SECOND, "ring_me"),
        ("whatif", SECOND),
        ("timeline", FLAGSHIP),
        ("timeline", FLAGSHIP, "--clock", "happened"),
        ("mind", FLAGSHIP),
        ("mind", SECOND, "--had", "auditors_warned"),
        ("mind", FLAGSHIP, "--distrust", "britain"),
    ],
)
def test_no_line_is_wider_than_the_terminal(args: tuple[str, ...], columns: int) -> None:
    lines = plain(on_terminal(args, columns)).splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= min(columns, 100)


def test_a_terminal_gets_colours_unless_it_asks_for_none() -> None:
    assert COLOUR.search(on_terminal(("weigh", SECOND), 100))
    assert not COLOUR.search(on_terminal(("weigh", SECOND), 100, {"NO_COLOR": "1"}))


@pytest.mark.parametrize("args", [*COMMANDS.values(), ("check", FLAGSHIP), ("weigh", "nowhere")])
def test_a_pipe_gets_plain_text(args: tuple[str, ...]) -> None:
    done = program(*args)
    assert b"\x1b" not in done.stdout + done.stderr
    assert done.stdout + done.stderr


@pytest.mark.parametrize(
    "args",
    [
        *COMMANDS.values(),
        ("check", FLAGSHIP),
        ("--help",),
        ("weigh", "--help"),
        ("schema",),
        ("weigh", SECOND, "--json"),
        ("weigh", "nowhere"),
    ],
)
def test_a_poor_encoding_is_no_reason_to_fail(args: tuple[str, ...]) -> None:
    done = program(*args, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == (1 if "nowhere" in args else 0), done.stderr
    assert b"Traceback" not in done.stderr
    assert len(done.stdout + done.stderr) > 20


@pytest.mark.parametrize("args", [("weigh", SECOND), ("why", SECOND), ("check", FLAGSHIP)])
def test_a_terminal_that_shows_ascii_gets_ascii(args: tuple[str, ...]) -> None:
    printed = on_terminal(args, 100, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert printed.isascii()
    assert "Traceback" not in printed


@pytest.mark.parametrize("case", CASES)
def test_everything_with_a_name_can_be_asked_about(case: str) -> None:
    weighing = pipeline.weigh(ROOT / case)
    assert weighing.case is not None
    assert weighing.findings is not None
    for name in names_of(weighing.case):
        subject = subject_of(weighing.case, weighing.findings, name)
        assert subject is not None
        printed = StringIO()
        part = why_item(weighing.case, weighing.findings, subject, Screen())
        Console(file=printed, width=100).print(part)
        assert name in printed.getvalue()
        assert max(map(len, printed.getvalue().splitlines())) <= 100


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_printed_is_what_was_looked_at(name: str) -> None:
    """`UPDATE=1` writes the pages anew; read the difference before keeping it."""
    result = run(*COMMANDS[name])
    assert result.exit_code == 0
    printed = "".join(line.rstrip() + "\n" for line in result.output.splitlines())
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(printed, encoding="utf-8")
    assert printed == file.read_text(encoding="utf-8")
