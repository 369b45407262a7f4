"""Codes D820 to D829: the moves of a debate."""

from deciban.problem.code import Code, warns

DEBATE: dict[str, Code] = {
    "D820": Code(
        "A circle of moves",
        "A move answers something that was there before it, so moves never answer one another in a "
        "circle, nor one itself. File a new move instead.",
    ),
    "D821": Code(
        "A move against what was withdrawn",
        "Who withdraws a move no longer says it, and there is nothing left to attack or to "
        "concede. Answer something that stands; a move filed in vain can be withdrawn as well.",
    ),
    "D822": Code(
        "A withdrawal of what is not one's own",
        "To withdraw is to take back a move of one's own. What somebody else said can be conceded "
        "or attacked, and a number of one's own is changed in one's position. A withdrawal is "
        "final: whoever thinks again files the move anew.",
    ),
    "D823": Code(
        "A move that does not fit its target",
        "An undercut denies that something follows from an item, so its target is an event, a "
        "report, a silence, a number of one of these, or a move. A challenge is to a source, and "
        "falls on all that comes through it. A new answer is proposed to the main question.",
    ),
    "D824": Code(
        "A concession to oneself",
        "To concede is to grant what somebody else says. A move of one's own is withdrawn.",
    ),
    "D825": Code(
        "A move before what it answers",
        "Whose turn it is, and since when, is read from the dates of moves; none can be older than "
        "what it answers.",
    ),
    "D826": Code(
        "A move that brings nothing, or may not",
        "A rebuttal may bring events, reports and silences, and a new answer has to bring itself; "
        "they count for whoever accepts the move. Other moves bring nothing: what an undercut or a "
        "challenge does to the numbers follows from its target. And with what a move brings, the "
        "case must still be one.",
    ),
    "D827": Code(
        "A critical question that is not in the list",
        "`question` names one of the list, which `deciban move --questions` prints, or asks one of "
        "one's own in a sentence. A name that is nearly one of the list would be taken for a "
        "sentence.",
    ),
    "D828": warns(
        "A move whose name may be taken twice",
        "A move is called by a few words and a random end, such as `no-such-letter-7kq2`. Counters "
        "and plain words are taken twice when two people write at once, each in a copy of his own. "
        "`deciban move` makes such names.",
    ),
    "D829": warns(
        "A move on what does not bear on the question",
        "Nothing leads from what this move answers to the main question, so that no outcome of the "
        "exchange could change the answer.",
    ),
    "D830": warns(
        "A move of somebody without a position",
        "Others have a position here and the author of this move has none. Whoever only speaks in "
        "a debate needs none, but a slip of the pen in a name would make a debater of it.",
    ),
}
