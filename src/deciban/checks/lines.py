"""Check: whoever may push has a line, and whoever has a line may push. This only warns."""

from collections.abc import Iterator

from deciban.case import Case, Source
from deciban.checks.characters import members_stating
from deciban.problem import Problem


def check_lines(case: Case) -> Iterator[Problem]:
    """Warn of sources that push without a line, and of lines that are never pushed."""
    for source in case.sources.values():
        stating = members_stating(case, source.school) if source.school else (source,)
        if "pushes" in source.character and not _has_line(case, source):
            yield _no_line(source)
        if source.line and not any("pushes" in each.character for each in stating):
            yield _never_pushed(source)


def _has_line(case: Case, source: Source) -> bool:
    """Whether the source, or anyone who shares its character, has a line."""
    alike = (each for each in case.sources.values() if each.school == source.school)
    return any(each.line for each in alike) if source.school else bool(source.line)


def _no_line(source: Source) -> Problem:
    what = f"the school '{source.school}'" if source.school else f"'{source.id}'"
    hint = "say of which event it pushes what, such as `line: {letter: yes}`"
    if source.school:
        hint = "say on a member of which event it pushes what, such as `line: {letter: yes}`"
    message = f"{what} may push a line, but none is written"
    return Problem("D606", message, source.place("character.pushes"), hint)


def _never_pushed(source: Source) -> Problem:
    message = f"'{source.id}' has a line, but nothing says that it may push it"
    hint = "give it a character such as {honest: likely, pushes: rest}, or drop `line`"
    return Problem("D610", message, source.place("line"), hint)
