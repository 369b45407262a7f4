"""Letters on a picture: how wide they are, how a text is broken, and what is never let through.

Pictures are set in a face of Helvetica's proportions (``deciban.render.charts.look``), whose widths
are known, so a text can be broken before anything draws it, and alike on every machine. Where
another face stands in it is a narrower one.
"""

import unicodedata

#: Thousandths of the size that letters take, by letter; the rest take a figure's width.
_GROUPS = {
    191: "'",
    222: "ijl\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}",
    260: "|¦",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”{}°",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$?_0123456789abdeghnopquL\N{EN DASH}",
    584: "+<=>~±÷\N{MINUS SIGN}\N{MULTIPLICATION SIGN}",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_SMALL, _CAPITAL, _SQUARE = 580, 750, 1000
#: How much wider bold letters are at the most.
_BOLD = 1.08
#: Characters that are no letters, or that turn others around.
_UNPRINTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
MORE = "…"


def plain(text: str) -> str:
    """Answer a text in one line, without what is not printed: controls, marks of direction."""
    kept = (" " if letter.isspace() else letter for letter in text)
    kept = (each for each in kept if unicodedata.category(each) not in _UNPRINTED)
    return " ".join("".join(kept).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Answer how wide a text is, in the unit of its size."""
    thousandths = sum(_width(letter) for letter in text)
    return thousandths * size / 1000.0 * (_BOLD if bold else 1.0)


def _width(letter: str) -> int:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return _SQUARE
    return _CAPITAL if letter.isupper() else _SMALL


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Answer a text in one line that fits, broken between words where that leaves some."""
    return wrapped(text, size, room, 1, bold=bold)[0]


def wrapped(
    text: str, size: float, room: float, lines: int, *, bold: bool = False
) -> tuple[str, ...]:
    """Answer a text in at most so many lines, each of which fits; at least one, maybe empty.

    Args:
        text: the text.
        size: of its letters.
        room: how wide a line may be.
        lines: how many there may be; what does not fit in is left out with an ellipsis.
        bold: whether the letters are.
    """
    words = plain(text).split(" ")
    done: list[str] = []
    while words and len(done) < lines:
        line = words.pop(0)
        if width(line, size, bold=bold) > room:
            line, left = _split(line, size, room, bold=bold)
            words.insert(0, left)
        while words and width(f"{line} {words[0]}", size, bold=bold) <= room:
            line = f"{line} {words.pop(0)}"
        done.append(line)
    if words:
        done[-1] = _ended(done[-1], size, room, bold=bold)
    return tuple(done)


def _split(word: str, size: float, room: float, *, bold: bool) -> tuple[str, str]:
    """The part of a long word that fits, behind a dot or a stroke where there is one; the rest."""
    count = 1
    while count < len(word) and width(word[: count + 1], size, bold=bold) <= room:
        count += 1
    for signs in ("./", "_-"):
        behind = max(word.rfind(sign, 1, count) for sign in signs) + 1
        if behind > count // 2:
            return word[:behind], word[behind:]
    return word[:count], word[count:]


def _ended(line: str, size: float, room: float, *, bold: bool) -> str:
    """A line with an ellipsis, and without the words that it takes the place of."""
    while " " in line and width(line + MORE, size, bold=bold) > room:
        line = line.rpartition(" ")[0]
    while len(line) > 1 and width(line + MORE, size, bold=bold) > room:
        line = line[:-1]
    return line.rstrip(" ,;:.") + MORE
