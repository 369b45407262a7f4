"""The parts of the brief as a document, one part a file: prose made of findings."""
