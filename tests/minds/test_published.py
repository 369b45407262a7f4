"""Published minds, by the reference; the whole line is held to the same figures."""

import pytest
from tests.minds.by_hand import acts, belief, points, table
from tests.minds.mind_case import MindCase
from tests.minds.one_mind import softmax
from tests.minds.plain import plain, plain_actor
from tests.minds.published import (
    ASKED_ABOUT,
    BELIEVED,
    CHOSEN,
    FOLDER,
    INFERRED,
    Believed,
    Chosen,
    Inferred,
    published_case,
)


def _name(each: Believed | Chosen | Inferred) -> str:
    what = each.choice if isinstance(each, Chosen) else "+".join(each.of)
    return f"{each.case}:{each.actor}:{what}"


@pytest.mark.parametrize("each", BELIEVED, ids=_name)
def test_an_actor_believes_what_was_published(each: Believed) -> None:
    held = belief(plain_actor(each.edited, each.actor), each.on)
    assert sum(held[value] for value in each.of) == pytest.approx(each.probability, abs=each.within)


@pytest.mark.parametrize("each", CHOSEN, ids=_name)
def test_an_actor_chooses_as_was_published(each: Chosen) -> None:
    did = acts(plain_actor(published_case(each.case), each.actor))
    chance = sum(share for pattern, share in did.items() if pattern[each.choice])
    assert chance == pytest.approx(each.probability, abs=each.within)


@pytest.mark.parametrize("each", INFERRED, ids=_name)
def test_of_belief_and_desire_as_much_is_inferred_as_was_published(each: Inferred) -> None:
    answers, _ = MindCase(each.edited, each.actor).answers()
    assert sum(answers[name] for name in each.of) == pytest.approx(
        each.probability, abs=each.within
    )


@pytest.mark.parametrize("name", ASKED_ABOUT)
def test_what_a_case_holds_of_its_answer_is_so(name: str) -> None:
    case = published_case(name)
    answers, _ = MindCase(case, ASKED_ABOUT[name]).answers()
    for held in case["test"]:
        low, high = (float(end.rstrip("%")) for end in held["between"].split(".."))
        assert low <= 100 * answers[held["of"]] <= high


@pytest.mark.parametrize("name", ASKED_ABOUT)
def test_the_table_of_a_mind_shares_out_everything(name: str) -> None:
    mind = MindCase(published_case(name), ASKED_ABOUT[name])
    factor = table(points(mind.actor), mind.question)
    assert sum(factor.values()) == pytest.approx(1.0, abs=1e-12)
    assert {answer for answer, _ in factor} == set(mind.question["hypotheses"])


def test_every_published_mind_is_held_to_figures() -> None:
    folders = {path.parent.name for path in FOLDER.glob("minds_*/case.yaml")}
    assert folders == {f"minds_{name}" for name in ASKED_ABOUT}
    figures: list[Believed | Chosen | Inferred] = [*BELIEVED, *CHOSEN, *INFERRED]
    assert {each.case for each in figures} == set(ASKED_ABOUT)


def test_an_alice_who_expects_55_to_45_goes_to_the_popular_bar_with_0_59901() -> None:
    alice = plain_actor(published_case("schelling"), "alice")
    popular = softmax({"popular": 55.0, "quiet": 45.0}, alice["care"])["popular"]
    assert popular == pytest.approx(0.55**2 / (0.55**2 + 0.45**2), abs=1e-6)
    assert popular == pytest.approx(0.59900993, abs=1e-6)


def test_an_honest_source_that_slips_is_believed_less_than_in_the_table() -> None:
    """The figures of minds_distrust under a slip of 10% for the honest too, as its README has."""
    shares = {
        "mostly_honest": (0.6, 0.2, 0.2, 0.265, 0.152),
        "ignored": (0.05, 0.9, 0.05, 0.211, 0.220),
        "propagandist": (0.2, 0.75, 0.05, 0.227, 0.162),
        "inverter": (0.05, 0.25, 0.7, 0.120, 0.444),
    }
    case = published_case("distrust")
    for name, (honest, pushes, inverts, told, told_not) in shares.items():
        actor = plain_actor(case, name)
        trust = {"honest": honest, "pushes": pushes, "inverts": inverts}
        british = {**trust, "line": "attack", "competence": 0.8}
        for says, expected in {"attack": told, "quiet": told_not}.items():
            saw = [{**plain(case["actors"][name]["saw"][0]), "says": says}]
            slips = {**actor, "eps": 0.1, "trusts": {"british": british}, "saw": saw}
            assert belief(slips, "1941-04-30")["attack"] == pytest.approx(expected, abs=0.0005)
