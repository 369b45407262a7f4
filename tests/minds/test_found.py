"""What is found of a mind, on little cases whose answers can be reckoned or had in another way."""

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from tests.meaning.line import problems
from tests.minds.little_case import ACT, BANDS, SHOWN, UNSURE, little_case
from tests.minds.whole_line import Line, through

from deciban.case import Case
from deciban.cli.main import deciban
from deciban.compile import compile_case
from deciban.edit import set_at
from deciban.engine import solve
from deciban.findings.mind import MindInFull, find_mind
from deciban.findings.minding.pins import Pin, find_pins
from deciban.minds.columns import COUNT, some_of
from deciban.node import Scalar
from deciban.span import Span

SURE = """\
prior: {attack: 30%, quiet: rest}
trusts:
  britain: {honest: 70%, guesses: rest, competence: 80%}
saw:
  - {id: warning, on: 1941-04-21, from: britain, says: attack, reached_him: 90%}
"""


def found(text: str) -> MindInFull:
    """All that is found of the man in a case."""
    line = through(text)
    return find_mind(line.mind("he"), line.solution)


def pins(text: str) -> Mapping[str, Pin]:
    """Every pin of the man in a case, by address."""
    line = through(text)
    answers = line.case.question.answers
    return {pin.address: pin for pin in find_pins(line.mind("he"), line.solution, answers)}


def had(settings: str, actor: str = SURE, rest: str = "") -> str:
    """A case with one counterfactual."""
    return little_case(f"{actor}had:\n  - {{id: otherwise, set: {{{settings}}}}}\n", rest)


def bands_of(mind: MindInFull) -> dict[str, float]:
    return {band.id: band.now for band in mind.brief.bands[0].bands}


def test_what_is_told_of_the_bands_adds_up_to_the_answers_however_many_values_are_listed() -> None:
    listed = ", ".join(map(str, range(1, 31)))
    stakes = "{alert: {attack: 80, quiet: 30}, wait: {attack: 20, quiet: 70}}"
    other = "opponent: {types: {one: {attack: 30, quiet: 60}}, care: [1, 2, 3, 4, 5, 6, 7, 8, 9]}"
    trusts = UNSURE.partition("\n")[2]
    chooses = f"chooses: [{{id: c, on: 1941-06-01, between: {stakes}, chose: wait}}]"
    text = little_case(f"{other}\n{trusts}{chooses}\ncare: [{listed}]\n")
    line = through(text)
    mind = find_mind(line.mind("he"), line.solution)
    assert mind.brief.columns > 65_536
    assert bands_of(mind) == pytest.approx(line.chances, abs=0.01)
    care = next(each for each in mind.parameters if each.address == "actors.he.care")
    assert all(before == pytest.approx(1 / 30) for before, _ in care.values.values())


def test_a_message_less_likely_to_have_come_is_the_mean_of_both_men() -> None:
    (other,) = found(had("actors.he.saw.warning.reached_him: 50%")).otherwise
    whole = through(little_case(SURE.replace("90%", "50%"))).mind("he").reading
    mean = float(whole.path.beliefs[-1][0] @ whole.columns.weights)
    assert other.after.mean == pytest.approx(mean, abs=0.002)


def test_a_range_put_in_the_place_of_a_point_is_drawn_and_not_guessed_once() -> None:
    (other,) = found(had("actors.he.trusts.britain.honest: 10..100%")).otherwise
    assert other.after.low < other.after.mean < other.after.high
    line = through(little_case(SURE.replace("honest: 70%", "honest: 10..100%")))
    reading = line.mind("he").reading
    mean = float(reading.path.beliefs[-1][0] @ reading.columns.weights)
    assert other.after.mean == pytest.approx(mean, abs=0.005)


def test_a_new_list_of_values_is_crossed_with_all_that_stays() -> None:
    text = had("actors.he.care: [1, 50]", SURE + ACT.replace("\n    shown_by: order_given", ""))
    (other,) = found(text).otherwise
    shares = []
    for care in (1, 50):
        actor = SURE + ACT.replace("\n    shown_by: order_given", "")
        edited = actor.replace("care: 5", f"care: {care}")
        line = through(little_case(edited))
        reading = line.mind("he").reading
        shares.append(float(reading.taken[0][1] @ reading.columns.weights))
    weighed = through(text).mind("he")
    assert weighed.exact
    assert other.acts[0].after == pytest.approx(sum(shares) / 2, abs=0.05)


def test_a_pin_at_which_nothing_is_possible_has_no_leader_and_no_probability(
    tmp_path: Path,
) -> None:
    rest = """\
events:
  - {id: note, text: A note, known: yes, given: belief, expected: {calm: 0%, alarmed: 60%}}
"""
    text = little_case("prior: {attack: 20..80%, quiet: rest}\n", rest)
    pin = pins(text)["actors.he.prior.attack"]
    assert pin.curve[0][1] is None
    assert pin.flips_to == ""
    result = CliRunner().invoke(deciban, ["sensitivity", _folder(tmp_path, text), "--json"])
    assert result.exit_code == 0
    assert "NaN" not in result.stdout


