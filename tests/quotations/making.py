"""Documents for tests, made when they are wanted, and small cases that quote them."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import typst
from pypdf import PdfWriter

from deciban.case import Case
from deciban.quotations import Quotation
from deciban.quotations.find import find_quotations
from deciban.read import read_case

HEAD = """\
deciban: 1
title: The missing ledger
question:
  ask: Did the treasurer know that the ledger was gone?
  hypotheses: {knew: He knew, did_not: He did not}
  exhaustive: yes
  prior: even
sources:
  clerk: {name: The clerk, reliability: B}
events:
  - id: told_him
    text: The clerk told him on the Monday
    expected: {knew: 60%, did_not: 5%}
reports:
"""


def pdf(*pages: str, setting: str = "") -> bytes:
    """A PDF with these pages, in typst's notation."""
    source = '#set page(paper: "a6")\n' + setting + "\n" + "\n#pagebreak()\n".join(pages)
    made: bytes = typst.compile(source.encode())
    return made


def encrypted(content: bytes, password: str) -> bytes:
    """A PDF that asks for a password; or, where that is empty, only forbids copying."""
    writer = PdfWriter(clone_from=BytesIO(content))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def report(number: int, quote: str, document: str | None, at: str | None = None) -> str:
    """A report that quotes, as text; the quotation in quotes that bear anything but themselves."""
    lines = [f"  - id: r{number}", "    of: told_him", "    by: clerk"]
    if quote:
        lines.append("    quote: '{}'".format(quote.replace("'", "''")))
    if document is not None:
        lines.append(f"    in: {document}")
    if at is not None:
        lines.append(f"    at: '{at}'")
    return "\n".join(lines) + "\n"


def folder_with(folder: Path, documents: Mapping[str, str | bytes], reports: Sequence[str]) -> Path:
    """A folder with a case of these reports, and documents beside it."""
    for name, content in documents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "case.yaml").write_text(HEAD + "".join(reports), encoding="utf-8")
    return folder


def case_in(folder: Path) -> Case:
    """The case of a folder, which must be sound as a text."""
    reading = read_case(folder)
    assert reading.case is not None
    assert [each for each in reading.problems if each.is_error] == []
    return reading.case


def quoting(
    folder: Path,
    content: str | bytes,
    *quotes: str,
    name: str = "document.txt",
    at: str | None = None,
) -> tuple[Quotation, ...]:
    """What comes of quoting one document: a quotation for each text."""
    reports = [report(number, quote, name, at) for number, quote in enumerate(quotes)]
    folder_with(folder, {name: content}, reports)
    return find_quotations(case_in(folder), folder)
