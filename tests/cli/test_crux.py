"""``deciban crux``: the page of two, the page of all, the data, and what is refused."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.running import on_terminal, plain
from tests.debate.folders import folder
from tests.debate.parting_cases import CASE, holding, with_stances

from deciban.cli.main import deciban
from deciban.debate.parting import weighing

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "positions/ida.yaml": """\
position: ida
name: Ida, who thinks he knew
holds:
  sources.miller.character:
    is: {honest: 95%, guesses: rest}
    because: He had nothing to gain, and named the hour unasked.
  events.copied.expected.unaware: {is: 10% (5..20%), because: Nobody copies for pleasure.}
  events.kept_key.expected: {is: {knew: 60%, unaware: 75%, other: 70%}}
""",
    "positions/otto.yaml": """\
position: otto
name: Otto, who thinks he did not
holds:
  sources.miller.character:
    is: {honest: 10%, guesses: rest}
    because: He was paid to have seen somebody.
  events.wet.expected: {is: {knew: 20%, unaware: 60%, other: 20%}, because: It rained.}
  events.kept_key.expected: {is: {knew: 6%, unaware: 7.7%, other: 7%}}
  events.copied.expected.unaware: {is: 20% (15..30%)}
""",
    "positions/zoe.yaml": """\
position: zoe
stances: {copied-again-k3ra: accept}
""",
    "debate/copied-again-k3ra.yaml": """\
move: undercut
id: copied-again-k3ra
author: zoe
on: 1904-11-02
target: events.copied
text: The accounts that we have are a fair copy of later.
""",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a debate of three, which is where one stands."""
    folder(tmp_path, CASE, FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(deciban, ["crux", *words], prog_name="deciban")


def _held_to(name: str, result: Result) -> None:
    """`UPDATE=1` writes the page anew; read the difference before keeping it."""
    assert result.exit_code == 0, result.output
    golden = GOLDEN / name
    if os.environ.get("UPDATE"):
        golden.write_text(result.output, encoding="utf-8")
    assert result.output == golden.read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_the_page_of_two_is_what_was_looked_at() -> None:
    _held_to("crux.txt", run("ida", "otto"))


@pytest.mark.usefixtures("here")
def test_the_page_of_all_is_what_was_looked_at() -> None:
    _held_to("divides.txt", run())


@pytest.mark.usefixtures("here")
def test_the_plain_statement_comes_before_any_number() -> None:
    lines = run("ida", "otto").output.splitlines()
    assert "? Settle this, and 12.0 dB becomes 5.1." in next(line for line in lines[3:] if line)


@pytest.mark.usefixtures("here")
def test_as_data_the_shares_add_up_and_places_point_at_disputes() -> None:
    found = json.loads(run("ida", "otto", "--of", "knew", "--json").stdout)
    assert (found["a"], found["b"], found["of"]) == ("ida", "otto", "knew")
    assert sum(each["share"] for each in found["disputes"]) == pytest.approx(found["gap"])
    assert found["log_odds"][1] - found["log_odds"][0] == pytest.approx(found["gap"])
    assert found["left"][len(found["cruxes"])] <= found["within"]
    assert found["left"][0] == pytest.approx(abs(found["gap"]))
    assert all(place < len(found["disputes"]) for place in (*found["cruxes"], *found["flip"]))
    assert found["problems"] == [] or all(
        each["severity"] == "warning" for each in found["problems"]
    )


@pytest.mark.usefixtures("here")
def test_as_data_parts_of_what_divides_all_add_up_to_the_variance() -> None:
    found = json.loads(run("--json").stdout)
    assert [each["name"] for each in found["debaters"]] == ["ida", "otto", "zoe"]
    assert sum(each["share"] for each in found["divided_by"]) == pytest.approx(found["variance"])
    assert len(found["pairs"]) == 3


@pytest.mark.usefixtures("here")
def test_a_smaller_gap_wanted_takes_more_to_settle() -> None:
    wide = json.loads(run("ida", "otto", "--within", "6", "--json").stdout)
    narrow = json.loads(run("ida", "otto", "--within", "0.01", "--json").stdout)
    assert len(wide["cruxes"]) < len(narrow["cruxes"])


@pytest.mark.usefixtures("here")
def test_a_threshold_may_be_a_word() -> None:
    word = json.loads(run("ida", "otto", "--threshold", "likely", "--json").stdout)
    assert 0.55 < word["threshold"] < 0.8
    page = run("ida", "otto", "--of", "knew", "--threshold", "60%").output
    assert "sides at 60%" in page


def test_who_alone_entertains_an_answer_is_told_before_all_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = with_stances(holding("ann", events__wet__expected__knew="90%"), "{new-a1: accept}")
    files |= holding("bob")
    files["debate/new-a1.yaml"] = """\
move: hypothesis
id: new-a1
author: ann
on: 1901-05-03
target: question
text: He may have feigned it.
add:
  hypotheses:
    - {id: feigned, text: He feigned it, out_of: other, prior: 10%}
"""
    folder(tmp_path, CASE, files)
    monkeypatch.chdir(tmp_path)
    page = run("ann", "bob").output
    assert page.index("ann alone entertains: feigned") < page.index("agree")
    assert "Among the answers that both entertain, ann holds" in " ".join(page.split())
    assert "as held, with all that either entertains" in page
    all_of_them = run().output
    assert "ann entertains feigned" in all_of_them
    assert "among the answers that all entertain" in all_of_them
    assert "% as held)" in all_of_them


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ida", "otot"), "did you mean 'otto'?"),
        (("ida",), "two debaters have cruxes, not 1"),
        (("ida", "ida"), "'ida' is one debater"),
        (("ida", "otto", "zoe"), "not 3"),
        (("ida", "otto", "--of", "knwe"), "did you mean 'knew'?"),
        (("ida", "otto", "--threshold", "100%"), "certainty"),
        (("ida", "otto", "--threshold", "sevnty"), "--threshold"),
        (("--threshold", "60%"), "a threshold is for two debaters"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())


def test_nobody_and_one_alone_have_no_cruxes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path, CASE, {})
    monkeypatch.chdir(tmp_path)
    result = run()
    assert (result.exit_code, "nobody has a position yet" in result.output) == (0, True)
    folder(tmp_path, CASE, holding("ann"))
    result = run()
    assert (result.exit_code, result.output) == (0, "ann is alone in this debate\n")


def test_a_debater_without_an_answer_is_told_and_the_others_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = holding("ann", events__wet__expected__knew="90%") | holding("bob")
    files |= holding("cid", events__wet__expected__nobody="90%")
    folder(tmp_path, CASE, files)
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 1
    assert "ann" in result.output
    assert "positions/cid.yaml" in result.output
    assert run("ann", "bob").exit_code == 0


def test_on_a_narrow_terminal_no_line_is_too_long(here: Path) -> None:
    for words in (["crux", str(here), "ida", "otto"], ["crux", str(here)]):
        printed = plain(on_terminal(words, 60))
        assert max(map(len, printed.splitlines())) <= 60


def test_of_too_many_differences_it_says_what_was_weighed(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighing, "MOST", 2)
    told = " ".join(run(str(here), "ida", "otto").output.split())
    assert "every set of these" in told
    assert "every set of what they differ on" not in told
