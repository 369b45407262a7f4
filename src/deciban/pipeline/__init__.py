"""The stages in their order. ``line`` shows the whole on one screen; the rest ask parts of it."""

from deciban.pipeline.asking import Comparison, compare, read_actor, suppose
from deciban.pipeline.briefing import account, brief
from deciban.pipeline.checking import check, check_quotations, check_reading
from deciban.pipeline.debating import debate, debaters, seen
from deciban.pipeline.line import (
    COLUMNS,
    DRAWS,
    Weighing,
    inquire,
    stands_in_the_way,
    weigh,
    weigh_reading,
)

__all__ = [
    "COLUMNS",
    "DRAWS",
    "Comparison",
    "Weighing",
    "account",
    "brief",
    "check",
    "check_quotations",
    "check_reading",
    "compare",
    "debate",
    "debaters",
    "inquire",
    "read_actor",
    "seen",
    "stands_in_the_way",
    "suppose",
    "weigh",
    "weigh_reading",
]
