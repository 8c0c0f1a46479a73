"""An operand of a finding: a real button that shows the other place without losing this one."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotator.gui import theme
from annotator.gui.bridge import SessionBridge
from annotator.gui.offsets import shown
from annotator.model import Span


class Operand(QAbstractButton):
    """Words of a formula that stand for a place. Large with a second line in the shown formula, else underlined like a link."""

    def __init__(self, bridge: SessionBridge, span: Span, text: str, below: str = "", *, own: bool = False) -> None:
        super().__init__()
        self._bridge, self._span, self._below, self._own = bridge, span, below, own
        self.setText(shown(text))
        self.setAccessibleName(f"{text}，{below}" if below else text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: bridge.shown.emit(span))
        theme.desk_theme().changed.connect(self.updateGeometry)

    @property
    def span(self) -> Span:
        """The place it stands for."""
        return self._span

    def sizeHint(self) -> QSize:
        px = theme.px
        width = QFontMetricsF(theme.font(self._role)).horizontalAdvance(self.text())
        if not self._below:
            return QSize(round(width) + px(2), px(20))
        below = QFontMetricsF(theme.font("key")).horizontalAdvance(self._below)
        return QSize(round(max(width, below)) + px(20), px(41))

    @property
    def _role(self) -> str:
        return "figure" if self._below else "body"

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, px, painter = theme.current(), theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._below:
            strong = self._own or self.hasFocus()
            painter.setPen(QPen(tokens.accent if strong else tokens.line2, 2 if self.hasFocus() else 1.5 if self._own else 1))
            painter.setBrush(tokens.hover if self.underMouse() else tokens.card)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), px(5), px(5))
            self._write(painter, QRectF(0, px(2), area.width(), px(21)), self.text(), "figure", "ink")
            self._write(painter, QRectF(0, px(22), area.width(), px(16)), self._below, "key", "ink3")
        else:
            self._write(painter, area, self.text(), "body", "ink")
            painter.setPen(QPen(tokens.accent if self.hasFocus() or self.underMouse() else tokens.line2, 2 if self.hasFocus() else 1))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.end()

    def _write(self, painter: QPainter, area: QRectF, text: str, font: str, colour: str) -> None:
        painter.setFont(theme.font(font))
        painter.setPen(theme.current().colour(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._bridge.pointed.emit((self._span,))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._bridge.pointed.emit(())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._bridge.pointed.emit((self._span,))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._bridge.pointed.emit(())
