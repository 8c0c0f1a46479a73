"""The small dialogs: go to a paragraph, confirm what is consistent, numerals nobody explained, about."""

import platform
from collections.abc import Sequence

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from annotator import __version__
from annotator.gui import theme
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, button, open_at, row
from annotator.gui.sentences import translated
from annotator.model import Article, Fold, Numeral, Verdict
from annotator.review import Session


class Plain(QDialog):
    """A title, a sentence, a body and the buttons below; the first button is the one that does it."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)  # its parent lives on; what was answered can be read up to the next turn of the loop
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(16))
        self._layout.setSpacing(theme.px(10))
        self._layout.addWidget(Label(title, "title"))
        if sentence:
            self._layout.addWidget(Label(sentence, "body", "ink2", wrap=True))
        self._layout.addLayout(self.body, 1)

    def finish(self, *buttons: QWidget) -> None:
        """Put the buttons below the body. Enter presses the one that has the focus, else the default one."""
        for each in buttons:
            if isinstance(each, QPushButton):
                each.setAutoDefault(True)
        self._layout.addLayout(row(*buttons, spacing=8))


class ParagraphDialog(Plain):
    """Asks for the number of a paragraph."""

    def __init__(self, count: int, current: int, parent: QWidget | None) -> None:
        super().__init__(tr("跳到某段"), tr("段号 1 到 {count}").format(count=count), parent)
        self.field = QLineEdit(str(current + 1))
        self.field.setValidator(QIntValidator(1, max(1, count), self))
        self.field.setAccessibleName(tr("段号"))
        self.field.selectAll()
        self.body.addWidget(self.field)
        go = button(tr("跳到"), "primary", "go")
        go.setDefault(True)
        go.clicked.connect(self.accept)
        self.field.returnPressed.connect(self.accept)
        self.finish(go)

    @property
    def order(self) -> int | None:
        """The paragraph that was asked for, from 0."""
        return int(self.field.text()) - 1 if self.field.hasAcceptableInput() else None


class ConsistentDialog(Plain):
    """Lists the claims that may be confirmed at once, each with the formula that bears it out."""

    def __init__(self, session: Session, folds: Sequence[Fold], parent: QWidget | None) -> None:
        sentence = tr("下列 %n 项各有相符的算式，也没有未回应的发现。确认后记为“依文内一致确认”，一步可撤销。", n=len(folds))
        super().__init__(tr("确认本段全部相符的项"), sentence, parent)
        listed = QListWidget()
        listed.setAccessibleName(tr("将要确认的项"))
        listed.setWordWrap(True)
        for fold in folds:
            formulas = [translated(f.formula or f.message) for f in session.findings(fold.id) if f.verdict is Verdict.CONSISTENT]
            times = f" ×{len(fold.places)}" if len(fold.places) > 1 else ""
            QListWidgetItem(f"{fold.claim.text}{times}    {'；'.join(formulas)}", listed)
        self.body.addWidget(listed)
        confirm = button(tr("确认这 %n 项", n=len(folds)), "primary", "confirm")
        confirm.setDefault(True)
        confirm.clicked.connect(self.accept)
        cancel = button(tr("取消"), "", "cancel")
        cancel.clicked.connect(self.reject)
        self.finish(confirm, cancel)
        open_at(self, 560, 360)


class CoverageDialog(Plain):
    """Lists the numerals outside every claim that nothing explains; choosing one goes there."""

    def __init__(self, article: Article, numerals: Sequence[Numeral], parent: QWidget | None) -> None:
        unexplained = [numeral for numeral in numerals if not numeral.reason]
        explained = len(numerals) - len(unexplained)
        if unexplained:
            sentence = tr("下列数字既不在数据里，也说不出理由。选一处跳过去看，需要时选中文字按 Insert 标出。")
        else:
            sentence = tr("没有。另有 %n 处数字写明了不列的理由（成语、序号、专名等）。", n=explained)
        super().__init__(tr("未说明的数字"), sentence, parent)
        self.listed = QListWidget()
        self.listed.setAccessibleName(tr("未说明的数字"))
        for numeral in unexplained:
            order = article.paragraph_at(numeral.start).order
            around = article.text[max(0, numeral.start - 12) : numeral.end + 12].replace("\n", " ")
            item = QListWidgetItem(f"{tr('第 {n} 段').format(n=order + 1)}    …{around}…", self.listed)
            item.setData(Qt.ItemDataRole.UserRole, numeral)
        self.listed.setVisible(bool(unexplained))
        self.listed.itemActivated.connect(self.accept)
        self.body.addWidget(self.listed)
        close = button(tr("跳到这一处") if unexplained else tr("关闭"), "primary", "close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.finish(close)
        if unexplained:
            self.listed.setCurrentRow(0)
            open_at(self, 520, 340)

    @property
    def numeral(self) -> Numeral | None:
        """The one that was chosen."""
        item = self.listed.currentItem()
        chosen = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return chosen if isinstance(chosen, Numeral) else None


class AboutDialog(Plain):
    """What this is, its versions, and that nothing leaves the computer."""

    def __init__(self, database: str, parent: QWidget | None) -> None:
        super().__init__(tr("核数"), tr("核对中文新闻里的数字。稿件只留在这台电脑上。"), parent)
        versions = (
            f"heshu-annotator {__version__}",
            f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · Qt {qVersion()}",
            tr("核查库：{database}").format(database=database),
            "Apache-2.0 · Noto Sans SC, Noto Serif SC: SIL OFL 1.1",
        )
        for line in versions:
            label = Label(line, "small", "ink2", wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(label)
        self.body.addStretch(1)
        close = button(tr("关闭"), "primary", "close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.finish(close)
        self.setMinimumWidth(theme.px(440))