def test_a_pinned_chance_that_it_came_decides_what_came() -> None:
    actor = UNSURE.replace("says: attack}", "says: attack, reached_him: 10..90%}")
    pin = pins(little_case(actor))["actors.he.saw.warning.reached_him"]
    assert pin.swing > 1.0


@pytest.mark.parametrize(
    "address",
    [
        "actors.he.prior.attack",
        "actors.he.trusts.britain.honest",
        "actors.he.chooses.order.between.wait.attack",
    ],
)
def test_a_pin_is_the_what_if(address: str) -> None:
    actor = UNSURE + ACT.replace("wait: {attack: 20", "wait: {attack: 0..60")
    text = little_case(actor, SHOWN)
    pin = pins(text)[address]
    line = through(text)
    leader = max(line.chances, key=lambda answer: line.chances[answer])
    for value, chance in (pin.curve[0], pin.curve[-1]):
        edited = _had_it_stood(text, address, f"{value:.9g}")
        assert chance == pytest.approx(edited[leader], abs=0.03)


def test_the_slip_of_messages_is_a_number_of_the_mind() -> None:
    text = little_case(UNSURE).replace("question:", "assume: {slip: 0..30%}\nquestion:", 1)
    assert pins(text)["assume.slip"].swing > 0.0


def test_too_many_doubtful_messages_to_enumerate_are_drawn_and_not_called_exact() -> None:
    saw = "".join(
        f"  - {{id: m{day}, on: 1941-04-{day:02d}, from: britain, says: attack,"
        " reached_him: 50%}\n"
        for day in range(1, 14)
    )
    actor = f"prior: {{attack: 30%, quiet: rest}}\n{SURE.splitlines()[1]}\n"
    actor += f"{SURE.splitlines()[2]}\nsaw:\n{saw}"
    brief = found(little_case(actor)).brief
    assert not brief.exact
    assert brief.columns == COUNT


def test_a_part_of_the_columns_holds_whole_draws_spread_over_all() -> None:
    columns = through(little_case(UNSURE + "care: [1, 2, 3]\n")).mind("he").reading.columns
    some = columns.at(some_of(columns, 300))
    assert len(some) == 300
    assert all(count == 3 for count in np.bincount(some.draw) if count)
    assert some.draw.max() > 0.9 * columns.draw.max()


def test_effective_draws_are_never_more_than_there_are() -> None:
    cares = ", ".join(map(str, range(1, 31)))
    actor = UNSURE + ACT.replace("\n    shown_by: order_given", "").replace(
        "care: 5", f"care: [{cares}]"
    )
    brief = found(little_case(actor)).brief
    assert brief.effective <= brief.columns / 30 + 1e-6


@pytest.mark.parametrize(
    "settings",
    [
        "actors.he.wonders.values: [quiet, attack]",
        "actors.he.name: Somebody else",
        "actors.he.chooses.order.continues: order",
        "actors.he.saw.warning.from: nobody",
        "actors.he.saw.warning.copies: warning",
    ],
)
def test_a_counterfactual_that_cannot_be_is_told_and_never_left_out(
    settings: str, tmp_path: Path
) -> None:
    text = had(settings, SURE + ACT, SHOWN)
    assert "D801" in [problem.code for problem in problems(text)]
    result = CliRunner().invoke(deciban, ["mind", _folder(tmp_path, text), "--had", "otherwise"])
    assert result.exit_code == 1
    assert "D801" in result.output


def test_what_would_have_been_done_is_carried_on_along_a_policy() -> None:
    stakes = "{alert: {attack: 80, quiet: 30}, wait: {attack: 20, quiet: 70}}"
    chooses = f"""\
chooses:
  - {{id: first, on: 1941-05-01, between: {stakes}, chose: wait}}
  - id: second
    on: 1941-05-02
    between: {stakes}
    chose: wait
    continues: first
    inertia: 100%
care: 5
"""
    (other,) = found(had("actors.he.saw.warning.says: quiet", SURE + chooses)).otherwise
    first, second = other.acts
    assert first.after > first.before + 0.05
    assert (second.before, second.after) == pytest.approx((first.before, first.after))


def test_a_source_without_any_say_moves_nothing_in_the_ledger_however_sure_the_rest() -> None:
    actor = """\
prior: {attack: 0.0000001%, quiet: rest}
trusts:
  sure: {inverts: 100%, competence: 100%}
  flat: {guesses: 100%}
saw:
  - {id: one, on: 1941-04-01, from: sure, says: attack}
  - {id: two, on: 1941-04-02, from: flat, says: attack}
"""
    lines = {line.ids: line for line in found(little_case(actor)).lines}
    assert lines["two",].his.mean == pytest.approx(0.0, abs=1e-9)


