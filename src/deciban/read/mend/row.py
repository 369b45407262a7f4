"""``{yes:10%, no 20% other: 0,7}``: a row of numbers with its colons or commas amiss."""

import re
from dataclasses import dataclass
from functools import cache

from deciban.read.mend.record import Edit, Mend
from deciban.read.mend.scan import Scan
from deciban.units import SCALES
from deciban.units.spelling import in_words

_NUMBER = r"[+-]?(?:0,[0-9]+|[0-9]+(?:[.][0-9]+|,[0-9]{1,2})?|[.][0-9]+)(?![0-9]|,[0-9]{3})"
_QUANTITY = rf"x?{_NUMBER}(?:[ ]?%|[ ]?dB)?(?:[ ]?(?:[:/]|in)[ ]?{_NUMBER})?"
_RANGE = rf"{_QUANTITY}(?:[.][.]{_QUANTITY})?"
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_GAP = re.compile(r"\s*([,;]?)\s*")
_NAME = re.compile(r"([A-Za-z_]\w*)[ \t]*([:=;]?)(\s*)")
_OWN_WORDS = ("even", "unknown", "rest")


@dataclass(frozen=True, slots=True)
class _Slip:
    """One thing amiss: its code, what is said of it, what it concerns, and its correction."""

    code: str
    said: str
    about: str
    edit: Edit


@cache
def _value() -> re.Pattern[str]:
    words = {name for scale in SCALES.values() for word in scale.words for name in word.names}
    either = "|".join(re.escape(word) for word in sorted({*words, *_OWN_WORDS}, key=_longest_first))
    numbers = rf"(?:[<>]=?[ ]?)?{_RANGE}(?:[ ]?\({_RANGE}\))?"
    return re.compile(rf"(?:{numbers}|{either})(?=[\s,;}}]|\Z)", re.IGNORECASE)


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def check_row(scan: Scan, start: int, end: int) -> Mend | None:
    """The mistake of a row in braces, from ``start`` up to ``end``, with the corrected row."""
    text = scan.lines.text
    slips = _slips(text, start + 1, end - 1)
    if not slips:
        return None
    row = _corrected(text, start, end, slips)
    first = slips[0]
    alike = [slip.about for slip in slips if slip.code == first.code]
    said = first.said.format(in_words([f"'{name}'" for name in alike]))
    hint = f"write {' '.join(row.split())}"
    return Mend(first.code, *_place(first), said, hint, Edit(start, end, row))


def check_entry(scan: Scan, line: int) -> bool:
    """Whether a line holds a name and a number without a colon and a space between them."""
    start = scan.lines.starts[line] + scan.lines.indent(line)
    slips = _slips(scan.lines.text, start, scan.lines.trimmed_end(line), most=1)
    if not slips:
        return False
    end = scan.lines.trimmed_end(line)
    first = slips[0]
    hint = f"write {_corrected(scan.lines.text, start, end, slips)}"
    said = first.said.format(f"'{first.about}'")
    scan.add(Mend(first.code, *_place(first), said, hint, first.edit))
    return True


def is_slipped_entry(body: str) -> bool:
    """Whether a line is a name and a number without a colon and a space between them."""
    return bool(_slips(body, 0, len(body), most=1))


def is_bare_row(value: str) -> bool:
    """Whether a value is a row of several numbers that has lost its braces."""
    return "," in value and _slips(value, 0, len(value)) == []


def _place(slip: _Slip) -> tuple[int, int]:
    return slip.edit.start, max(slip.edit.end, slip.edit.start + 1)


def _corrected(text: str, start: int, end: int, slips: list[_Slip]) -> str:
    parts = []
    for slip in slips:
        parts += [text[start : slip.edit.start], slip.edit.text]
        start = slip.edit.end
    return "".join([*parts, text[start:end]])


def _slips(text: str, place: int, end: int, most: int | None = None) -> list[_Slip] | None:
    """What is amiss in a row, perhaps nothing; None where it is no row of numbers."""
    slips: list[_Slip] = []
    entries = 0
    while place < end:
        gap = _GAP.match(text, place, end)
        name = _NAME.match(text, gap.end() if gap else place, end)
        if gap is None or name is None:
            return slips if gap and gap.end() == end else None
        value = _value().match(text, name.end(), end)
        if value is None or entries == most or name.end() == name.end(1):
            return None
        if entries and gap[1] != ",":
            slips.append(_no_comma(gap, name))
        slips += _at_colon(name)
        slips += [_decimal_comma(value, comma) for comma in _COMMA.finditer(value[0])]
        entries += 1
        place = value.end()
    return slips


def _no_comma(gap: re.Match[str], name: re.Match[str]) -> _Slip:
    edit = Edit(gap.start(), gap.end(), "," + (gap[0].replace(";", "") or " "))
    return _Slip("D122", "there is no comma before {}", name[1], edit)


def _at_colon(name: re.Match[str]) -> list[_Slip]:
    edit = Edit(name.end(1), name.end(), ": ")
    if name[2] != ":":
        return [_Slip("D131", "there is no colon behind {}", name[1], edit)]
    if not name[3]:
        return [_Slip("D130", "there is no space behind the colon of {}", name[1], edit)]
    return []


def _decimal_comma(value: re.Match[str], comma: re.Match[str]) -> _Slip:
    place = value.start() + comma.start()
    said = "a number has a decimal comma in {}"
    return _Slip("D311", said, value[0], Edit(place, place + 1, "."))
