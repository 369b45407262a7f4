"""Check: the subject of a question is the person the sources call by that name."""

from collections.abc import Iterator, Mapping

from deciban.case import Case
from deciban.problem import Problem
from deciban.read.suggest import nearest


def check_subjects(case: Case) -> Iterator[Problem]:
    """Report a subject that is nearly, but not quite, the name of a source or an actor.

    A subject need not speak in the case; but one who does must be called by one name, or his own
    statements would pass for testimony.
    """
    known = called(case)
    for question in case.all_questions().values():
        name = question.subject
        if name is None or name in case.sources or name in case.actors or name in case.broken:
            continue
        meant = nearest(name, known)
        if meant is not None:
            at = question.place("subject")
            hint = f"did you mean '{known[meant]}'?"
            yield Problem("D402", f"there is no actor or source '{name}'", at, hint)


def called(case: Case) -> Mapping[str, str]:
    """Answer what sources and actors may be called, each with the name it has in the case."""
    shown = {each.name: name for name, each in case.sources.items() if each.name}
    shown |= {each.name: name for name, each in case.actors.items() if each.name}
    as_names = {each.lower().replace(" ", "_"): name for each, name in shown.items()}
    return {**as_names, **shown, **{name: name for name in (*case.sources, *case.actors)}}
