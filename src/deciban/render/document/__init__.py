"""Documents: what a brief is before it is Markdown, HTML, a PDF or a file for Word."""
