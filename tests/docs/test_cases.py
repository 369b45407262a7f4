from pathlib import Path

import pytest
from tests.docs.pages import PAGES, Block, cases, name_of

from deciban.pipeline import weigh_reading
from deciban.read import read_text_of_case

EXAMPLES = [
    pytest.param(block, id=f"{name_of(page)}:{block.line}")
    for page in PAGES
    for block in cases(page)
]


def test_the_pages_argue_by_whole_cases() -> None:
    with_cases = {name_of(page) for page in PAGES if cases(page)}
    assert {"docs/language.md", "docs/method.md"} <= with_cases


@pytest.mark.parametrize("block", EXAMPLES)
def test_every_case_on_a_page_can_be_weighed(block: Block) -> None:
    weighing = weigh_reading(read_text_of_case(block.text, Path("nowhere") / "case.yaml"))
    assert [str(problem) for problem in weighing.problems if problem.is_error] == []
    assert weighing.findings is not None
    total = sum(answer.probability for answer in weighing.findings.posterior.answers)
    assert total == pytest.approx(1.0, abs=1e-12)
