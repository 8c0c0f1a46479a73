"""The reading column: the article as runs in a read-only text browser, with everything else painted over it."""
