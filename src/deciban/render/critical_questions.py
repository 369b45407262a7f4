"""The critical questions that a move may ask, by what is argued from."""

from rich.console import Group, RenderableType
from rich.text import Text

from deciban.case.critical_questions import CRITICAL_QUESTIONS, SCHEMES
from deciban.render.page import NAME, grid, heading, stacked

SOURCE = "after Walton, Reed and Macagno (2008)"


def questions_page() -> Group:
    """Answer every critical question with its name."""
    width = 2 + max(map(len, CRITICAL_QUESTIONS))
    parts: list[RenderableType] = [heading("What to ask before it is believed", SOURCE)]
    for scheme, about in SCHEMES.items():
        rows = grid((width, "left"), (None, "left"), wrap=True)
        for name, words in CRITICAL_QUESTIONS.items():
            if name.startswith(f"{scheme}."):
                rows.add_row(Text(f"  {name}", NAME), Text(words))
        parts += [Text(f"of {about}"), rows]
    return stacked(parts)
