import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.running import FLAGSHIP, ROOT, SECOND, program

from deciban.cli import extras
from deciban.cli.figures import FIGURES
from deciban.cli.main import deciban
from deciban.render.charts import placing

CASE = str(ROOT / SECOND)
ADAMS, DEBATED = "cases/replications/r_v_adams", "tests/render/charts/debated"
BROKEN = "deciban: 1\ntitle: Broken\nquestion: {ask: So?, hypotheses: {a: A, b: B}, prior: eve}\n"
STARTS = {".svg": b"<svg ", ".png": b"\x89PNG", ".pdf": b"%PDF", ".html": b"<!doctype html>"}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _run(*args: str) -> Result:
    return CliRunner().invoke(deciban, ["figure", *args], prog_name="deciban")


def _said(result: Result) -> str:
    """What was printed, in one line, without the frame around what went wrong."""
    return " ".join(result.output.replace("│", " ").split())


def test_without_a_name_the_figures_are_told() -> None:
    result = _run(CASE)
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(FIGURES)


@pytest.mark.parametrize("ending", STARTS)
def test_the_end_of_the_name_says_the_format(ending: str) -> None:
    file = Path(f"it{ending}")
    result = _run(CASE, "posterior", "-o", str(file))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == f"wrote {file}"
    assert file.read_bytes().startswith(STARTS[ending])


def test_its_text_is_printed_beside_it() -> None:
    assert "Not before 58% (45 to 69%)" in _run(CASE, "posterior").stdout


def test_without_a_file_it_is_named_after_the_case_and_the_figure() -> None:
    assert _run(CASE, "timeline", "--clock", "public").exit_code == 0
    assert _run(CASE, "seek").exit_code == 0
    names = sorted(each.name for each in Path().iterdir())
    assert names == ["finance_director-seek.svg", "finance_director-timeline-public.svg"]


def test_an_old_file_is_replaced() -> None:
    Path("it.svg").write_text("old", encoding="utf-8")
    assert _run(CASE, "seek", "-o", "it.svg").exit_code == 0
    assert Path("it.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_a_file_that_cannot_be_written_is_told() -> None:
    result = _run(CASE, "seek", "-o", "nowhere/it.svg")
    assert result.exit_code == 1
    assert "nowhere" in result.output
    assert "Traceback" not in result.output


def test_a_dash_prints_it() -> None:
    result = _run(CASE, "seek", "-o", "-")
    assert result.stdout.startswith("<svg ")
    assert result.stdout.endswith("</svg>\n")
    assert list(Path().iterdir()) == []


def test_in_the_folder_of_the_case_its_name_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASE)
    assert _run("seek", "-o", "-").stdout.startswith("<svg ")


def test_as_data_it_is_a_specification_with_its_text() -> None:
    data = json.loads(_run(CASE, "posterior", "--json").stdout)
    assert data["figure"] == "posterior"
    assert data["vega_lite"]["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    assert data["alt"].startswith("When did")
    assert data["problems"] == []


def test_the_map_as_data_is_its_nodes_and_edges() -> None:
    data = json.loads(_run(CASE, "map", "--json", "--around", "tarrow").stdout)
    keys = {node["key"] for node in data["nodes"]}
    assert "source:tarrow" in keys
    assert {edge["start"] for edge in data["edges"]} <= keys


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["posteriors"], "did you mean 'posterior'?"),
        (["xyz"], "there are posterior, weights"),
        (["seek", "-o", "it.gif"], ".svg, .png, .pdf or .html; '.gif' is none of them"),
        (["seek", "-o", "it"], "'it' has no ending"),
        (["seek", "--clock", "public"], "--clock is for the figure timeline, not for seek"),
        (["map", "--around", "tarow"], "did you mean 'tarrow'?"),
        (["map", "--theme", "trade"], "this case has"),
        (["map", "--theme", "words", "--around", "tarrow"], "choose one"),
        (["flip", "--address", "review_ordered"], "events.review_ordered.expected.not_before"),
        (["flip", "--address", "question.prior.uneasy.before_sining"], "before_signing'?"),
        (["belief", "--actor", "tarow"], "this case has marrable"),
        (["seek", "--json", "-o", "it.svg"], "choose one"),
        (["--json"], "name a figure"),
    ],
)
def test_wrong_usage_is_told_with_what_to_do(args: list[str], told: str) -> None:
    where = [CASE] if args[0] != "--json" else []
    result = _run(*where, *args)
    assert result.exit_code == 2
    assert told in _said(result)
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("case", "args", "told"),
    [
        (ADAMS, ["dumbbell"], "this case has several debaters; name two of"),
        (ADAMS, ["residual", "--between", "one_in_2_million", "nobody"], "nobody is called"),
        (ADAMS, ["dumbbell", "--between", *2 * ["one_in_2_million"]], "is one debater; name two"),
        (DEBATED, ["seek", "--between", "ann", "bob"], "the figure dumbbell or residual, not for"),
        (DEBATED, ["argument", "--around", "late_seel"], "nothing called 'late_seel'"),
        (DEBATED, ["dumbbell", "--as", "ann"], "leave out --as"),
        (DEBATED, ["argument", "--as", "ann"], "leave out --as"),
        (SECOND, ["dumbbell"], "nobody has a position yet"),
        (SECOND, ["trajectories"], "nobody has a position yet"),
        (SECOND, ["argument"], "nobody has made a move in this debate"),
    ],
)
def test_a_figure_of_a_debate_that_is_not_there_is_wrong_usage(
    case: str, args: list[str], told: str
) -> None:
    result = _run(str(ROOT / case), *args)
    assert result.exit_code == 2
    assert told in _said(result)
    assert list(Path().iterdir()) == []


