"""What must hold of a man's belief, each claim as a little case."""

import math
from textwrap import indent

import numpy as np
import pytest
from tests.meaning.line import codes, sound_case
from tests.minds.little_case import UNSURE, unasked_case
from tests.minds.published import FOLDER
from tests.minds.whole_line import through, time_of

from deciban import pipeline
from deciban.case import Case
from deciban.compile import mind_of, minds_in
from deciban.edit import apply_counterfactual
from deciban.minds import read_mind
from deciban.minds.mind import HONEST
from deciban.minds.trust import first_trust, learned, trusted

LAST = "1941-06-21"
BRITAIN = "britain: {honest: 70%, guesses: rest, competence: 80%}"
SIX = ("one", "two", "three", "four", "five", "six")


def _odds(actor: str, on: str = LAST, *, values: str = "attack, quiet") -> float:
    """His odds on an attack, as a natural logarithm; where numbers have ranges, at the middle."""
    line = through(unasked_case(actor, values=values))
    reading = minds_in(line.model)["he"].reading
    attack = reading.path.at(time_of(on))[0]
    return float(np.median(np.log(attack / (1.0 - attack))))


def _man(*saw: str, trusts: str = BRITAIN, more: str = "prior: {attack: 30%, quiet: rest}") -> str:
    """A man who saw these things; each message is named after its place."""
    sights = "".join(f"  - {{id: {name}, {each}}}\n" for name, each in zip(SIX, saw, strict=False))
    return f"{more}\ntrusts:\n{indent(trusts, '  ')}\n" + (f"saw:\n{sights}" if saw else "")


def _told(
    source: str = "britain", says: str = "attack", on: str = "1941-06-01", **more: str
) -> str:
    others = "".join(f", {key}: {value}" for key, value in more.items())
    return f"on: {on}, from: {source}, says: {says}{others}"


def _moved(*saw: str, **man: str) -> float:
    """By how much these things moved his odds."""
    return _odds(_man(*saw, **man)) - _odds(_man(**man))


def test_six_telegrams_from_one_man_are_not_six_spies() -> None:
    spies = "\n".join(BRITAIN.replace("britain", name) for name in SIX)
    telegrams = _moved(*[_told()] * 6)
    each_his_own = _moved(*[_told(name) for name in SIX], trusts=spies)
    assert each_his_own == pytest.approx(6.0 * _moved(_told()))
    assert _moved(_told()) < telegrams < each_his_own / 3.0


@pytest.mark.parametrize("honest", ["20%", "70%", "99%"])
@pytest.mark.parametrize("competence", ["55%", "80%", "95%"])
def test_however_often_a_man_says_it_he_is_worth_no_more_than_his_competence(
    honest: str, competence: str
) -> None:
    trusts = f"britain: {{honest: {honest}, guesses: rest, competence: {competence}}}"
    right = float(competence.rstrip("%")) / 100.0
    assert 0.0 < _moved(*[_told()] * 6, trusts=trusts) < math.log(right / (1.0 - right))


def test_a_telegram_with_new_information_counts_anew() -> None:
    once, again = _moved(_told()), _moved(_told(), _told(on="1941-06-02"))
    anew = _moved(_told(), _told(on="1941-06-02", new_information="yes"))
    assert anew - once > 2.0 * (again - once)
    assert again < math.log(0.8 / 0.2) < anew


@pytest.mark.parametrize("source", ["britain", "france"])
@pytest.mark.parametrize("says", ["attack", "quiet"])
def test_a_copy_adds_nothing(source: str, says: str) -> None:
    trusts = f"{BRITAIN}\n{BRITAIN.replace('britain', 'france')}"
    copy = _told(source, says, "1941-06-02", copies="one")
    assert _moved(_told(), copy, trusts=trusts) == pytest.approx(_moved(_told(), trusts=trusts))


def test_a_message_counts_from_its_day_on() -> None:
    told = _man(_told(on="1941-06-10"))
    assert _odds(told, "1941-06-09") == pytest.approx(_odds(_man()))
    assert _odds(told, "1941-06-10") == pytest.approx(_odds(told)) != pytest.approx(_odds(_man()))


def test_evidence_of_no_weight_moves_nothing() -> None:
    sign = "on: 1941-06-02, expected: {attack: 90%, quiet: 10%}"
    denial = _told(says="quiet", on="1941-06-03")
    trusts = "britain: {honest: 20%, pushes: 30%, inverts: 30%, guesses: rest, line: attack}"
    more = "prior: {attack: 30%, quiet: rest}\nweight_on_evidence: 0%"
    assert _moved(_told(), sign, denial, trusts=trusts, more=more) == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize(
    "types", ["types: {one: {attack: 90, quiet: 5}}, prior: {one: 100%}, ", ""]
)
def test_whoever_sees_himself_in_the_other_expects_what_he_would_do_himself(types: str) -> None:
    mirror = "mirror: {weight: 100%, stakes: {attack: 20, quiet: 60}}"
    other = f"opponent: {{{types}care: 5, {mirror}}}\ncare: 4"
    assert _odds(_man(more=other)) == pytest.approx(4.0 * (20.0 - 60.0) / 100.0)


