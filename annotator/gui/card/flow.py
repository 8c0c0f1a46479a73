"""A layout that sets widgets side by side and goes on in the next line where the room ends, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from annotator.gui import theme


class Flow(QLayout):
    """Items in reading order; each line as high as its highest item, the others in its middle."""

    def __init__(self, parent: QWidget | None = None, *, gap: float = 6, lines: float = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._lines = theme.px(gap), theme.px(lines)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 1 << 20))
            if line and x + size.width() > rect.right() + 1:
                self._place(line, y, height, place=place)
                x, y, height, line = rect.x(), y + height + self._lines, 0, []
            line.append((item, x, size))
            x += size.width() + self._gap
            height = max(height, size.height())
        self._place(line, y, height, place=place)
        return y + height - rect.y()

    def _place(self, line: list[tuple[QLayoutItem, int, QSize]], y: int, height: int, *, place: bool) -> None:
        if place:
            for item, x, size in line:
                item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
