"""The library: all articles of the desk, searched, opened or removed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLineEdit, QTableView, QWidget

from annotator.gui import theme
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import tr
from annotator.gui.library_model import ID, LibraryModel, LibraryProxy, title
from annotator.gui.pieces import Label, button, open_at
from annotator.gui.refusals import sentence
from annotator.review import Refused

if TYPE_CHECKING:
    from annotator.desk import ArticleRow, Desk


class LibraryDialog(Plain):
    """A table to choose from. `chosen`: the id of the article to open."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        super().__init__(tr("稿件库"), "", parent)
        self._desk = desk
        self.chosen: str | None = None
        self.removed: set[str] = set()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("查题目或文件名"))
        self.field.setAccessibleName(tr("查题目或文件名"))
        self.field.setClearButtonEnabled(True)
        self.table = QTableView()
        self.table.setAccessibleName(tr("稿件"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px(30))
        self.table.setSortingEnabled(True)
        self.table.activated.connect(self._open)
        self.message = Label("", "body", "ink2", wrap=True)
        self.open_button = button(tr("打开"), "primary", "open")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self.remove_button = button(tr("移除…"), "", "remove")
        self.remove_button.clicked.connect(self._remove)
        self.remove_button.setVisible(not desk.read_only)
        close = button(tr("关闭"), "", "close")
        close.clicked.connect(self.reject)
        self.body.addWidget(self.field)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.message)
        self.finish(self.open_button, self.remove_button, close)
        open_at(self, 720, 460)
        self._fill()
        self.field.textChanged.connect(self._search)
        self.field.setFocus()

    def _fill(self) -> None:
        self.model = LibraryModel(self._desk.articles())
        self.proxy = LibraryProxy(self.model)
        self.table.setModel(self.proxy)
        self.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._search(self.field.text())

    def _search(self, text: str) -> None:
        self.proxy.search(text)
        self.table.selectRow(0)
        some = self.proxy.rowCount() > 0
        self.open_button.setEnabled(some)
        self.remove_button.setEnabled(some)
        self._say("" if some else tr("没有符合条件的项。") if text else tr("还没有稿件"))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen = index.siblingAtColumn(0).data(ID)
            self.accept()

    def _remove(self) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        row = self.model.row(index.siblingAtColumn(0).data(ID))
        if RemoveDialog(row, self).exec() != QDialog.DialogCode.Accepted:
            return
        try:
            self._desk.remove(row.id)
        except Refused as refusal:
            self._say(sentence(refusal))
            return
        self.removed.add(row.id)
        self._fill()


class RemoveDialog(Plain):
    """Removing is for good: the title must be typed."""

    def __init__(self, row: "ArticleRow", parent: QWidget | None) -> None:
        wanted = title(row)
        sentence = tr("稿件、决定、证据和草稿都会移除，不能撤销；记录里只留下移除过这篇稿件。要移除，请输入题目：")
        super().__init__(tr("移除稿件"), sentence, parent)
        self.body.addWidget(Label(wanted, "name", wrap=True))
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("题目"))
        self.body.addWidget(self.field)
        self.remove = button(tr("移除"), "primary", "remove")
        self.remove.setEnabled(False)
        self.remove.clicked.connect(self.accept)
        cancel = button(tr("取消"), "", "cancel")
        cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(lambda text: self.remove.setEnabled(" ".join(text.split()) == " ".join(wanted.split())))
        self.finish(self.remove, cancel)
        self.setMinimumWidth(theme.px(420))
