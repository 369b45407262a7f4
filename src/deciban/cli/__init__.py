"""The command line: one verb a file."""

from deciban.cli.main import main

__all__ = ["main"]
