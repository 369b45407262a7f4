"""Did you mean: the known name nearest to a mistaken one."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Answer the known name that ``word`` was probably meant to be, if any is close."""
    folded = {name.lower(): name for name in known}
    match = get_close_matches(word.lower().strip(), list(folded), n=1, cutoff=0.6)
    return folded[match[0]] if match else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Answer a hint that names the nearest known name; ``otherwise`` where none is near."""
    name = nearest(word, known)
    return f"did you mean '{name}'?" if name else otherwise


def visible(word: str) -> str:
    """Answer a word with its invisible characters spelled out: ``cake<U+200B>``."""
    return "".join(
        f"<U+{ord(letter):04X}>" if unicodedata.category(letter) in ("Cc", "Cf") else letter
        for letter in word
    )


def listing(names: Iterable[str], most: int = 8) -> str:
    """Answer names as one would list them in a sentence, the first few of many."""
    every = list(names)
    shown = ", ".join(every[:most])
    return f"{shown}, and {len(every) - most} more" if len(every) > most else shown
