"""What the number at an address is, in words that need no knowledge of the language."""

from collections.abc import Iterator, Sequence

from deciban.case import Case, Event, Question
from deciban.case.hanging import ELSE, keys_of, parents_of
from deciban.render.brief.names import (
    called,
    cause,
    event,
    main_answer,
    plain,
    said,
    state,
)
from deciban.render.brief.words import quoted

CHARACTER = {
    "honest": "is honest",
    "pushes": "pushes a line of its own",
    "inverts": "says the opposite of what it believes",
    "guesses": "says anything",
}
DEFAULTS = {
    "slip": "how often any report slips",
    "competence": "how often a source is right of which nothing is said",
    "fidelity": "how faithfully a report is passed on of which nothing is said",
    "character": "the character of sources of which nothing is said",
}


def number_in_words(case: Case, address: str) -> str:
    """Answer what the number at an address is: ``how likely “…” was if the answer is “…”``.

    Args:
        case: the case.
        address: of a number outside the minds; of any other the address itself is answered.
    """
    return _in_words(case, address) or address


def _in_words(case: Case, address: str) -> str:
    head, _, rest = address.partition(".")
    name, _, path = rest.partition(".")
    found = case.event(name)
    told = ""
    match head:
        case "question":
            told = _prior(case, case.question, rest)
        case "questions" if name in case.questions:
            told = _prior(case, case.questions[name], path)
        case "events" if found is not None:
            told = _of_event(case, found, path)
        case "sources":
            told = _of_source(case, name, path)
        case "reports" | "silences" | "unseen":
            told = _of_record(case, name, path)
        case "assume":
            told = DEFAULTS.get(rest, "")
    return told


def _prior(case: Case, question: Question, path: str) -> str:
    key, _, rest = path.partition(".")
    levels = [question.given] if question.given else []
    found = _walk(rest, [*(keys_of(case, each) for each in levels), question.answers])
    if key not in ("prior", "replace_prior") or not found:
        return ""
    *given, last = found
    where = [state(case, of, name) for of, name in zip(levels, given, strict=False)]
    told = "every other answer" if last == ELSE else said(question, last)
    of = "" if question is case.question else f" as an answer to {quoted(question.ask)}"
    return " ".join([f"the starting probability of {told}{of}", *where])


def _of_event(case: Case, found: Event, path: str) -> str:
    key, _, rest = path.partition(".")
    if key == "weight":
        of = found.given[0] if found.given else case.question.id
        main = f"for {main_answer(case, rest)}"
        says = main if of == case.question.id else state(case, of, rest)
        return f"what {quoted(found.text)} says {says}"
    if key == "also_caused_by":
        return f"how likely {cause(case, rest)} would by itself bring about {quoted(found.text)}"
    if key != "expected":
        return ""
    parents = parents_of(case, found)
    steps = _walk(rest, [*(keys_of(case, each) for each in parents), found.states])
    if steps is None:
        return ""
    where = [state(case, of, name) for of, name in zip(parents, steps, strict=False)]
    outcome = steps[len(parents)] if len(steps) > len(parents) else ""
    was = f"came out as {quoted(plain(outcome))}" if outcome else "was"
    return " ".join([f"how likely {quoted(found.text)} {was}", " and ".join(where)]).strip()


def _of_source(case: Case, name: str, path: str) -> str:
    who = called(case, name)
    key, _, rest = path.partition(".")
    match key:
        case "competence":
            return f"how often {who} is right"
        case "reliability":
            return f"how reliable {who} is"
        case "character" if rest in CHARACTER:
            return f"how likely it is that {who} {CHARACTER[rest]}"
        case _:
            return ""


def _of_record(case: Case, name: str, key: str) -> str:
    record = next((each for each in case.listed() if each.id == name), None)
    if record is None or isinstance(record, Event):
        return ""
    who, what = called(case, record.by), event(case, record.of)
    told = {
        "competence": f"how likely {who} is to be right about {what}",
        "fidelity": f"how faithfully {who} passed on what was said of {what}",
        "made": f"how likely {who} would have made a record of {what}",
        "survives": f"how likely it is that what {who} had was kept and is open",
        "found": f"how likely a record of {what} would have been found at {who}",
    }
    return told.get(key, "")


def _walk(path: str, levels: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """The names on a path, one a level at most; None where one is not among those of its level.

    A name may hold dots itself, as a window of time does.
    """
    found = tuple(_steps(path, levels))
    return found if ".".join(found) == path else None


def _steps(path: str, levels: Sequence[Sequence[str]]) -> Iterator[str]:
    for names in levels:
        fits = [each for each in (*names, ELSE) if path == each or path.startswith(f"{each}.")]
        if not fits:
            continue
        step = max(fits, key=len)
        yield step
        path = path[len(step) + 1 :]
