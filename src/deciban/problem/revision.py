"""Codes D72: a case as it stood at a revision of git."""

from deciban.problem.code import Code

REVISION: dict[str, Code] = {
    "D720": Code(
        "Not in a git repository",
        "deciban keeps no history of its own: an earlier state of a case is what git has of it. "
        "Without git two states can still be compared, as two folders or two files.",
    ),
    "D721": Code(
        "No such revision",
        "A revision is a branch, a tag, the beginning of a commit's name, or a way from one of "
        "these, such as `HEAD~3`. Where git knows none by that name nothing is compared, rather "
        "than something else that was not asked for.",
    ),
    "D722": Code(
        "Nothing there at that revision",
        "The revision is known, but it holds nothing at that path: the case was not there yet, no "
        "longer, or under another name. A case that was renamed is compared by naming both: "
        "`deciban diff HEAD~3:old new`.",
    ),
    "D723": Code(
        "No git",
        "What a case was at a revision is read by git itself, which has to be installed. Two "
        "folders or two files are compared without it.",
    ),
    "D724": Code(
        "Git refuses",
        "Git is there and will not read the repository: it belongs to somebody else, is damaged, "
        "or was made by a newer git. Its own words are in the message.",
    ),
}
