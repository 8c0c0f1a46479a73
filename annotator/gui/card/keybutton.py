"""A button that shows its key: the decisions, evidence, note."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from annotator.gui import theme
from annotator.gui.pieces import KeyCap

_HEIGHT: Final = 32


def key_of(widget: QWidget, action_id: str, default: str = "") -> str:
    """The key an action has in the window a widget stands in, as the platform writes it; a default where it stands in none."""
    action = widget.window().findChild(QAction, action_id)
    shortcut = action.shortcut() if isinstance(action, QAction) else QKeySequence(default)
    return shortcut.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


class ActionCap(KeyCap):
    """The key cap of an action, with the key in force in the window it stands in."""

    def __init__(self, action_id: str, default: str) -> None:
        super().__init__(default)
        self._action_id, self._default = action_id, default

    def showEvent(self, event: QShowEvent) -> None:
        self.setText(key_of(self, self._action_id, self._default))
        super().showEvent(event)


class KeyButton(QPushButton):
    """Its key cap stands before the text, or after it where `after`; `strong` fills it with the accent, `faint` takes its ground away."""

    def __init__(
        self, text: str, action_id: str, default: str = "", *, after: bool = False, strong: bool = False, faint: bool = False
    ) -> None:
        super().__init__(text)
        self.setObjectName(action_id)
        self._action_id, self._default = action_id, default
        self._after, self._strong, self._faint = after, strong, faint
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.desk_theme().changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        """The key in force."""
        return key_of(self, self._action_id, self._default)

    def sizeHint(self) -> QSize:
        px = theme.px
        text = QFontMetricsF(theme.font("body")).horizontalAdvance(self.text())
        return QSize(round(text + self._cap_width()) + px(22), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - theme.px(14), theme.px(_HEIGHT))

    def _cap_width(self) -> float:
        return max(theme.px(17), QFontMetricsF(theme.font("key")).horizontalAdvance(self.key) + theme.px(8)) if self.key else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, px, painter = theme.current(), theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._strong and self.isEnabled()
        ground = (
            tokens.accent
            if strong
            else tokens.hover
            if self.underMouse() or self.isDown()
            else tokens.card
            if self._faint
            else tokens.paper
        )
        focus = self.hasFocus()
        painter.setPen(QPen(tokens.cor if focus and strong else tokens.accent if focus or strong else tokens.line2, 2 if focus else 1))
        painter.setBrush(ground if self.isEnabled() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(5), px(5))
        ink = tokens.onaccent if strong else tokens.ink3 if self._faint or not self.isEnabled() else tokens.ink
        font, width = theme.font("body"), self._cap_width()
        text = QFontMetricsF(font).horizontalAdvance(self.text())
        gap = (px(6) if text + width + px(14) < self.width() else px(3)) if width else 0
        left = (self.width() - text - width - gap) / 2
        cap = QRectF(left + text + gap if self._after else left, self.height() / 2 - px(8.5), width, px(17))
        painter.setFont(font)
        painter.setPen(ink)
        where = left if self._after else left + width + gap
        painter.drawText(QRectF(where, 0, text + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if width:
            painter.setPen(QPen(tokens.onaccent if strong else tokens.line2, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
            painter.setFont(theme.font("key"))
            painter.setPen(tokens.onaccent if strong else tokens.ink2)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
        painter.end()
