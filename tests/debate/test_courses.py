"""How answers moved, as it is drawn."""

from pathlib import Path

from tests.debate.small import debaters, reading

from deciban.debate.cruxes import find_divides
from deciban.debate.drawing.courses import told_of

HOLDS = "position: {}\nholds:\n  question.prior: {{is: {}, because: So it seems.}}\n"


def test_it_is_drawn_of_the_answer_that_cruxes_tell_of(tmp_path: Path) -> None:
    # Of all answers their probabilities differ most on *other*, which leads for nobody.
    files = {
        "positions/ann.yaml": HOLDS.format("ann", "{knew: 60%, unaware: 10%, other: 30%}"),
        "positions/bob.yaml": HOLDS.format("bob", "{knew: 70%, unaware: 25%, other: 5%}"),
    }
    found = reading(tmp_path, files)
    assert found.case is not None
    both = debaters(found)
    assert told_of(both) == find_divides(found.case, both).of == "knew"
