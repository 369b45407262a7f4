"""A mind with every idiom, whose numbers have ranges: nothing of it can be counted out."""

from typing import Any

from tests.minds.mind_case import MindCase

BETWEEN = {
    "appease": {"kept": "100", "demands": "80", "attack": "0..20"},
    "alert": {"kept": "20..90", "demands": "50", "attack": "70"},
}

HE: dict[str, Any] = {
    "wonders": {"id": "plan", "values": ["kept", "demands", "attack"]},
    "opponent": {
        "types": {
            "calculator": {"kept": "70", "demands": "60", "attack": "20"},
            "gambler": {"kept": "40", "demands": "20..80", "attack": "75"},
        },
        "prior": {"calculator": "40..80%", "gambler": "rest"},
        "care": "5",
        "mirror": {"weight": "0..90%", "stakes": {"kept": "80", "demands": "60", "attack": "10"}},
    },
    "trusts": {
        "britain": {
            "honest": "5..30%",
            "pushes": "20..60%",
            "inverts": "rest",
            "line": "attack",
            "competence": "70..90%",
        },
        "sorge": {"honest": "30..70%", "guesses": "rest", "record": {"right_yes": "2"}},
    },
    "weight_on_evidence": "50..100%",
    "forgetting": "80..100%",
    "saw": [
        {
            "id": "churchill",
            "on": "1941-04-21",
            "from": "britain",
            "says": "attack",
            "reached_him": "60..90%",
        },
        {
            "id": "may",
            "on": "1941-05-19",
            "from": "sorge",
            "says": "attack",
            "resolved": {"on": "1941-05-31", "was": "no"},
        },
        {"id": "june", "on": "1941-06-15", "from": "sorge", "says": "attack"},
        {
            "id": "flights",
            "on": "1941-06-01",
            "expected": {"kept": "20..40%", "demands": "50%", "attack": "60%"},
            "reached_him": "70%",
        },
    ],
    "chooses": [
        {
            "id": "april",
            "on": "1941-04-30",
            "between": BETWEEN,
            "chose": "appease",
            "shown_by": "deed1",
        },
        {"id": "aside", "on": "1941-05-05", "between": BETWEEN, "chose": "alert"},
        {
            "id": "june_13",
            "on": "1941-06-13",
            "between": BETWEEN,
            "chose": "appease",
            "continues": "april",
            "inertia": "50..95%",
            "shown_by": "deed2",
        },
    ],
    "care": ["2", "5"],
    "slip": "1..4%",
}


def rich_mind(**question: object) -> MindCase:
    """A case that asks which value he held likeliest on 21 June.

    Args:
        question: further keys of the question.
    """
    asked = {
        "id": "expected",
        "ask": "Which did he hold likeliest?",
        "about": "he.plan",
        "by": "most_likely",
        "as_of": "1941-06-21",
        "hypotheses": {"attack": "An attack", "kept": "The pact", "demands": "Demands"},
        "exhaustive": "yes",
        **question,
    }
    diary = {"kept": "40%", "demands": "50%", "attack": "70%"}
    witness = {"name": "W", "character": {"honest": "70%", "guesses": "rest"}, "competence": "80%"}
    case = {
        "deciban": "1",
        "title": "A rich mind",
        "question": asked,
        "actors": {"he": HE},
        "events": [
            {"id": "deed1", "text": "What he did in April", "known": "yes"},
            {"id": "deed2", "text": "What he did in June"},
            {"id": "diary", "text": "His diary", "known": "yes", "expected": diary},
        ],
        "sources": {"witness": witness},
        "reports": [{"id": "told", "of": "deed2", "by": "witness", "says": "no"}],
    }
    return MindCase(case, "he")
