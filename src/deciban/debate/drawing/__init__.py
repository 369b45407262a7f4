"""Findings of a debate laid out for pictures: choices and values that are no drawing."""
