"""The section of a brief on where the debaters part, by debates made by hand."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.render.brief.briefs import DRAWS, SMALL, accounted, said, section, sections, words
from tests.render.charts.debates import ANN, BOB, CRUX, MASKED, POOL, thread
from tests.render.charts.drawing import DEBATED

from deciban import pipeline
from deciban.debate.crux import Pair
from deciban.debate.in_brief import Absent, DebateInBrief, Holder
from deciban.read import read_case
from deciban.render.brief.brief import brief_of
from deciban.render.brief.figures import brief_pictures
from deciban.render.document.blocks import Document, Figure, Table

OF, MINUS_SIX = "saw", "\N{MINUS SIGN}6.0"
A, B = (
    Holder(name, called, "", "", (), 2, 0) for name, called in (("ann", "Ann Lee"), ("bob", "Bob"))
)
HELD = {"ann": {"saw": 0.8, "did_not": 0.2}, "bob": {"saw": 0.2, "did_not": 0.8}}
ODDS = {"ann": {"saw": 6.0}, "bob": {"saw": -6.0}}
POOLED = replace(
    POOL,
    names=("ann", "bob"),
    held=HELD,
    log_odds=ODDS,
    spread={"saw": (0.2, 0.8), "did_not": (0.2, 0.8)},
    hypotheses={"saw": "He had seen it", "did_not": "He had not"},
    log_pool={"saw": 0.5, "did_not": 0.5},
    linear_pool={"saw": 0.5, "did_not": 0.5},
    median=None,
)
SAW = replace(CRUX, of=OF, probability={"saw": (0.8, 0.2), "did_not": (0.2, 0.8)})
FOUND = DebateInBrief(
    of=OF,
    holders=(A, B),
    absent=(),
    pool=POOLED,
    shown=("saw", "did_not"),
    pairs=(Pair("ann", "bob", -12.0, ("one",), 0.8),),
    about={},
    cruxes=(SAW,),
    thread=thread(),
    trajectories=(ANN, BOB),
)


def _brief(found: DebateInBrief | None, *, short: bool = False, figures: bool = False) -> Document:
    case, account = accounted(SMALL)
    return brief_of(account, case, debate=found, short=short, figures=figures)


def _told(found: DebateInBrief | None) -> str:
    return said(section(_brief(found), "debate"))


def test_a_case_without_positions_has_no_such_section() -> None:
    document = _brief(None)
    assert "debate" not in sections(document)
    assert "debater" not in said(section(document, "limits"))


def test_who_holds_what_stands_in_a_table_with_what_they_come_to_together() -> None:
    (held,) = (each for each in section(_brief(FOUND), "debate") if isinstance(each, Table))
    rows = [[*map(words, row)] for row in held.rows]
    assert rows[0][0] == "The case as it stands"
    assert rows[1:3] == [["Ann Lee", "80%", "20%", "+6.0"], ["Bob", "20%", "80%", MINUS_SIX]]
    assert [row[0] for row in rows[3:]] == [
        "Together, by the mean of decibans",
        "By the mean of probabilities",
    ]


def test_the_spread_comes_before_any_pool_is_leant_on() -> None:
    assert "goes from 20 to 80%, depending on whose numbers are taken." in _told(FOUND)


def test_the_crux_set_is_told_in_a_sentence_with_how_much_does_not_matter() -> None:
    told = _told(FOUND)
    assert (
        "Ann Lee and Bob are 12.0 decibans apart (80% against 20%). “Is a late seal "
        "likelier on a forgery?” alone leaves 4.0 of the 12.0 decibans. Settle “Is a late seal "
        "likelier on a forgery?” and “Was the scribe alive in 1105?”, and the two agree within 1 "
        "deciban; the other three do not matter."
    ) in told
    assert "Either changes sides by conceding “Is a late seal likelier on a forgery?”." in told


def test_the_same_answer_for_different_reasons_is_told_as_that() -> None:
    masked = replace(MASKED, of=OF, probability={"saw": (0.5, 0.52)})
    told = _told(replace(FOUND, cruxes=(masked,)))
    assert (
        "They give much the same answer for different reasons: five disputes all but cancel out."
        in told
    )


def test_a_crux_that_alone_would_widen_the_gap_is_said_to() -> None:
    disputes = (replace(SAW.disputes[0], widens=True), *SAW.disputes[1:])
    told = _told(replace(FOUND, cruxes=(replace(SAW, disputes=disputes),)))
    assert (
        "Settled alone, “Is a late seal likelier on a forgery?” would only widen the gap." in told
    )


def test_what_is_owed_is_told_with_whose_turn_it_is_and_since_when() -> None:
    told = _told(FOUND)
    assert "Six moves have been made, which by themselves change no number, and two" in told
    assert (
        "“Its seal is of a later kind” (late_seal) is undecided; an answer has been owed by "
        "whoever keeps the case since 6 May 2026."
    ) in told
    assert "does not stand; an answer has been owed by Bob since 5 May 2026." in told


def test_a_debater_whose_position_is_broken_is_left_out_by_name_and_with_the_reason() -> None:
    broken = Absent("carl", "Carl", "there is no number at 'question.priors'")
    told = _told(replace(FOUND, absent=(broken,)))
    assert "Carl is left out: there is no number at 'question.priors'." in told


def test_whoever_has_not_read_the_case_as_it_now_is_is_named() -> None:
    told = _told(replace(FOUND, holders=(replace(A, stale=True), B)))
    assert "The case has been edited since Ann Lee last read it." in told
    assert "edited since" not in _told(FOUND)


def test_where_every_position_is_broken_that_is_all_there_is_to_tell() -> None:
    broken = Absent("carl", "Carl", "there is no number at 'question.priors'")
    nobody = DebateInBrief(OF, (), (broken,), None, (), (), {}, (), None, ())
    assert _told(nobody) == "Carl is left out: there is no number at 'question.priors'."


@pytest.mark.parametrize(
    "holder",
    [
        replace(A, called="Ann Lee, as read here"),
        replace(A, text="The argument gave no number; these are our reading of it."),
        replace(A, note="All numbers are our reading."),
    ],
)
def test_a_reading_of_what_others_wrote_is_called_one(holder: Holder) -> None:
    told = _told(replace(FOUND, holders=(holder, B)))
    assert "Ann Lee is a reading of what was written, and not numbers that anybody gave" in told
    assert "reading of what was written" not in _told(FOUND)


def test_an_answer_that_some_do_not_entertain_has_no_figure_of_theirs() -> None:
    pool = replace(
        POOLED,
        held={"ann": {**HELD["ann"], "third": 0.0}, "bob": HELD["bob"]},
        hypotheses={**POOLED.hypotheses, "third": "He was not there"},
        aside={"third": ("bob",)},
    )
    found = replace(FOUND, pool=pool, shown=("saw", "third"))
    (held,) = (each for each in section(_brief(found), "debate") if isinstance(each, Table))
    rows = [[*map(words, row)] for row in held.rows]
    assert rows[2] == ["Bob", "20%", "\N{EN DASH}", MINUS_SIX]
    assert "Bob does not entertain “He was not there”." in _told(found)


def test_many_pairs_are_told_in_an_appendix_and_the_furthest_apart_in_the_body() -> None:
    carl = replace(B, name="carl", called="Carl")
    pairs = (
        *FOUND.pairs,
        Pair("ann", "carl", -9.0, ("one",), 0.5),
        Pair("bob", "carl", 3.0, (), 3.0),
    )
    pool = replace(
        POOLED,
        held={**HELD, "carl": HELD["bob"]},
        log_odds={**ODDS, "carl": {}},
        called={**POOL.called},
    )
    found = replace(
        FOUND, holders=(A, B, carl), pairs=pairs, pool=pool, about={"one": "Was it late?"}
    )
    document = _brief(found)
    assert "Of three pairs the two who are furthest apart; Appendix D has all of them:" in _told(
        found
    )
    further = said(section(document, "in-full"))
    assert "Ann Lee and Carl" in further
    assert "Was it late?" in further


def test_the_positions_in_their_own_words_stand_in_the_appendix() -> None:
    holder = replace(A, text="He saw the lamp, and lied.")
    told = said(section(_brief(replace(FOUND, holders=(holder, B))), "in-full"))
    assert "Ann Lee (two numbers). He saw the lamp, and lied." in told


def test_that_no_side_is_taken_stands_among_what_the_brief_does_not_say() -> None:
    told = said(section(_brief(FOUND), "limits"))
    assert "It does not decide between debaters: the numbers of the two debaters" in told


def test_its_figures_are_the_two_furthest_apart_and_in_the_appendix_the_rest() -> None:
    case, account = accounted(SMALL)
    drawn = brief_pictures(account, case, FOUND)
    assert {"dumbbell", "residual", "trajectories", "argument"} <= {*drawn}
    assert {*brief_pictures(account, case, FOUND, short=True)} & {*drawn} >= {"dumbbell"}
    assert "residual" not in brief_pictures(account, case, FOUND, short=True)
    shown = [
        each for each in section(_brief(FOUND, figures=True), "debate") if isinstance(each, Figure)
    ]
    assert [each.picture.name for each in shown] == ["dumbbell"]


def test_a_debate_that_could_not_be_read_on_a_page_is_not_drawn_in_a_brief() -> None:
    case, account = accounted(SMALL)
    debate = thread()
    many = {f"{name}-{turn}": each for turn in range(3) for name, each in debate.standings.items()}
    crowded = replace(debate, standings=many, depth=dict.fromkeys(many, 0))
    assert "argument" not in brief_pictures(account, case, replace(FOUND, thread=crowded))


def test_no_sentence_of_it_is_doubled_or_left_open() -> None:
    told = _told(FOUND)
    assert ".." not in told
    assert "?." not in told
    assert "  " not in told


def _of(folder: Path) -> Document:
    weighing = pipeline.account(read_case(folder), draws=DRAWS)
    assert weighing.sound, weighing.problems
    return pipeline.brief(weighing, figures=False)


def test_a_case_with_two_debaters_has_the_section_from_its_text() -> None:
    told = said(section(_of(DEBATED), "debate"))
    assert "Ann Lee and Bob Nye are 21.8 decibans apart (98% against 30%). “" in told
    assert "Bob Nye changes sides by conceding" in told
    assert (
        "What “Hugh of Marl” says (sources.chronicler) does not stand; an answer has been owed by"
        in told
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("position: carl\nholds:\n  question.priors: {is: even}\n", "no number at 'question.prior"),
        ("position: [carl\n", "Carl is left out: the bracket [ opens here and is never closed."),
        ("position: carl\nextends: dora\n", "no position 'dora'"),
    ],
)
def test_a_broken_position_leaves_its_debater_out_and_the_brief_whole(
    tmp_path: Path, text: str, why: str
) -> None:
    folder = tmp_path / "case"
    shutil.copytree(DEBATED, folder)
    (folder / "positions" / "carl.yaml").write_text(text, encoding="utf-8")
    told = said(section(_of(folder), "debate"))
    assert why in told
    assert "Carl is left out: " in told
    assert "Ann Lee and Bob Nye are 21.8 decibans apart" in told


def test_a_case_with_moves_and_no_positions_tells_what_is_owed(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(DEBATED, folder)
    shutil.rmtree(folder / "positions")
    told = said(section(_of(folder), "debate"))
    assert told.startswith("Four moves have been made, which by themselves change no number")


def test_as_one_debater_sees_it_a_case_has_no_debate() -> None:
    reading = pipeline.seen(read_case(DEBATED), "ann")
    weighing = pipeline.account(reading, draws=DRAWS)
    assert weighing.debate is None
    assert "debate" not in sections(pipeline.brief(weighing, figures=False))
