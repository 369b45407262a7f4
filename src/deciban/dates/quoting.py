"""How a date is quoted inside messages."""

_LONGEST = 40


def quoted(text: str) -> str:
    """What the user wrote, on one line, in quotation marks and not too long to read."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 3] + "..."
    return f"'{''.join(mark if mark.isprintable() else '?' for mark in line)}'"
