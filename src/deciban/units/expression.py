"""Finding a verbal probability in its scale."""

from deciban.problem import Problem
from deciban.span import Span
from deciban.units.estimate import LONGEST
from deciban.units.scale import Word
from deciban.units.scales import SCALES
from deciban.units.spelling import percent_range, quoted

OWN_WORDS = ("even", "unknown", "rest")
_CERTAIN = {"yes", "true", "certain", "certainly", "sure", "definitely", "always"}
_OUT_OF_THE_QUESTION = {"no", "none", "false", "never"}


def find_word(text: str, scale: str, at: Span | None) -> Word | Problem:
    """The word of the scale, or the problem that it is none of its words."""
    word = SCALES[scale].find(text) if len(text) <= LONGEST else None
    return (
        word
        or word_beside_number(text, scale, at)
        or _certain(text, scale, at)
        or _of_another_scale(text, scale, at)
        or _unknown(text, scale, at)
    )


def word_beside_number(text: str, scale: str, at: Span | None) -> Problem | None:
    """The problem that a word stands together with a number, a range or another word."""
    ends = [SCALES[scale].find(end) for end in text.split("..")]
    first, last = ends[0], ends[-1]
    if first and last and len(ends) > 1:
        hint = f"write the range alone, {percent_range(first.low, last.high)}"
        return Problem("D322", f"{quoted(text)} is a range between two words", at, hint)
    letters = "".join(mark if mark.isalpha() else " " for mark in text)
    if not SCALES[scale].find(letters):
        return None
    hint = "a word already stands for a range, so write the word alone or the numbers alone"
    return Problem("D322", f"{quoted(text)} is a word and a number at once", at, hint)


def _certain(text: str, scale: str, at: Span | None) -> Problem | None:
    """The problem that certainty is written where a probability is wanted."""
    written = " ".join(text.lower().split())
    if written in _CERTAIN:
        hint = (
            "write a probability such as 95%; for a part of a silence that is certain, leave the "
            "field out"
        )
    elif written in _OUT_OF_THE_QUESTION:
        hint = "write 0% for what is out of the question, or a probability such as 5%"
    else:
        return None
    return Problem("D307", f"{quoted(text)} is not a word of the scale `{scale}`", at, hint)


def _of_another_scale(text: str, scale: str, at: Span | None) -> Problem | None:
    homes = [(name, word) for name in SCALES if (word := SCALES[name].find(text))]
    if not homes:
        return None
    name, word = homes[0]
    names = " and ".join(f"`{home}`" for home, _ in homes)
    return Problem(
        "D308",
        f"{quoted(text)} is not a word of the scale `{scale}`",
        at,
        f"it belongs to {names}; in `{name}` it stands for {percent_range(word.low, word.high)}, "
        f"so write that, or name the scale under `words:`",
    )


def _unknown(text: str, scale: str, at: Span | None) -> Problem:
    words = [word.text for word in SCALES[scale].words]
    near = _nearest(text, [name for word in SCALES[scale].words for name in word.names])
    hint = f"did you mean {near}?" if near else f"write one of: {', '.join(words)}; or a number"
    return Problem("D307", f"{quoted(text)} is not a word of the scale `{scale}`", at, hint)


def _nearest(text: str, names: list[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 (only a mistake needs it, and it is slow)

    wanted = " ".join(text.lower().split())[:60]
    known = [name for name in (*names, *OWN_WORDS) if _denies(name) == _denies(wanted)]
    inside = [name for name in known if f" {name} " in f" {wanted} "]
    if inside:
        return max(inside, key=len)
    near = get_close_matches(wanted, known, n=1, cutoff=0.7)
    return near[0] if near else None


def _denies(words: str) -> bool:
    """Whether a word says that something is not so; it never stands in for one that does not."""
    return any(
        word in ("no", "not") or word.startswith(("unl", "impr", "imposs", "rem"))
        for word in words.split()
    )
