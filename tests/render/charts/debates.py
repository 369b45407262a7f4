"""Debates made by hand, for what their figures say, and hostile ones."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.render.charts.hostile import NASTY

from deciban.case import Case, Move, Position
from deciban.dates import When, read_date
from deciban.debate.change import Stage, Trajectory
from deciban.debate.crux import Crux, Dispute, Value
from deciban.debate.pooling import Pool
from deciban.debate.thread import Standing, Thread
from deciban.read import read_text_of_case
from deciban.standing import Label
from deciban.units import probability_to_decibans

CASE = """\
deciban: 1
title: The seal, disputed
question:
  ask: Was the charter forged?
  hypotheses: {forged: It was forged, genuine: It was not}
  exhaustive: yes
  prior: even
events:
  - id: late_seal
    text: Its seal is of a later kind
    known: yes
    expected: {forged: 40..80%, genuine: 20..50%}
"""
SEAL = "Is a late seal likelier on a forgery?"


@cache
def case(title: str = "The seal, disputed") -> Case:
    """A case with two debaters."""
    found = read_text_of_case(CASE, Path("nowhere/case.yaml")).case
    assert found is not None
    positions = (Position(position="ann", name="Ann Lee"), Position(position="bob"))
    return replace(found, title=title, positions=positions)


def dispute(
    about: str, a: str, b: str, share: float, *, apart: float | None = 5.0, widens: bool = False
) -> Dispute:
    """A dispute over one number."""
    address = f"events.{'_'.join(about.lower().split())[:24]}.expected.forged"
    value = Value(address, a, b, "", "", apart)
    return Dispute(
        address, about, "", (value,), (), share, 0.0, share, share, widens, False, False, (), ()
    )


DISPUTES = (
    dispute(SEAL, "70%", "20..40%", -9.0),
    dispute("Was the scribe alive in 1105?", "40%", "5%", -4.0),
    dispute("Did the abbey gain by it?", "60%", "70%", 1.2, widens=True),
    dispute("How much does the ink say?", "6 dB", "2 dB", -0.4, apart=None),
    dispute("Is the monk's report admissible?", "", "counted", 0.2, apart=None),
)
CRUX = Crux(
    a="ann",
    b="bob",
    called=("Ann Lee", "Bob"),
    ask="Was the charter forged?",
    of="forged",
    text="It was forged",
    probability={"forged": (0.8, 0.2), "genuine": (0.2, 0.8)},
    log_odds=(6.0, -6.0),
    gap=-12.0,
    compared=("forged", "genuine"),
    only_a=(),
    only_b=(),
    threshold=0.5,
    within=1.0,
    disputes=DISPUTES,
    cruxes=(0, 1),
    left=(12.0, 4.0, 0.8, 0.2, 0.1, 0.0),
    best=((), (0,), (0, 1), (0, 1, 2), (0, 1, 2, 3), (0, 1, 2, 3, 4)),
    flip=(0,),
    flips="both",
    total=14.8,
    masked=False,
    beside=(2,),
    exact=True,
    grouped=False,
    mixtures=32,
)
AGREED = replace(
    CRUX,
    probability={"forged": (0.5, 0.52)},
    gap=0.4,
    cruxes=(),
    flip=(),
    flips="",
    left=(0.4, 0.3, 0.2, 0.1, 0.1, 0.0),
    beside=(),
)
MASKED = replace(AGREED, masked=True)


def date(text: str) -> When:
    """A date."""
    found = read_date(text)
    assert isinstance(found, When)
    return found


def stage(on: str, forged: float) -> Stage:
    """What a debater held from a day on; from the beginning where none is given."""
    chances = {"forged": forged, "genuine": 1.0 - forged}
    odds = {name: probability_to_decibans(each) for name, each in chances.items()}
    return Stage(date(on) if on else None, chances, odds, (), 0.0, 0.0)


ANN = Trajectory(
    "ann",
    "Ann Lee",
    "forged",
    (stage("", 0.8), stage("2026-05-03", 0.6), stage("2026-06-01", 0.7)),
    {"forged": 0.85, "genuine": 0.15},
)
BOB = Trajectory("bob", "Bob", "forged", (stage("", 0.2), stage("2026-05-20", 0.3)), None)
CARL = Trajectory("carl", "Carl", "forged", (stage("", 0.05),), None)
POOL = Pool(
    ask="Was the charter forged?",
    names=("ann", "bob", "carl"),
    called={"ann": "Ann Lee", "bob": "Bob", "carl": "Carl"},
    weights={"ann": 1 / 3, "bob": 1 / 3, "carl": 1 / 3},
    hypotheses={"forged": "It was forged", "genuine": "It was not"},
    held={},
    log_odds={},
    spread={"forged": (0.05, 0.7)},
    log_pool={"forged": 0.26, "genuine": 0.74},
    linear_pool={"forged": 0.35, "genuine": 0.65},
    median={"forged": 0.3, "genuine": 0.7},
    parameters=None,
    unlike=(),
    vetoes={},
    aside={},
    counted={},
)


def move(kind: str, name: str, author: str, target: str, text: str, on: str) -> Move:
    """A move."""
    return Move(move=kind, id=name, author=author, on=date(on), target=target, text=text)


def thread(*texts: str) -> Thread:
    """A debate of two claims and six moves, with these texts in place of its own."""
    told = [*texts, *TEXTS[len(texts) :]]
    rebut = move("rebut", "rebut-a1b", "bob", "late_seal", told[1], "2026-05-03")
    undercut = move("undercut", "undercut-c2d", "ann", "rebut-a1b", told[2], "2026-05-05")
    ask = move("ask", "ask-e3f", "bob", "late_seal", told[3], "2026-05-06")
    one = move("challenge", "challenge-g4h", "carl", "chronicler", told[5], "2026-05-07")
    back = move("challenge", "challenge-i5j", "ann", "challenge-g4h", told[6], "2026-05-08")
    grants = move("concede", "concede-k6l", "carl", "challenge-i5j", told[7], "2026-05-09")
    standings = {
        "late_seal": _standing(
            "late_seal", told[0], Label.UNDECIDED, turn=("case",), since="2026-05-06"
        ),
        "rebut-a1b": _standing(
            "rebut-a1b",
            told[1],
            Label.OUT,
            rebut,
            ("late_seal",),
            turn=("bob",),
            since="2026-05-05",
        ),
        "undercut-c2d": _standing("undercut-c2d", told[2], Label.IN, undercut, ("rebut-a1b",)),
        "ask-e3f": _standing("ask-e3f", told[3], Label.UNDECIDED, ask, ("late_seal",)),
        "sources.chronicler": _standing("sources.chronicler", told[4], Label.UNDECIDED),
        "challenge-g4h": _standing(
            "challenge-g4h",
            told[5],
            Label.UNDECIDED,
            one,
            ("sources.chronicler", "challenge-i5j"),
            preferred=(Label.IN, Label.OUT),
        ),
        "challenge-i5j": _standing(
            "challenge-i5j",
            told[6],
            Label.UNDECIDED,
            back,
            ("challenge-g4h",),
            preferred=(Label.OUT, Label.IN),
        ),
        "concede-k6l": _standing("concede-k6l", told[7], Label.IN, grants),
    }
    depth = dict(zip(standings, (0, 1, 2, 1, 0, 1, 2, 3), strict=True))
    return Thread(standings, depth)


TEXTS = (
    "Its seal is of a later kind",
    "Seals of this kind were cut in the same shop twenty years earlier, and two of them survive",
    "Both of those are themselves doubted",
    "Who dated the seal, and did they know which answer was wanted?",
    "The chronicler of the abbey",
    "He wrote eighty years after, in the pay of the house that gained",
    "The challenger cites a biography that was withdrawn",
    "Granted: it was withdrawn",
)


def _standing(  # noqa: PLR0913 (all there is to say of one)
    name: str,
    about: str,
    label: Label,
    made: Move | None = None,
    answers: tuple[str, ...] = (),
    *,
    preferred: tuple[Label, ...] = (),
    turn: tuple[str, ...] = (),
    since: str = "",
) -> Standing:
    return Standing(
        name,
        made,
        about,
        answers,
        label,
        preferred,
        (),
        turn,
        date(since) if since else None,
        (),
        False,
    )


def hostile_crux(turn: int = 0) -> Crux:
    """Two debaters every one of whose texts is hostile, and more disputes than are shown."""
    texts = [NASTY[(place + turn) % len(NASTY)] for place in range(len(NASTY))]
    odd = tuple(
        replace(
            dispute(text, texts[place - 1], texts[place - 2], 5.0 - place / 3, apart=None),
            address=text,
        )
        for place, text in enumerate(texts)
    )
    plain = tuple(dispute(text, "100%", "0%", 1.0) for text in texts)
    many = odd + plain
    return replace(
        CRUX,
        called=(texts[0], texts[1]),
        of=texts[2],
        probability={texts[2]: (1.0, 0.0)},
        only_a=(texts[3],),
        disputes=many,
        cruxes=(0, 1, len(many) - 1),
        left=(30.0, 20.0, 9.0, 0.5, *([0.0] * (len(many) - 3))),
        best=((), (0,), (0, 1), (0, 1, 2), *((*range(k),) for k in range(4, len(many) + 1))),
        flip=(0, 2),
        flips="a",
    )


def hostile_courses(turn: int = 0) -> tuple[tuple[Trajectory, ...], Pool]:
    """More debaters than are shown, with hostile names, and what they come to."""
    texts = [NASTY[(place + turn) % len(NASTY)] for place in range(len(NASTY))]
    courses = tuple(
        replace(each, name=f"n{place}", called=texts[place % len(texts)])
        for place, each in enumerate([ANN, BOB, CARL] * 6)
    )
    sure = stage("2026-05-30", 1.0)
    return (*courses, replace(CARL, called=texts[4], stages=(*CARL.stages, sure))), POOL
