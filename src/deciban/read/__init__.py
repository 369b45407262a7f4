"""Text to records: every problem at once, each with its place."""

from deciban.read.folder import Reading, in_order, is_of_debate, read_case, read_text_of_case

__all__ = ["Reading", "in_order", "is_of_debate", "read_case", "read_text_of_case"]
