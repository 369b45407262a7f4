"""Text, Markdown and HTML as the lines that a reader sees."""

import re
from html.parser import HTMLParser

_BREAK = re.compile(r"\r\n|\n|\r")
_PREFIX = re.compile(r"^[ \t]*(?:>[ \t]?)+|^ {0,3}#{1,6}[ \t]+")
_EMPHASIS = re.compile(r"(?<!\\)\*+|(?<![\\\w])_+|(?<!\\)_+(?!\w)|(?<!\\)`+")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_UNSEEN = frozenset({"head", "script", "style", "template", "noscript"})
#: Elements that do not begin a line of their own.
_IN_A_LINE = re.compile(
    r"abbr|[abiqsu]|bd[io]|big|cite|code|data|del|dfn|em|font|ins|kbd|mark|samp|small|span|strike"
    r"|strong|su[bp]|time|tt|var|wbr"
)


def lines_of(text: str) -> tuple[str, ...]:
    """Answer the lines of a text, as editors count them."""
    return tuple(_BREAK.split(text))


def lines_of_markdown(text: str) -> tuple[str, ...]:
    """Answer the lines of a Markdown text without the signs of emphasis, headings and quoting."""
    return tuple(
        _ESCAPED.sub("", _EMPHASIS.sub("", _PREFIX.sub("", line))) for line in lines_of(text)
    )


def lines_of_html(text: str) -> tuple[str, ...]:
    """Answer what a browser shows of an HTML text, a block to a line; never a tag or a script."""
    reader = _Shown()
    reader.feed(text)
    reader.close()
    return lines_of("".join(reader.shown))


class _Shown(HTMLParser):
    """Collects the text that is shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser's own signature)
        """Begin a line with a block; hide what is none of the text."""
        if tag in _UNSEEN:
            self._hidden.append(tag)
        if not _IN_A_LINE.fullmatch(tag):
            self.shown.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End the line of a block."""
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        if tag == "body":
            self._hidden.clear()
        if not _IN_A_LINE.fullmatch(tag):
            self.shown.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is shown; a line end in the source is a space."""
        if not self._hidden:
            self.shown.append(_BREAK.sub(" ", data))
