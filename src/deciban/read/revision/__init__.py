"""A case as it stood at a revision of git; the working tree is neither touched nor looked at."""

from deciban.read.revision.at import is_revision, now, read_at, read_named

__all__ = ["is_revision", "now", "read_at", "read_named"]
