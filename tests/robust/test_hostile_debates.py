"""Whatever stands in the files of a debate, it is told what is wrong, and nothing breaks."""

import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.test_debate import FILES
from tests.debate.folders import folder, held
from tests.debate.parting_cases import CASE

from deciban.cli.main import deciban
from deciban.read import read_case

#: Values that may stand behind any key, right or wrong.
VALUES = (
    *("rebut", "undercut", "challenge", "ask", "hypothesis", "concede", "withdraw", "nothing"),
    *("miller", "copied", "wet", "question", "question.prior.knew", "events.walked.expected", ".."),
    *("clerks-7kq2", "why-4hbe", "no-more-5tya", "back-9mwc", "ann", "bob", "cyd", "Ann\\a"),
    *(
        "2024-05-01",
        "2024-05-09",
        "2024",
        "2024-13-01",
        "'",
        "[]",
        "{}",
        "[[[[",
        "~",
        "\x00",
        "a: b",
    ),
    *("{hypotheses: [{id: knew, text: So, out_of: other, prior: 99%}]}", "{reports: 7}"),
)
ADDED = ("question", "add", "quote", "in", "cite", "at", "colour")


def hostile(seed: int) -> dict[str, str]:
    """The files of a debate with a few values replaced, keys added, and pieces cut out."""
    rng = random.Random(seed)  # noqa: S311 (nothing secret)
    files = dict(FILES)
    for _ in range(3):
        name = rng.choice(sorted(files))
        lines = files[name].splitlines()
        place = rng.randrange(len(lines))
        key = lines[place].partition(":")[0] if rng.random() < 0.7 else rng.choice(ADDED)
        lines[place : place + rng.choice((0, 1, 1, 1))] = [f"{key}: {rng.choice(VALUES)}"]
        text = "\n".join(lines) + "\n"
        cut = rng.randrange(len(text)) if rng.random() < 0.2 else len(text)
        files[name] = text[:cut]
    return files


SEAL = (
    "seal: ann\nhash: 00\non: 2024-05-01\nopened: 2024-05-02\nsalt: x\ntext: |\n  position: ann\n"
)
ALWAYS = ("check {}", "debate {}", "debate {} --json", "weigh {} --as ann --apply grounded --json")
#: Of these each debate sees a few.
SOMETIMES = (
    *("crux {} ann bob", "crux {} --json", "pool {} --json", "position history {} --json"),
    *(
        "position check {}",
        "position fmt {} --read",
        "position hold {} ann question.prior.knew=20%",
    ),
)


@pytest.mark.parametrize("seed", range(60))
def test_a_hostile_debate_is_told_and_shown_and_never_breaks(seed: int, tmp_path: Path) -> None:
    files = hostile(seed)
    if seed % 3 == 0:
        files["seals/ann.yaml"] = SEAL
    where = str(folder(tmp_path, CASE, files))
    some = [SOMETIMES[(seed + step) % len(SOMETIMES)] for step in range(3)]
    for line in (*ALWAYS, *some):
        words = line.format(where).split()
        result = CliRunner().invoke(deciban, words)
        told = f"{line}: {result.output}"
        assert result.exception is None or isinstance(result.exception, SystemExit), told
        assert result.exit_code in (0, 1, 2), told
        assert "NaN" not in result.output, told


@pytest.mark.parametrize("seed", range(0, 60, 10))
def test_a_hostile_debate_leaves_the_case_what_it_was(seed: int, tmp_path: Path) -> None:
    case = folder(tmp_path, CASE, hostile(seed))
    reading = read_case(case)
    assert reading.case is not None
    for name in ("positions", "debate"):
        for file in (case / name).iterdir():
            file.rename(file.with_suffix(".txt"))
    alone = held(case)
    for name in ("positions", "debate"):
        for file in (case / name).iterdir():
            file.rename(file.with_suffix(".yaml"))
    assert held(case) == alone
