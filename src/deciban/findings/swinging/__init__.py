"""Parts of the finding of sensitivity: numbers one by one, in groups, and two by two."""
