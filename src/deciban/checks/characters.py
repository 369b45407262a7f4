"""Check: a source has one character, stated once."""

from collections.abc import Iterator, Sequence

from deciban.case import Case, Source
from deciban.problem import Problem


def check_characters(case: Case) -> Iterator[Problem]:
    """Report sources with a letter and a character, and schools with two characters."""
    for source in case.sources.values():
        if source.reliability and source.character:
            yield Problem(
                "D519",
                f"'{source.id}' has an Admiralty letter and a character",
                source.place("reliability"),
                "the letter stands for a character: keep one of the two",
                also=(source.place("character"),),
            )
    for school in dict.fromkeys(each.school for each in case.sources.values() if each.school):
        yield from _one_character(school, members_stating(case, school))


def members_stating(case: Case, school: str) -> tuple[Source, ...]:
    """Answer the members of a school that state a character; it should be one."""
    return tuple(
        each
        for each in case.sources.values()
        if each.school == school and (each.character or each.reliability)
    )


def _one_character(school: str, stating: Sequence[Source]) -> Iterator[Problem]:
    for other in stating[1:]:
        first = stating[0]
        if (other.character, other.reliability) != (first.character, first.reliability):
            yield Problem(
                "D507",
                f"the school '{school}' has two characters",
                other.place("character" if other.character else "reliability"),
                f"'{first.id}' already states it; leave it out here",
                also=(first.at,),
            )
