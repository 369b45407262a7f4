"""Every quotation of a case, and the documents that they are for."""

from pathlib import Path
from typing import Any

import pytest
from tests.quotations.making import case_in, folder_with, pdf, report

from deciban.problem import Problem
from deciban.quotations import State, quotations_in
from deciban.quotations.document import Document, Fault
from deciban.quotations.find import find_quotations
from deciban.quotations.reading import read_document

QUOTE = "The ledger was gone from its shelf"
WHOLE = """\
deciban: 1
title: The missing ledger
question: {ask: Did he know?, subject: him, hypotheses: {yes: Yes, no: No}, prior: even}
sources:
  clerk: {name: The clerk, reliability: B}
events:
  - id: gone
    text: The ledger was gone
    expected: {yes: 60%, no: 50%}
    quote: The ledger was gone
    in: day.txt
reports:
  - {id: clerk_says, of: gone, by: clerk, quote: gone from its shelf, in: day.txt}
actors:
  him:
    wonders: {id: ledger, values: [here, gone]}
    prior: even
    trusts:
      clerk: {honest: 80%, guesses: rest}
    saw:
      - {id: told, on: 1912-03-04, from: clerk, says: gone, quote: was gone from, in: day.txt}
"""
MOVE = """\
move: challenge
id: how-so-1f2e
author: anna
on: 1990
target: events.gone
text: He never said that
quote: He had said that the ledger
in: day.txt
"""


def test_events_reports_messages_and_moves_may_quote(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "day.txt").write_text("He had said that\nThe ledger was gone from its shelf\n")
    (tmp_path / "debate").mkdir()
    (tmp_path / "debate" / "how-so-1f2e.yaml").write_text(MOVE, encoding="utf-8")
    found = find_quotations(case_in(tmp_path), tmp_path)
    assert [(each.noun, each.id, each.verified) for each in found] == [
        ("event", "gone", True),
        ("report", "clerk_says", True),
        ("message or sign", "told", True),
        ("move", "how-so-1f2e", False),
    ]


def test_each_document_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [
        report(number, QUOTE, name)
        for number, name in enumerate(["a.txt", "a.txt", "b.txt", "./a.txt", "a.txt"])
    ]
    folder_with(tmp_path, {"a.txt": QUOTE, "b.txt": QUOTE}, reports)
    read: list[str] = []

    def counted(path: Path, *others: Any) -> Document | Fault | Problem:  # noqa: ANN401 (passed on)
        read.append(path.name)
        return read_document(path, *others)

    monkeypatch.setattr("deciban.quotations.find.read_document", counted)
    found = find_quotations(case_in(tmp_path), tmp_path)
    assert all(each.verified for each in found)
    assert sorted(read) == ["a.txt", "b.txt"]


def test_quotations_come_in_the_order_of_the_text_whatever_their_documents(tmp_path: Path) -> None:
    names = ["b.txt", None, "a.txt", "nowhere.txt", "b.txt"]
    reports = [report(number, QUOTE, name) for number, name in enumerate(names)]
    folder_with(tmp_path, {"a.txt": QUOTE, "b.txt": "Something else"}, reports)
    found = find_quotations(case_in(tmp_path), tmp_path)
    assert [(each.id, each.state) for each in found] == [
        ("r0", State.MISSING),
        ("r1", State.UNNAMED),
        ("r2", State.FOUND),
        ("r3", State.UNREAD),
        ("r4", State.MISSING),
    ]


def test_a_document_without_a_quotation_is_named_and_not_read(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": QUOTE}, [report(0, "", "a.txt")])
    case = case_in(tmp_path)
    assert [each.quote for each in quotations_in(case)] == [""]
    assert find_quotations(case, tmp_path) == ()


def test_how_far_one_is_is_told_page_by_page_and_quotation_by_quotation(tmp_path: Path) -> None:
    content = pdf("One.", f"{QUOTE}.")
    folder_with(tmp_path, {"a.pdf": content}, [report(each, QUOTE, "a.pdf") for each in range(2)])
    told: list[str] = []
    find_quotations(case_in(tmp_path), tmp_path, told.append)
    assert told == [
        "page 1 of 2 of a.pdf",
        "page 2 of 2 of a.pdf",
        "1 of 2 quotations",
        "2 of 2 quotations",
    ]


def test_a_large_pdf_is_shared_out_and_put_together_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deciban.quotations.pdf.SMALL", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    pages = ["Alpha beta gamma.", "Delta epsilon zeta.", "Eta theta iota.", "Kappa lambda mu."]
    quotes = ["beta gamma. Delta", "zeta. Eta theta", "iota. Kappa lambda", "Kappa lambda mu"]
    reports = [report(number, quote, "a.pdf") for number, quote in enumerate(quotes)]
    folder_with(tmp_path, {"a.pdf": pdf(*pages)}, reports)
    found = find_quotations(case_in(tmp_path), tmp_path)
    assert [each.where for each in found] == [
        "pp. 1-2 of a.pdf",
        "pp. 2-3 of a.pdf",
        "pp. 3-4 of a.pdf",
        "p. 4 of a.pdf",
    ]
