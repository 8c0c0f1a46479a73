"""What a claim looks like on the page and in the card: tint under, line below, box around its words."""

from collections.abc import Iterable, Sequence
from math import floor
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.gui import marks, theme
from annotator.gui.article.geometry import Piece
from annotator.gui.theme import Tokens

_BROKEN: Final = {"pending", "flagged", "suspicious"}  # lines of 2 pixels; the others have 1.6


def paint_tint(painter: QPainter, pieces: Iterable[Piece], colour: QColor) -> None:
    """A rounded tint under the words."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    scale = theme.desk_theme().scale
    for piece in pieces:
        painter.drawRoundedRect(piece.box.adjusted(-scale, 0, scale, 2 * scale), 2 * scale, 2 * scale)


def paint_line(painter: QPainter, pieces: Iterable[Piece], state: str, tokens: Tokens) -> None:
    """The line of a state below the words, its upper edge on a whole pixel: half a pixel of blur is half its colour."""
    scale = theme.desk_theme().scale
    half = (1 if state in _BROKEN else 0.8) * scale
    for piece in pieces:
        start = QPointF(piece.box.left() + scale / 2, floor(piece.base + 5 * scale) + half)
        marks.paint_line(painter, start, piece.box.width() - scale, state, tokens, scale=scale)


def paint_box(painter: QPainter, pieces: Sequence[Piece], colour: QColor, width: float) -> None:
    """A box around the words, open at the edge of a line where they go on."""
    scale = theme.desk_theme().scale
    painter.setPen(QPen(colour, width * scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece in pieces:
        painter.drawPath(_outline(piece, 2.5 * scale, scale))


def _outline(piece: Piece, radius: float, scale: float) -> QPainterPath:
    box = piece.box.adjusted(-2 * scale, -2 * scale, 2 * scale, 4 * scale)
    path = QPainterPath()
    if piece.opens and piece.closes:
        path.addRoundedRect(box, radius, radius)
        return path
    if piece.opens or piece.closes:
        near, far, sign = (box.left(), box.right(), 1) if piece.opens else (box.right(), box.left(), -1)
        path.moveTo(far, box.top())
        path.lineTo(near + sign * radius, box.top())
        path.quadTo(near, box.top(), near, box.top() + radius)
        path.lineTo(near, box.bottom() - radius)
        path.quadTo(near, box.bottom(), near + sign * radius, box.bottom())
        path.lineTo(far, box.bottom())
        return path
    path.moveTo(box.topLeft())
    path.lineTo(box.topRight())
    path.moveTo(box.bottomLeft())
    path.lineTo(box.bottomRight())
    return path
