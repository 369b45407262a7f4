"""The answer by date, held against the case that knew no more."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.findings.timeline_cases import (
    compiled_anew,
    curves,
    dated,
    items_of,
    so_far,
    timeline,
)
from tests.meaning.line import case_text, chances, decibans, sound_case
from tests.meaning.small_cases import Data, small_case, to_text
from tests.minds.little_case import ACT, LIKELIEST, SHOWN, little_case
from tests.minds.mind_case import MindCase
from tests.minds.small_minds import small_minds

from deciban import pipeline
from deciban.findings.timeline import Stage, Timeline, find_timeline
from deciban.read import read_case

FLAGSHIP = Path(__file__).parents[2] / "cases" / "barbarossa"
RANDOMS = st.randoms(use_true_random=False, note_method_calls=False)


def dated_case(random: Random) -> Data:
    return dated(small_case(random), random)


# ------------------------------------------------------------ against the case compiled anew


@given(RANDOMS)
@settings(max_examples=30, deadline=None)
def test_every_stage_is_the_case_with_no_more_in_it(random: Random) -> None:
    text = to_text(dated_case(random))
    for _, curve in curves(timeline(text, "day")):
        for stage, present, _ in so_far(curve):
            anew = compiled_anew(text, present, ())
            assert stage.probability == pytest.approx(anew, rel=0.0, abs=1e-9)


@given(RANDOMS)
@settings(max_examples=30, deadline=None)
def test_the_last_stage_of_every_curve_is_the_answer_of_the_case(random: Random) -> None:
    text = to_text(dated_case(random))
    answer = chances(text)
    for _, curve in curves(timeline(text)):
        assert curve[-1].probability == pytest.approx(answer, rel=0.0, abs=1e-12)


@given(RANDOMS)
@settings(max_examples=30, deadline=None)
def test_every_item_comes_once_on_every_curve_and_no_later_than_it_must(random: Random) -> None:
    text = to_text(dated_case(random))
    found = timeline(text)
    for clock in (found.happened, found.public):
        begins = [
            {name: stage.at for stage in curve for name in stage.came}
            for curve in (clock.earliest, clock.latest)
        ]
        for curve in (clock.earliest, clock.latest):
            came = [name for stage in curve for name in stage.came]
            assert sorted(came) == sorted(items_of(sound_case(text)))
            assert [stage.at for stage in curve] == sorted({stage.at for stage in curve})
        assert all(begins[0][name] <= begins[1][name] for name in begins[0])


@given(RANDOMS)
@settings(max_examples=40, deadline=None)
def test_the_moves_add_up_to_all_that_the_items_say(random: Random) -> None:
    for _, curve in curves(timeline(to_text(dated_case(random)))):
        for answer, first in curve[0].probability.items():
            moved = sum(stage.moved[answer] for stage in curve[1:])
            last = curve[-1].probability[answer]
            assert moved == pytest.approx(odds(last) - odds(first), abs=1e-6)


@given(RANDOMS)
@settings(max_examples=40, deadline=None)
def test_what_came_alone_moved_the_answer_as_far_as_it_is_said_to(random: Random) -> None:
    found = timeline(to_text(dated_case(random)))
    for _, curve in curves(found):
        for stage in curve:
            assert set(stage.by_item) == set(stage.came)
            assert list(stage.came) == sorted(stage.came, key=lambda it: -abs(stage.by_item[it]))
            if len(stage.came) == 1:
                assert stage.by_item[stage.came[0]] == pytest.approx(stage.moved[found.leader])


def odds(chance: float) -> float:
    return decibans(chance / (1.0 - chance))


# ------------------------------------------------------------------------------ with a mind in it


@given(small_minds())
@settings(max_examples=40, deadline=None)
def test_with_a_mind_every_stage_is_the_case_of_one_who_never_hears_the_rest(
    mind: MindCase,
) -> None:
    found = timeline(mind.text)
    for stage, present, heard in so_far(found.happened.latest):
        anew = compiled_anew(mind.text, present, heard)
        assert stage.probability == pytest.approx(anew, rel=0.0, abs=1e-9)


@given(small_minds(), RANDOMS)
@settings(max_examples=40, deadline=None)
def test_with_a_mind_the_public_knows_no_more_than_what_was_public(
    mind: MindCase, random: Random
) -> None:
    text = shown_in_parts(mind, random).text
    outcomes = {f"{sight['id']} turns out" for sight in mind.actor["saw"]}
    found = timeline(text)
    for curve in (found.public.earliest, found.public.latest):
        for stage, present, heard in so_far(curve):
            anew = compiled_anew(text, present, heard | outcomes)
            assert stage.probability == pytest.approx(anew, rel=0.0, abs=1e-9)


def shown_in_parts(mind: MindCase, random: Random) -> MindCase:
    """The same mind, of which one thing became public after another.

    Nothing rests on fresh knowledge, so that a message speaks from the same belief whichever of
    its source's others are known; and nothing is a copy.
    """
    actor = mind.case["actors"][mind.of]
    saw = [{**each} for each in actor["saw"] if "copies" not in each]
    for each in saw:
        each.pop("new_information", None)
        if random.random() < 0.8:
            each["public"] = random.choice(["1941-06-28", "1948", "1950..1960", "1998"])
    case = {**mind.case, "actors": {mind.of: {**actor, "saw": saw}}}
    return MindCase(case, mind.of)


@given(small_minds())
@settings(max_examples=40, deadline=None)
def test_with_a_mind_the_last_stage_is_the_answer_of_the_case(mind: MindCase) -> None:
    answer, _ = mind.answers()
    for _, curve in curves(timeline(mind.text)):
        assert curve[-1].probability == pytest.approx(answer, rel=0.0, abs=1e-9)


# ------------------------------------------------------------------------------------ by hand


def at(curve: tuple[Stage, ...], on: str, answer: str = "h") -> float:
    """The chance of an answer at the stage of that date."""
    return next(stage.probability[answer] for stage in curve if stage.on == on)


def by_date(curve: tuple[Stage, ...], answer: str = "h") -> Mapping[str, float]:
    return {stage.on: round(stage.probability[answer], 4) for stage in curve}


SOUND = "sources:\n  s: {name: S, character: {honest: 100%, guesses: rest}, competence: 100%}\n"


def test_an_archive_that_was_not_yet_searched_is_not_yet_silent() -> None:
    text = case_text("""
        sources:
          archive: {name: An archive}
        events:
          - {id: order, text: An order, when: 1941-06-18, expected: {h: 80%, other: 20%}}
        silences:
          - {id: gap, of: order, by: archive, made: 90%, searched: 1998}
        """)
    found = timeline(text)
    # 1 - 0.8 x 0.9 = 0.28 against 1 - 0.2 x 0.9 = 0.82
    assert by_date(found.public.latest) == {"": 0.5, "1998": 0.2545}
    assert by_date(found.happened.latest) == {"": 0.5, "1941-06-18": 0.2545}


@pytest.mark.parametrize(("late", "in_the_end"), [("5%", 0.1667), ("20%", 0.4444), ("90%", 0.7826)])
def test_in_1950_nothing_known_only_since_1998_moves_the_answer(
    late: str, in_the_end: float
) -> None:
    text = case_text(f"""
        events:
          - {{id: early, text: E, known: yes, known_since: 1948, expected: {{h: 80%, other: 20%}}}}
          - id: late
            text: L
            known: yes
            known_since: 1998
            expected: {{h: {late}, other: 100%}}
        """)
    assert by_date(timeline(text).public.latest) == {"": 0.5, "1948": 0.8, "1998": in_the_end}


def test_what_a_source_got_wrong_tells_on_it_from_when_that_was_known() -> None:
    text = case_text("""
        sources:
          s: {name: S, character: {honest: 50%, inverts: rest}, competence: 100%}
        assume: {slip: 0%}
        events:
          - {id: deed, text: A deed, expected: {h: 90%, other: 10%}}
          - {id: other_deed, text: Another, known: no, known_since: 1998, expected: 50%}
        reports:
          - {id: word, of: deed, by: s, public: 1948}
          - {id: lie, of: other_deed, by: s, public: 1948}
        """)
    # honest or inverting at even odds, its word says nothing; known to invert, it says the opposite
    assert by_date(timeline(text).public.latest) == {"": 0.5, "1948": 0.5, "1998": 0.1}


def test_a_memoir_counts_when_what_it_tells_of_happened_and_a_forecast_when_it_was_made() -> None:
    text = case_text(
        SOUND
        + """\
