"""Codes D9: networks that were written for other programs, and what is asked of them."""

from deciban.problem.code import Code

EXCHANGE: dict[str, Code] = {
    "D901": Code(
        "Something left open",
        "A block ends with a brace, a comment with `*/` and a quoted name with a second quotation "
        "mark in the same line. Without its end everything that follows would belong to it.",
    ),
    "D902": Code(
        "Not what stands here in a network",
        "A file in the interchange format holds blocks that begin with `network`, `variable` or "
        "`probability`, and each line inside a block ends with a semicolon. What cannot be told "
        "for certain is not guessed at.",
    ),
    "D903": Code(
        "One name given twice",
        "Each variable has one name, each of its states one, and a variable hangs from each of "
        "the others at most once. Otherwise a row of numbers could be read in two ways.",
    ),
    "D904": Code(
        "A name that the network lacks",
        "A probability block speaks of a variable, or a row of a state, that no variable block "
        "declares. Capital and small letters differ. The nearest name is suggested.",
    ),
    "D905": Code(
        "A variable without probabilities",
        "Every variable has one probability block, which says how likely its states are, given "
        "those of the variables it hangs from. Nothing is filled in where one is missing.",
    ),
    "D906": Code(
        "Probabilities stated twice",
        "A variable has one probability block, with one table or one default in it. Two of them "
        "would be two answers to one question; both places are shown.",
    ),
    "D907": Code(
        "Too many or too few",
        "A row has one number for each state of its variable, a table one for each state in each "
        "circumstance, and the brackets before a row one state for each variable behind the bar. "
        "The number in square brackets says how many states follow.",
    ),
    "D908": Code(
        "A row is missing",
        "There is one row for each combination of states of the variables behind the bar, or a "
        "`default` for those that are not written. No row is made up.",
    ),
    "D909": Code(
        "A row written twice",
        "Each combination of states has one row. Of two rows either could be the one that was "
        "meant; both places are shown.",
    ),
    "D910": Code(
        "A row that does not add up to 1",
        "A variable is in exactly one of its states, so the numbers of a row add up to 1. Files "
        "round them, and a row that is off by less than 0.0001 is brought to 1, which the answer "
        "says; one that is further off holds a slip.",
    ),
    "D911": Code(
        "Not a probability",
        "Where a probability belongs there stands something that is no number from 0 to 1. "
        "Decimals are written with a point; percentages are not read here.",
    ),
    "D912": Code(
        "Variables that hang from one another in a circle",
        "If each of several variables hangs from the next and the last from the first, none comes "
        "first and no probability can be worked out. Somewhere one link has to go.",
    ),
    "D913": Code(
        "A network beyond measure",
        "A variable has at most 200 states, and all the tables together at most two million "
        "numbers. Beyond that a network is more often a slip than a network.",
    ),
    "D914": Code(
        "Evidence that cannot be",
        "By the numbers of the network, what is given can never happen together, so nothing can "
        "be said of what would follow from it. None of the pieces named can be dropped from the "
        "contradiction; there may be others.",
    ),
    "D915": Code(
        "A file without a network",
        "The file holds no variable, so there is nothing to ask about.",
    ),
}
