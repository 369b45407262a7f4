"""Every key of the language as Markdown tables, for the language page.

The tables are written by one walk over the kinds of ``deciban.case.kinds``, so the page cannot
lag behind what is read.
"""

from collections.abc import Iterator, Mapping

from deciban.case.case import Case
from deciban.case.debate import Addition, Move, NewHypothesis, Position, Seal
from deciban.case.kinds import (
    Anything,
    Choice,
    Date,
    Dates,
    Field,
    Flag,
    Group,
    Identifier,
    Judgements,
    Kind,
    Listing,
    Names,
    One,
    Probability,
    Prose,
    Quantities,
    Quantity,
    Reference,
    Texts,
    Words,
    fields_of,
)
from deciban.case.record import Record

BEGIN, END = "<!-- keys -->", "<!-- /keys -->"
_FILES: Mapping[type[Record], str] = {
    Case: "case.yaml",
    Position: "positions/<name>.yaml",
    Move: "debate/<move>.yaml",
    Addition: "debate/<move>.yaml: add",
    NewHypothesis: "debate/<move>.yaml: add.hypotheses.<id>",
    Seal: "seals/<name>.yaml",
}
_SIMPLE: Mapping[type[Kind], str] = {
    Prose: "text",
    Identifier: "a name",
    Words: "a list of names",
    Date: "a date",
    Dates: "a list of dates; `never` may be one",
    Probability: "a judgement",
    Flag: "`yes` or `no`",
    Texts: "a text for each name",
    One: "a record",
    Group: "records by name",
    Listing: "a list of records",
}
_THINGS: Mapping[str, str] = {
    "citation": "work of the bibliography",
    "mind": "part of an actor's mind",
    "sight": "message",
    "trust": "source he trusts or not",
}


def language_tables() -> str:
    """Answer one Markdown table for each record: its keys, their kinds and their meaning.

    Each table is headed by the place where such a record stands, which is also the beginning of
    the addresses of its numbers. A record used in several places has one table.
    """
    tables = (_table(record, places) for record, places in _places().items())
    return "\n\n".join(tables) + "\n"


def with_tables(page: str) -> str:
    """Answer a page with the tables put between its markers; the rest of it stays as it is.

    Raises:
        ValueError: the page does not have both markers.
    """
    before, begin, behind = page.partition(BEGIN)
    _, end, after = behind.partition(END)
    if not (begin and end):
        message = f"a page for the tables has the markers {BEGIN} and {END}"
        raise ValueError(message)
    return f"{before}{BEGIN}\n\n{language_tables()}\n{END}{after}"


def _places() -> Mapping[type[Record], list[str]]:
    """Every record of the language and where it may stand, parts behind the whole."""
    places: dict[type[Record], list[str]] = {}
    for record, file in _FILES.items():
        places[record] = [file]
        if record is not Addition:  # its other parts are those of a case, and stand above
            _add_parts(record, "" if record is Case else f"{file}: ", places)
    return places


def _add_parts(whole: type[Record], path: str, places: dict[type[Record], list[str]]) -> None:
    for record, step in _parts(whole):
        known = places.setdefault(record, [])
        known.append(f"{path}{step}")
        if len(known) == 1:
            _add_parts(record, f"{path}{step}.", places)


def _parts(record: type[Record]) -> Iterator[tuple[type[Record], str]]:
    for declared in fields_of(record):
        match declared.kind:
            case One(record=part):
                yield part, declared.key
            case Group(record=part):
                yield part, f"{declared.key}.<name>"
            case Listing(record=part):
                named = any(each.name == "id" for each in fields_of(part))
                yield part, f"{declared.key}.<{'id' if named else 'number'}>"
            case _:
                continue


def _table(record: type[Record], places: list[str]) -> str:
    heading = " and ".join(f"`{place}`" for place in places)
    by_key = all(place.endswith(".<name>") for place in places)
    declared = [each for each in fields_of(record) if not (by_key and each.name == "id")]
    head = ["| key | required | what it holds | meaning |", "|---|---|---|---|"]
    return "\n".join([f"### {heading}", "", *head, *map(_line, declared)])


def _line(declared: Field) -> str:
    required = "yes" if declared.required else ""
    cells = (f"`{declared.key}`", required, _in_words(declared.kind), declared.doc)
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _in_words(kind: Kind) -> str:
    """What a value of a kind is, as one would say it."""
    match kind:
        case Choice(options=options):
            return _or([f"`{option}`" for option in options])
        case Anything(keyed=keyed):
            return "values by address" if keyed else "as it would stand in the case"
        case Reference() | Names():
            return _of_names(kind)
        case Judgements():
            return _of_judgements(kind)
        case Quantity() | Quantities():
            return _of_numbers(kind)
        case _:
            return _SIMPLE[type(kind)]


def _of_names(kind: Reference | Names) -> str:
    if isinstance(kind, Names):
        return f"{_thing(kind.values)} by {kind.keys}"
    one = _or([_thing(each) for each in kind.to])
    return f"{one}, or a list of such" if kind.several else one


def _of_judgements(kind: Judgements) -> str:
    what = "weights by name" if kind.unit == "weight" else "judgements by name"
    choices = [what, *(f"`{word}`" for word in kind.words)]
    return _or([*choices, "one judgement"] if kind.bare else choices)


def _of_numbers(kind: Quantity | Quantities) -> str:
    limits = f"from {kind.low:.10g} to {kind.high:.10g}"
    if isinstance(kind, Quantities):
        return f"numbers or ranges {limits} by name{', nested' if kind.depth > 1 else ''}"
    ranged = ", or a range" if kind.ranged else ""
    return f"a number {limits}{ranged}{', or a list' if kind.listed else ''}"


def _thing(noun: str) -> str:
    """What a reference names, with its article."""
    name = _THINGS.get(noun, noun)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _or(choices: list[str]) -> str:
    *others, last = choices
    return f"{', '.join(others)} or {last}" if others else last
