"""The canonical layout of a case's text: same data, every comment, one way of writing."""

from deciban.edit.layout.canonical import laid_out

__all__ = ["laid_out"]
