"""The compiler: one idiom a file, each table remembering the line it came from."""

from deciban.compile.line import compile_case
from deciban.compile.network import default_texts

__all__ = ["compile_case", "default_texts"]
