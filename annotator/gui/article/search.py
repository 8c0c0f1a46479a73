"""Finding words in the article's own text. No Qt."""

from bisect import bisect_left, bisect_right

from annotator.model import Span


def occurrences(text: str, words: str) -> list[Span]:
    """Every place of some words, without overlaps, small and capital letters alike where that keeps every offset."""
    if not words:
        return []
    lowered = text.lower()
    if len(lowered) == len(text):
        text, words = lowered, words.lower()
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


class Search:
    """The hits of a search and the one that is shown."""

    def __init__(self) -> None:
        self.words = ""
        self.hits: list[Span] = []
        self.hit: Span | None = None

    def look_for(self, text: str, words: str, start: int) -> None:
        """Find all hits and show the first one from an article offset on, round the end."""
        self.words = words
        self.hits = occurrences(text, words)
        first = bisect_left(self.hits, start, key=lambda span: span.start)
        self.hit = self.hits[first % len(self.hits)] if self.hits else None

    def step(self, start: int, backwards: bool) -> None:
        """Show the next or previous hit seen from the one shown, or else from an article offset; round the ends."""
        if not self.hits:
            return
        here = start if self.hit is None else self.hit.start
        keys = [span.start for span in self.hits]
        index = bisect_left(keys, here) - 1 if backwards else bisect_right(keys, here)
        self.hit = self.hits[index % len(self.hits)]

    @property
    def number(self) -> int:
        """Which hit is shown, from 1; 0 for none."""
        return 0 if self.hit is None else self.hits.index(self.hit) + 1
