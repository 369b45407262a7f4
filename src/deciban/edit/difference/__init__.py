"""Two cases side by side: where they differ, what is changed at once, and what lies between."""

from deciban.edit.difference.blocks import Block, blocks_of, comes_along
from deciban.edit.difference.mixed import Between
from deciban.edit.difference.walk import MOVING, Difference, Kind, Steps, differences, records_along
from deciban.edit.difference.written import alike, written

__all__ = [
    "MOVING",
    "Between",
    "Block",
    "Difference",
    "Kind",
    "Steps",
    "alike",
    "blocks_of",
    "comes_along",
    "differences",
    "records_along",
    "written",
]
