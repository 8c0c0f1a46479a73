"""One paragraph as the view shows it, and the table between positions in it and the article's code points. No Qt.

A corrected claim shows the old words struck and the new ones after them. The new words exist only here: a position in them
belongs to the code point they follow, and a selection over them gives the original text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from annotator.gui.offsets import Offsets, shown, units
from annotator.model import Article, Paragraph, Span


class Look(Enum):
    """How a run is written; its colours are the theme's."""

    BODY = "body"
    STRUCK = "struck"
    INSERTED = "inserted"


class Run(NamedTuple):
    """A piece of one look. `start` is an article offset in code points, `at` a position in the block in UTF-16 units."""

    text: str
    look: Look
    start: int
    at: int


class Replacement(NamedTuple):
    """Words struck in the view, as an article span that may be empty, and those shown after them."""

    span: Span
    text: str


def _is_figure(text: str, at: int) -> bool:
    """Is a character part of a figure: a digit, or a sign right after one?"""
    if not 0 <= at < len(text):
        return False
    return text[at].isdigit() or (text[at] in ".,%‰，．" and at > 0 and text[at - 1].isdigit())


def narrowed(span: Span, original: str, changed: str) -> Replacement:
    """What really changes between two readings of a span; a figure is never cut in two (33756 -> 33765, not 56 -> 65)."""
    limit = min(len(original), len(changed))
    front = next((at for at in range(limit) if original[at] != changed[at]), limit)
    while front and _is_figure(original, front - 1) and (_is_figure(original, front) or _is_figure(changed, front)):
        front -= 1
    limit -= front
    back = next((at for at in range(limit) if original[-1 - at] != changed[-1 - at]), limit)
    ends = ((original, len(original) - back), (changed, len(changed) - back))
    while back and _is_figure(*ends[0]) and any(end > front and _is_figure(text, end - 1) for text, end in ends):
        back -= 1
        ends = ((original, len(original) - back), (changed, len(changed) - back))
    return Replacement(Span(span.start + front, span.end - back), changed[front : len(changed) - back])


class ParagraphRuns:
    """The runs of one paragraph; offsets are the article's code points, positions UTF-16 units from the block's start."""

    def __init__(self, article: Article, paragraph: Paragraph, replacements: Iterable[Replacement] = ()) -> None:
        self.runs: list[Run] = []
        self.length = 0  # UTF-16 units the block holds
        self._original: list[Run] = []  # without the inserted ones
        self._tables: dict[int, Offsets] = {}  # by the run's place: made when first asked for
        at = paragraph.start
        for entry in sorted(replacements):
            self._keep(article.slice((at, entry.span.start)), Look.BODY, at)
            self._keep(article.slice(entry.span), Look.STRUCK, entry.span.start)
            at = entry.span.end
            if entry.text:
                self._append(entry.text, Look.INSERTED, at)
        self._keep(article.slice((at, paragraph.end)), Look.BODY, at)
        self._starts = [run.start for run in self._original]
        self._ats = [run.at for run in self.runs]

    def _keep(self, text: str, look: Look, start: int) -> None:
        if text:
            self._original.append(self._append(text, look, start))

    def _append(self, text: str, look: Look, start: int) -> Run:
        run = Run(shown(text), look, start, self.length)
        self.runs.append(run)
        self.length += units(text)
        return run

    def position(self, offset: int) -> int:
        """Position of an article offset; where words are inserted at it, the one after them."""
        return self._within(bisect_right(self._starts, offset) - 1, offset)

    def end_position(self, offset: int) -> int:
        """Position of the end of a span; words inserted at it stay outside."""
        return self._within(bisect_left(self._starts, offset) - 1, offset)

    def _within(self, index: int, offset: int) -> int:
        run = self._original[max(index, 0)]
        return run.at + self._table(run).to_qt(offset - run.start)

    def _table(self, run: Run) -> Offsets:
        if run.at not in self._tables:
            self._tables[run.at] = Offsets(run.text)
        return self._tables[run.at]

    def offset(self, position: int) -> int:
        """Article offset of a position; one within inserted words is the offset they stand at."""
        run = self.runs[max(bisect_right(self._ats, position) - 1, 0)]
        return run.start if run.look is Look.INSERTED else run.start + self._table(run).to_python(position - run.at)
