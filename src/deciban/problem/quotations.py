"""Codes D56: quotations, and the documents that they are held against."""

from deciban.problem.code import Code, warns

QUOTATIONS: dict[str, Code] = {
    "D560": Code(
        "A document that is not there",
        "`in` names the file that a quotation stands in, by its path in the folder of the case. "
        "Without the file nobody can hold the words against it.",
    ),
    "D561": Code(
        "A document outside the folder",
        "A case is one folder, handed on as a whole. What lies outside it, or behind a link that "
        "leads out of it, is not there for the next reader; and a case that somebody sends you "
        "must not reach for other files of yours.",
    ),
    "D562": Code(
        "A document of a kind that is not read",
        "Quotations are held against plain text, Markdown, HTML and PDF. What a word processor "
        "saves, pictures and archives are not read: save the document as one of those and keep "
        "that beside the case.",
    ),
    "D563": Code(
        "A PDF without text",
        "The pages of a scan are pictures, and no word can be looked up in a picture. Text "
        "recognition (OCR) writes the words behind the pictures; look over what it made of them, "
        "for a misread word is not a misquoted one.",
    ),
    "D564": Code(
        "A locked PDF",
        "The text cannot be read without the password, which has no place in a case. A PDF that "
        "only forbids printing or copying needs none and is read, unless it is locked with AES: "
        "then the Python package `cryptography` must be there.",
    ),
    "D565": Code(
        "A damaged PDF",
        "The file is no whole PDF: it broke off on its way here, holds something else, or takes "
        "longer to read than a sound one could. It is read in a process of its own, so that "
        "nothing in it can bring deciban down.",
    ),
    "D566": Code(
        "A quotation that is not in the document",
        "Neither these words nor anything like them stand there. Either another document is "
        "meant, or the words are a paraphrase, which belongs in `text`.",
    ),
    "D567": Code(
        "A quotation that is nearly in the document",
        "A quotation is exact or it is none: what the case says somebody said must be what a "
        "reader finds who looks it up. Spaces, line ends and the shapes of quotation marks and "
        "dashes do not count; `[...]` marks what is left out and other square brackets what is "
        "yours. Everything else must be as it stands, capitals too: write `[T]he` where you "
        "changed one.",
    ),
    "D568": warns(
        "Nothing much to look for",
        "One or two words stand in almost any document, so that finding them there proves "
        "nothing. Quote enough to be recognised; and where a document is named, say in `quote` "
        "which of its words are meant.",
    ),
    "D569": warns(
        "Found, but not quite as the case has it",
        "The words are there. But `at` names another page than the one they stand on, so that a "
        "reader would look in vain; or the spaces between them are others. The spaces of a PDF "
        "are guessed from the distance between letters, so look at the page itself.",
    ),
}
