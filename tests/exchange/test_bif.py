"""Reading networks: what is read, and how every slip is told."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.small_networks import (
    ASIA,
    GRASS,
    answered,
    network_of,
    problems_of,
    told,
    with_line,
)

from deciban.exchange import Network, read_bif, to_model
from deciban.exchange.bif import read_bif_text
from deciban.exchange.circle import circle_among
from deciban.model import Model
from deciban.problem import Problem


def _wet(model: Model) -> float:
    [grass] = answered(model, {}, "grass").variables
    return grass.states[0].after


def test_a_network_is_read_as_it_is_written() -> None:
    network = network_of(GRASS)
    rain, sprinkler, grass = network.variables
    assert network.name == "grass"
    assert (rain.states, rain.parents, rain.rows[0].chances) == (("yes", "no"), (), (0.2, 0.8))
    assert sprinkler.rows[1].when == ("no",)
    assert grass.parents == ("rain", "sprinkler")
    assert [row.when for row in grass.rows] == [
        ("yes", "on"),
        ("yes", "off"),
        ("no", "on"),
        ("no", "off"),
    ]
    assert network.scaled == 0


def test_the_model_of_a_network_adds_up_its_stories() -> None:
    # rain, sprinkler off: 0.2 x 0.7; no rain, sprinkler on: 0.8 x 0.4 x 0.5
    assert _wet(to_model(network_of(GRASS))) == pytest.approx(0.2 * 0.7 + 0.8 * 0.4 * 0.5)


def test_rows_may_stand_in_any_order() -> None:
    lines = GRASS.splitlines()
    lines[-5:-1] = reversed(lines[-5:-1])
    assert network_of("\n".join(lines)) == network_of(GRASS)


def test_a_table_lists_the_states_of_its_own_variable_slowest() -> None:
    rows = "  (yes) 0.0, 1.0;\n  (no) 0.4, 0.6;\n"
    table = with_line(rows, "  table 0.0, 0.4, 1.0, 0.6;\n")
    assert network_of(table) == network_of(GRASS)


def test_a_table_in_the_other_order_is_told_apart_and_not_guessed_at() -> None:
    rows = "  (yes) 0.0, 1.0;\n  (no) 0.4, 0.6;\n"
    problems = problems_of(with_line(rows, "  table 0.0, 1.0, 0.4, 0.6;\n"))
    assert {each.code for each in problems} == {"D910"}
    assert "change fastest" in problems[0].hint


def test_a_default_stands_for_every_row_that_is_not_written() -> None:
    text = with_line("  (yes, on) 0.9, 0.1, 0.0;\n", "  default 0.9, 0.1, 0.0;\n")
    assert network_of(text) == network_of(GRASS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("table 0.2, 0.8;", "table 2e-1 .8 ;"),
        ("table 0.2, 0.8;", "table +0.2, 8.0E-01;"),
        ("table 0.2, 0.8;", "table 0.2, 0.8; // as measured"),
        ("table 0.2, 0.8;", "property note (a, b) [1] ; table 0.2,0.8;"),
        ("variable rain {", "/* the weather,\n of course */ variable rain {"),
        ("  type discrete [ 2 ] { yes, no };", "property x = 1, 2;\ntype discrete[2]{yes no};"),
        ("  type discrete [ 2 ] { on, off };", "  type discrete { on, off };"),
        ("network grass {", 'network "grass" {'),
        ("probability ( sprinkler | rain ) {", 'probability("sprinkler"|rain){'),
    ],
)
def test_other_spellings_say_the_same(old: str, new: str) -> None:
    assert network_of(with_line(old, new)) == network_of(GRASS)


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_say_the_same(line_break: str) -> None:
    assert network_of(GRASS.replace("\n", line_break)) == network_of(GRASS)
    broken = with_line("table 0.2, 0.8;", "table 0.2, 0.9;")
    assert told(broken.replace("\n", line_break)) == told(broken) == ["14:3 D910"]


def test_names_may_hold_anything_but_the_signs_of_the_format() -> None:
    text = GRASS.replace("damp", "<=0.5/a-b%").replace("rain", '"a fine rain, or less"')
    assert network_of(text).variables[0].name == "a fine rain, or less"
    assert network_of(text).variables[2].states[1] == "<=0.5/a-b%"


def test_a_rounded_row_is_brought_to_1_and_counted() -> None:
    text = with_line("0.5, 0.3, 0.2", "0.3333333, 0.3333333, 0.3333333")
    network = network_of(text)
    assert network.scaled == 1
    assert network.variables[2].rows[2].chances == pytest.approx((1 / 3,) * 3, abs=1e-15)
    assert sum(network.variables[2].rows[2].chances) == pytest.approx(1, abs=1e-15)


def test_decimals_that_add_up_to_1_on_paper_are_left_alone() -> None:
    text = with_line("0.5, 0.3, 0.2", "0.6, 0.3, 0.1")
    assert 0.6 + 0.3 + 0.1 != 1.0
    assert network_of(text).scaled == 0
    assert network_of(text).variables[2].rows[2].chances == (0.6, 0.3, 0.1)


def test_a_row_that_is_further_off_is_a_slip() -> None:
    assert told(with_line("0.5, 0.3, 0.2", "0.5, 0.3, 0.203")) == ["23:3 D910"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  (no) 0.4, 0.6;\n}", "  (no) 0.4, 0.6;\n", ["16:34 D901"]),
        ("variable rain {", "/* variable rain {", ["4:1 D901"]),
        ("network grass {", 'network "grass {', ["1:9 D901"]),
        ("table 0.2, 0.8;\n}", "table 0.2, 0.8\n}", ["15:1 D902"]),
        ("variable rain {", "variabel rain {", ["4:1 D902"]),
        ("discrete [ 2 ] { on", "continuous [ 2 ] { on", ["8:8 D902"]),
        ("( sprinkler | rain )", "( sprinkler, rain )", ["16:26 D902"]),
        ("variable sprinkler {", "variable rain {", ["7:10 D903", "16:15 D904", "20:29 D904"]),
        ("{ wet, damp, dry }", "{ wet, damp, wet }", ["11:36 D903"]),
        ("( grass | rain, sprinkler )", "( grass | rain, rain )", ["20:29 D903"]),
        ("( sprinkler | rain )", "( sprinkler | rian )", ["16:27 D904"]),
        ("(yes, off) 0.7", "(yes, of) 0.7", ["22:9 D904"]),
        ("variable rain {", "variable x {type discrete {a};}\nvariable rain {", ["4:10 D905"]),
        ("probability ( rain ) {", "probability ( rain ) {\ntable 0.5 0.5;", ["15:3 D906"]),
        ("discrete [ 3 ]", "discrete [ 4 ]", ["11:19 D907"]),
        ("0.7, 0.2, 0.1", "0.7, 0.3", ["22:3 D907"]),
        ("(yes, off) 0.7", "(yes) 0.7", ["22:3 D907"]),
        ("  (no, on) 0.5, 0.3, 0.2;\n", "", ["20:15 D908"]),
        ("  table 0.2, 0.8;\n", "", ["13:15 D908"]),
        ("(yes, off) 0.7", "(yes, on) 0.7", ["22:3 D909"]),
        ("0.7, 0.2, 0.1", "0.7, 0.5, -0.2", ["22:24 D911"]),
        ("0.7, 0.2, 0.1", "70%, 0.2, 0.1", ["22:14 D911"]),
        ("0.7, 0.2, 0.1", "nan, 0.2, 0.1", ["22:14 D911"]),
        ("( rain ) {\n  table", "( rain | rain ) {\n  default", ["13:15 D912"]),
    ],
)
def test_a_slip_is_told_where_it_is_and_once(old: str, new: str, expected: list[str]) -> None:
    assert told(with_line(old, new)) == expected


def test_every_slip_of_a_file_is_told_at_once() -> None:
    text = with_line("table 0.2, 0.8;", "table 0.2, 0.9;")
    text = with_line("(no) 0.4", "(noo) 0.4", text)
    text = with_line("0.7, 0.2, 0.1", "0.7, x, 0.1", text)
    assert told(text) == ["14:3 D910", "18:4 D904", "22:19 D911"]


def test_every_message_says_what_to_do_and_ends_without_a_full_stop() -> None:
    lines = GRASS.splitlines()
    for cut in range(1, len(lines)):
        read = read_bif_text("\n".join(lines[:cut] + lines[cut + 1 :]), "net.bif")
        for problem in () if isinstance(read, Network) else read:
            assert problem.at is not None
            assert problem.hint
            assert not problem.message.endswith(".")


def test_a_circle_is_told_by_the_names_that_make_it() -> None:
    text = with_line("( rain ) {\n  table 0.2, 0.8;", "( rain | grass ) {\n  default 0.2, 0.8;")
    [problem] = problems_of(text)
    assert problem.code == "D912"
    assert problem.message == "'rain' hangs from 'grass' hangs from 'rain'"
    assert len(problem.also) == 1


def test_more_states_than_anybody_tells_apart_are_refused() -> None:
    states = ", ".join(f"s{number}" for number in range(201))
    chances = ", ".join(["0"] * 200 + ["1"])
    text = f"variable x {{ type discrete [201] {{ {states} }}; }}\n"
    assert told(f"{text}probability (x) {{ table {chances}; }}") == ["1:10 D913"]


def test_a_small_file_cannot_ask_for_a_huge_table() -> None:
    states = ", ".join(f"s{number}" for number in range(200))
    names = [f"x{number}" for number in range(9)]
    text = "".join(f"variable {name} {{ type discrete {{ {states} }}; }}\n" for name in names)
    text += "".join(
        f"probability ( {name} | {', '.join(names[:place])} ) {{ default 1 {'0 ' * 199}; }}\n"
        for place, name in enumerate(names)
        if place
    )
    text += f"probability ( x0 ) {{ default 1 {'0 ' * 199}; }}"
    [problem] = problems_of(text)
    assert problem.code == "D913"


def test_a_file_that_is_no_text_is_told_as_any_other_file_is(tmp_path: Path) -> None:
    path = tmp_path / "net.bif"
    assert [each.code for each in _wrong(path)] == ["D101"]
    path.write_bytes(b"\x89PNG\r\n\0\0")
    assert [each.code for each in _wrong(path)] == ["D106"]
    path.write_bytes("variable caf\u00e9".encode("cp1252"))
    assert [each.code for each in _wrong(path)] == ["D105"]
    path.write_bytes(b"")
    assert [each.code for each in _wrong(path)] == ["D915"]
    assert [each.code for each in _wrong(tmp_path)] == ["D102"]


def _wrong(path: Path) -> tuple[Problem, ...]:
    read = read_bif(path)
    assert isinstance(read, tuple)
    return read


@given(st.integers(min_value=0), st.sampled_from(["cut", "drop", "double", "swap"]), st.data())
def test_no_mutilation_of_a_network_is_more_than_a_problem(
    seed: int, how: str, data: st.DataObject
) -> None:
    text = ASIA.read_text(encoding="utf-8")
    place = data.draw(st.integers(0, len(text) - 1))
    length = random.Random(seed).randint(1, 40)  # noqa: S311 (nothing is kept secret by it)
    piece = text[place : place + length]
    mutilated = {
        "cut": text[:place],
        "drop": text[:place] + text[place + length :],
        "double": text[:place] + piece + text[place:],
        "swap": text[:place] + piece[::-1] + text[place + length :],
    }[how]
    read = read_bif_text(mutilated, "net.bif")
    if isinstance(read, Network):
        assert to_model(read).variables
    else:
        assert read
        assert all(each.at is not None and each.hint for each in read)


@given(st.text(alphabet='{}()[]|;,"/* \nxy01.typediscrvablnk', max_size=60))
def test_no_text_at_all_is_more_than_a_problem(text: str) -> None:
    read = read_bif_text(text, "net.bif")
    assert isinstance(read, Network) or all(each.at is not None for each in read)


@given(st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=3)))
def test_a_circle_is_found_exactly_where_there_is_one(numbers: dict[int, list[int]]) -> None:
    parents = {str(name): [str(each) for each in given] for name, given in numbers.items()}
    circle = circle_among(parents)
    for name, following in zip(circle, (*circle[1:], *circle[:1]), strict=True):
        assert following in parents[name]
    assert bool(circle) == any(_reaches(parents, name, name) for name in parents)


def _reaches(parents: dict[str, list[str]], start: str, end: str) -> bool:
    seen: set[str] = set()
    waiting = list(parents.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name == end:
            return True
        if name not in seen:
            seen.add(name)
            waiting += parents.get(name, ())
    return False
