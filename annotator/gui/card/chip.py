"""The state of a claim as a chip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui import theme
from annotator.gui.marks import MARKS, paint_mark
from annotator.gui.words import state_word
from annotator.model import State

_GROUNDS = {State.CONFIRMED: "okb", State.CORRECTED: "corb", State.FLAGGED: "flagb"}


class StateChip(QWidget):
    """Mark and name of a state on its tint."""

    def __init__(self) -> None:
        super().__init__()
        self._state = State.PENDING
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.desk_theme().changed.connect(self.updateGeometry)

    def show_state(self, state: State) -> None:
        """Show this state."""
        self._state = state
        self.setAccessibleName(state_word(state))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme.font("smallname")).horizontalAdvance(state_word(self._state))
        return QSize(round(words) + theme.px(34), theme.px(21))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, px, painter = theme.current(), theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour(_GROUNDS.get(self._state, "disb")))
        painter.drawRoundedRect(QRectF(self.rect()), px(4), px(4))
        paint_mark(painter, QRectF(px(8), (self.height() - px(12)) / 2, px(12), px(12)), self._state.value, tokens)
        painter.setFont(theme.font("smallname"))
        painter.setPen(tokens.colour(MARKS[self._state.value][1]))
        painter.drawText(QRectF(px(25), 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, state_word(self._state))
        painter.end()
