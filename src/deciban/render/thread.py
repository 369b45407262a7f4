"""The thread of a debate as a tree: what is claimed, what answers it, and what stands."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.case.critical_questions import in_words as question_in_words
from deciban.debate.debate import Debate
from deciban.debate.thread import CASE, Standing
from deciban.render.date import in_words
from deciban.render.page import AGAINST, FOR, HEAD, NAME, QUIET, Screen, cut, grid, heading, stacked
from deciban.standing import Label

LABEL, STEP = 9, 2
#: How many lines what is said takes; one where there are more than a few arguments.
LINES, FEW = 3, 12
#: Whether an argument stands, in plain words, and in which colour.
STANDS: Mapping[Label, tuple[str, str]] = {
    Label.IN: ("stands", FOR),
    Label.OUT: ("defeated", AGAINST),
    Label.UNDECIDED: ("open", "yellow"),
}
#: What its author does by a move.
DOES: Mapping[str, str] = {
    "rebut": "rebuts",
    "undercut": "undercuts",
    "challenge": "challenges",
    "ask": "asks",
    "hypothesis": "adds an answer",
    "concede": "concedes",
    "withdraw": "withdraws",
}
NOTHING = "Nobody has made a move yet; `deciban move` files one."
NOTHING_SUCH = "Nothing in the thread waits for an answer, or concerns whom you named."


def thread_part(debate: Debate, screen: Screen) -> Iterator[RenderableType]:
    """Answer the thread, a line or two for every argument, and whose turn it is."""
    standings = debate.thread.standings
    yield heading("The thread", "what stands, and whose turn it is")
    if not standings:
        yield Text(NOTHING_SUCH if debate.narrowed else NOTHING)
        return
    rows = grid((LABEL, "left"), (None, "left"), wrap=True)
    for name, standing in standings.items():
        rows.add_row(_label(standing), _told(debate, standing, debate.thread.depth[name], screen))
    yield rows


def _label(standing: Standing) -> Text:
    """Whether it stands, in a word; grants and withdrawals have nothing to defend."""
    if standing.withdrawn:
        return Text("conceded" if standing.given_up else "withdrawn", QUIET)
    if standing.move is not None and standing.move.move in ("concede", "withdraw"):
        return Text("")
    return Text(*STANDS[standing.label])


def _told(debate: Debate, standing: Standing, depth: int, screen: Screen) -> Padding:
    """An argument, what is said of it, and who owes an answer, one under another."""
    room = screen.width - LABEL - 1 - STEP * depth
    lines = 1 if len(debate.thread.standings) > FEW else LINES
    style = QUIET if standing.withdrawn else ""
    words = [Text(cut(each, room * lines), style) for each in _words(standing)]
    told = stacked([_head(debate, standing), *words, *_remarks(debate, standing)])
    return Padding(told, (0, 0, 0, STEP * depth))


def _head(debate: Debate, standing: Standing) -> Text:
    move = standing.move
    if move is None:
        return Text.assemble((standing.name, NAME), f"  {standing.about}")
    author = debate.called.get(move.author, move.author).partition(",")[0]
    on = f", {in_words(move.on.text)}" if move.on is not None else ""
    return Text.assemble((author, HEAD), f" {DOES[move.move]}{on}  ", (move.id, NAME))


def _words(standing: Standing) -> Iterator[str]:
    move = standing.move
    if move is None:
        return
    asked = question_in_words(move.question) if move.question is not None else ""
    yield from dict.fromkeys(each for each in (asked, move.text) if each)


def _remarks(debate: Debate, standing: Standing) -> Iterator[Text]:
    """Who conceded it, how far a choice would decide it, and whose turn it is."""
    if standing.conceded:
        yield Text(f"conceded by {_people(debate, standing.conceded)}", QUIET)
    if standing.preferred:
        ways = " or ".join(STANDS[each][0] for each in standing.preferred)
        yield Text(f"{ways}, by which side of a circle of attacks is taken", QUIET)
    if standing.turn:
        yield Text(f"→ {_people(debate, standing.turn)} {_owes(standing)}", HEAD)


def _owes(standing: Standing) -> str:
    """That an answer is owed, and since when."""
    alone = len(standing.turn) == 1
    if standing.since is None:
        return f"{'owes' if alone else 'owe'} an answer"
    since = in_words(standing.since.text)
    return f"{'has' if alone else 'have'} owed an answer since {since}"


def _people(debate: Debate, names: tuple[str, ...]) -> str:
    told = [_person(debate, name) for name in names]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _person(debate: Debate, name: str) -> str:
    if name == CASE:
        return "whoever keeps the case"
    return debate.called.get(name, name).partition(",")[0]
