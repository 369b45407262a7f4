import json
from pathlib import Path

import pytest
from click.testing import Result
from tests.cli.running import on_terminal, plain, program
from tests.cli.running import run as command
from tests.debate.folders import folder
from tests.debate.small import LADDER

FILES = {
    "positions/ann.yaml": "position: ann\nname: Ann Oakes\n"
    "holds: {events.cake.expected.knew: {is: 60%}}\n",
    "positions/ben.yaml": "position: ben\nholds: {events.cake.expected.knew: {is: 5%}}\n",
    "positions/cat.yaml": "position: cat\nholds: {question.prior: {is: {knew: 10%, unaware: 80%, "
    "other: rest}}}\n",
}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return folder(tmp_path, LADDER, FILES)


def run(here: Path, *args: str) -> Result:
    return command("pool", str(here), *args)


def data(here: Path, *args: str) -> dict[str, object]:
    result = run(here, *args, "--json")
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_the_spread_comes_first_then_who_holds_what_then_the_pools(here: Path) -> None:
    result = run(here)
    assert result.exit_code == 0
    order = [result.output.index(each) for each in ("The spread", "Who holds what", "Pools")]
    assert order == sorted(order)
    assert "Ann Oakes" in result.output
    assert "Ben" in result.output
    for each in ("log", "linear", "median", "numbers"):
        assert each in result.output


def test_why_the_pools_differ_is_said_in_a_sentence(here: Path) -> None:
    result = run(here)
    assert "the mean of decibans" in result.output
    assert " from " in result.output.partition("Pools")[2].partition("\n")[0]


def test_as_data_there_is_the_same(here: Path) -> None:
    found = data(here)
    problems = found["problems"]
    assert isinstance(problems, list)
    assert {each["severity"] for each in problems} == {"warning"}
    debaters = found["debaters"]
    assert isinstance(debaters, list)
    assert [each["name"] for each in debaters] == ["ann", "ben", "cat"]
    for pool in ("log_pool", "linear_pool", "median", "numbers"):
        chances = found[pool]
        assert isinstance(chances, dict)
        assert sum(chances.values()) == pytest.approx(1.0)


def test_some_alone_and_some_for_more(here: Path) -> None:
    found = data(here, "ann", "ben", "--weight", "ann=3")
    debaters = found["debaters"]
    assert isinstance(debaters, list)
    assert [(each["name"], each["weight"]) for each in debaters] == [("ann", 0.75), ("ben", 0.25)]
    assert "some counting for more" in run(here, "ann", "ben", "--weight", "ann=3").output


def test_in_the_folder_of_the_case_names_alone_will_do(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner  # noqa: PLC0415 (the folder matters here)

    from deciban.cli.main import deciban  # noqa: PLC0415 (as above)

    monkeypatch.chdir(here)
    result = CliRunner().invoke(deciban, ["pool", "ann", "cat"])
    assert result.exit_code == 0, result.output
    assert "2 debaters" in result.output


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("bern",), "did you mean 'ben'?"),
        (("--weight", "bern=2"), "did you mean 'ben'?"),
        (("--weight", "ben"), "'ben' is no weight"),
        (("--weight", "ben=none"), "'ben=none' is no weight"),
        (("--weight", "ben=0"), "is no weight"),
        (("--weight", "ben=nan"), "is no weight"),
        (("--weight", "ben=inf"), "is no weight"),
    ],
)
def test_wrong_usage_is_told_in_words(here: Path, args: tuple[str, ...], said: str) -> None:
    result = run(here, *args)
    assert result.exit_code == 2
    assert said in " ".join(plain(result.output).replace("│", " ").split())


def test_who_has_no_answer_is_told_and_the_others_are_pooled(here: Path) -> None:
    (here / "positions/ben.yaml").write_text(
        "position: ben\nholds: {events.cke.expected.knew: {is: 5%}}\n", encoding="utf-8"
    )
    result = run(here)
    assert result.exit_code == 1
    assert "2 debaters" in result.output
    assert "D803" in result.output
    assert run(here, "ann", "cat").exit_code == 0


def test_a_case_with_an_error_has_no_pool(here: Path) -> None:
    text = (here / "case.yaml").read_text(encoding="utf-8")
    (here / "case.yaml").write_text(text.replace("{knew: 40%,", "{knew: 90%,"), encoding="utf-8")
    result = run(here)
    assert result.exit_code == 1
    assert "The spread" not in result.output
    assert list(data(here)) == ["problems"]


def test_where_nobody_has_a_position_it_is_said_how_to_write_one(tmp_path: Path) -> None:
    result = run(folder(tmp_path, LADDER, {}))
    assert result.exit_code == 0
    assert "deciban position new" in result.output


def test_a_veto_is_named(here: Path) -> None:
    (here / "positions/ben.yaml").write_text(
        "position: ben\nholds: {events.cake.expected.knew: {is: 0%}}\n", encoding="utf-8"
    )
    assert "A veto: Ben gives “knew” no chance at all" in run(here).output
    assert data(here)["vetoes"] == {"knew": ["ben"]}


@pytest.mark.parametrize("columns", [50, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(here: Path, columns: int) -> None:
    lines = plain(on_terminal(("pool", str(here)), columns)).splitlines()
    assert len(lines) > 15
    assert max(map(len, lines)) <= columns


def test_a_pipe_gets_plain_text_in_whatever_encoding(here: Path) -> None:
    for env in ({}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}):
        done = program("pool", str(here), env=env)
        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("weight", ["0", "-1", "nan", "inf", "1e308", "1e-200", "twice"])
def test_what_is_no_weight_is_wrong_usage(here: Path, weight: str) -> None:
    result = run(here, "--weight", f"ann={weight}")
    assert result.exit_code == 2
    assert "is no weight" in result.output
