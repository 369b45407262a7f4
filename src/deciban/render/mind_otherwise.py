"""One counterfactual by itself, and what a source's word would have done."""

from rich.console import Group
from rich.text import Text

from deciban.findings.mind import MindInFull
from deciban.findings.minding.distrust import Distrust
from deciban.findings.minds import MindInBrief
from deciban.render.mind_in_brief import head_part, held
from deciban.render.minding.conduct import conduct_part
from deciban.render.minding.distrust import distrust_section
from deciban.render.minding.otherwise import options_section, otherwise_section
from deciban.render.minding.reading import how_read
from deciban.render.minding.wording import WEIGHT
from deciban.render.page import QUIET, heading, stacked


def had_page(mind: MindInFull) -> Group:
    """Answer one counterfactual by itself, with why, and with what must stand beside a belief."""
    return stacked(
        [
            *head_part(mind.title, mind.brief),
            Text(""),
            *otherwise_section(mind.otherwise),
            *(part for each in mind.otherwise for part in options_section(each)),
            Text(""),
            heading("What conduct says"),
            *conduct_part(mind.brief),
            Text(how_read(mind.brief), QUIET),
        ]
    )


def distrust_page(mind: MindInBrief, found: Distrust) -> Group:
    """Answer what one message of a source would have done, by what it was taken for."""
    return stacked(
        [
            *distrust_section(mind, found),
            Text(""),
            heading("Beside it", held(mind)),
            Text(WEIGHT, QUIET),
            *conduct_part(mind),
            Text(how_read(mind), QUIET),
        ]
    )
