"""All checks with a tick each: searched by name or by what they look for, switched off one by one or as a group."""

from collections.abc import Collection, Iterator
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.checks import Check, checks
from annotator.checks.help import told
from annotator.gui import theme
from annotator.gui.i18n import shown_language, tr
from annotator.gui.marks import icon
from annotator.gui.pieces import Label, button, row
from annotator.gui.words import check_title
from annotator.model import Level

_ID: Final = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CheckSwitches(QWidget):
    """Two groups: what asks for an answer, and hints. Below, what the chosen check looks for and when it is wrong."""

    def __init__(self, off: Collection[str]) -> None:
        super().__init__()
        self._checks = {check.id: check for check in checks()}
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("查检查的名称或内容"))
        self.field.setAccessibleName(tr("查检查的名称或内容"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", theme.current().ink3), QLineEdit.ActionPosition.LeadingPosition)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(tr("检查"))
        self.tree.setProperty("role", "switches")
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(theme.px(80))
        self.items: dict[str, QTreeWidgetItem] = {}
        for title, level in ((tr("核对：要有回应"), Level.ERROR), (tr("提示：用语、格式"), Level.HINT)):
            self._group(title, [check for check in self._checks.values() if check.level is level], off)
        self.count = Label("", "small", "ink2")
        self.about = Label("", "small", "ink2", wrap=True)
        self.about.setMinimumHeight(theme.px(66))
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.all_on = button(tr("全部打开"), "link", "all-checks-on")
        self.all_on.clicked.connect(self._all_on)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.field)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.about)
        layout.addLayout(row(self.count, self.all_on, spacing=8))
        self.field.textChanged.connect(self._search)
        self.tree.currentItemChanged.connect(lambda item, _before: self._tell(item))
        self.tree.itemChanged.connect(self._count)
        self._count()
        self.tree.setCurrentItem(next(iter(self.items.values())))

    @property
    def off(self) -> frozenset[str]:
        """The ids of the checks without a tick."""
        return frozenset(known for known, item in self.items.items() if item.checkState(0) == _OFF)

    def shown(self) -> list[str]:
        """The ids of the checks that pass the search."""
        return [known for known, item in self.items.items() if not item.isHidden()]

    def _group(self, title: str, members: list[Check], off: Collection[str]) -> None:
        head = QTreeWidgetItem(self.tree, [title])
        head.setFlags(head.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        head.setFont(0, theme.font("name"))
        head.setSizeHint(0, QSize(0, theme.px(26)))  # all rows are as high as the first
        for check in members:
            item = self.items[check.id] = QTreeWidgetItem(head, [check_title(check.id)])
            item.setData(0, _ID, check.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, _OFF if check.id in off else _ON)
        head.setExpanded(True)

    def _groups(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.tree.topLevelItemCount()):
            if (item := self.tree.topLevelItem(at)) is not None:
                yield item

    def _search(self, words: str) -> None:
        wanted = words.casefold().split()
        for known, item in self.items.items():
            check = self._checks[known]
            text = f"{known} {check.title} {check.title_en} {told(check, shown_language())[0]}".casefold()
            item.setHidden(not all(word in text for word in wanted))
        for head in self._groups():
            head.setHidden(all(item.isHidden() for item in self.items.values() if item.parent() is head))
        if shown := self.shown():
            self.tree.setCurrentItem(self.items[shown[0]])

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        check = None if item is None else self._checks.get(item.data(0, _ID))
        why, limits = ("", "") if check is None else told(check, shown_language())
        self.about.setText(f"{why}\n{tr('会看错：{limits}').format(limits=limits)}" if why else "")

    def _count(self) -> None:
        off = len(self.off)
        self.count.setText(tr("都开着。") if not off else tr("关了 %n 项；报告会写明。", n=off))
        self.all_on.setVisible(off > 0)

    def _all_on(self) -> None:
        for item in self.items.values():
            item.setCheckState(0, _ON)
