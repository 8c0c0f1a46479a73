"""The marks of the desk: one icon and one line shape for each state, the same in article, strip, chips and findings."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator import paths
from annotator.gui.theme import Tokens

# state, verdict or paragraph mark -> (icon, colour role)
MARKS: Final = {
    "pending": ("circle", "pen"),
    "confirmed": ("tick", "ok"),
    "corrected": ("pencil", "cor"),
    "flagged": ("flag", "flag"),
    "dismissed": ("slash", "dis"),
    "contradiction": ("cross", "bad"),
    "suspicious": ("question", "flag"),
    "consistent": ("tick", "ok"),
    "unread": ("circle", "pen"),
    "begun": ("half", "pen"),
    "open": ("triangle", "flag"),
    "contradicted": ("triangle", "bad"),
    "done": ("tick", "ok"),
    "copy": ("bent", "ink3"),
    "import": ("pencil", "ink3"),
    "saved": ("saved", "ok"),
    "locked": ("lock", "flag"),
}


def paint_mark(painter: QPainter, rect: QRectF, name: str, tokens: Tokens) -> None:
    """Paint the mark of a state, verdict or paragraph mark, centred and as large as the rectangle allows."""
    icon, role = MARKS[name]
    paint_icon(painter, rect, icon, tokens.colour(role))


def paint_icon(painter: QPainter, rect: QRectF, icon: str, colour: QColor) -> None:
    """Paint a drawing of resources/icons/ in one colour, centred in the rectangle."""
    side = min(rect.width(), rect.height())
    ratio = painter.device().devicePixelRatio()
    picture = _drawing(icon, colour.rgba(), max(1, round(side * ratio)))
    target = QRectF(0, 0, side, side)
    target.moveCenter(rect.center())
    target.moveTo(round(target.x() * ratio) / ratio, round(target.y() * ratio) / ratio)  # sharp: on whole pixels of the screen
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, picture, QRectF(picture.rect()))


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """A drawing of resources/icons/ for a button or menu."""
    result = QIcon()
    for side in (14, 28, 42):
        result.addPixmap(_drawing(name, colour.rgba(), side))
        if disabled is not None:
            result.addPixmap(_drawing(name, disabled.rgba(), side), QIcon.Mode.Disabled)
    return result


@cache
def _drawing(name: str, rgba: int, side: int) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    text = paths.resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour.name())
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def paint_line(painter: QPainter, start: QPointF, width: float, name: str, tokens: Tokens, *, scale: float = 1.0) -> None:
    """Paint the line under a claim's words: dotted 待核, solid 已确认, dashed 存疑, wave for an open contradiction, else nothing."""
    pen = QPen(tokens.colour(MARKS[name][1]), 1.6 * scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match name:
        case "pending":
            pen.setWidthF(2 * scale)
            pen.setDashPattern([1, 1.2])
        case "flagged" | "suspicious":
            pen.setWidthF(2 * scale)
            pen.setDashPattern([2.5, 1.5])
        case "confirmed" | "contradiction":
            pass
        case _:
            return
    painter.setPen(pen)
    end = start + QPointF(width, 0)
    if name == "contradiction":
        painter.drawPath(_wave(start, end, scale))
    else:
        painter.drawLine(start, end)


def _wave(start: QPointF, end: QPointF, scale: float) -> QPainterPath:
    path = QPainterPath(start)
    step, height, up = 3.5 * scale, 2.4 * scale, True
    while start.x() < end.x():
        following = min(start.x() + step, end.x())
        path.quadTo((start.x() + following) / 2, start.y() + (-height if up else height), following, start.y())
        start, up = QPointF(following, start.y()), not up
    return path


TINT: Final = {"corrected": "corb", "flagged": "flagb", "dismissed": "disb", "contradiction": "badb", "suspicious": "flagb"}
