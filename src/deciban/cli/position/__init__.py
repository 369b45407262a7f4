"""``deciban position``: one debater's file, from its first line to its seal."""

import rich_click as click

from deciban.cli.position.check import check
from deciban.cli.position.fmt import fmt
from deciban.cli.position.history import history
from deciban.cli.position.hold import hold
from deciban.cli.position.new import new
from deciban.cli.position.open_sealed import open_sealed
from deciban.cli.position.seal import seal


@click.group()
def position() -> None:
    """Write, check and seal positions: what one debater holds, as a file beside the case."""


for verb in (new, hold, check, fmt, history, seal, open_sealed):
    position.add_command(verb)

__all__ = ["position"]
