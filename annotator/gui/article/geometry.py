"""Where a piece of laid-out text stands: one rectangle a line."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout


class Piece(NamedTuple):
    """The part of a span on one line: `box` around its glyphs, `base` the line's baseline; open where the span goes on."""

    box: QRectF
    base: float
    opens: bool  # does the span begin on this line?
    closes: bool  # does it end on it?


def pieces(layout: QTextLayout, start: int, end: int, origin: QPointF, em: float) -> list[Piece]:
    """The parts of the layout's positions `start` to `end` (UTF-16 units), one a line. `origin` is where the layout is drawn."""
    result = []
    first = layout.lineForTextPosition(start)
    number = first.lineNumber() if first.isValid() else 0
    while number < layout.lineCount():
        line = layout.lineAt(number)
        number += 1
        line_end = line.textStart() + line.textLength()
        if line.textStart() >= end:
            break
        left, right = max(start, line.textStart()), min(end, line_end)
        if left >= right:
            continue
        x0, x1 = _x(line.cursorToX(left)), _x(line.cursorToX(right))
        base = line.y() + line.ascent()
        box = QRectF(min(x0, x1), base - 0.93 * em, abs(x1 - x0), 1.2 * em).translated(origin)
        result.append(Piece(box, base + origin.y(), left == start, right == end))
    return result


def _x(found: object) -> float:
    """PySide answers cursorToX with a pair; its stubs say a number."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
