"""The page of a mind: what was believed from date to date, and what must be said beside it.

What matters comes first, on one screen: the belief, what conduct says of it with the ridge, how
strong it was, and the state of mind; then from where all that comes.
"""

from rich.console import Group
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.render.mind_in_brief import head_part
from deciban.render.minding.chart import chart_section
from deciban.render.minding.conduct import conduct_section, turns_section
from deciban.render.minding.conviction import conviction_section
from deciban.render.minding.explained import explained_section
from deciban.render.minding.guilt import guilt_section
from deciban.render.minding.learned import learned_section
from deciban.render.minding.ledger import ledger_section
from deciban.render.minding.otherwise import otherwise_section
from deciban.render.minding.reading import reading_section
from deciban.render.page import Screen, stacked


def mind_page(mind: MindInFull, screen: Screen, case: str) -> Group:
    """Answer everything that is found of a mind.

    Args:
        mind: what was found.
        screen: what the terminal can show.
        case: the case as the user named it, for the commands that the page suggests.
    """
    return stacked(
        [
            *head_part(mind.title, mind.brief),
            Text(""),
            *conduct_section(mind),
            Text(""),
            *conviction_section(mind),
            *guilt_section(mind),
            *chart_section(mind, screen),
            *turns_section(mind),
            *explained_section(mind),
            *ledger_section(mind),
            *learned_section(mind),
            *otherwise_section(mind.otherwise),
            *reading_section(mind, case),
        ]
    )
