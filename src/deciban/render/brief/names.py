"""What people, questions, answers and events are called in prose, instead of by their names."""

from deciban.case import NEVER, NO, YES, Actor, Case, Question
from deciban.case.citation import without_citations
from deciban.case.hanging import AFTER, BEFORE, ELSE
from deciban.case.minds import asked_of, questions_of
from deciban.render.brief.words import quoted
from deciban.render.date import in_words

#: Letters of an answer up to which it is said in full every time.
SAID = 32
#: Words that lose their capital where a name stands inside a sentence.
ARTICLES = ("The", "A", "An")
#: Members of a school that are named.
MEMBERS = 3


def plain(name: str) -> str:
    """Answer a name of the case as words: ``not_before`` becomes ``not before``."""
    return name.replace("_", " ")


def speaker(case: Case, name: str) -> str:
    """Answer what people call a source, an actor or a work that speaks as one."""
    source, actor = case.sources.get(name), case.actors.get(name)
    if source is not None and source.name:
        return source.name
    if actor is not None and actor.name:
        return actor.name
    work = case.bibliography.works.get(name)
    return work.short if work is not None else plain(name)


def called(case: Case, name: str) -> str:
    """Answer what people call somebody for short: the name, without what is said behind it."""
    short = speaker(case, name).partition(",")[0]
    article, _, rest = short.partition(" ")
    return f"{article.lower()} {rest}" if article in ARTICLES and rest else short


def actor_name(actor: Actor) -> str:
    """Answer what people call an actor, without what is said of him behind the name."""
    return (actor.name or plain(actor.id)).partition(",")[0]


def answer(question: Question, name: str) -> str:
    """Answer an answer in the words of the case, in quotation marks; a date in words."""
    if not question.when:
        return quoted(question.wording(name))
    return quoted(name if name == NEVER else in_words(name))


def main_answer(case: Case, name: str) -> str:
    """Answer an answer of the main question as prose speaks of it over and over."""
    return said(case.question, name)


def said(question: Question, name: str) -> str:
    """Answer an answer as prose speaks of it over and over: its words, or the name it has."""
    return quoted(plain(name)) if _has_names(question) else answer(question, name)


def introduced(question: Question, name: str) -> str:
    """Answer an answer in its words, with the name that prose speaks of it by, where it has one."""
    told = answer(question, name)
    return f"{told} ({said(question, name)})" if _has_names(question) else told


def value(case: Case, actor: str, name: str) -> str:
    """Answer a value that an actor wonders about, as the question about it speaks of it."""
    for question in questions_of(case, actor):
        asked = asked_of(question)
        if asked is not None and not asked.value and name in question.hypotheses:
            return said(question, name)
    return quoted(plain(name))


def _has_names(question: Question) -> bool:
    """Whether the answers of a question are too long to be said again and again."""
    return not question.when and any(len(_bare(question, each)) > SAID for each in question.answers)


def _bare(question: Question, name: str) -> str:
    return without_citations(question.wording(name))


def event(case: Case, name: str) -> str:
    """Answer the text of an event in quotation marks; its name where there is none."""
    found = case.event(name)
    return quoted(found.text) if found is not None else quoted(plain(name))


def state(case: Case, of: str, name: str) -> str:
    """Answer that a question or an event is in a state, as a clause: ``if the answer is “…”``.

    Args:
        case: the case.
        of: a question or an event.
        name: one of its answers or outcomes; ``before`` or ``after`` of a question of when; or
            ``else``.
    """
    question = case.all_questions().get(of)
    if name == ELSE:
        return "in every other case"
    if question is not None and question.when and name in (BEFORE, AFTER):
        return f"if it came {name} the answer to {quoted(question.ask)}"
    if question is case.question:
        return f"if the answer is {main_answer(case, name)}"
    if question is not None:
        return f"if {quoted(question.ask)} is answered {answer(question, name)}"
    if name in (YES, NO):
        return f"if it {'is' if name == YES else 'is not'} so that {event(case, of)}"
    return f"if {event(case, of)} came out as {quoted(plain(name))}"


def cause(case: Case, written: str) -> str:
    """Answer a rival cause, written as ``question.answer`` or ``event.outcome``, in words."""
    of, _, name = written.partition(".")
    question = case.all_questions().get(of)
    if question is not None:
        return f"the answer {answer(question, name)} to {quoted(question.ask)}"
    return event(case, of) if name == YES else f"{event(case, of)}, coming out as {plain(name)},"


def school(case: Case, name: str) -> str:
    """Answer a school of sources, by its name and who belongs to it."""
    members = [called(case, each) for each, found in case.sources.items() if found.school == name]
    shown = members[:MEMBERS]
    more = " and others" if len(members) > len(shown) else ""
    return f"{quoted(plain(name))} ({', '.join(shown)}{more})"
