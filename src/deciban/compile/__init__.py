"""The compiler: one idiom a file, each table remembering the line it came from."""

from deciban.compile.line import compile_case
from deciban.compile.mind import MIND_DEFAULTS, mind_of
from deciban.compile.mind_table import Joined, act_names, minds_in
from deciban.compile.network import default_texts

__all__ = [
    "MIND_DEFAULTS",
    "Joined",
    "act_names",
    "compile_case",
    "default_texts",
    "mind_of",
    "minds_in",
]
