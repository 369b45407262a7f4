"""Codes D1: the files of a case, their YAML, and writing them."""

from deciban.problem.code import Code, warns

TEXT: dict[str, Code] = {
    "D101": Code(
        "No such file",
        "deciban was given a path at which nothing stands. It never starts a case by itself, so a "
        "slip in the name cannot leave you weighing an empty case.",
    ),
    "D102": Code(
        "A folder where a file is expected",
        "The path names a folder. A case is a folder, but each of its files is read by itself.",
    ),
    "D103": Code(
        "A file that cannot be read",
        "The system refused to hand out the file, most often for want of permission. Nothing is "
        "weighed on part of a case.",
    ),
    "D104": Code(
        "A file too large to be a case",
        "A case is text that people write and read; five megabytes are thousands of pages. A "
        "larger file is most often a document or an archive that was named by mistake.",
    ),
    "D105": Code(
        "A file not in UTF-8",
        "The letters of a text are kept as numbers, and UTF-8 is the one table of numbers that "
        "every system agrees on. Read by another table, names with accents would come out wrong "
        "without anybody noticing, so deciban does not guess.",
    ),
    "D106": Code(
        "A file that is not text",
        "The file holds zero bytes, which no text has. It is most often a picture, a PDF or a "
        "word-processor document under a wrong name.",
    ),
    "D107": Code(
        "An invisible character",
        "Text copied from PDFs, mails or word processors may carry characters that cannot be seen "
        "and that YAML refuses or takes for the end of a line. They carry no meaning, so they can "
        "be left out.",
    ),
    "D110": Code(
        "A line that cannot be read",
        "The text breaks a rule of YAML, and no correction is evident. What can be read is still "
        "checked, so that the other mistakes are found in the same run.",
    ),
    "D111": Code(
        "A field given twice",
        "If one field is given twice in the same record, one of the two would silently be lost. "
        "Which one is meant, only you can say.",
    ),
    "D112": Code(
        "An alias",
        "In YAML `*name` stands for a value written elsewhere. A case is read and argued line by "
        "line, so every value stands where it counts.",
    ),
    "D113": Code(
        "An anchor",
        "In YAML `&name` gives a value a name, to be used again elsewhere. A case is read and "
        "argued line by line, so every value stands where it counts.",
    ),
    "D114": Code(
        "A tag",
        "In YAML a word that begins with `!` says of what type a value is. A case has no use for "
        "types: deciban knows from the field what a value must be.",
    ),
    "D115": Code(
        "More than one document in a file",
        "A line `---` begins a new document, and YAML keeps the two apart. A case is one document; "
        "what stands behind the line would not be weighed.",
    ),
    "D116": Code(
        "Nested too deeply",
        "No case needs a hundred levels inside one another. Such a text is most often damaged, or "
        "a bracket key was held down.",
    ),
    "D117": Code(
        "A field name that is not a word",
        "A list or a group of fields stands where a field name is expected. Every field has a "
        "name, so that every number has an address.",
    ),
    "D120": Code(
        "A colon inside text",
        "A colon with a space behind it ends a field name in YAML, so prose that holds one must "
        "stand in quotes, or below a `>-`. deciban writes the quotes for you with `--fix`.",
    ),
    "D121": warns(
        "A number sign that cuts a text",
        "YAML takes a ` #` for the beginning of a comment and drops the rest of the line, without "
        "a word. Where the rest looks like more of the text, deciban asks. A comment is set off by "
        "two spaces before its `#`, or one behind it.",
    ),
    "D122": Code(
        "A comma too many in braces",
        "Inside braces a comma ends a field, so there is one between every two of them, and prose "
        "that holds one must stand in quotes. The rest of the sentence would otherwise become a "
        "field of its own.",
    ),
    "D123": Code(
        "A text that begins with a sign",
        "YAML keeps some signs at the beginning of a value for itself, among them `@`, `%`, `*` "
        "and the backquote. A text that begins with one must stand in quotes.",
    ),
    "D124": Code(
        "A quotation mark that closes too early",
        "If a value begins with a quotation mark, YAML ends it at the next one. A text with a "
        "quotation in it must stand in quotes as a whole.",
    ),
    "D125": Code(
        "A quotation mark never closed",
        "A quotation mark at the beginning of a value opens a quotation for YAML, and all that "
        "follows belongs to it until the next mark, which may be many lines away.",
    ),
    "D126": Code(
        "Text around brackets",
        "A value that begins with a bracket or a brace is a list or a group of fields for YAML, "
        "and inside braces any bracket is. An editor's `[sic]` needs quotes around the whole text.",
    ),
    "D127": Code(
        "A bracket without its partner",
        "Every bracket and brace that opens a list or a group of fields must be closed, once. All "
        "that follows would otherwise belong to it.",
    ),
    "D128": Code(
        "A tab at the beginning of a line",
        "How far a line is indented says what it belongs to, and a tab is as wide as each editor "
        "likes. YAML therefore allows spaces only.",
    ),
    "D129": Code(
        "A list item out of line",
        "The dashes of one list stand exactly below one another. A dash that is a space off would "
        "belong to nothing.",
    ),
    "D130": Code(
        "No space behind a colon",
        "A field name ends with a colon and a space. Without the space the name and its value are "
        "one word, as in an address on the web.",
    ),
    "D131": Code(
        "A line without a field name",
        "Every line of a record begins with the name of a field and a colon, unless it goes on "
        "with the text above it, and then it is indented deeper.",
    ),
    "D132": Code(
        "Text on the line of a >",
        "A `>-` says that a text follows on the next lines. Behind it, its own line must be empty.",
    ),
    "D133": Code(
        "A field out of line",
        "The fields of one record begin exactly below one another. A field that is a space off "
        "would belong to nothing.",
    ),
    "D134": Code(
        "A text that is not indented",
        "A text may go on over several lines, but each of them must be indented under its field, "
        "else YAML takes it for a new one.",
    ),
    "D135": Code(
        "A backslash inside double quotes",
        "Inside double quotes a backslash and the letter behind it stand for something else, such "
        "as a line break. Inside single quotes a backslash is a backslash.",
    ),
    "D136": Code(
        "A number sign in the middle of a text",
        "YAML takes a ` #` for the beginning of a comment, and a comment ends the text it stands "
        "in. What follows would belong to nothing.",
    ),
    "D137": Code(
        "A list item without its dash",
        "A dash begins each item of a list, and the fields behind it stand in line with the first. "
        "Without the dash a new event would be more fields of the one above it, or of nothing.",
    ),
    "D138": Code(
        "A long dash for a list item",
        "A list item begins with the short dash of the keyboard and a space. Word processors turn "
        "it into a long one, which is a letter like any other for YAML.",
    ),
    "D140": Code(
        "A file that could not be saved",
        "The system refused to write, for want of permission or of space. The file is as it was: "
        "deciban replaces a file whole or not at all.",
    ),
    "D141": Code(
        "A change that does not read back",
        "Before a file is replaced, what was written is read again and compared with what was "
        "meant. If they differ nothing is changed, for a lost word costs more than a refused edit.",
    ),
    "D142": Code(
        "A file that exists already",
        "A new file never takes the place of an old one: nothing of yours is lost to a slip in a "
        "name.",
    ),
    "D151": Code(
        "The layout would change the case",
        "Before a case is laid out anew, the new text is read and compared with the old, comments "
        "included. If anything differs the file stays as it is, for tidiness is never worth a lost "
        "word. This is a fault of deciban, not of the text.",
    ),
    "D152": Code(
        "A case with mistakes is not laid out",
        "Where it is open what a text means, laying it out would settle the matter without asking "
        "you. Mend what `deciban check` reports first; the layout comes after.",
    ),
}
