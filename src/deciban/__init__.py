"""deciban: weigh contested questions about what someone knew, believed or intended."""

from typing import Any

__version__ = "0.1.0"


def load_ipython_extension(shell: Any) -> None:  # noqa: ANN401 (IPython is no dependency)
    """Tell a notebook how to show cases, findings and figures: ``%load_ext deciban``."""
    from deciban.notebook import register  # noqa: PLC0415 (--help must not wait for it)

    register(shell)
