"""A named part of the card: a hairline, its name, a few words at the right, and what it holds."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.card.reading import Known
from annotator.gui.pieces import Label, hairline


class Section(QWidget):
    """One section; `body` takes what it holds."""

    def __init__(self, name: str, aside: QWidget | str = "") -> None:
        super().__init__()
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(10))
        column.setSpacing(px(5))
        column.addWidget(hairline())
        head = QHBoxLayout()
        head.setContentsMargins(0, px(4), 0, 0)
        head.setSpacing(px(6))
        self.name = Label(name, "section", "ink3")
        head.addWidget(self.name)
        head.addStretch(1)
        self.aside = Label(aside, "label", "ink3") if isinstance(aside, str) else aside
        self.aside.setMinimumWidth(1)  # where there is no room it is cut, and the card never wider than its pane
        head.addWidget(self.aside)
        column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(5))
        column.addLayout(self.body)


class Grid(QWidget):
    """Names with their words below, three in a row, painted in one piece."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Known] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme.desk_theme().changed.connect(self.updateGeometry)

    def show_entries(self, entries: Sequence[Known]) -> None:
        """Show these entries; what is too long for a third of the width takes the room of two or three."""
        self._entries = entries
        self.setAccessibleName("；".join(f"{entry.label} {entry.words}" for entry in entries))
        self.setToolTip("\n".join(f"{entry.label} {entry.words}" for entry in entries if len(entry.words) > 12).replace("<", "‹"))
        self.updateGeometry()
        self.update()

    def _cells(self, width: float) -> list[tuple[Known, QRectF]]:
        px, metrics = theme.px, QFontMetricsF(theme.font("body"))
        gap = px(12)
        third = (width - 2 * gap) / 3
        cells, column, row = [], 0, 0
        for entry in self._entries:
            need = metrics.horizontalAdvance(entry.words)
            wide = 1 if need <= third else 2 if need <= 2 * third + gap else 3
            if column + wide > 3:
                column, row = 0, row + 1
            cells.append((entry, QRectF(column * (third + gap), row * px(40), wide * third + (wide - 1) * gap, px(36))))
            column += wide
        return cells

    def heightForWidth(self, width: int) -> int:
        cells = self._cells(width)
        return round(cells[-1][1].bottom()) if cells else 0

    def sizeHint(self) -> QSize:
        return QSize(theme.px(340), self.heightForWidth(self.width() or theme.px(340)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(100), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, px, painter = theme.current(), theme.px, QPainter(self)
        label, body = theme.font("key"), theme.font("body")
        metrics = QFontMetricsF(body)
        for entry, cell in self._cells(self.width()):
            painter.setFont(label)
            painter.setPen(tokens.ink3)
            painter.drawText(QRectF(cell.left(), cell.top(), cell.width(), px(16)), Qt.AlignmentFlag.AlignVCenter, entry.label)
            painter.setFont(body)
            painter.setPen(tokens.ink)
            words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, cell.width())
            painter.drawText(QRectF(cell.left(), cell.top() + px(16), cell.width(), px(20)), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
