"""Small debates as folders of text."""

from collections.abc import Mapping
from pathlib import Path

from deciban.pipeline import inquire, seen
from deciban.read import Reading, read_case


def folder(root: Path, case: str, files: Mapping[str, str]) -> Path:
    """A case with the files of its debate, by path within it."""
    (root / "case.yaml").write_text(case, encoding="utf-8")
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def answers(reading: Reading) -> dict[str, float]:
    """What a case that was read comes to, by hypothesis; its problems where it does not."""
    weighing = inquire(reading, lambda case, _model, solution: (case, solution))
    assert weighing.findings is not None, [str(problem) for problem in weighing.problems]
    case, solution = weighing.findings
    return dict(zip(case.question.answers, map(float, solution.posterior), strict=True))


def held(root: Path, debater: str | None = None) -> dict[str, float]:
    """What a debater holds."""
    reading = read_case(root)
    return answers(reading if debater is None else seen(reading, debater))
