"""One check a file; the file's name is the check's id."""
