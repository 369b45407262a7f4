"""What one word of a source would have done, by what it was taken for."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from deciban.findings.minding.distrust import Distrust
from deciban.findings.minds import MindInBrief
from deciban.render.date import in_words
from deciban.render.figures import percent
from deciban.render.minding.fitting import Head, Row, fitted
from deciban.render.page import HEAD, NAME, QUIET, heading

ROLES = "honest/pushes/inverts/guesses"
#: The ways as a page calls them; as data they keep their names.
WAYS = {
    "as he saw it": "as it was taken",
    "mostly honest": "taken for honest, mostly",
    "ignored": "taken for a mere pusher",
    "propagandist": "taken for a propagandist",
    "inverter": "taken for an inverter",
}


def distrust_section(mind: MindInBrief, found: Distrust) -> Iterator[RenderableType]:
    """Answer what one message of a source would have done, by what the source was taken for."""
    before = f" ({in_words(found.on)})" if found.on else ""
    yield heading(
        f"What one word of {found.source} would have done to {mind.name}", f"belief in “{found.of}”"
    )
    yield Text(f"belief before its first word{before}: {percent(found.before)}", QUIET)
    yield Text("")
    named = list(found.ways[0].told)
    rows = [
        Row(
            Text(WAYS.get(way.name, way.name), NAME),
            (
                Text("/".join(percent(share).removesuffix("%") for share in way.roles.values())),
                *(
                    Text(percent(way.told[name]), HEAD if way is found.ways[0] else "")
                    for name in named
                ),
            ),
        )
        for way in found.ways
    ]
    yield fitted([Head(ROLES, "left"), *(Head(f"told {name}") for name in named)], rows)
    yield Text(
        f"{ROLES}: how likely {found.source}, so taken, means what it says; says “{found.line}” "
        "whatever it believes; says the opposite of what it believes; has no idea. Told: the "
        "belief after one message that names the value.",
        QUIET,
    )
    yield Text("")
    yield Text(
        f"A mere pusher moves nobody by repeating its line; of a propagandist for “{found.line}” "
        "what it says against that is still believed; of an inverter the opposite of what it says.",
        QUIET,
    )