def test_of_two_debaters_nobody_need_be_named() -> None:
    result = _run(str(ROOT / DEBATED), "dumbbell", "-o", "it.svg")
    assert result.exit_code == 0
    assert "Ann Lee holds “forged” 98% likely; Bob Nye 30%, 21.8 decibans apart." in result.stdout


def test_a_broken_position_keeps_only_its_own_figures_from_being_drawn() -> None:
    shutil.copytree(ROOT / DEBATED, "case")
    Path("case/positions/carl.yaml").write_text(
        "position: carl\nholds:\n  question.priors: {is: even}\n", encoding="utf-8"
    )
    assert _run("case", "dumbbell", "--between", "ann", "bob", "-o", "it.svg").exit_code == 0
    assert _run("case", "argument", "-o", "it.svg").exit_code == 0
    assert _run("case", "trajectories", "-o", "it.svg").exit_code == 0
    result = _run("case", "dumbbell", "--between", "ann", "carl", "-o", "other.svg")
    assert result.exit_code == 1
    assert "D803" in result.output
    assert not Path("other.svg").exists()


def test_a_case_without_actors_has_no_ledger() -> None:
    result = _run(str(ROOT / "src/deciban/cli/starters/starter.yaml"), "ledger")
    assert result.exit_code == 2
    assert "this case has no actors" in result.output


@pytest.mark.parametrize("name", ["posterior", "map"])
def test_a_case_with_mistakes_is_not_drawn(name: str) -> None:
    Path("case.yaml").write_text(BROKEN, encoding="utf-8")
    result = _run(".", name, "-o", "it.svg")
    assert result.exit_code == 1
    assert "case.yaml:3" in result.output
    assert not Path("it.svg").exists()


@pytest.mark.parametrize(
    ("missing", "args"),
    [("altair", ["seek"]), ("vl_convert", ["seek"]), ("typst", ["seek", "-o", "it.pdf"])],
)
def test_what_is_not_installed_is_told_in_a_sentence(
    missing: str, args: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        extras, "find_spec", lambda name: None if name == missing else find_spec(name)
    )
    result = _run(CASE, *args)
    assert result.exit_code == 2
    assert "which is not installed: pip install 'deciban[brief]'" in _said(result)


def test_without_what_places_the_map_only_the_map_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(placing, "program", lambda: None)
    result = _run(CASE, "map")
    assert result.exit_code == 2
    assert "graphviz-pure, which is not installed" in _said(result)
    assert _run(CASE, "seek").exit_code == 0


def test_nothing_of_what_draws_is_imported_before_it_is_wanted() -> None:
    done = program("--help", before="import sys", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert b"altair" not in done.stderr
    assert b"vl_convert" not in done.stderr
    done = program("weigh", FLAGSHIP, before="import sys", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert b"altair" not in done.stderr


def test_libraries_say_nothing_of_their_own() -> None:
    env = {"PYTHONWARNINGS": "error"}
    for name in ("posterior", "map"):
        done = program("figure", SECOND, name, "-o", "-", env=env)
        assert done.returncode == 0
        assert done.stderr == b""