def _trust(actor: str) -> float:
    """How honest he takes his first source to be, after all that turned out."""
    case = sound_case(unasked_case(actor, "assume: {slip: 0.01%}\n"))
    mind = mind_of(case, case.actors["he"])
    columns = read_mind(mind).columns
    source = mind.sources[0]
    trust = trusted(
        first_trust(mind, source, columns) + learned(mind, source, columns, time_of(LAST))
    )
    return float(trust[HONEST].mean())


def _lapsed(days: list[int]) -> str:
    """Six warnings in May, each of which lapsed on one of these days."""
    told = [
        _told(on=f"1941-05-{place + 1:02d}", resolved=f"{{on: 1941-05-{day:02d}, was: no}}")
        for place, day in enumerate(days)
    ]
    trusts = "britain: {honest: 70%, inverts: rest, competence: 80%}"
    return _man(*told, trusts=trusts)


def test_six_lapsed_forecasts_of_one_date_are_one_failure() -> None:
    one, six = _trust(_lapsed([20])), _trust(_lapsed([20] * 6))
    six_dates = _trust(_lapsed([20, 21, 22, 23, 24, 25]))
    assert _trust(_man(trusts="britain: {honest: 70%, inverts: rest}")) == pytest.approx(0.7)
    assert one < 0.45
    assert six == pytest.approx(one, abs=0.001)
    assert six_dates < 0.01


def test_what_lapsed_says_no_more_of_the_future_but_of_its_source() -> None:
    lapsed = _told(on="1941-05-01", resolved="{on: 1941-05-20, was: no}")
    later = _told(on="1941-06-10")
    assert _moved(lapsed) == pytest.approx(0.0, abs=1e-12)
    assert 0.0 < _moved(lapsed, later) < _moved(later)


def test_trust_is_learned_from_what_is_said_only_where_that_is_asked_for_and_warned_of() -> None:
    prior = "prior: {attack: 30%, quiet: rest}\n"
    moved = {
        learns: _moved(
            _told(),
            _told(on="1941-06-02", new_information="yes"),
            more=f"{prior}learns_trust_from: {learns}" if learns else prior,
        )
        for learns in ("", "never", "outcomes", "content")
    }
    assert moved[""] == moved["outcomes"] == moved["never"] != pytest.approx(moved["content"])
    warned = {
        learns: "D612" in codes(unasked_case(f"{UNSURE}learns_trust_from: {learns}\n"))
        for learns in ("never", "outcomes", "content")
    }
    assert warned == {"never": False, "outcomes": False, "content": True}
    assert "D612" not in codes(unasked_case(UNSURE))


def test_an_omission_without_an_alternative_tells_nothing_and_is_a_problem() -> None:
    omitted = "chooses: [{id: idle, on: 1941-06-01, between: {wait: 50}, chose: wait}]\ncare: 5\n"
    assert "D525" in codes(unasked_case(UNSURE + omitted))


def _distrust(name: str) -> tuple[float, float, float]:
    """What one of the four men thought: before the message, after it, and had it been a denial."""
    case = pipeline.check(FOLDER / "minds_distrust").case
    assert case is not None
    actor = case.actors[name]
    told_not = apply_counterfactual(case, actor, actor.had[0])
    assert isinstance(told_not, Case)
    before, told = (_attack(case, name, on) for on in ("1941-04-01", "1941-04-30"))
    return before, told, _attack(told_not, name, "1941-04-30")


def _attack(case: Case, name: str, on: str) -> float:
    reading = read_mind(mind_of(case, case.actors[name]))
    return float(reading.path.at(time_of(on))[0] @ reading.columns.weights)


def test_whoever_thinks_them_inverters_takes_their_denial_for_a_warning() -> None:
    before, told, denied = _distrust("inverter")
    assert told < before < denied
    assert (told, before, denied) == pytest.approx((0.121, 0.2125, 0.439), abs=0.001)


def test_whoever_thinks_them_propagandists_believes_a_denial_against_their_interest() -> None:
    before, told, denied = _distrust("propagandist")
    assert denied < before < told
    assert before - denied > told - before
    assert (told, denied) == pytest.approx((0.232, 0.146), abs=0.001)


def test_whoever_ignores_them_is_moved_by_neither() -> None:
    assert _distrust("ignored") == pytest.approx([0.2125] * 3, abs=0.001)
