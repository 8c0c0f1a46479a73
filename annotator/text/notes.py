"""Words of a document quoted in a note."""

_QUOTED = 60  # code points


def quoted(words: str) -> str:
    """The head of some words, in one line and in quotation marks."""
    line = " ".join(words[: 4 * _QUOTED].split())
    return f"“{line}”" if len(line) <= _QUOTED else f"“{line[:_QUOTED]}…”"
