"""The notebook on the docs pages is run; ``UPDATE=1`` writes what it shows anew."""

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOK = Path("docs/notebook.ipynb")
#: What a cell leaves behind that a reader sees.
SEEN = ("text/html", "text/plain")

# Jupyter's own parts warn of each other.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def run() -> NotebookNode:
    """The notebook, run from its own folder."""
    notebook = _saved()
    resources = {"metadata": {"path": str(NOTEBOOK.parent)}}
    NotebookClient(notebook, timeout=120, resources=resources).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # when it ran
    return notebook


def _saved() -> NotebookNode:
    saved: NotebookNode = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    return saved


def _shown(notebook: NotebookNode) -> list[list[dict[str, str]]]:
    """What every cell of code shows."""
    return [
        [_output(each) for each in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _output(output: NotebookNode) -> dict[str, str]:
    data = output.get("data", {})
    return {"printed": output.get("text", ""), **{kind: data.get(kind, "") for kind in SEEN}}


def test_the_notebook_shows_what_it_was_saved_with(run: NotebookNode) -> None:
    if "UPDATE" in os.environ:
        nbformat.write(run, NOTEBOOK)  # type: ignore[no-untyped-call]
    assert _shown(run) == _shown(_saved())


def test_an_answer_a_case_and_a_figure_show_themselves(run: NotebookNode) -> None:
    html = [output["text/html"] for cell in _shown(run) for output in cell if output["text/html"]]
    assert any("<table" in each and "90% range" in each for each in html)
    assert any("What may be answered" in each for each in html)
    assert any("<svg" in each and 'role="img"' in each for each in html)


def test_nothing_shown_asks_for_anything_elsewhere(run: NotebookNode) -> None:
    for cell in _shown(run):
        for output in cell:
            assert "<script" not in output["text/html"]
            assert "<link" not in output["text/html"]


def test_a_record_does_not_fill_pages_as_plain_text(run: NotebookNode) -> None:
    for cell in _shown(run):
        for output in cell:
            assert len(output["text/plain"]) < 1000
