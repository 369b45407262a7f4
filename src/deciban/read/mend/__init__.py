"""Prose that YAML breaks: what the user evidently meant, and the correction that says it."""
