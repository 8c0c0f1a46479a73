"""What an import gives back: the article, its source and the way from one to the other."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from annotator.model import Article, Span
from annotator.text.offsets import ByteMap


class Format(StrEnum):
    """The kind of a source."""

    TEXT = "text"
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    RTF = "rtf"


class Anchor(NamedTuple):
    """Code points start to end of the article stand in one text node of the source, from `offset` on.

    Word: `part` is the name in the package ("word/document.xml") and `node` the index of the w:t element among all w:t of that part in
    document order; `offset` counts code points of its text. PDF: `part` is "page" and `node` the page from 0; `offset` has no meaning.
    """

    start: int
    end: int
    part: str
    node: int
    offset: int


class Change(NamedTuple):
    """A tracked change: what was inserted stands at `span` of the article; what was deleted is `text`, and `span` is the empty place."""

    kind: str  # "inserted" or "deleted"
    span: Span
    text: str
    author: str = ""
    at: datetime | None = None


class Join(NamedTuple):
    """Paragraph `second` seems to carry on where paragraph `first` breaks off (orders)."""

    first: int
    second: int


@dataclass(frozen=True)
class Imported:
    """An article with its source: the bytes, their format, and where each place of the text stands in them."""

    article: Article
    source: bytes = field(repr=False)
    format: Format
    bytes_of: ByteMap | None = None  # text files
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)  # Word and PDF, sorted
    changes: tuple[Change, ...] = ()  # Word, in order of the text

    @cached_property
    def _starts(self) -> list[int]:
        return [anchor.start for anchor in self.anchors]

    def places(self, start: int, end: int) -> tuple[Anchor, ...]:
        """The text nodes that hold a span, cut to it. Code points the import itself put in (a list number, a line end) have none."""
        first = max(0, bisect_right(self._starts, start) - 1)
        cut: list[Anchor] = []
        for anchor in self.anchors[first:]:
            if anchor.start >= end:
                break
            low, high = max(anchor.start, start), min(anchor.end, end)
            if low < high:
                cut.append(anchor._replace(start=low, end=high, offset=anchor.offset + low - anchor.start))
        return tuple(cut)
