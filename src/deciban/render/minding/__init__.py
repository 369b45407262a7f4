"""The parts of the page of a mind, one part a file."""
