"""Moving the ends of a claim from the keyboard. No Qt."""

from dataclasses import dataclass, replace
from typing import Self

from annotator.model import Paragraph, Span


@dataclass(frozen=True)
class Adjusting:
    """A span being adjusted: `fold` it belongs to, the paragraph it must stay in, and which end moves."""

    fold: str
    original: Span
    span: Span
    paragraph: Paragraph
    moves_end: bool = True

    def moved(self, by: int) -> Self:
        """The chosen end moved by some code points, inside the paragraph and never onto the other end."""
        start, end = self.span
        if self.moves_end:
            end = min(max(end + by, start + 1), self.paragraph.end)
        else:
            start = max(min(start + by, end - 1), self.paragraph.start)
        return replace(self, span=Span(start, end))

    def swapped(self) -> Self:
        """The other end chosen."""
        return replace(self, moves_end=not self.moves_end)
