"""The parts of what is found of a mind, one a file."""
