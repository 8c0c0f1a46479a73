"""Small pieces that every pane is made of: labels that follow the theme and never read markup, key caps, hairlines."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from annotator.gui import theme
from annotator.gui.marks import paint_mark


class Label(QLabel):
    """Plain text in a font role and a colour role; `wrap` breaks lines."""

    def __init__(self, text: str = "", font: str = "body", colour: str = "ink", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("role", colour)
        self._font = font
        theme.desk_theme().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(theme.font(self._font))


class KeyCap(Label):
    """A key as it is printed on a keyboard."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "key", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(18))


class Mark(QWidget):
    """The mark of a state, verdict or paragraph, by name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.desk_theme().changed.connect(self.updateGeometry)

    def show_mark(self, name: str) -> None:
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(14), theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._name, theme.current())
        painter.end()


def hairline(upright: bool = False) -> QFrame:
    """A line of one pixel."""
    line = QFrame()
    line.setProperty("role", "hairline-upright" if upright else "hairline")
    fixed, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
    line.setSizePolicy(fixed if upright else grows, grows if upright else fixed)
    return line


def button(text: str, role: str = "", name: str = "") -> QPushButton:
    """A named button; roles: primary, link, flat or plain."""
    result = QPushButton(text)
    result.setObjectName(name)
    result.setProperty("role", role)
    result.setAutoDefault(False)
    return result


def open_at(dialog: QWidget, width: float, height: float) -> None:
    """Give a dialog its size in pixels of the design, and never more than the screen has room for."""
    room = dialog.screen().availableGeometry().size() - QSize(theme.px(24), theme.px(48))
    dialog.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room))


def row(*widgets: QWidget, spacing: float = 6) -> QHBoxLayout:
    """Widgets beside each other, pushed to the left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(spacing))
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return layout