assume: {slip: 0%}
events:
  - {id: plan, text: A plan, when: 1941-06-22, expected: {h: 90%, other: 10%}}
  - {id: talk, text: A talk, when: 1941-05-01, expected: {h: 90%, other: 10%}}
reports:
  - {id: forecast, of: plan, by: s, made: 1941-06-01, public: 1941-06-01}
  - {id: memoir, of: talk, by: s, made: 1969, public: 1969}
"""
    )
    found = timeline(text)
    assert by_date(found.happened.latest) == {"": 0.5, "1941-05-01": 0.9, "1941-06-01": 0.9878}
    assert by_date(found.public.latest) == {"": 0.5, "1941": 0.9, "1969": 0.9878}


COPIES = (
    SOUND
    + """\
  desk: {name: Desk}
assume: {slip: 0%}
events:
  - {id: deed, text: A deed, expected: {h: 90%, other: 10%}}
reports:
  - {id: told, of: deed, by: s, public: 1998}
"""
)


def test_a_copy_that_is_public_before_its_original_hangs_on_a_report_that_nobody_has_seen() -> None:
    copy = "  - {id: copy, of: deed, by: desk, relays: told, fidelity: 80%, public: 1950}\n"
    # 0.9 x 0.8 + 0.1 x 0.2 = 0.74; beside the original the copy says nothing
    found = timeline(case_text(COPIES + copy))
    assert by_date(found.public.latest) == {"": 0.5, "1950": 0.74, "1998": 0.9}


def test_a_copy_of_a_copy_is_garbled_twice_though_the_one_between_is_not_public() -> None:
    chain = """\
  - {id: first, of: deed, by: desk, relays: told, fidelity: 80%, public: 1998}
  - {id: second, of: deed, by: desk, relays: first, fidelity: 80%, public: 1950}
