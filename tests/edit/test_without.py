"""Leaving an item out of the text is leaving it out of the graph: the two must agree."""

from pathlib import Path

import pytest

from deciban.case import WhatIf
from deciban.findings.findings import Findings
from deciban.pipeline import Weighing, suppose, weigh, weigh_reading
from deciban.read import read_text_of_case

FINANCE = Path("cases/finance_director")

SHARED = """
deciban: 1
title: What is shared
question:
  ask: Which?
  hypotheses: {a: One, b: Another}
  exhaustive: yes
  prior: even
sources:
  s: {name: A witness, character: {honest: 60..80%, guesses: rest}}
  t: {name: Who heard him}
  u: {name: Who heard that}
  archive: {name: An archive}
events:
  - {id: e, text: It happened, expected: {a: 70%, b: 20%}}
  - {id: f, text: So did that, expected: {a: 80%, b: 40%}}
reports:
  - {id: first, of: e, by: s, competence: 70..90%}
  - {id: again, of: e, by: s}
  - {id: relayed, of: e, by: t, relays: first}
  - {id: relayed_on, of: e, by: u, relays: relayed}
silences:
  - {id: no_letter, of: e, by: archive, made: 60%, survives: 50%}
  - {id: no_note, of: f, by: archive, made: 60%}
"""


def without_each(weighing: Weighing[Findings]) -> None:
    """Each item left out moves every hypothesis by as much as it added last."""
    assert weighing.case is not None
    assert weighing.findings is not None
    above = {name for event in weighing.case.events for name in event.given}
    above |= {report.of for report in weighing.case.reports}
    items = [item for item in weighing.findings.weights.items if item.id not in above]
    what_ifs = [WhatIf(id=item.id, without=(item.id,)) for item in items]
    suppositions, problems = suppose(weighing, what_ifs)
    assert not problems
    for item, supposed in zip(items, suppositions, strict=True):
        assert supposed.gone == (item.id,)
        for name, weight in item.weights.items():
            assert supposed.moved[name] == pytest.approx(-weight.last, abs=1e-8)


def test_each_item_of_a_case_moves_the_answer_by_what_it_added_last() -> None:
    without_each(weigh(FINANCE))


def test_numbers_that_records_share_stay_with_those_that_stay() -> None:
    without_each(weigh_reading(read_text_of_case(SHARED, Path("case.yaml"))))


def test_a_relay_in_the_middle_left_out_makes_no_new_witness() -> None:
    text = SHARED.replace(", competence: 70..90%", "")
    weighing = weigh_reading(read_text_of_case(text, Path("case.yaml")))
    (supposed,), _ = suppose(weighing, [WhatIf(id="x", without=("first", "again", "relayed"))])
    (alone,), _ = suppose(weighing, [WhatIf(id="x", without=("again", "relayed", "relayed_on"))])
    assert 0.5 < supposed.probability["a"] < alone.probability["a"]


def test_a_source_left_out_takes_its_reports_and_what_was_heard_from_it() -> None:
    weighing = weigh_reading(read_text_of_case(SHARED, Path("case.yaml")))
    (supposed,), _ = suppose(weighing, [WhatIf(id="x", without=("s",))])
    assert supposed.gone == ("first", "again", "relayed", "relayed_on")
