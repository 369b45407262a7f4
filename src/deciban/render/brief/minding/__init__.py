"""The parts of a brief's section on a mind, one part a file."""
