"""Every published case of `cases/replications`, weighed or solved again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from deciban import pipeline
from deciban.compile import compile_case
from deciban.debate.cruxes import find_crux
from deciban.debate.debaters import find_debaters
from deciban.edit import rewrite
from deciban.exchange import Network, read_bif, to_model
from deciban.findings.network import NetworkAnswer, find_network
from deciban.findings.readings import Readings, find_readings

FOLDER = Path(__file__).parents[2] / "cases" / "replications"
CASES = sorted(path.parent for path in FOLDER.glob("*/case.yaml"))
NETWORKS = sorted(FOLDER.glob("*/*.bif"))
#: Warnings that a case cannot do without; its README says why.
EXPLAINED = {
    "heuer_iraq": {"D603"},
    "minds_distrust": {"D613"},
    "r_v_adams": {"D602"},
}


@dataclass(frozen=True)
class Expected:
    """One published figure."""

    network: Path
    given: Mapping[str, str]
    variable: str
    state: str
    probability: float
    within: float


def _expected() -> Iterator[Expected]:
    for network in NETWORKS:
        text = (network.parent / "expected.yaml").read_text(encoding="utf-8")
        entries: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes nothing but texts)
        for entry in entries:
            [(variable, state)] = entry["about"].items()
            yield Expected(
                network,
                entry["given"],
                variable,
                state,
                float(entry["probability"]),
                float(entry["within"]),
            )


def _name(each: Expected | Path) -> str:
    return each.stem if isinstance(each, Path) else f"{each.network.stem}:{each.variable}"


def _network(path: Path) -> Network:
    read = read_bif(path)
    assert isinstance(read, Network), read
    return read


def _readings(name: str) -> Readings:
    case = pipeline.check(FOLDER / name).case
    assert case is not None
    return find_readings(case, compile_case(case))


def _odds(probability: float) -> float:
    return probability / (1 - probability)


def test_every_folder_holds_a_case_or_a_network_and_tells_where_it_is_from() -> None:
    folders = sorted(path for path in FOLDER.iterdir() if path.is_dir())
    assert folders == sorted([*CASES, *(path.parent for path in NETWORKS)])
    listed = (FOLDER / "README.md").read_text(encoding="utf-8")
    for folder in folders:
        assert (folder / "README.md").exists()
        assert f"]({folder.name}/README.md)" in listed


@pytest.mark.parametrize("each", list(_expected()), ids=_name)
def test_a_network_comes_to_its_published_answer(each: Expected) -> None:
    answer = find_network(to_model(_network(each.network)), each.given, [each.variable])
    assert isinstance(answer, NetworkAnswer)
    [variable] = answer.variables
    after = {state.state: state.after for state in variable.states}
    assert after[each.state] == pytest.approx(each.probability, abs=each.within)


@pytest.mark.parametrize("network", NETWORKS, ids=_name)
def test_no_row_of_a_replicated_network_had_to_be_brought_to_1(network: Path) -> None:
    assert _network(network).scaled == 0


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_case_holds_its_published_answer_and_warns_only_of_what_is_explained(case: Path) -> None:
    weighing = pipeline.check(case)
    assert weighing.case is not None
    assert weighing.case.test
    assert [str(each) for each in weighing.problems if each.is_error] == []
    codes = {each.code for each in weighing.problems}
    assert codes == EXPLAINED.get(case.name, set())
    told = (case / "README.md").read_text(encoding="utf-8")
    assert all(code in told for code in codes)


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_case_is_laid_out(case: Path) -> None:
    changed, problems = rewrite.lay_out(case, dry=True)
    assert (list(changed), list(problems)) == ([], [])


def test_heuers_matrix_counts_three_none_and_two_minus_signs() -> None:
    readings = _readings("heuer_iraq")
    assert [each.minus for each in readings.hypotheses] == [3, 0, 2]


def test_what_saddam_says_tells_nothing_in_heuers_matrix() -> None:
    items = {item.id: item.diagnosticity for item in _readings("heuer_iraq").items}
    assert items.pop("says_he_will_not") == 0
    assert all(value > 0 for value in items.values())


def test_no_reading_finds_anything_against_minor_terrorism_in_heuers_matrix() -> None:
    minor = next(each for each in _readings("heuer_iraq").hypotheses if each.id == "minor")
    assert (minor.minus, minor.inconsistency, minor.weighted, minor.squares) == (0, 0, 0, 0)


def test_carriers_a_fortiori_comes_to_his_figure_and_its_decibans() -> None:
    findings = pipeline.weigh(FOLDER / "carrier_a_fortiori").findings
    assert findings is not None
    yes = next(each for each in findings.posterior.answers if each.id == "yes")
    assert yes.probability == pytest.approx(0.3202, abs=0.00005)
    assert yes.log_odds == pytest.approx(-3.27, abs=0.005)


def test_the_three_match_probabilities_come_to_the_three_published_odds() -> None:
    weighing = pipeline.weigh(FOLDER / "r_v_adams")
    assert weighing.case is not None
    assert weighing.findings is not None
    supposed, problems = pipeline.suppose(weighing, weighing.case.what_if)
    assert problems == ()
    middle = next(a.probability for a in weighing.findings.posterior.answers if a.id == "yes")
    high, low = (each.probability["yes"] for each in supposed)
    assert _odds(high) == pytest.approx(55.6, abs=0.05)
    assert _odds(middle) == pytest.approx(5.56, abs=0.005)
    assert _odds(low) == pytest.approx(0.556, abs=0.0005)


def test_the_three_positions_differ_in_the_match_probability_alone() -> None:
    case = pipeline.check(FOLDER / "r_v_adams").case
    assert case is not None
    assert len(case.positions) == 3
    assert {tuple(each.holds) for each in case.positions} == {("events.match.expected.no",)}


def test_the_three_experts_come_to_the_three_published_odds() -> None:
    case = pipeline.check(FOLDER / "r_v_adams").case
    assert case is not None
    debaters, problems = find_debaters(case)
    assert [str(each) for each in problems if each.is_error] == []
    odds = {each.name: _odds(each.held.answers[0].probability) for each in debaters}
    assert odds == {
        "one_in_200_million": pytest.approx(55.6, abs=0.05),
        "one_in_20_million": pytest.approx(5.56, abs=0.005),
        "one_in_2_million": pytest.approx(0.556, abs=0.0005),
    }


def test_the_match_probability_is_the_whole_crux_between_two_experts() -> None:
    case = pipeline.check(FOLDER / "r_v_adams").case
    assert case is not None
    (high, low), _ = find_debaters(case, ("one_in_200_million", "one_in_2_million"))
    crux = find_crux(case, high, low, of="yes")
    [dispute] = crux.disputes
    assert crux.gap == pytest.approx(-20)
    assert dispute.address == "events.match.expected"
    assert (dispute.share, dispute.a_concedes, dispute.b_concedes) == pytest.approx((-20, 0, 0))
    assert dispute.flips_a
    assert dispute.flips_b
