"""Findings laid out for reading: nothing here computes a number."""
