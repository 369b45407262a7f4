"""What a network says of evidence."""

import math

import pytest
from tests.exchange.small_networks import GRASS, answered, network_of

from deciban.exchange import to_model
from deciban.findings.network import find_network
from deciban.problem import Problem

MODEL = to_model(network_of(GRASS))


def test_evidence_moves_what_it_bears_on_and_has_a_probability() -> None:
    answer = answered(MODEL, {"grass": "wet"}, "rain")
    [rain] = answer.variables
    yes = rain.states[0]
    assert answer.evidence == pytest.approx(0.3)
    assert answer.log_evidence == pytest.approx(math.log(0.3))
    assert yes.before == pytest.approx(0.2)
    assert yes.after == pytest.approx(0.14 / 0.3)


def test_what_is_given_is_certain() -> None:
    [rain] = answered(MODEL, {"rain": "no"}, "rain").variables
    assert [state.after for state in rain.states] == [0, 1]
    assert rain.likeliest.state == "no"


def test_without_a_question_every_variable_is_answered_in_order() -> None:
    names = [each.name for each in answered(MODEL, {}).variables]
    assert names == ["rain", "sprinkler", "grass"]


def test_variables_are_answered_in_the_order_asked() -> None:
    names = [each.name for each in answered(MODEL, {}, "grass", "rain").variables]
    assert names == ["grass", "rain"]


def test_impossible_evidence_names_only_what_cannot_be_together() -> None:
    problem = find_network(MODEL, {"grass": "damp", "rain": "yes", "sprinkler": "on"}, ["grass"])
    assert isinstance(problem, Problem)
    assert problem.code == "D914"
    assert "rain=yes and sprinkler=on never happen together" in problem.message
    assert "grass" not in problem.message


def test_a_single_state_that_never_happens_is_said_to() -> None:
    model = to_model(network_of(GRASS.replace("table 0.2, 0.8;", "table 0.0, 1.0;")))
    problem = find_network(model, {"rain": "yes", "grass": "wet"}, [])
    assert isinstance(problem, Problem)
    assert "rain=yes never happens in" in problem.message


def test_evidence_too_unlikely_for_a_double_is_still_weighed() -> None:
    blocks = ["variable x { type discrete { a, b }; }\nprobability ( x ) { table 0.5, 0.5; }"]
    blocks += [
        f"variable y{number} {{ type discrete {{ a, b }}; }}\n"
        f"probability ( y{number} | x ) {{ (a) 2e-9, 0.999999998; (b) 1e-9, 0.999999999; }}"
        for number in range(60)
    ]
    given = {f"y{number}": "a" for number in range(60)}
    answer = answered(to_model(network_of("\n".join(blocks))), given, "x")
    assert answer.evidence == 0
    assert answer.log_evidence == pytest.approx(60 * math.log(2e-9) + math.log(0.5), rel=1e-12)
    assert answer.variables[0].states[1].after == pytest.approx(2**-60)


def test_a_network_too_entangled_names_the_tangle() -> None:
    names = [f"x{number}" for number in range(32)]
    text = "".join(f"variable {name} {{ type discrete {{ a, b }}; }}\n" for name in names)
    text += "".join(f"probability ( {name} ) {{ table 0.5, 0.5; }}\n" for name in names)
    for one in range(32):
        for other in range(one):
            both = f"{names[one]}_{names[other]}"
            text += f"variable {both} {{ type discrete {{ a, b }}; }}\n"
            text += f"probability ( {both} | {names[one]}, {names[other]} ) "
            text += "{ (a, a) 0.1, 0.9; default 0.5, 0.5; }\n"
    given = {f"{names[one]}_{names[other]}": "a" for one in range(32) for other in range(one)}
    problem = find_network(to_model(network_of(text)), given, ["x0"])
    assert isinstance(problem, Problem)
    assert problem.code == "D702"
    assert problem.at is not None
    assert problem.hint


@pytest.mark.parametrize(
    ("given", "about"), [({"fog": "yes"}, []), ({"rain": "maybe"}, []), ({}, ["fog"])]
)
def test_a_name_that_the_network_lacks_is_a_mistake_of_the_caller(
    given: dict[str, str], about: list[str]
) -> None:
    with pytest.raises(ValueError, match=r"no (variable|state)"):
        find_network(MODEL, given, about)
