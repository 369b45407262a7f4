"""Characters in Markdown that come out as themselves.

CommonMark lets a backslash stand before any punctuation, and so does pandoc; both are served where
either reads a character as more than itself. What a site does to a finished page is beyond any
escaping: GitHub looks for ``@names`` and ``:signs:`` only there.
"""

import re
import unicodedata

#: Read as more than themselves wherever they stand.
_MARKS = re.compile(r"[\\`*_\[\]<>|~$^{}@]")
_ENTITY = re.compile(r"&(?=#?\w)")
#: What sites make into links without being asked.
_ADDRESS = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)
#: At the start of a block: headings, lists, underlines, definitions; and numbers of lists.
_STARTS = re.compile(r"[#+\-=:%]")
_NUMBERED = re.compile(r"(\(?)([0-9]{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|#|\\@\w*)([.)])(?=\s|$)")
_TICKS = re.compile("`+")


def literal(text: str, *, heading: bool = False, after_mark: bool = False) -> str:
    """Answer a text so that it comes out as its characters.

    Args:
        text: the text.
        heading: whether it is a heading, which signs at its end would close.
        after_mark: whether it follows the mark of a footnote, or a link, and could change it.
    """
    escaped = _MARKS.sub(r"\\\g<0>", text)
    escaped = _ENTITY.sub(r"\\&", escaped)
    escaped = _ADDRESS.sub(r"\\\g<0>", escaped)
    if heading:
        escaped = escaped.replace("#", "\\#")
    if escaped.endswith("!"):
        escaped = f"{escaped[:-1]}\\!"
    if after_mark and escaped[:1] in "(:" and escaped:
        escaped = f"\\{escaped}"
    return escaped


def opening(escaped: str) -> str:
    """Answer a text that begins a block, so that it begins none but a paragraph."""
    numbered = _NUMBERED.match(escaped)
    if numbered:
        bracket, number, sign = numbered.groups()
        before = "\\(" if bracket else ""
        return f"{before}{number}\\{sign}{escaped[numbered.end() :]}"
    return f"\\{escaped}" if _STARTS.match(escaped) else escaped


def code(text: str) -> str:
    """Answer a text as code, between more ticks than there are in it."""
    longest = max((len(each) for each in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    edged = text.strip(" ") and (text[0] in " `" or text[-1] in " `")
    return f"{fence} {text} {fence}" if edged else f"{fence}{text}{fence}"


def bold(text: str, before: str = "", after: str = "") -> str:
    """Answer a text in bold, or as it is where the signs for it would be read as signs.

    Args:
        text: the text.
        before: what stands before it on the line, as written.
        after: the character behind it.
    """
    return _marked("**", text, before, after)


def leaning(text: str, before: str = "", after: str = "") -> str:
    """Answer a text in italics, or as it is where the signs for it would be read as signs."""
    return _marked("_", text, before, after)


def _marked(mark: str, text: str, before: str, after: str) -> str:
    inner = text.strip(" ")
    start = text[: len(text) - len(text.lstrip(" "))]
    end = text[len(text.rstrip(" ")) :] if inner else ""
    before, after = (start or before)[-1:], (end or after)[:1]
    if not inner or not _may_begin(before, inner[0]) or not _may_begin(after, inner[-1]):
        return literal(text)
    return f"{start}{mark}{literal(inner)}{mark}{end}"


def _may_begin(outside: str, inside: str) -> bool:
    """Tell whether a mark between two characters faces one way only, by the rules of CommonMark."""
    return not inside.isspace() and (not outside or outside.isspace() or _is_sign(outside))


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter).startswith("P")
