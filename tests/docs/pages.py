"""The pages of the repository, and what stands fenced in them."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```\s*$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`[^`\n]*`")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the line at which it opens."""

    language: str
    text: str
    line: int


@dataclass(frozen=True)
class Command:
    """A command line, and what the page says that it prints; nothing where it says nothing."""

    line: str
    shown: str


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(found[1], found[2], text.count("\n", 0, found.start()) + 1)
        for found in _FENCE.finditer(text)
    ]


def cases(page: Path) -> list[Block]:
    """The blocks that are whole cases."""
    return [
        block
        for block in blocks(page)
        if block.language == "yaml" and block.text.startswith("deciban: 1")
    ]


def file_of_debate(block: Block) -> Path | None:
    """Where a block that is a whole position or a whole move stands beside its case."""
    if block.language != "yaml":
        return None
    if (position := re.match(r"position: (\w+)$", block.text, re.MULTILINE)) is not None:
        return Path("positions", f"{position[1]}.yaml")
    named = re.search(r"^id: (\S+)$", block.text, re.MULTILINE)
    if block.text.startswith("move: ") and named is not None:
        return Path("debate", f"{named[1]}.yaml")
    return None


def commands(block: Block) -> list[Command]:
    """The commands of a console block, each with the lines up to the next."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    return [Command(*_first_line(part)) for part in parts]


def _first_line(part: str) -> tuple[str, str]:
    line, _, shown = part.partition("\n")
    return line.strip(), shown


def prose(page: Path) -> str:
    """A page without its fenced blocks and its code."""
    return _CODE.sub("", _FENCE.sub("", page.read_text(encoding="utf-8")))


def links(page: Path) -> list[str]:
    """The links of a page that lead into the repository."""
    return [link for link in _LINK.findall(prose(page)) if "://" not in link]


def anchors(page: Path) -> set[str]:
    """The names by which a link may point at a page's headings."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return {_slug(heading) for heading in _HEADING.findall(text)}


def _slug(heading: str) -> str:
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")
