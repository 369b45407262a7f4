"""Entries of a bibliography for tests: invented works, and anything an export may hold."""

from collections.abc import Mapping

from hypothesis import strategies as st

from deciban.case import NOWHERE, Work
from deciban.case.csl import Entry
from deciban.read.csl_json import work_of
from deciban.render.citing import Citer, plain

TYPES = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
    "nonsense",
]
FIELDS = [
    "title",
    "title-short",
    "shortTitle",
    "container-title",
    "collection-title",
    "collection-number",
    "volume",
    "issue",
    "number",
    "number-of-volumes",
    "edition",
    "page",
    "publisher",
    "publisher-place",
    "genre",
    "archive",
    "archive_location",
    "archive-place",
    "authority",
    "event",
    "event-place",
    "DOI",
    "URL",
    "note",
    "language",
    "section",
]
PEOPLE = ("author", "editor", "translator", "recipient", "interviewer")
DATES = ("issued", "accessed", "original-date")


def person(family: str, given: str = "", **more: str) -> dict[str, str]:
    """A name in CSL-JSON."""
    return {"family": family, "given": given, **more}


def day(*parts: int) -> dict[str, object]:
    """A date in CSL-JSON."""
    return {"date-parts": [list(parts)]}


def work(entry: Entry) -> Work:
    """The work of an entry, under its own key or `w`."""
    return work_of(str(entry.get("id", "w")), entry, NOWHERE)


def noted(entry: Mapping[str, object], at: str | None = None, style: str = "chicago") -> str:
    """The first note on a work."""
    return plain(Citer([work(entry)], style).note(["w"], at))


def noted_again(entry: Mapping[str, object], at: str | None = None) -> str:
    """A later note on it."""
    citer = Citer([work(entry)])
    citer.note(["w"])
    return plain(citer.note(["w"], at))


def listed(entry: Mapping[str, object], style: str = "chicago") -> str:
    """Its line in the bibliography."""
    return plain(Citer([work(entry)], style).works(["w"])[0])


#: Text with something in it and nothing that is itself a mark of punctuation.
WORDS = st.from_regex(r"[A-Z][a-z]{1,6}( [a-z]{1,5}){0,2}", fullmatch=True)
NUMBERS = st.one_of(st.integers(1, 400).map(str), st.sampled_from(["IV", "12-14", "116-146"]))
_NAMES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"family": WORDS}, optional={"given": WORDS, "suffix": WORDS}),
        st.fixed_dictionaries({"literal": WORDS}),
    ),
    max_size=12,
)
_DAYS = st.fixed_dictionaries(
    {"date-parts": st.lists(st.lists(st.integers(1, 28), min_size=1, max_size=3), max_size=2)}
)
_SOUND: dict[str, st.SearchStrategy[object]] = {
    **dict.fromkeys(FIELDS[1:], WORDS),
    **dict.fromkeys(("volume", "issue", "number", "edition", "page"), NUMBERS),
    **dict.fromkeys(PEOPLE, _NAMES),
    **dict.fromkeys(DATES, _DAYS),
    "DOI": st.just("10.1000/182"),
    "URL": st.just("https://example.org/a"),
}
#: Entries that a careful person might have made.
SOUND = st.fixed_dictionaries({"type": st.sampled_from(TYPES), "title": WORDS}, optional=_SOUND)

_PARTS = ("family", "given", "literal", "date-parts", "raw", "season", "circa", "suffix")
_LEAVES: st.SearchStrategy[object] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3000, 99999),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ["<i>", "</i>", "<i>a</i>", '"', "'", "...", "1941-06/1941-07", "c. 1941", "\ue000", " "]
    ),
)
_NESTED = st.one_of(
    _LEAVES,
    st.lists(_LEAVES, max_size=3),
    st.lists(st.lists(_LEAVES, max_size=3), max_size=3),
    st.dictionaries(st.sampled_from(_PARTS), _LEAVES, max_size=3),
)
_ODD = st.one_of(
    _NESTED,
    st.lists(_NESTED, max_size=3),
    st.dictionaries(st.sampled_from(_PARTS), _NESTED, max_size=3),
)
#: Entries of which any field may be of any kind.
ODD = st.dictionaries(st.sampled_from(("type", *FIELDS, *PEOPLE, *DATES)), _ODD, max_size=8)
