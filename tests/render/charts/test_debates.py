"""The figures of a debate: what they say, by debates that can be checked by hand."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.render.charts.debates import (
    AGREED,
    ANN,
    BOB,
    CARL,
    CRUX,
    DISPUTES,
    MASKED,
    POOL,
    case,
    dispute,
    hostile_courses,
    hostile_crux,
    thread,
)
from tests.render.charts.drawing import SVG, tags, words
from tests.render.charts.hostile import NASTY
from tests.render.charts.measuring import outside, overlapping
from tests.render.charts.test_inert import ATTRIBUTES, DRAWN

from deciban.debate.thread import Thread
from deciban.render.charts.argument import argument_picture
from deciban.render.charts.dumbbell import dumbbell_picture
from deciban.render.charts.export import svg
from deciban.render.charts.picture import Picture
from deciban.render.charts.residual import residual_picture
from deciban.render.charts.trajectories import trajectories_picture

SCALE = case().words
TURNS = range(0, len(NASTY), 2)
HAND_MADE: dict[str, Callable[[], Picture]] = {
    "dumbbell": lambda: dumbbell_picture(CRUX, SCALE),
    "residual": lambda: residual_picture(CRUX),
    "trajectories": lambda: trajectories_picture([ANN, BOB, CARL], POOL),
    "argument": lambda: argument_picture(case(), thread()),
}
HOSTILE: dict[str, Callable[[int], Picture]] = {
    "dumbbell": lambda turn: dumbbell_picture(hostile_crux(turn), SCALE),
    "residual": lambda turn: residual_picture(hostile_crux(turn)),
    "trajectories": lambda turn: trajectories_picture(*hostile_courses(turn)),
    "argument": lambda turn: argument_picture(case(NASTY[turn]), thread(*turned(turn)[:8])),
}


def turned(turn: int) -> list[str]:
    """Hostile texts, others first in each turn."""
    return [NASTY[(place + turn) % len(NASTY)] for place in range(len(NASTY))]


@cache
def made(name: str) -> Picture:
    """A figure of a debate made by hand."""
    return HAND_MADE[name]()


@cache
def hostile(name: str, turn: int) -> Picture:
    """A figure all of whose texts are hostile."""
    return HOSTILE[name](turn)


def test_a_dumbbell_says_who_holds_what_and_what_would_settle_it() -> None:
    told = made("dumbbell").alt
    assert told.startswith("Ann Lee holds “forged” 80% likely; Bob 20%, 12.0 decibans apart.")
    assert "and “Was the scribe alive in 1105?”, and 0.8 decibans are left between them" in told
    assert "The other 3 disputes do not matter." in told
    assert "“Is a late seal likelier on a forgery?”, 70% against 30%, minus 9.0 decibans" in told


def test_a_crux_is_called_one_and_its_marks_are_filled() -> None:
    picture = made("dumbbell")
    assert words(picture).count("crux") == len(CRUX.cruxes)
    filled = [each for each in tags(picture) if each.get("fill") == "#14305a"]
    hollow = [each for each in tags(picture) if each.get("fill") == "white"]
    assert len(filled) == len(CRUX.cruxes) + 1  # and one in the key
    assert len(hollow) >= 2


def test_what_is_no_probability_is_told_in_words() -> None:
    told = words(made("dumbbell"))
    assert {"Ann Lee: 6 dB", "Bob: 2 dB", "Ann Lee: without it", "Bob: counted"} <= {*told}


def test_a_dispute_that_alone_would_widen_the_gap_says_so() -> None:
    assert words(made("dumbbell")).count("widens") == 1


def test_a_chance_next_to_nothing_is_one_in_so_many() -> None:
    tiny = dispute("How rare?", "1 in 200000000", "1 in 2000000", 20.0)
    told = words(dumbbell_picture(replace(CRUX, disputes=(tiny,), cruxes=(0,), beside=()), SCALE))
    assert {"1 in 200 million", "1 in 2 million"} <= {*told}
    assert sum("1 in" in each for each in told) > 2  # and ticks above


def test_amounts_are_not_taken_for_probabilities() -> None:
    stakes = replace(CRUX, disputes=(dispute("What was at stake?", "45", "0.5", 3.0, apart=None),))
    told = words(dumbbell_picture(replace(stakes, cruxes=(0,), beside=()), SCALE))
    assert {"Ann Lee: 45", "Bob: 0.5"} <= {*told}
    assert "50%" not in told


def test_every_crux_is_shown_however_small_its_share() -> None:
    many = tuple(dispute(f"Question {number}?", "60%", "40%", 9.0) for number in range(30))
    last = replace(CRUX, disputes=many, cruxes=(0, 29), beside=())
    told = words(dumbbell_picture(last, SCALE))
    assert told.count("crux") == 2
    assert "Question 29?" in told
    assert "20 more disputes with a smaller share not shown" in " ".join(told)


def test_two_who_agree_have_nothing_to_settle() -> None:
    assert "They agree within 1.0 decibans; nothing needs settling." in residual_picture(AGREED).alt


def test_the_same_answer_for_different_reasons_is_called_that() -> None:
    assert (
        "for different reasons: 5 disputes all but cancel out"
        in dumbbell_picture(MASKED, SCALE).alt
    )


def test_what_only_one_entertains_is_told_outside_the_decibans() -> None:
    alone = replace(CRUX, only_b=("third_way",))
    assert "Bob alone entertains third way." in dumbbell_picture(alone, SCALE).alt


def test_without_any_dispute_a_dumbbell_says_so() -> None:
    nothing = replace(AGREED, disputes=(), left=(0.0,), best=((),), gap=0.0)
    assert "They dispute nothing that moves the answer." in words(dumbbell_picture(nothing, SCALE))
    assert residual_picture(nothing).alt


def test_the_residual_marks_the_size_of_the_crux_and_the_line_of_agreement() -> None:
    told = words(made("residual"))
    assert {"both cruxes settled", "agreement: within 1.0 decibans", "0.8 dB"} <= {*told}
    assert "Settling the best single dispute leaves 4.0 decibans." in made("residual").alt


@pytest.mark.parametrize(
    ("flips", "said"),
    [
        ("", "Neither changes sides by conceding any of it."),
        ("a", "Ann Lee changes sides by conceding 1 dispute: “Is a late seal"),
        ("b", "Bob changes sides by conceding 1 dispute: “Is a late seal"),
        ("both", "Either changes sides by conceding 1 dispute, a double crux: “Is a late seal"),
    ],
)
def test_the_residual_says_who_flips(flips: Any, said: str) -> None:  # noqa: ANN401 (a Literal)
    told = residual_picture(replace(CRUX, flips=flips))
    assert said in told.alt
    assert said[:40] in " ".join(words(told))


def test_trajectories_say_where_each_came_from_and_what_all_come_to() -> None:
    told = made("trajectories").alt
    assert "Ann Lee 70% since 1 June 2026, from 80%" in told
    assert "Carl 5%." in told
    assert "The first round was sealed by Ann Lee." in told
    assert "26% by the mean of decibans, 35% by the mean of probabilities and 30% by" in told


def test_a_sealed_first_round_is_marked_beside_what_was_held_afterwards() -> None:
    assert "first round, sealed before it was shown" in words(made("trajectories"))
    unsealed = trajectories_picture([replace(ANN, sealed=None), BOB])
    assert "first round, sealed before it was shown" not in words(unsealed)


def test_where_nobody_has_changed_his_mind_that_is_said() -> None:
    assert "Nobody has changed his mind." in " ".join(words(trajectories_picture([CARL])))


def test_of_many_debaters_those_in_the_middle_are_left_out_and_counted() -> None:
    trajectories, _ = hostile_courses()
    told = " ".join(words(trajectories_picture(trajectories)))
    assert f"{len(trajectories) - 12} debaters between these not shown" in told


def test_the_argument_says_what_stands_and_whose_turn_it_is() -> None:
    told = made("argument").alt
    assert told.startswith("2 claims of the case under 6 moves: 2 are open.")
    assert "An answer is owed by the case on late_seal; Bob on what Bob rebuts" in told
    assert "turn: Bob since 5 May" in " ".join(words(made("argument")))


def test_labels_are_told_apart_by_outline_and_word_without_colour() -> None:
    root = ET.fromstring(svg(made("argument")))  # noqa: S314 (our own)
    outlines: dict[str, set[tuple[str | None, ...]]] = {}
    for group in root.iter(f"{SVG}g"):
        said = ["".join(each.itertext()) for each in group.findall(f"{SVG}text")]
        label = {each.split(" ")[0] for each in said} & {"stands", "defeated", "open"}
        if group.find(f"{SVG}title") is not None:
            own = next(iter(label), "said")
            (shape,) = (e for e in group if e.tag.removeprefix(SVG) not in {"title", "text"})
            looks = (shape.get(each) for each in ("stroke-dasharray", "stroke-width"))
            outlines.setdefault(own, set()).add((shape.tag, *looks))
    assert {*outlines} == {"stands", "defeated", "open", "said"}
    assert len({frozenset(each) for each in outlines.values()}) == 4


def test_an_arrow_ends_at_what_it_attacks() -> None:
    picture = argument_picture(case(), thread(), around="late_seal")
    root = ET.fromstring(svg(picture))  # noqa: S314 (our own)
    (claim,) = (
        group
        for group in root.iter(f"{SVG}g")
        if str(group.findtext(f"{SVG}title")).startswith("late_seal")
    )
    (outline,) = claim.findall(f"{SVG}polygon")
    right = max(float(each.split(",")[0]) for each in outline.get("points", "").split())
    attacks = [each for each in tags(picture) if each.get("stroke-width") == "1.6"]
    ends = [_ends(each) for each in attacks]
    assert any(last == pytest.approx(right, abs=2.0) and first > last for first, last in ends)


def _ends(path: ET.Element) -> tuple[float, float]:
    """Where a line begins and ends, from the left."""
    spots = path.get("d", "").removeprefix("M").replace("C", " ").split()
    return float(spots[0].split(",")[0]), float(spots[-1].split(",")[0])


def test_a_question_is_drawn_as_one_and_not_as_an_attack() -> None:
    dashed = [each for each in tags(made("argument")) if each.get("stroke-dasharray") == "6 3"]
    assert len(dashed) == 2  # the question's, and the one in the key
    assert "asks" in words(made("argument"))


def test_a_concession_attacks_nothing_and_neither_stands_nor_falls() -> None:
    dotted = [each for each in tags(made("argument")) if each.get("stroke-dasharray") == "1.5 3"]
    assert len(dotted) == 2  # its own, and the one in the key
    titles = [each.text or "" for each in tags(made("argument")) if each.tag == f"{SVG}title"]
    (told,) = (each for each in titles if "Granted" in each)
    assert told.rstrip().endswith("Granted: it was withdrawn")


def test_around_one_claim_stands_its_own_exchange() -> None:
    shown = " ".join(words(argument_picture(case(), thread(), around="chronicler")))
    assert "eighty years after" in shown
    assert "later kind" not in shown


def test_a_name_that_is_not_in_the_debate_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        argument_picture(case(), thread(), around="nobody")


def test_a_debate_without_moves_is_no_error() -> None:
    assert argument_picture(case(), Thread({}, {})).alt.startswith("Nobody has made a move")


@pytest.mark.parametrize("name", HAND_MADE)
def test_every_figure_has_a_text_of_few_sentences_with_figures_in_it(name: str) -> None:
    told = made(name).alt
    assert any(letter.isdigit() for letter in told)
    assert told.endswith(".")
    assert 60 < len(told) < 900


@pytest.mark.parametrize("name", HAND_MADE)
def test_no_word_touches_another_or_leaves_the_sheet(name: str) -> None:
    assert outside(made(name)) == []
    assert overlapping(made(name)) == []


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("turn", TURNS)
def test_nor_where_texts_are_hostile_or_far_too_long(name: str, turn: int) -> None:
    drawn = hostile(name, turn)
    assert outside(drawn) == []
    assert overlapping(drawn) == []


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("turn", TURNS)
def test_a_picture_holds_shapes_and_words_alone(name: str, turn: int) -> None:
    for each in tags(hostile(name, turn)):
        assert each.tag.removeprefix(SVG) in DRAWN
        assert each.attrib.keys() <= ATTRIBUTES
        for value in each.attrib.values():
            assert "evil" not in value
            assert "script" not in value


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "argument"])
def test_what_is_written_in_a_debate_is_a_value_in_the_data(name: str) -> None:
    spec = dict(hostile(name, 0).spec)
    values = spec.pop("datasets")
    assert isinstance(values, dict)
    told = json.dumps(spec, allow_nan=False)
    assert not [text for text in NASTY if json.dumps(text)[1:20] in told]
    fields = {key for rows in values.values() for row in rows for key in row}
    assert fields <= {"x", "x2", "y", "y2", "t"}


def test_nothing_that_is_said_in_a_debate_leaves_for_the_program_that_places_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str] = []
    run = subprocess.run

    def listening(*args: Any, **options: Any) -> object:  # noqa: ANN401 (whatever is sent)
        sent.append(options["input"])
        return run(*args, **options)

    monkeypatch.setattr(subprocess, "run", listening)
    HOSTILE["argument"](0)
    (text,) = sent
    assert not [nasty for nasty in NASTY if nasty[:8] in text]
    assert len(text.splitlines()) == 2 + 8 + 7 + 1  # what begins it, boxes, arrows, its end


@pytest.mark.parametrize("name", HAND_MADE)
def test_the_same_debate_is_the_same_picture_to_the_byte(name: str) -> None:
    assert svg(made(name)) == svg(HAND_MADE[name]())


def test_shares_are_never_reckoned_by_the_picture() -> None:
    shares = [each.share for each in DISPUTES]
    shown = {*words(made("dumbbell"))}
    assert {f"{share:+.1f}".replace("-", "\N{MINUS SIGN}") for share in shares} <= shown


def test_a_crux_that_does_little_alone_is_needed_only_for_the_last_of_it() -> None:
    small = replace(DISPUTES[1], share=0.5, a_concedes=-12.4, b_concedes=-11.8)
    assert CRUX.fine == ()
    assert replace(CRUX, disputes=(DISPUTES[0], small, *DISPUTES[2:])).fine == (1,)
