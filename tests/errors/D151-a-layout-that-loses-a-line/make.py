"""The layout has a fault put into it here: it forgets the last line."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from deciban.edit.layout import canonical
from deciban.edit.layout.slot import Slot


def make(folder: Path) -> None:
    """The case is whole; the layout is not."""


def disturb(patch: pytest.MonkeyPatch) -> None:
    """Make the layout forget the last line."""
    lines = canonical.laid_out_lines

    def forgetful(slot: Slot) -> Sequence[str]:
        return list(lines(slot))[:-1]

    patch.setattr(canonical, "laid_out_lines", forgetful)
