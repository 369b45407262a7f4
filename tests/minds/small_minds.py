"""Random small minds in a whole case, with every idiom of an actor in them.

Everything is written once, as YAML would have its text, and read back by ``plain``: so the
reference and the line see the same numbers. All are points, or lists and receipts that can be
counted out. Every hypothesis of the question is true of some possible actor, and none is by a
hair.
"""

from itertools import pairwise
from random import Random

from hypothesis import strategies as st
from tests.minds.by_hand import belief, hypothesis, margin, points
from tests.minds.mind_case import MindCase
from tests.minds.one_mind import Data
from tests.minds.plain import plain, plain_actor
from tests.minds.small_actor import Written, write_actor

#: No belief is nearer than this to counting as another hypothesis.
CLEAR = 1e-4
LAST_DAY = "1941-06-28"


def small_minds() -> st.SearchStrategy[MindCase]:
    """Small minds, each by a seed: those of whom nothing can be asked are thrown again."""
    return st.integers(0, 2**32 - 1).map(lambda seed: small_mind(Random(seed)))  # noqa: S311 (not a secret)


def small_mind(random: Random) -> MindCase:
    """A mind of whom at least two things may be true."""
    while True:
        found = _tried(random)
        if found is not None:
            return found


def _tried(random: Random) -> MindCase | None:
    actor, slip = write_actor(random), f"{random.randint(5, 200) / 10}%"
    case: Written = {
        "deciban": "1",
        "title": "A small mind",
        "assume": {"slip": slip},
        "actors": {"he": actor},
    }
    point = plain_actor(case, "he")
    possible = [one for _, one in points(point)]
    question = _question(random, point, possible)
    if question is None:
        return None
    events, reports, sources = _acts(random, point)
    if random.random() < 0.5:
        row = {name: f"{random.randint(50, 950) / 10}%" for name in question["hypotheses"]}
        events.append({"id": "diary", "text": "His diary", "known": "yes", "expected": row})
    whole = {**case, "question": question, "events": events, "reports": reports}
    return MindCase({**whole, "sources": sources}, "he")


def _question(random: Random, actor: Data, possible: list[Data]) -> Data | None:
    """A question of which every hypothesis is true of some possible actor; none, if there is none.

    It may replace what the mind says of the answers by a prior of its own.
    """
    found = random.choice([_likeliest, _banded])(random, actor, possible)
    if found is None or any(margin(one, plain(found)) < CLEAR for one in possible):
        return None
    if {hypothesis(one, plain(found)) for one in possible} != set(found["hypotheses"]):
        return None
    if random.random() < 0.3:
        names = list(found["hypotheses"])
        even = {name: f"{random.randint(10, 30)}%" for name in names[1:]}
        return {**found, "replace_prior": {**even, names[0]: "rest"}}
    return found


def _likeliest(_: Random, actor: Data, __: list[Data]) -> Data | None:
    values = actor["wonders"]["values"]
    return {
        "ask": "Which did he hold likeliest?",
        "about": f"he.{actor['wonders']['id']}",
        "by": "most_likely",
        "as_of": LAST_DAY,
        "hypotheses": dict.fromkeys(reversed(values), "It is so"),
        "exhaustive": "yes",
    }


def _banded(random: Random, actor: Data, possible: list[Data]) -> Data | None:
    """Bands whose edges lie in the widest gaps between what the possible actors believed."""
    of = random.choice(actor["wonders"]["values"])
    held = sorted({belief(one, LAST_DAY)[of] for one in possible})
    gaps = sorted(
        ((high - low, (high + low) / 2) for low, high in pairwise(held)),
        reverse=True,
    )
    edges = sorted(middle for gap, middle in gaps[: random.choice([1, 2])] if gap > 4 * CLEAR)
    if not edges:
        return None
    return {
        "ask": "How likely did he hold it?",
        "about": f"he.{actor['wonders']['id']}.{of}",
        "bands": ["0", *(f"{100 * edge:.3f}%" for edge in edges), "100%"],
        "as_of": LAST_DAY,
        "hypotheses": {f"band{place}": "It is so" for place in range(len(edges) + 1)},
        "exhaustive": "yes",
    }


def _acts(random: Random, actor: Data) -> tuple[list[Written], list[Written], Written]:
    """The events that show what he chose; each is known, or told by a source of its own."""
    events: list[Written] = []
    reports: list[Written] = []
    sources: Written = {}
    for choice in actor["chooses"]:
        if "shown_by" not in choice:
            continue
        event: Written = {"id": choice["shown_by"], "text": "What he did"}
        if random.random() < 0.5:
            event["known"] = random.choice(["yes", "no"])
        else:
            source = f"witness_{choice['id']}"
            honest = {"honest": f"{random.randint(300, 900) / 10}%", "guesses": "rest"}
            sources[source] = {"name": "Witness", "character": honest, "competence": "80%"}
            said = {"id": f"told_{choice['id']}", "of": event["id"], "by": source}
            reports.append({**said, "says": random.choice(["yes", "no"])})
        events.append(event)
    return events, reports, sources
