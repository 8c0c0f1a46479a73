"""What the window says in place of an article or above it: says what is, then what to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, button, row

Choice = tuple[str, Callable[[], object]]  # label and what it does


class Notice(QWidget):
    """A page: a title in the article's voice, text, at most two buttons, a hint; left-aligned in the reading column."""

    def __init__(self, title: str, text: str, choices: Sequence[Choice] = (), hint: str = "") -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout()
        column.setSpacing(theme.px(12))
        self.title = Label(title, "heading", wrap=True)
        self.text = Label(text, "body", "ink2", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.text)
        self.buttons = [_button(choice, first=index == 0) for index, choice in enumerate(choices)]
        if self.buttons:
            column.addSpacing(theme.px(6))
            column.addLayout(row(*self.buttons, spacing=8))
        if hint:
            column.addWidget(Label(hint, "small", "ink3", wrap=True))
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(theme.px(60), theme.px(96), theme.px(60), theme.px(24))
        holder = QWidget()
        holder.setMaximumWidth(theme.px(560))
        holder.setLayout(column)
        outer.addWidget(holder, 1)
        outer.addStretch(1)


class Banner(QWidget):
    """A line above the article that stays until it is dealt with."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = Label("", "body", wrap=True)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.px(16), theme.px(8), theme.px(10), theme.px(8))
        self._layout.addWidget(self.label, 1)
        self.buttons: list[QWidget] = []
        self.about = ""  # what the sentence is about, for whoever may take it away again
        self.hide()

    def show_sentence(self, sentence: str, choices: Sequence[Choice] = (), about: str = "") -> None:
        """Show a sentence with its buttons; a last button puts the line away."""
        self.about = about
        for old in self.buttons:
            self._layout.removeWidget(old)
            old.deleteLater()
        self.buttons = [_button(choice, first=False) for choice in (*choices, (tr("知道了"), self.hide))]
        for new in self.buttons:
            self._layout.addWidget(new)
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()


def _button(choice: Choice, *, first: bool) -> QWidget:
    label, act = choice
    result = button(label, "primary" if first else "")
    result.clicked.connect(lambda _checked=False: act())
    return result
