"""What must hold of what is inferred of a man, each claim as a little case."""

import math

import numpy as np
import pytest
from tests.meaning.line import codes, read, weighed
from tests.minds.little_case import ACT, LIKELIEST, SHOWN, UNSURE, little_case
from tests.minds.whole_line import Line, through

from deciban import pipeline
from deciban.edit.what_if import what_if_of
from deciban.findings.minding.bands import find_bands
from deciban.findings.minding.parameters import Parameter, find_parameters
from deciban.findings.what_if import Supposition
from deciban.problem import Problem

HONEST = "actors.he.trusts.britain.honest"
DIARY = "  - {id: diary, text: He writes that they will come, known: yes, "
DIARY += "expected: {calm: 10%, alarmed: 80%}}\n"


def _alarm(line: Line) -> float:
    """The log-odds of his being alarmed, in decibans."""
    chance = line.chances["alarmed"]
    return 10.0 * math.log10(chance / (1.0 - chance))


def _prior() -> float:
    """That, before anything is known of his acts."""
    return _alarm(through(little_case(UNSURE)))


def _learned(text: str) -> dict[str, Parameter]:
    return {each.address: each for each in find_parameters(through(text).mind("he"))}


def test_reading_his_diary_changes_what_we_think_of_his_trust_in_britain() -> None:
    unread = _learned(little_case(UNSURE))[HONEST]
    assert unread.now.mean == pytest.approx(unread.before.mean, abs=1e-12)
    assert unread.before.mean == pytest.approx(0.5, abs=1e-3)
    read_ = _learned(little_case(UNSURE, f"events:\n{DIARY}"))[HONEST]
    assert read_.before == unread.before
    assert read_.now.mean > read_.before.mean + 0.02
    assert read_.moved > 0.1


def test_without_a_message_of_theirs_the_diary_says_nothing_of_his_trust_in_them() -> None:
    untold = UNSURE.partition("saw:")[0]
    found = _learned(little_case(untold, f"events:\n{DIARY}"))
    assert found[HONEST].now.mean == pytest.approx(found[HONEST].before.mean, abs=0.01)
    assert found["actors.he.prior.attack"].moved > 0.5


def test_his_act_tells_of_his_belief() -> None:
    assert _alarm(through(little_case(UNSURE + ACT, SHOWN))) < _prior() - 1.0
    denied = SHOWN.replace("known: yes", "known: no")
    assert _alarm(through(little_case(UNSURE + ACT, denied))) > _prior() + 1.0


def test_an_act_that_nothing_shows_is_known_under_its_own_name() -> None:
    bare = ACT.replace("    shown_by: order_given\n", "")
    line = through(little_case(UNSURE + bare))
    assert line.chances == pytest.approx(through(little_case(UNSURE + ACT, SHOWN)).chances)
    assert [item.id for item in line.model.items] == ["order"]


@pytest.mark.parametrize("stakes", ["{attack: 50, quiet: 50}", "{attack: 90, quiet: 10}"])
def test_an_act_whose_alternative_was_worth_as_much_weighs_nothing(stakes: str) -> None:
    act = f"""\
chooses:
  - id: order
    on: 1941-06-13
    between: {{alert: {stakes}, wait: {stakes}}}
    chose: wait
care: 5
"""
    line = through(little_case(UNSURE + act))
    assert _alarm(line) == pytest.approx(_prior(), abs=1e-9)
    weighed_ = line.mind("he")
    np.testing.assert_allclose(weighed_.weights, weighed_.prior, rtol=1e-12)
    names = line.case.question.hypotheses
    bands = find_bands(weighed_, "belief", "attack", weighed_.reading.answers[0], names)
    assert [each.weight for each in bands.bands] == pytest.approx([0.0, 0.0], abs=1e-9)
    assert [each.now for each in bands.bands] == pytest.approx([b.prior for b in bands.bands])


def _days(count: int, *, kept_up: bool) -> float:
    """What choosing alike on so many days says for his being alarmed, in decibans."""
    act = """\
  - id: day{day}
    on: 1941-06-{date}
    between: {{alert: {{attack: 80, quiet: 30}}, wait: {{attack: 20, quiet: 70}}}}
    chose: wait
"""
    days = []
    for day in range(count):
        more = f"    continues: day{day - 1}\n" if kept_up and day else ""
        days.append(act.format(day=day, date=10 + day) + more)
    actor = f"{UNSURE}care: 5\nchooses:\n{''.join(days)}"
    return _alarm(through(little_case(actor))) - _prior()


def test_a_policy_kept_up_for_ten_days_is_not_ten_acts() -> None:
    once, policy, acts = _days(1, kept_up=True), _days(10, kept_up=True), _days(10, kept_up=False)
    assert 1.5 * once < policy < once < -1.0
    assert acts < 5.0 * policy


def test_thirteen_acts_are_more_than_a_table_holds() -> None:
    acts = "".join(
        f"  - {{id: a{each}, on: 1941-06-01, between: {{x: 10, y: 20}}, chose: x}}\n"
        for each in range(13)
    )
    assert "D528" in codes(little_case(f"{UNSURE}care: 5\nchooses:\n{acts}"))


