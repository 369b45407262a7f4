"""The compiler: one idiom a file, each table remembering the line it came from."""

from deciban.compile.line import compile_case
from deciban.compile.mind import MIND_DEFAULTS, mind_of
from deciban.compile.mind_table import Joined, act_names, conditional, mind_table, minds_in
from deciban.compile.network import default_texts
from deciban.compile.open_minds import Opened, open_minds

__all__ = [
    "MIND_DEFAULTS",
    "Joined",
    "Opened",
    "act_names",
    "compile_case",
    "conditional",
    "default_texts",
    "mind_of",
    "mind_table",
    "minds_in",
    "open_minds",
]
