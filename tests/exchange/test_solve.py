"""The verb: its answers, its exit status, and what it says of names it does not know."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console
from tests.exchange.small_networks import ASIA, GRASS

from deciban.cli.solve import complete_given, complete_variable, solve
from deciban.findings.network import NetworkAnswer, StateChance, VariableAnswer
from deciban.render.network import chance, network_page
from deciban.render.page import Screen


def _run(*args: object) -> Result:
    return CliRunner().invoke(solve, [str(arg) for arg in args])


def test_it_answers_what_is_asked_given_what_is_known() -> None:
    result = _run(ASIA, "--given", "smoke=yes", "--given", "xray=yes", "--about", "lung")
    assert result.exit_code == 0
    assert "Given smoke=yes, xray=yes" in result.output
    assert "64.60%" in result.output
    assert "from 5.50%" in result.output
    assert "bronc" not in result.output


def test_several_pieces_may_stand_behind_one_given() -> None:
    apart = _run(ASIA, "--given", "smoke=yes", "--given", "xray=yes", "--about", "lung,tub")
    together = _run(ASIA, "--given", "smoke=yes,xray=yes", "--about", "lung", "--about", "tub")
    assert apart.output == together.output


def test_without_a_question_every_variable_is_shown() -> None:
    output = _run(ASIA).output
    for name in ("asia", "tub", "smoke", "lung", "bronc", "either", "xray", "dysp"):
        assert f"\n{name}\n" in output
    assert "from" not in output


def test_as_data_it_says_the_same() -> None:
    result = _run(ASIA, "--given", "smoke=yes,xray=yes", "--about", "lung", "--json")
    data = json.loads(result.stdout)
    assert data["given"] == {"smoke": "yes", "xray": "yes"}
    assert data["probability_of_given"] == pytest.approx(0.5 * (0.98 * 0.10936 + 0.05 * 0.89064))
    yes = data["variables"]["lung"]["yes"]
    assert yes["before"] == pytest.approx(0.055)
    assert yes["probability"] == pytest.approx(0.6459914, abs=1e-7)
    assert (data["remarks"], data["problems"]) == ([], [])


def test_rows_that_were_scaled_are_owned_up_to(tmp_path: Path) -> None:
    path = tmp_path / "net.bif"
    path.write_text(GRASS.replace("0.7, 0.2, 0.1", "0.7, 0.2, 0.0999999"), encoding="utf-8")
    assert "rows that do not add up to exactly 1 were scaled: 1" in _run(path).output
    assert json.loads(_run(path, "--json").stdout)["remarks"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--given", "smok=yes"), "did you mean 'smoke'?"),
        (("--given", "smoke=yse"), "did you mean 'yes'?"),
        (("--given", "smoke"), "no VARIABLE=STATE"),
        (("--given", "smoke=yes,smoke=no"), "cannot be both yes and no"),
        (("--about", "lungs"), "did you mean 'lung'?"),
    ],
)
def test_an_unknown_name_is_wrong_usage(args: tuple[str, ...], said: str) -> None:
    result = _run(ASIA, *args)
    assert result.exit_code == 2
    assert said in " ".join(result.output.replace("│", " ").split())


def test_a_broken_network_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "net.bif"
    path.write_text(GRASS.replace("0.7, 0.2, 0.1", "0.7, 0.2, 0.5"), encoding="utf-8")
    result = _run(path)
    assert result.exit_code == 1
    assert f"{path}:22:3: D910 " in result.output
    [problem] = json.loads(_run(path, "--json").stdout)["problems"]
    assert (problem["code"], problem["line"], problem["column"]) == ("D910", 22, 3)


def test_evidence_that_cannot_be_is_a_problem_and_not_a_number() -> None:
    result = _run(ASIA, "--given", "lung=yes,either=no,asia=no")
    assert result.exit_code == 1
    assert "D914 lung=yes and either=no never happen together" in result.output
    assert "nan" not in result.output


def test_names_with_commas_and_equals_signs_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "net.bif"
    text = GRASS.replace("rain", '"a=b, c"').replace("yes", '"y,=es"')
    path.write_text(text, encoding="utf-8")
    result = _run(path, "--given", "a=b, c=y,=es", "--about", "a=b, c")
    assert result.exit_code == 0
    assert "100%" in result.output


def test_the_shell_completes_variables_and_their_states() -> None:
    context = solve.make_context("solve", [str(ASIA)])
    options = {param.name: param for param in solve.params}
    about, given = options["abouts"], options["givens"]
    assert [each.value for each in complete_variable(context, about, "s")] == ["smoke"]
    pairs = [each.value for each in complete_given(context, given, "smoke=")]
    assert pairs == ["smoke=yes", "smoke=no"]


def test_the_shell_is_told_nothing_of_a_broken_network(tmp_path: Path) -> None:
    context = solve.make_context("solve", [str(tmp_path / "none.bif")])
    about = next(param for param in solve.params if param.name == "abouts")
    assert complete_variable(context, about, "") == []


def test_what_is_not_certain_never_seems_so() -> None:
    told = [chance(value) for value in (0.0, 1e-9, 0.00004, 0.0104, 0.99994, 0.999999, 1.0)]
    assert told == ["0%", "<0.01%", "<0.01%", "1.04%", "99.99%", ">99.99%", "100%"]


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("blocks", [True, False])
def test_no_line_is_wider_than_the_screen(width: int, *, blocks: bool) -> None:
    states = tuple(StateChance(f"a_state_with_a_long_name_{n}", 0.25, 0.25) for n in range(4))
    answer = NetworkAnswer({"v" * 70: "x"}, 0.5, -0.69, (VariableAnswer("v" * 70, states),))
    console = Console(width=width)
    with console.capture() as captured:
        console.print(network_page(answer, [], Screen(width=width, blocks=blocks)))
    assert max(map(len, captured.get().splitlines())) <= width
    assert captured.get().count("25.00%") == 8
