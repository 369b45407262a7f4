"""`deciban check --quotes`: what it prints, and what a plain check leaves alone."""

import json
import os
import re
from pathlib import Path

from click.testing import CliRunner, Result
from tests.cli.running import SECOND, on_terminal, plain, program, run
from tests.quotations.making import folder_with, pdf, report

from deciban.cli.main import deciban

QUOTE = "The ledger was gone from its shelf"
DOCUMENTS: dict[str, str | bytes] = {
    "ledger.pdf": pdf("One.", f"{QUOTE}.", setting='#set page(numbering: "i")'),
    "minutes.txt": "Nothing was said.\nThe ledger was gone from its old shelf.\n",
}
REPORTS = [
    report(0, QUOTE, "ledger.pdf", at="p. ii"),
    report(1, QUOTE.replace("from", "off"), "minutes.txt"),
    report(2, "All the rest is entirely made up by somebody", "minutes.txt"),
    report(3, "He told nobody", None),
]


def _check(folder: Path, *more: str) -> Result:
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(deciban, ["check", *more], prog_name="deciban")
    finally:
        os.chdir(before)


def test_every_quotation_is_told_where_it_stands(tmp_path: Path) -> None:
    result = _check(folder_with(tmp_path, DOCUMENTS, REPORTS), "--quotes")
    assert result.exit_code == 1
    first, second, *others = result.output.splitlines()
    assert first.startswith("case.yaml:24:12: D567 ")
    assert second.startswith("case.yaml:29:12: D566 ")
    assert others == [
        "report r0: p. ii of ledger.pdf (page 2 of the file)",
        "report r1: not as it stands in line 2 of minutes.txt",
        '    document: "The ledger was gone *from* its *old* shelf"',
        '    quoted:   "The ledger was gone *off* its shelf"',
        "report r2: not in minutes.txt",
        "3 quotations, 1 of them found as quoted; 1 more names no document",
        ".: 2 problems",
    ]


def test_what_was_left_out_is_printed(tmp_path: Path) -> None:
    reports = [report(0, "The ledger was gone [...] shelf", "minutes.txt")]
    result = _check(folder_with(tmp_path, DOCUMENTS, reports), "--quotes")
    assert result.output.splitlines()[1] == '    [...] leaves out "from its old"'


def test_a_case_whose_quotations_all_stand_has_nothing_wrong(tmp_path: Path) -> None:
    result = _check(folder_with(tmp_path, DOCUMENTS, REPORTS[:1]), "--quotes")
    assert result.exit_code == 0
    assert result.output.splitlines()[-2:] == ["1 quotation, found as quoted", ".: nothing wrong"]


def test_as_data_each_quotation_has_its_state_page_label_and_line(tmp_path: Path) -> None:
    result = _check(folder_with(tmp_path, DOCUMENTS, REPORTS), "--quotes", "--json")
    data = json.loads(result.stdout)
    states = [(each["id"], each["state"], each["verified"]) for each in data["quotations"]]
    assert states == [
        ("r0", "found", True),
        ("r1", "near miss", False),
        ("r2", "not found", False),
        ("r3", "no document named", False),
    ]
    (page,), (line,) = data["quotations"][0]["places"], data["quotations"][1]["places"]
    assert (page["page"], page["label"], page["line"]) == (2, "ii", None)
    assert (line["page"], line["label"], line["line"]) == (None, None, 2)
    parts = [(part["document"], part["quoted"]) for part in data["quotations"][1]["differences"]]
    assert parts == [("from", "off"), ("old", ""), ("", "")]
    assert [each["code"] for each in data["problems"]] == ["D567", "D566"]


def test_mistakes_elsewhere_do_not_keep_quotations_from_being_checked(tmp_path: Path) -> None:
    broken = report(4, QUOTE, "minutes.txt").replace("of: told_him", "of: told_her")
    result = _check(folder_with(tmp_path, DOCUMENTS, [REPORTS[0], broken]), "--quotes")
    assert result.exit_code == 1
    assert "D402" in result.output
    assert "report r0: p. ii of ledger.pdf" in result.output
    assert "report r4: not as it stands" in result.output


def test_a_plain_check_opens_no_document_and_loads_nothing_to_read_one(tmp_path: Path) -> None:
    folder_with(tmp_path, DOCUMENTS, REPORTS[1:])
    before = "import atexit, sys; atexit.register(lambda: print(sorted(sys.modules)))"
    done = program("check", str(tmp_path), before=before)
    printed = done.stdout.decode()
    assert f"{tmp_path}: nothing wrong" in printed
    for module in ("pypdf", "rapidfuzz", "subprocess", "deciban.quotations.find"):
        assert f"'{module}'" not in printed, module


def test_a_plain_check_misses_a_document_all_the_same(tmp_path: Path) -> None:
    result = _check(folder_with(tmp_path, {}, REPORTS))
    assert result.exit_code == 1
    assert result.output.count("D560") == 3


def test_a_case_without_quotations_says_so(tmp_path: Path) -> None:
    result = _check(folder_with(tmp_path, {}, [report(0, "", None)]), "--quotes")
    assert result.output.splitlines() == ["no quotation", ".: nothing wrong"]


def test_a_case_that_cannot_be_read_is_told_its_problems(tmp_path: Path) -> None:
    result = _check(tmp_path, "--quotes")
    assert result.exit_code == 1
    assert "D210" in result.output
    assert json.loads(_check(tmp_path, "--quotes", "--json").stdout).keys() == {"problems"}


def test_a_terminal_sees_in_colour_what_differs_and_a_narrow_one_all_of_it(tmp_path: Path) -> None:
    folder_with(tmp_path, DOCUMENTS, REPORTS)
    coloured = on_terminal(("check", "--quotes", str(tmp_path)), 80)
    assert re.search(r"\x1b\[1;32mfrom\x1b\[0m its \x1b\[1;32mold", coloured)
    assert re.search(r"\x1b\[1;31moff\x1b\[0m", coloured)
    assert "*" not in plain(coloured).partition("report r0")[2]
    narrow = plain(on_terminal(("check", "--quotes", str(tmp_path)), 40)).partition("report r0")[2]
    *lines, _ = narrow.splitlines()  # the last names the folder
    assert max(map(len, lines)) <= 40
    assert "its old shelf" in " ".join(narrow.split())


def test_the_second_case_quotes_documents_that_stand_beside_it() -> None:
    result = run("check", "--quotes", SECOND)
    assert result.exit_code == 0
    assert "2 quotations, all found as quoted" in result.output
