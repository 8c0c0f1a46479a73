"""Lines of a Word document before they become text: pieces that know the node they came from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from annotator.model import Span
from annotator.text.imported import Anchor, Change


class Revision(NamedTuple):
    """Who inserted or deleted something, and when."""

    kind: str  # "inserted" or "deleted"
    author: str = ""
    at: datetime | None = None


class Piece(NamedTuple):
    """Words from one node (-1: put in by the import), from `offset` of its text on."""

    text: str
    node: int = -1
    offset: int = 0
    revision: Revision | None = None
    opens: str = ""  # id of a comment that begins here
    closes: str = ""  # id of a comment that ends here


@dataclass
class Line:
    """A paragraph, or what follows a break in one. `carries_on`: its end was deleted, the next line joins it."""

    pieces: list[Piece] = field(default_factory=list)
    carries_on: bool = False
    part: str = ""

    @property
    def is_blank(self) -> bool:
        return all(not piece.text.strip() or _is_deleted(piece) for piece in self.pieces)


def row_of(cells: list[list[Line]]) -> list[Line]:
    """A table row: one line with tabs where every cell holds one line at most, else the lines of all cells in order."""
    if len(cells) < 2 or any(sum(not line.is_blank for line in cell) > 1 for cell in cells):
        return [line for cell in cells for line in cell if not line.is_blank] or [Line()]
    pieces: list[Piece] = []
    for number, cell in enumerate(cells):
        if number:
            pieces.append(Piece("\t"))
        for line in cell:
            pieces += line.pieces
    return [Line(pieces, part=next((line.part for cell in cells for line in cell), ""))]


class Text(NamedTuple):
    """Lines as text, with the places of their pieces."""

    text: str
    anchors: tuple[Anchor, ...]
    changes: tuple[Change, ...]
    comments: dict[str, Span]  # by id


def text_of(lines: Iterable[Line]) -> Text:
    """The text of the lines, one below the other."""
    words: list[str] = []
    anchors: list[Anchor] = []
    changes: list[Change] = []
    opened: dict[str, int] = {}
    comments: dict[str, Span] = {}
    at = 0
    for line, piece in _pieces(lines):
        if piece.opens:
            opened[piece.opens] = at
        if piece.closes:
            comments[piece.closes] = Span(opened.get(piece.closes, at), at)
        if piece.revision:
            _note_change(changes, piece.revision, piece.text, at)
        if _is_deleted(piece) or not piece.text:
            continue
        if piece.node >= 0:
            anchors.append(Anchor(at, at + len(piece.text), line.part, piece.node, piece.offset))
        words.append(piece.text)
        at += len(piece.text)
    return Text("".join(words), tuple(anchors), tuple(changes), comments)


def _pieces(lines: Iterable[Line]) -> Iterator[tuple[Line, Piece]]:
    for line in lines:
        for piece in line.pieces:
            yield line, piece
        if not line.carries_on:
            yield line, Piece("\n")


def _note_change(changes: list[Change], revision: Revision, text: str, at: int) -> None:
    """A change, joined to the one before it where one person made both in one place."""
    span = Span(at, at + len(text) * (revision.kind == "inserted"))
    last = changes[-1] if changes else None
    if last and last[:1] + last[3:] == revision and last.span.end == at:
        changes[-1] = last._replace(span=Span(last.span.start, span.end), text=last.text + text)
    elif text:
        changes.append(Change(revision.kind, span, text, revision.author, revision.at))


def _is_deleted(piece: Piece) -> bool:
    return piece.revision is not None and piece.revision.kind == "deleted"