"""
    # 0.8 x 0.8 + 0.2 x 0.2 = 0.68, and 0.9 x 0.68 + 0.1 x 0.32 = 0.644
    assert at(timeline(case_text(COPIES + chain)).public.latest, "1950") == pytest.approx(0.644)


def test_gaps_in_one_archive_are_one_loss_on_every_date() -> None:
    body = """
        sources:
          archive: {name: An archive}
        events:
          - {id: one, text: One, expected: {h: 100%, other: 0%}}
          - {id: two, text: Two, expected: {h: 100%, other: 0%}}
        silences:
          - {id: gap_one, of: one, by: archive, survives: 50%, searched: 1950}
          - {id: gap_two, of: two, by: archive, searched: 1998}
        """
    # an archive that may be lost: 0.5 against 1, and a second gap in it says no more
    assert by_date(timeline(case_text(body)).public.latest) == {
        "": 0.5,
        "1950": 0.3333,
        "1998": 0.3333,
    }


def test_a_weight_from_the_literature_counts_from_when_it_was_known() -> None:
    body = """
        events:
          - {id: study, text: A study, known: yes, known_since: 1966, weight: {h: x3}}
        """
    assert by_date(timeline(case_text(body)).public.latest) == {"": 0.5, "1966": 0.75}


def test_what_happened_once_within_a_stretch_has_two_curves_and_what_lasted_counts_at_its_end() -> (
    None
):
    body = """
        events:
          - {id: within, text: W, when: 1941-05-01..1941-05-20, known: yes,
             expected: {h: 90%, other: 10%}}
          - {id: lasted, text: L, when: 1941-05-05/1941-05-10, known: yes,
             expected: {h: 80%, other: 20%}}
        """
    clock = timeline(case_text(body)).happened
    assert by_date(clock.earliest) == {"": 0.5, "1941-05-01": 0.9, "1941-05-10": 0.973}
    assert by_date(clock.latest) == {"": 0.5, "1941-05-10": 0.8, "1941-05-20": 0.973}


def test_what_has_no_date_counts_throughout_or_only_at_the_end() -> None:
    body = """
        events:
          - {id: dated, text: D, when: 1941-05-01, known: yes, expected: {h: 90%, other: 10%}}
          - {id: open, text: O, known: yes, expected: {h: 80%, other: 20%}}
        """
    clock = timeline(case_text(body)).happened
    assert clock.undated == ("open",)
    assert [round(each.probability["h"], 4) for each in clock.earliest] == [0.8, 0.973]
    assert [round(each.probability["h"], 4) for each in clock.latest] == [0.5, 0.9, 0.973]
    assert clock.latest[-1].came == ("open",)


def test_nothing_is_public_before_it_was_made_though_nobody_says_when_it_was() -> None:
    body = """
        events:
          - {id: deed, text: D, when: 1941-05-01, known: yes, expected: {h: 90%, other: 10%}}
        """
    clock = timeline(case_text(body)).public
    assert clock.undated == ("deed",)
    assert by_date(clock.earliest) == {"": 0.5, "1941": 0.9}
    assert [stage.on for stage in clock.latest] == ["", ""]


def test_a_stage_is_called_as_the_case_would_write_its_date() -> None:
    dates = ("1938", "1940-05", "1941-06-21T21:30", "1941-06-21", "1941-21", "-0043-03-15")
    events = "".join(
        f"  - {{id: e{place}, text: E, when: {date}, known: yes, expected: 50%}}\n"
        for place, date in enumerate(dates)
    )
    curve = timeline(case_text("events:\n" + events)).happened.latest
    expected = ["", "-0043-03-15", "1938", "1940-05", "1941-05", "1941-06-21T21:30", "1941-06-21"]
    assert [stage.on for stage in curve] == expected


def test_where_nothing_that_counts_is_possible_no_answer_leads_and_nothing_moves() -> None:
    text = little_case(
        """\
        prior: {attack: 40%, quiet: rest}
        trusts:
          friend: {honest: 90%, guesses: rest, competence: 95%}
        saw:
          - {id: warning, on: 1941-06-10, from: friend, says: attack}
        """,
        """\
        events:
          - {id: packed, text: He packed, when: 1941-06-01, known: yes,
             expected: {attack: 60%, quiet: 0%}}
        """,
        asked=LIKELIEST,
    )
    stages = {stage.on: stage for stage in timeline(text).happened.latest}
    # before the warning he held peace the likelier, and then nobody packs
    assert stages[""].probability == {"attack": 0.0, "quiet": 1.0}
    assert stages["1941-06-01"].probability == {"attack": 0.0, "quiet": 0.0}
    assert stages["1941-06-01"].leader == ""
    assert set(stages["1941-06-01"].moved.values()) == {0.0}
    assert stages["1941-06-10"].probability == {"attack": 1.0, "quiet": 0.0}
    assert set(stages["1941-06-10"].moved.values()) == {0.0}


# --------------------------------------------------------------------------- by hand, with a mind

HEARD = """\
prior: {attack: 40%, quiet: rest}
trusts:
  friend: {honest: 90%, guesses: rest, competence: 95%}
