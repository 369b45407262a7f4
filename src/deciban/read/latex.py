"""Text with LaTeX in it, as the characters it stands for."""

import re
from contextlib import suppress
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import LatexWalkerError

_LATEX = re.compile(r"[\\$~]|--|``|''")
_BRACES = re.compile(r"[{}]")
_UNESCAPED = re.compile(r"(?<!\\)[%&#^_]")  # each would mean something else in LaTeX
_ITALIC = ("emph", "textit", "textsl", "mkbibemph")


def in_words(value: str) -> str:
    r"""Answer a text without LaTeX: accents put together, braces gone, ``\emph`` as ``<i>``.

    What is no LaTeX at all stays as it is.
    """
    text = _BRACES.sub("", value)
    if _LATEX.search(value):
        latex = value if "$" in value else _UNESCAPED.sub(r"\\\g<0>", value)
        with suppress(LatexWalkerError, ValueError, IndexError, RecursionError):
            text = _decoder().latex_to_text(latex)
    return " ".join(text.split())


@cache
def _decoder() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    italics = [MacroTextSpec(name, simplify_repl="<i>%s</i>") for name in _ITALIC]
    address = MacroTextSpec("url", simplify_repl="%s")
    context.add_context_category("deciban", prepend=True, macros=[*italics, address])
    return LatexNodes2Text(latex_context=context, math_mode="verbatim")
