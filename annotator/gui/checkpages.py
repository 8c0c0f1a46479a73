"""The pages of the checks behind "为什么?": what each looks for, why, when it is wrong, and its tested examples."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from annotator.checks import checks
from annotator.checks.help import page
from annotator.gui import theme
from annotator.gui.i18n import shown_language, tr
from annotator.gui.pieces import button, hairline, open_at, row
from annotator.gui.words import check_title


class CheckPages(QDialog):
    """All checks on the left, the page of the chosen one on the right."""

    def __init__(self, check_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(tr("核对规则说明"))
        self._checks = {check.id: check for check in checks()}
        self.listed = QListWidget()
        self.listed.setAccessibleName(tr("核对规则"))
        self.listed.setProperty("role", "pages")
        for known in self._checks:
            QListWidgetItem(check_title(known), self.listed).setData(Qt.ItemDataRole.UserRole, known)
        self.listed.setFixedWidth(max(theme.px(220), self.listed.sizeHintForColumn(0) + theme.px(34)))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setProperty("role", "page")
        self.text.document().setDocumentMargin(theme.px(18))
        self.text.setAccessibleName(tr("说明"))
        self.listed.currentItemChanged.connect(self._show)
        close = button(tr("关闭"), "", "close")
        close.clicked.connect(self.accept)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self.listed)
        panes.addWidget(self.text, 1)
        foot = row(close)
        foot.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(panes, 1)
        layout.addWidget(hairline())
        layout.addLayout(foot)
        open_at(self, 820, 560)
        ids = list(self._checks)
        self.listed.setCurrentRow(ids.index(check_id) if check_id in self._checks else 0)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setMarkdown(page(self._checks[item.data(Qt.ItemDataRole.UserRole)], shown_language()))
            self._space()

    def _space(self) -> None:
        """Room between paragraphs, which Markdown leaves out."""
        block = self.text.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setBottomMargin(theme.px(5))
            form.setLineHeight(theme.px(21), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
