"""Lines: what is a paragraph, which paragraphs are copies, one form for line ends."""

from collections.abc import Iterator

from annotator.model import Paragraph
from annotator.text.characters import BIDI, INVISIBLE

_UNSEEN = INVISIBLE + BIDI


def is_blank(line: str) -> bool:
    """Does a line show nothing? Whitespace of any script (U+3000 too) and characters nobody sees."""
    return not line or line.isspace() or all(sign.isspace() or sign in _UNSEEN for sign in line)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The non-blank lines, without their line ends (LF or CRLF); word-for-word copies point to the first."""
    found: list[Paragraph] = []
    first: dict[str, int] = {}
    for start, line in _lines(text):
        if not is_blank(line):
            order = len(found)
            original = first.setdefault(line, order)
            found.append(Paragraph(order, start, start + len(line), None if original == order else original))
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line.removesuffix("\r")
        start += len(line) + 1
