"""Codes D2: the shape of a case, its records and its bibliography."""

from deciban.problem.code import Code

SHAPE: dict[str, Code] = {
    "D201": Code(
        "The wrong kind of thing",
        "A sentence stands where a list belongs, or the other way round. Text in brackets or "
        "braces is a list to YAML; put quotes around a sentence that begins with one.",
    ),
    "D202": Code(
        "A required field is missing",
        "The record cannot stand without it. What else is wrong in the case is still reported.",
    ),
    "D203": Code(
        "An unknown field",
        "The language has no such field here, and deciban never ignores what it does not "
        "understand: a misspelt field would silently change the answer.",
    ),
    "D204": Code(
        "Not a name",
        "Names appear in addresses such as `events.letter.expected.yes`, so they are written in "
        "lower-case letters, digits and underscores and begin with a letter.",
    ),
    "D205": Code(
        "Not one of the values",
        "This field takes one of a few words. The nearest is suggested.",
    ),
    "D207": Code(
        "Not a number in its limits",
        "Costs, stakes and counts are plain numbers, or ranges such as `20..90` where the field "
        "allows them.",
    ),
    "D209": Code(
        "Nothing written",
        "The field is there but has no value. Write one, or take the field out.",
    ),
    "D210": Code(
        "No case here",
        "A case is a folder that holds a `case.yaml`. `deciban new` writes one to start from.",
    ),
    "D211": Code(
        "An empty case",
        "The file holds nothing that could be a case. It begins with `deciban: 1`, a `title` and a "
        "`question`.",
    ),
    "D251": Code(
        "A bibliography that is not JSON",
        "`sources.json` is a bibliography in CSL-JSON, as Zotero exports it. It is read whole or "
        "not at all.",
    ),
    "D252": Code(
        "A bibliography of another shape",
        "CSL-JSON is a list of works, each with an `id` that serves as its citation key.",
    ),
    "D253": Code(
        "Two works under one key",
        "A citation key must name one work, and `sources.json` and `sources.bib` are one "
        "bibliography where both are there. Both places are shown.",
    ),
    "D254": Code(
        "An entry of BibTeX that cannot be read",
        "`sources.bib` is read entry by entry: `@book{key, title = {...}, year = {...}}`. What is "
        "sound is kept, and every entry that is not is shown where it begins.",
    ),
    "D255": Code(
        "One field twice in an entry",
        "An entry of BibTeX gives each field once; programs that read it would take one of the two "
        "and drop the other without a word.",
    ),
}
