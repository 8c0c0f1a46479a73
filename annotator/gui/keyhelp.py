"""The list of keys behind F1, built from the one table: searched by key or by word, printed as it stands."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.actions import Actions, Entry, key_name, sections
from annotator.gui.i18n import tr
from annotator.gui.marks import icon
from annotator.gui.pieces import KeyCap, Label, button, hairline, open_at, row


class KeyHelp(QDialog):
    """Four sections in two columns. `remap_wanted`: the editor wants other keys."""

    remap_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(tr("按键"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("查按键或命令"))
        self.field.setAccessibleName(tr("查按键或命令"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", theme.current().ink3), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setFixedWidth(theme.px(230))
        self.field.textChanged.connect(self._fill)
        remap = button(tr("自定义…"), "", "remap")
        remap.clicked.connect(self.remap_wanted)
        close = button(tr("关闭"), "", "close")
        close.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(22), theme.px(14), theme.px(22), theme.px(12))
        head.setSpacing(theme.px(10))
        head.addWidget(Label(tr("按键"), "figure"))
        head.addWidget(self.field)
        head.addStretch(1)
        head.addWidget(remap)
        head.addWidget(close)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        foot = Label(tr("输入法打开时，候选未上屏的按键不会触发任何决定。Backspace 与 Delete 从不改变决定。"), "small", "ink2", wrap=True)
        foot.setContentsMargins(QMargins(theme.px(22), theme.px(10), theme.px(22), theme.px(12)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(hairline())
        layout.addWidget(self._area, 1)
        layout.addWidget(hairline())
        layout.addWidget(foot)
        self.setProperty("role", "paper")
        open_at(self, 880, 680)
        self._fill("")
        self.field.setFocus()

    def shown(self) -> list[str]:
        """The ids of the entries that are listed now."""
        return [label.objectName() for label in self._area.findChildren(Label) if label.objectName()]

    def _fill(self, words: str) -> None:
        page = QWidget()
        page.setProperty("role", "paper")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        columns = QHBoxLayout(page)
        columns.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        columns.setSpacing(theme.px(36))
        found = [entry for entry in self._actions.entries.values() if self._fits(entry, words)]
        for pair in (("walk", "write"), ("decide", "global")):
            column = QVBoxLayout()
            column.setSpacing(theme.px(5))
            for key in pair:
                entries = [entry for entry in found if entry.section == key]
                if entries:
                    self._section(column, sections()[key], entries)
            column.addStretch(1)
            columns.addLayout(column, 1)
        if not found:
            columns.addWidget(Label(tr("没有符合条件的项。"), "body", "ink2"))
        self._area.setWidget(page)

    def _section(self, column: QVBoxLayout, title: str, entries: list[Entry]) -> None:
        column.addWidget(Label(title, "smallname", "ink2"))
        column.addWidget(hairline())
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(5))
        grid.setColumnMinimumWidth(0, theme.px(140))
        grid.setColumnStretch(1, 1)
        for at, entry in enumerate(entries):
            caps = QWidget()
            names = dict.fromkeys(map(key_name, self._actions.keys(entry.id)))  # Return and Enter read alike
            caps.setLayout(row(*map(KeyCap, names), spacing=5))
            label = Label(entry.text.rstrip("…"), "body", "ink", wrap=True)
            label.setToolTip(entry.hint)
            label.setObjectName(entry.id)
            grid.addWidget(caps, at, 0)
            grid.addWidget(label, at, 1)
        column.addLayout(grid)
        column.addSpacing(theme.px(16))

    def _fits(self, entry: Entry, words: str) -> bool:
        keys = self._actions.keys(entry.id)
        if not words.strip():
            return bool(keys)
        text = " ".join((entry.text, entry.hint, *keys, *map(key_name, keys))).casefold()
        return all(word in text for word in words.casefold().split())