def test_a_long_record_is_not_lost_in_rounding() -> None:
    record = "record: {right_yes: 900, right_no: 900, false_alarms: 100, missed: 100}"
    actor = SURE.replace("competence: 80%}", f"competence: 95%, {record}}}")
    belief = found(little_case(actor)).brief.belief.now["attack"]
    assert belief.mean > 0.5


def test_an_act_for_the_outcome_alone_is_done_on_purpose_whichever_alternative_it_beat() -> None:
    actor = """\
prior: {attack: 50%, quiet: rest}
chooses:
  - id: act
    on: 1941-06-21
    between: {a: {attack: 100, quiet: 50}, b: {attack: 90, quiet: 45}, c: {attack: 0, quiet: 60}}
    chose: a
care: 5
reasonable: {prior: {attack: 50%, quiet: rest}}
ask:
  - mens_rea: {of: attack, on: 1941-06-21, act: act, floor: 20%}
"""
    (guilt,) = found(little_case(actor)).guilt
    assert guilt.purpose == 1.0


def test_no_ceiling_is_told_where_an_act_is_rational_only_above_a_belief() -> None:
    actor = UNSURE + ACT.replace("chose: wait", "chose: alert") + _asked()
    (conviction,) = found(little_case(actor, SHOWN)).convictions
    assert conviction.ceiling is None
    assert conviction.below is None
    assert conviction.bounded == 0.0


def test_no_ceiling_is_told_of_one_who_forgets() -> None:
    actor = UNSURE + "forgetting: 50%\n" + ACT + _asked()
    (conviction,) = found(little_case(actor, SHOWN)).convictions
    assert conviction.ceiling is None


def test_a_prior_that_is_replaced_is_where_the_bands_begin() -> None:
    text = little_case(
        UNSURE + ACT, SHOWN, asked=BANDS + "replace_prior: {calm: 1%, alarmed: rest}\n"
    )
    (calm, alarmed) = found(text).brief.bands[0].bands
    assert calm.prior == pytest.approx(0.01)
    assert alarmed.prior == pytest.approx(0.99)


def test_an_act_that_reports_make_all_but_certain_tells_nearly_what_a_known_one_does() -> None:
    rest = """\
sources:
  clerk: {character: {honest: 99.9%, guesses: rest}, competence: 99.9%}
events:
  - {id: order_given, text: He waited}
reports:
  - {id: told, of: order_given, by: clerk}
"""
    slipless = "assume: {slip: 0.1%}\nquestion:"
    known = through(little_case(UNSURE + ACT, SHOWN).replace("question:", slipless, 1))
    told = through(little_case(UNSURE + ACT, rest).replace("question:", slipless, 1))
    weights = []
    for line in (known, told):
        mind = find_mind(line.mind("he"), line.solution)
        weights.append(mind.brief.bands[0].bands[0].weight)
    assert abs(weights[0]) > 1.0
    assert weights[1] == pytest.approx(weights[0], abs=0.2)
    assert find_mind(told.mind("he"), told.solution).brief.thresholds[0].acted > 0.99


def test_our_own_view_of_one_who_pushes_nothing_there_is_that_he_is_honest() -> None:
    rows = {"pushes: 60%, guesses: rest": 0.6, "honest: 20%, pushes: 30%, guesses: rest": 0.5}
    for row, honest in rows.items():
        sources = f"sources: {{britain: {{character: {{{row}}}}}}}\n"
        line = through(little_case(SURE.replace("70%", "10%"), sources))
        (ledger,) = find_mind(line.mind("he"), line.solution).lines
        b_yes = honest * (0.8 * 0.95 + 0.2 * 0.05) + (1 - honest) * 0.5
        b_no = honest * (0.2 * 0.95 + 0.8 * 0.05) + (1 - honest) * 0.5
        assert ledger.ours is not None
        assert ledger.ours.mean == pytest.approx(10 * math.log10(b_yes / b_no), abs=0.05)


def _asked() -> str:
    return "ask:\n  - conviction: {of: attack, on: 1941-06-21}\n"


def _folder(folder: Path, text: str) -> str:
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def _had_it_stood(text: str, address: str, value: str) -> dict[str, float]:
    """The answers with a number of the text set to a point, through the whole line."""
    case = through(text).case
    edited = set_at(case, address, Scalar(value, Span("test", 1, 1)))
    assert isinstance(edited, Case)
    model = compile_case(edited)
    solution = solve(model, model.questions[edited.question.id], derivatives=True)
    return Line(edited, model, solution).chances
