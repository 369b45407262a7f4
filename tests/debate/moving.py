"""Moves in a case, made of a few words each, for tests."""

from dataclasses import replace

from tests.debate.parting_cases import CASE
from tests.meaning.line import sound_case

from deciban.case import Case, Move, Position
from deciban.dates import When, read_date
from deciban.debate.thread import Standing, find_thread
from deciban.read.yaml_tree import parse

#: A report of one source, and an event with its own weight, for a rebuttal to bring.
BY_BAILIFF = "reports: [{id: again, of: walked, by: bailiff, says: no}]"
LETTER = "events: [{id: note, text: A note, known: yes, expected: {knew: 10%, else: 40%}}]"


def day(text: str) -> When:
    found = read_date(text)
    assert isinstance(found, When)
    return found


def move(said: str, *, day_of_may: int = 1, add: str = "", text: str = "So I say.") -> Move:
    """A move: ``move("ann rebut walked r1")``."""
    author, kind, target, name = said.split()
    return Move(
        move=kind,
        id=name,
        author=author,
        on=day(f"2024-05-{day_of_may:02}"),
        target=target,
        text=text,
        add=parse(add, "add.yaml").root if add else None,
    )


def debated(*said: str | Move, positions: tuple[Position, ...] = ()) -> Case:
    """The mill with these moves, one a day in the order given."""
    moves = [
        each if isinstance(each, Move) else move(each, day_of_may=1 + place)
        for place, each in enumerate(said)
    ]
    return replace(sound_case(CASE), debate=tuple(moves), positions=positions)


def standings(*said: str | Move, positions: tuple[Position, ...] = ()) -> dict[str, Standing]:
    return find_thread(debated(*said, positions=positions)).standings


def labels(*said: str | Move) -> dict[str, str]:
    """The label of everything in the thread."""
    return {name: each.label.value for name, each in standings(*said).items()}
