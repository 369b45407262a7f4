"""Words and figures that several parts of the page of a mind share."""

from rich.text import Text

from deciban.findings.minding.spread import Spread
from deciban.render.figures import decibans, interval, percent
from deciban.render.page import QUIET

#: What the share of the weight means, told once near the top of every page.
WEIGHT = (
    "weight: of all the minds that the ranges allow, the share that fits the case; brackets: 90% "
    "of it"
)
AFRESH = "how likely such a mind, habits and all, would choose it"


def plain(name: str) -> str:
    """Answer the name of an option as words."""
    return name.replace("_", " ")


def held_at(spread: Spread) -> str:
    """Answer a belief with its range: ``27% (10..44%)``."""
    return f"{percent(spread.mean)} ({interval(spread.low, spread.high)})"


def signed(value: float) -> str:
    """Answer decibans without a blank where the sign would be."""
    return decibans(value).strip()


def in_decibans(spread: Spread) -> tuple[Text, Text]:
    """Answer a weight, and its range in brackets."""
    return Text(signed(spread.mean)), Text(f"({between(spread.low, spread.high)})", QUIET)


def between(low: float, high: float) -> str:
    """Answer a range of weights: ``+0.2..+1.6``."""
    return f"{signed(low)}..{signed(high)}"


def counts_at(on: str) -> str:
    """Answer a date as it counts, at its end: ``by 1941-05-20`` for one somewhere before."""
    last = on.rpartition("..")[2] if ".." in on else on.rpartition("/")[2]
    last = last.replace("T", " ")
    return f"by {last}" if ".." in on else last
