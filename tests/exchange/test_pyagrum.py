"""An independent program reads the same files and comes to the same answers.

Its reader keeps single precision.
"""

from pathlib import Path

import pytest
from tests.exchange.small_networks import GRASS, REPOSITORY, answered

from deciban.exchange import Network, read_bif, to_model

gum = pytest.importorskip("pyagrum")

FILES = sorted((REPOSITORY / "cases" / "replications").glob("*/*.bif"))
TABLE = GRASS.replace("  (yes) 0.0, 1.0;\n  (no) 0.4, 0.6;\n", "  table 0.0, 0.4, 1.0, 0.6;\n")


def _agree(path: str, network: Network, given: dict[str, str]) -> None:
    inference = gum.LazyPropagation(gum.loadBN(path))
    inference.setEvidence(given)
    inference.makeInference()
    for variable in answered(to_model(network), given).variables:
        theirs = inference.posterior(variable.name).tolist()
        assert [state.after for state in variable.states] == pytest.approx(theirs, abs=1e-6)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_another_program_agrees_on_every_variable(path: Path) -> None:
    network = read_bif(path)
    assert isinstance(network, Network)
    likely = answered(to_model(network), {}).variables
    given = {each.name: each.likeliest.state for each in likely[:2]}
    _agree(str(path), network, {})
    _agree(str(path), network, given)


def test_another_program_reads_a_table_in_the_same_order(tmp_path: Path) -> None:
    path = tmp_path / "grass.bif"
    path.write_text(TABLE, encoding="utf-8")
    network = read_bif(path)
    assert isinstance(network, Network)
    _agree(str(path), network, {"sprinkler": "off"})
