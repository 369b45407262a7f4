"""Codes D84: sealed rounds, and a debater's history."""

from deciban.problem.code import Code, warns

SEALS: dict[str, Code] = {
    "D840": Code(
        "A forged seal",
        "A seal is the SHA-256 of a salt, a line break and the position as it was sealed. Once it "
        "is opened anybody can reckon it again. Where it comes out otherwise, the numbers are not "
        "those that were promised, or a character of them was touched.",
    ),
    "D841": Code(
        "A seal on something else",
        "What is sealed is the position of the debater whom the seal names. Another's, or a text "
        "that is no position, says nothing of what he held.",
    ),
    "D842": Code(
        "Opened before it was sealed",
        "A seal shows that numbers stood before others were known. With its two dates the wrong "
        "way round it shows nothing.",
    ),
    "D843": Code(
        "A seal half opened",
        "Opening a seal says when, with which salt, and what the text was. Without any one of the "
        "three nobody can check the promise.",
    ),
    "D844": Code(
        "No hash of a seal",
        "The hash of a seal is 64 hexadecimal digits. `deciban position seal` writes it.",
    ),
    "D845": warns(
        "Shown before it was opened",
        "While a position is sealed its numbers are out of sight. This one can be read beside its "
        "seal, so others may have followed it, and the seal no longer shows that they did not.",
    ),
    "D846": Code(
        "The sealed numbers are lost",
        "Until a seal is opened its numbers stand in one file only, in the folder `.sealed` of "
        "whoever sealed them, which git never takes up. From the hash nobody gets them back.",
    ),
    "D847": warns(
        "A first round of nobody",
        "A seal was opened, and its debater has no position any more, so that there is nothing to "
        "hold his first round against.",
    ),
    "D848": Code(
        "A history that passes through no case",
        "`revised` says what a debater held from day to day, and on one of these days that was no "
        "case: most often a row was changed entry by entry on different days, so that it did not "
        "add up in between. Revise the whole row on one day.",
    ),
    "D849": warns(
        "A change of mind from before it could be",
        "What was sealed is what was held on that day, and from an entry of `revised` to the next "
        "the days go on. An entry that is dated earlier, and was not sealed with the others, gives "
        "a history that the seal contradicts. `deciban position hold` writes none.",
    ),
}