@pytest.mark.parametrize("day", [21, 22])
def test_what_reached_him_after_the_date_of_the_question_moves_nothing(day: int) -> None:
    late = (
        f"  - {{id: late, on: 1941-06-{day}, from: britain, says: quiet, new_information: yes}}\n"
    )
    before, after = (
        _alarm(through(little_case(each + ACT, SHOWN))) for each in (UNSURE, UNSURE + late)
    )
    assert (after == pytest.approx(before, abs=1e-9)) == (day > 21)
    assert after <= before + 1e-9


def test_an_answer_that_his_mind_never_gives_is_a_problem() -> None:
    sure = "prior: {attack: 10..20%, quiet: rest}\n"
    assert "D704" in codes(little_case(sure))
    assert "D704" not in codes(little_case(UNSURE))
    at_once = "prior: {attack: 50%, quiet: rest}\n"
    assert "D704" in codes(little_case(at_once, asked=LIKELIEST))


def _reported(reliability: str) -> str:
    """The act is not known; somebody says that he waited."""
    told = """\
events:
  - {id: order_given, text: He waited}
sources:
  witness: {name: A witness, character: {honest: SHARE, guesses: rest}, competence: 95%}
reports:
  - {id: told, of: order_given, by: witness, says: yes}
"""
    return told.replace("SHARE", reliability)


def test_an_act_of_which_somebody_tells_weighs_less_than_one_that_is_known() -> None:
    known = _alarm(through(little_case(UNSURE + ACT, SHOWN))) - _prior()
    told = {
        share: _alarm(through(little_case(UNSURE + ACT, _reported(share)))) - _prior()
        for share in ("20%", "60%", "95%")
    }
    assert known < told["95%"] < told["60%"] < told["20%"] < 0.0


def _supposed(text: str, *settings: str, without: tuple[str, ...] = ()) -> Supposition:
    """What comes of a change that is asked for."""
    what_if = what_if_of(settings, without)
    assert not isinstance(what_if, Problem)
    [supposed], problems = pipeline.suppose(pipeline.weigh_reading(read(text)), [what_if])
    assert problems == ()
    return supposed


WEIGHED = little_case(UNSURE + ACT, SHOWN)


@pytest.mark.parametrize(
    ("address", "value"),
    [
        (HONEST, "80%"),
        ("actors.he.prior.attack", "10..90%"),
        ("actors.he.saw.warning.says", "quiet"),
        ("actors.he.chooses.order.between.alert.attack", "40"),
        ("actors.he.chooses.order.chose", "alert"),
        ("actors.he.care", "15"),
    ],
)
def test_a_what_if_on_a_number_of_his_is_the_case_with_that_number(
    address: str, value: str
) -> None:
    written = {
        HONEST: ("honest: 10..90%", "honest: 80%"),
        "actors.he.prior.attack": ("20..80%", "10..90%"),
        "actors.he.saw.warning.says": ("says: attack", "says: quiet"),
        "actors.he.chooses.order.between.alert.attack": ("{attack: 80", "{attack: 40"),
        "actors.he.chooses.order.chose": ("chose: wait", "chose: alert"),
        "actors.he.care": ("care: 5", "care: 15"),
    }
    text = WEIGHED.replace(*written[address])
    assert text != WEIGHED
    supposed = _supposed(WEIGHED, f"{address}={value}")
    assert supposed.probability == pytest.approx(through(text).chances, abs=1e-12)
    assert supposed.probability != pytest.approx(through(WEIGHED).chances, abs=1e-3)


def test_setting_a_whole_trust_replaces_the_character_and_keeps_the_rest() -> None:
    supposed = _supposed(WEIGHED, "actors.he.trusts.britain={inverts: 60..90%, guesses: rest}")
    old = "{honest: 10..90%, guesses: rest, competence: 80%}"
    text = WEIGHED.replace(old, "{inverts: 60..90%, guesses: rest, competence: 80%}")
    assert text != WEIGHED
    assert supposed.probability == pytest.approx(through(text).chances, abs=1e-12)


def test_a_what_if_of_the_case_may_change_his_mind() -> None:
    body = SHOWN + f"what_if: [{{id: trusting, text: He trusts, set: {{{HONEST}: 90%}}}}]\n"
    weighing = pipeline.weigh_reading(read(little_case(UNSURE + ACT, body)))
    assert weighing.case is not None
    [supposed], problems = pipeline.suppose(weighing, weighing.case.what_if)
    assert problems == ()
    assert supposed.moved["alarmed"] > 0.0


def test_without_his_act_nothing_but_the_mind_itself_speaks() -> None:
    supposed = _supposed(WEIGHED, without=("order_given",))
    assert supposed.gone == ("order_given",)
    prior = through(little_case(UNSURE)).chances
    assert supposed.probability == pytest.approx(prior, abs=1e-9)


def test_what_his_acts_weigh_is_what_the_answer_moves_by() -> None:
    [item] = weighed(WEIGHED).weights.items
    assert item.id == "order_given"
    assert item.weights["alarmed"].share == pytest.approx(
        _alarm(through(WEIGHED)) - _prior(), abs=1e-9
    )
