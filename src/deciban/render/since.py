"""What moved one debater between two readings of a case, and whose doing it was."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from deciban.debate.since import Since
from deciban.render.figures import decibans, percent
from deciban.render.json_text import Json, JsonObject, finite
from deciban.render.page import HEAD, NAME, QUIET, Screen, cut, heading, side, stacked

WHOSE = {
    "case": "edits of the case",
    "evidence": "moves accepted since",
    "himself": "own judgement",
}
WIDTH = 8


def since_page(since: Since, revision: str, screen: Screen) -> Group:
    """Answer what moved a debater since a revision."""
    parts: list[RenderableType] = [Text.assemble((since.called, HEAD), f" since {revision}")]
    for name, now in since.after.items():
        then = since.before.get(name)
        was = "no answer" if then is None else percent(then)
        parts.append(Text.assemble("  ", (name, NAME), f"  {was} → {percent(now)}"))
    if not since.changes:
        return stacked([*parts, Text("Nothing that moves his answer has changed.")])
    if since.of:
        told = decibans(since.gap).strip()
        parts += [Text(""), heading("Whose doing", f"of “{since.of}”; {told} dB in all")]
        parts += [_way(share, f"{WHOSE[whose]}") for whose, share in since.parts.items()]
    parts += [Text(""), heading("What changed")]
    return stacked([*parts, *(line for line in _changes(since, screen))])


def _way(share: float, told: str) -> Text:
    return Text.assemble("  ", (decibans(share), side(share) if share else QUIET), f"  {told}")


def _changes(since: Since, screen: Screen) -> Iterator[RenderableType]:
    for change, whose in since.changes:
        weight = change.weights.get(since.of)
        told = _way(weight.share if weight is not None else 0.0, "")
        yield told.append(change.address, NAME).append(f"  {WHOSE[whose]}", QUIET)
        for each in change.differences:
            line = f"{each.before or 'nothing'} → {each.after or 'nothing'}"
            yield Padding(Text(cut(line, screen.width - WIDTH), QUIET), (0, 0, 0, WIDTH))


def since_json(since: Since, revision: str) -> JsonObject:
    """Answer the same as data."""
    changes: list[Json] = []
    for change, whose in since.changes:
        weight = change.weights.get(since.of)
        changes.append(
            {
                "address": change.address,
                "about": change.about,
                "whose": whose,
                "share": None if weight is None else finite(weight.share),
            }
        )
    return {
        "name": since.name,
        "called": since.called,
        "from": revision,
        "of": since.of,
        "before": dict(since.before),
        "after": dict(since.after),
        "gap": finite(since.gap),
        "by_case": finite(since.parts["case"]),
        "by_evidence": finite(since.parts["evidence"]),
        "by_himself": finite(since.parts["himself"]),
        "exact": since.exact,
        "changes": changes,
    }
