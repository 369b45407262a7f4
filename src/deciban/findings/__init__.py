"""Answers computed from a model: one finding a file, and ``findings`` that gathers them."""