saw:
  - {id: reassured, on: 1941-05-01, from: friend, says: quiet, public: 1948}
  - {id: warning, on: 1941-06-10, from: friend, says: attack, new_information: yes, public: 1998,
     resolved: {on: 1941-06-18, was: no}}
  - {id: alarm, on: 1941-06-15, expected: {attack: 90%, quiet: 1%}, public: 1950}
"""


def test_on_the_first_of_may_nothing_of_june_has_reached_him() -> None:
    clock = timeline(little_case(HEARD, asked=LIKELIEST)).happened
    assert clock.earliest == clock.latest
    assert by_date(clock.latest, "attack") == {
        "": 0.0,
        "1941-05-01": 0.0,
        "1941-06-10": 0.0,
        "1941-06-15": 1.0,
        "1941-06-18": 1.0,
    }
    heard = {stage.on: stage.heard for stage in clock.latest}
    assert heard["1941-06-18"] == ("warning turns out",)
    assert heard["1941-06-15"] == ("alarm",)


def test_in_1948_nobody_knew_what_he_had_been_told_in_june() -> None:
    found = timeline(little_case(HEARD, asked=LIKELIEST)).public.latest
    assert by_date(found, "attack") == {"": 0.0, "1948": 0.0, "1950": 1.0, "1998": 1.0}
    assert [stage.heard for stage in found] == [(), ("reassured",), ("alarm",), ("warning",)]
    assert found[2].by_mind["he"] == math.inf


def test_a_copy_makes_public_what_it_repeats() -> None:
    copied = HEARD + "  - {id: leak, on: 1941-06-16, from: friend, says: attack, copies: warning,\n"
    copied += "     public: 1960}\n"
    found = timeline(little_case(copied, asked=LIKELIEST)).public.latest
    assert [stage.heard for stage in found] == [(), ("reassured",), ("alarm",), ("warning",)]
    assert [stage.on for stage in found] == ["", "1948", "1950", "1960"]


def test_the_belief_of_every_actor_is_told_by_what_had_reached_him_and_looking_back() -> None:
    found = timeline(little_case(HEARD + ACT, SHOWN, asked=LIKELIEST)).minds
    assert [mind.actor for mind in found] == ["he"]
    beliefs = {belief.on: belief for belief in found[0].beliefs}
    assert beliefs["1941-05-01"].came == ("reassured",)
    assert found[0].of in found[0].brief.belief.now
    # a mind of points has one column, so that looking back changes nothing
    assert beliefs["1941-06-15"].now == beliefs["1941-06-15"].before


# ------------------------------------------------------------------------- what follows from works


def folder(path: Path, report: str, works: list[dict[str, object]]) -> Timeline:
    """The timeline of a case whose one report cites works."""
    body = f"""
        sources:
          s: {{name: S, character: {{honest: 100%, guesses: rest}}, competence: 100%, cite: [old]}}
        assume: {{slip: 0%}}
        events:
          - {{id: deed, text: A deed, when: 1941-05-01, expected: {{h: 90%, other: 10%}}}}
        reports:
          - {{id: word, of: deed, {report}}}
        """
    (path / "case.yaml").write_text(case_text(body), encoding="utf-8")
    (path / "sources.json").write_text(json.dumps(works), encoding="utf-8")
    found = pipeline.inquire(read_case(path), find_timeline).findings
    assert found is not None
    return found


def work(name: str, year: int | None, kind: str = "book") -> dict[str, object]:
    issued = {} if year is None else {"issued": {"date-parts": [[year]]}}
    return {"id": name, "type": kind, "title": name, **issued}


WORKS = [work("old", 1933), work("first", 1948), work("later", 1998), work("dateless", None)]


@pytest.mark.parametrize(
    "report",
    [
        "by: s, cite: [later, first, dateless]",
        "by: s, cite: [old, first]",  # what came out before it happened cannot tell of it
        "by: first",
    ],
)
def test_where_no_date_is_written_it_follows_from_the_first_work_that_prints_it(
    tmp_path: Path, report: str
) -> None:
    clock = folder(tmp_path, report, WORKS).public
    assert clock.derived == ("word",)
    assert [stage.on for stage in clock.earliest] == ["", "1941"]
    assert [stage.on for stage in clock.latest] == ["", "1948"]


@pytest.mark.parametrize("report", ["by: s", "by: s, cite: dateless", "by: s, cite: old"])
def test_where_no_work_that_prints_it_has_a_year_it_has_no_date(
    tmp_path: Path, report: str
) -> None:
    clock = folder(tmp_path, report, WORKS).public
    assert (clock.derived, clock.undated) == ((), ("word",))


def test_a_date_that_is_written_comes_before_what_the_works_say(tmp_path: Path) -> None:
    clock = folder(tmp_path, "by: s, cite: first, public: 1966", WORKS).public
    assert (clock.derived, clock.undated) == ((), ())
    assert by_date(clock.latest) == {"": 0.5, "1966": 0.9}


@pytest.mark.parametrize("kind", ["personal_communication", "manuscript", "document"])
def test_a_letter_or_a_paper_in_a_file_makes_nothing_public(tmp_path: Path, kind: str) -> None:
    works = [*WORKS, work("letter", 1942, kind)]
    clock = folder(tmp_path, "by: s, cite: letter", works).public
    assert clock.undated == ("word",)


# ------------------------------------------------------------------------------------ the flagship


@pytest.fixture(scope="module")
def flagship() -> Timeline:
    found = pipeline.inquire(read_case(FLAGSHIP), find_timeline).findings
    assert found is not None
    return found


@pytest.mark.parametrize("folder", ["barbarossa", "finance_director"])
def test_a_case_ends_on_every_curve_where_weigh_has_it(folder: str) -> None:
    weighed = pipeline.weigh(FLAGSHIP.parent / folder).findings
    found = pipeline.inquire(read_case(FLAGSHIP.parent / folder), find_timeline).findings
    assert weighed is not None
    assert found is not None
    answer = {each.id: each.probability for each in weighed.posterior.answers}
    for _, curve in curves(found):
        assert curve[-1].probability == pytest.approx(answer, rel=0.0, abs=1e-12)


def test_the_flagship_of_a_year_is_about_what_it_is_without_all_that_came_later(
    flagship: Timeline,
) -> None:
    """Anew he is read at other columns, so the two agree within what these leave open."""
    text = (FLAGSHIP / "case.yaml").read_text(encoding="utf-8")
    outcomes = {name for stage in flagship.happened.latest for name in stage.heard}
    told = {name for name in outcomes if name.endswith("turns out")}
    for stage, present, heard in so_far(flagship.public.latest):
        if stage.on in ("1941", "1950", "1991"):
            anew = compiled_anew(text, present, heard | told)
            assert stage.probability == pytest.approx(anew, rel=0.0, abs=0.02)


def test_until_1998_nobody_knew_what_the_network_in_berlin_had_told_him(flagship: Timeline) -> None:
    known = {stage.on: heard for stage, _, heard in so_far(flagship.public.latest)}
    assert "network_any_time" not in known["1991"]
    assert "network_any_time" in known["1998"]


def test_the_ranges_of_a_stage_are_those_of_a_brief_within_what_fewer_draws_leave_open(
    flagship: Timeline,
) -> None:
    weighed = pipeline.weigh(FLAGSHIP).findings
    assert weighed is not None
    for name, drawn in flagship.happened.latest[-1].ranges.items():
        theirs = weighed.ranges.of["expectation"][name]
        assert (drawn.low, drawn.high) == pytest.approx((theirs.low, theirs.high), abs=0.02)


def test_every_stage_lies_within_its_range_or_next_to_it(flagship: Timeline) -> None:
    for _, curve in curves(flagship):
        for stage in curve:
            for name, drawn in stage.ranges.items():
                assert drawn.low <= drawn.high
                assert drawn.low - 0.05 <= stage.probability[name] <= drawn.high + 0.05


def test_the_same_case_has_the_same_timeline(flagship: Timeline) -> None:
    again = pipeline.inquire(read_case(FLAGSHIP), find_timeline).findings
    assert again is not None
    assert (again.happened, again.public) == (flagship.happened, flagship.public)
