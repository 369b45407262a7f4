"""What the number of a mind at an address is, in words that need no knowledge of the language."""

from deciban.render.brief.minding.told import MindTold, option
from deciban.render.brief.names import plain
from deciban.render.brief.words import quoted

#: What is a number of the actor as such.
OWN = {
    "care": "how closely {} followed the stakes",
    "slip": "how often {} did anything at all, whatever the stakes",
    "weight_on_evidence": "how far {} let evidence count",
    "forgetting": "how much of an earlier belief {} kept",
    "opponent.care": "how closely the other was thought to follow stakes",
    "opponent.mirror.weight": "how far {} saw the other in that mind's own place",
}
CHARACTER = {
    "honest": "honest",
    "pushes": "to push a line",
    "inverts": "to say the opposite of what it believed",
    "guesses": "to say anything",
}


def mind_number_in_words(mind: MindTold, address: str) -> str:
    """Answer what the number of a mind at an address is; nothing where there are no words for it.

    Args:
        mind: the mind.
        address: of a number of it, from ``actors.`` on.
    """
    path = address.removeprefix(f"actors.{mind.actor.id}.")
    if path in OWN:
        return OWN[path].format(mind.name)
    head, _, rest = path.partition(".")
    name, _, key = rest.partition(".")
    told = ""
    match head:
        case "prior":
            told = f"how likely {mind.value(rest)} was held at first"
        case "trusts":
            told = _of_trust(name, key)
        case "saw":
            told = _of_sight(mind, name, key)
        case "chooses":
            told = _of_choice(mind, name, key)
        case "opponent":
            told = _of_opponent(mind, name, key)
    return told


def _of_trust(source: str, key: str) -> str:
    who = quoted(plain(source))
    if key == "competence":
        return f"how often {who} was thought to be right"
    return f"how likely {who} was taken {CHARACTER[key]}" if key in CHARACTER else ""


def _of_sight(mind: MindTold, name: str, key: str) -> str:
    sight = mind.sight(name)
    if sight is None:
        return ""
    what = quoted(sight.text or plain(sight.id))
    if key == "reached_him":
        return f"whether {what} reached {mind.name}"
    first, _, value = key.partition(".")
    return f"how likely {what} was thought under {mind.value(value)}" if first == "expected" else ""


def _of_choice(mind: MindTold, name: str, key: str) -> str:
    first, _, rest = key.partition(".")
    where = mind.in_choice(name)
    if first == "inertia":
        return f"how likely what was done before was merely kept up {where}"
    if first != "between":
        return ""
    chosen, _, value = rest.partition(".")
    return f"what {option(chosen)} was worth under {mind.value(value)} {where}"


def _of_opponent(mind: MindTold, name: str, key: str) -> str:
    if name == "prior":
        return f"how likely the other was taken for {option(key)}"
    kind, _, value = key.partition(".")
    if name == "types" and "." not in value:
        return f"what {mind.value(value)} was thought to be worth to the other as {option(kind)}"
    if name == "mirror" and kind == "stakes":
        return f"what {mind.value(value)} would have been worth to {mind.name} in the other's place"
    return ""
