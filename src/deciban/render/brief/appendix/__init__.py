"""The appendices of a brief, one part a file: every number, what was assumed, what was left out."""
