"""Whether a command printed what a page shows."""

ANYTHING = "..."


def agrees(shown: str, printed: str) -> bool:
    """Whether every line is there, in order; ``...`` on a line of its own stands for any lines.

    How many spaces part two columns is layout and not a claim, and neither are empty lines at
    the beginning or the end.
    """
    return _agree(_lines(shown), _lines(printed))


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip("\n").splitlines()]


def _agree(shown: list[str], printed: list[str]) -> bool:
    """Match from the front; reached[j]: what is shown so far fits the first j lines printed."""
    reached = [True] + [False] * len(printed)
    for line in shown:
        if line == ANYTHING:
            first = reached.index(True) if True in reached else len(reached)
            reached = [place >= first for place in range(len(reached))]
        else:
            fits = [each == line for each in printed]
            reached = [False, *(a and b for a, b in zip(reached[:-1], fits, strict=True))]
    return reached[-1]
