"""Paragraphs that the flow of a page seems to have cut: offered, ticked by the editor, one step that can be undone."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.gui import theme
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import tr
from annotator.gui.pieces import button
from annotator.model import Article
from annotator.text import Join, joins

_SHOWN = 16  # code points on either side of a cut


def offered(article: Article, joined: Collection[Join] = ()) -> tuple[Join, ...]:
    """Paragraphs that seem to belong together, and those that are joined."""
    return tuple(sorted({*joins(article), *joined}))


def _are_neighbours(cut: Join) -> bool:
    return cut.second == cut.first + 1


class JoinsDialog(Plain):
    """One tick a cut. `chosen`: what is to be read as one."""

    def __init__(self, article: Article, cuts: Sequence[Join], joined: Collection[Join], parent: QWidget | None) -> None:
        sentence = tr("下列各处像是一句话被版面切断。打勾的两段合起来读：跨段的数字连成一个，算式也跨段比对。文字和段号不变，可以撤销。")
        super().__init__(tr("接上断开的段"), sentence, parent)
        self._cuts = tuple(cuts)
        self.listed = QListWidget()
        self.listed.setAccessibleName(tr("断开的段"))
        self.listed.ensurePolished()
        self.listed.setFont(theme.font("excerpt"))
        for cut in self._cuts:
            first, second = (article.slice(article.paragraphs[order].span).strip() for order in cut)
            where = tr("{first}、{second} 段").format(first=cut.first + 1, second=cut.second + 1)
            item = QListWidgetItem(f"{where}    …{first[-_SHOWN:]} ¦ {second[:_SHOWN]}…", self.listed)
            if _are_neighbours(cut):
                item.setCheckState(Qt.CheckState.Checked if cut in joined else Qt.CheckState.Unchecked)
            else:  # only neighbours can be read as one: a number may not reach over what stands between
                item.setText(tr("{words}（隔着别的段，请对照版面）").format(words=item.text()))
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        self.body.addWidget(self.listed)
        self.join = button(tr("按勾选的接上"), "primary", "join")
        self.join.setDefault(True)
        self.join.clicked.connect(self.accept)
        everything = button(tr("全部打勾"), "", "all")
        everything.clicked.connect(self._all)
        cancel = button(tr("取消"), "", "cancel")
        cancel.clicked.connect(self.reject)
        self.finish(self.join, everything, cancel)
        self.listed.setCurrentRow(0)
        self.resize(theme.px(620), theme.px(320))

    def _all(self) -> None:
        for row, cut in enumerate(self._cuts):
            if _are_neighbours(cut):
                self.listed.item(row).setCheckState(Qt.CheckState.Checked)

    @property
    def chosen(self) -> frozenset[Join]:
        """The cuts that are ticked."""
        ticked = (self.listed.item(row).checkState() == Qt.CheckState.Checked for row in range(self.listed.count()))
        return frozenset(cut for cut, tick in zip(self._cuts, ticked, strict=True) if tick)
