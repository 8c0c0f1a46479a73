"""Fields that know when an input method is composing in them, so that a pre-edit can never commit a form."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.card.flow import Flow
from annotator.gui.i18n import tr
from annotator.gui.reasons import JOINT

_DIGITS: Final = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
    Qt.Key.Key_9,
)


class Line(QLineEdit):
    """One line; `serif` for words that will stand in the article."""

    def __init__(self, name: str, *, hint: str = "", serif: bool = False) -> None:
        super().__init__()
        self.composing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._serif = serif
        theme.desk_theme().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(theme.font("quote" if self._serif else "body"))
        self.setMinimumHeight(theme.px(36 if self._serif else 30))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class Area(QPlainTextEdit):
    """Several lines of plain text. Tab goes on to the next field."""

    def __init__(self, name: str, *, hint: str = "", lines: int = 2) -> None:
        super().__init__()
        self.composing = False
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        theme.desk_theme().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.px(22 * self._lines + 14))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class Choice(QAbstractButton):
    """One of a few answers, with the digit that picks it; `kept` is what it says in the log, whatever the language of the window."""

    def __init__(self, kept: str, text: str, digit: int) -> None:
        super().__init__()
        self.kept = kept
        self.setText(text)
        self.digit = digit
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tr("数字键 {digit}").format(digit=digit))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme.px
        return QSize(round(QFontMetricsF(theme.font("small")).horizontalAdvance(self.text())) + px(32), px(25))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, px, painter = theme.current(), theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focus = self.isChecked(), self.hasFocus()
        painter.setBrush(tokens.accent if on else tokens.hover if self.underMouse() else tokens.paper)
        edge = tokens.cor if on and focus else tokens.accent if on or focus else tokens.line2
        painter.setPen(QPen(edge, 2 if focus else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(5), px(5))
        painter.setFont(theme.font("key"))
        painter.setPen(tokens.onaccent if on else tokens.ink3)
        painter.drawText(QRectF(px(8), 0, px(10), self.height()), Qt.AlignmentFlag.AlignVCenter, str(self.digit))
        painter.setFont(theme.font("small"))
        painter.setPen(tokens.onaccent if on else tokens.ink)
        painter.drawText(QRectF(px(20), 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class Choices(QWidget):
    """A few answers (kept -> shown) of which at most one holds. A digit picks one while the row has the focus, `pick` at any time."""

    changed = Signal()

    def __init__(self, name: str, answers: Mapping[str, str], *, wanted: bool = False) -> None:
        super().__init__()
        self._wanted = wanted  # must one always hold?
        self.setAccessibleName(name)
        flow = Flow(self, gap=6, lines=6)
        self.buttons = [Choice(kept, shown, number) for number, (kept, shown) in enumerate(answers.items(), 1)]
        for choice in self.buttons:
            flow.addWidget(choice)
            choice.clicked.connect(lambda _checked=False, choice=choice: self._settle(choice))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chosen(self) -> str:
        """The answer that holds, as it is kept, or ""."""
        return next((choice.kept for choice in self.buttons if choice.isChecked()), "")

    def choose(self, answer: str) -> None:
        """Let one answer hold, or none."""
        for choice in self.buttons:
            choice.setChecked(choice.kept == answer)

    def pick(self, digit: int) -> None:
        """What the digit does: let its answer hold, or take it back."""
        if 1 <= digit <= len(self.buttons):
            self.buttons[digit - 1].click()

    def _settle(self, pressed: Choice) -> None:
        for choice in self.buttons:
            if choice is not pressed:
                choice.setChecked(False)
        if self._wanted:
            pressed.setChecked(True)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DIGITS and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            if not event.isAutoRepeat():
                self.pick(_DIGITS.index(Qt.Key(event.key())) + 1)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            at = next((index for index, choice in enumerate(self.buttons) if choice.hasFocus()), 0)
            step = -1 if event.key() == Qt.Key.Key_Left else 1
            self.buttons[(at + step) % len(self.buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class Reason(QWidget):
    """Usual reasons and one's own words; either is enough."""

    changed = Signal()

    def __init__(self, answers: Mapping[str, str], hint: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(7))
        self.choices = Choices(tr("常用理由"), answers)
        self.words = Area(tr("理由"), hint=hint or tr("也可以自己写"))
        column.addWidget(self.choices)
        column.addWidget(self.words)
        self.choices.changed.connect(self.changed)
        self.words.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        """The whole reason as it is kept, "" for none."""
        return JOINT.join(filter(None, (self.choices.chosen, self.words.toPlainText().strip())))
