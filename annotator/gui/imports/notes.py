"""What the import did to an article, beside the article itself: each row shows its place."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from annotator.gui import theme
from annotator.gui.bridge import SessionBridge
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import tr
from annotator.gui.imports.listing import Listing
from annotator.gui.imports.notes_model import NOTE, NotesModel
from annotator.gui.pieces import button
from annotator.model import Article, Note


class ImportNotes(Plain):
    """Stays open beside the article; the row that is chosen is shown in the article."""

    def __init__(self, bridge: SessionBridge, article: Article, parent: QWidget | None) -> None:
        if article.notes:
            sentence = tr("读入原稿时改动、略去或不能确定之处，共 %n 条。选一条，文中就显示它的位置。", n=len(article.notes))
        else:
            sentence = tr("原稿照原样读入，没有改动，也没有略去什么。")
        super().__init__(tr("导入说明"), sentence, parent)
        self._bridge, self._article = bridge, article
        self.model = NotesModel(article)
        self.table = Listing(self.model, tr("导入说明"))
        self.table.setVisible(bool(article.notes))
        self.table.selectionModel().currentRowChanged.connect(self._show)
        self.table.activated.connect(self._show)
        close = button(tr("关闭"), "primary", "close")
        close.clicked.connect(self.accept)
        self.body.addWidget(self.table, 1)
        self.finish(close)
        self.resize(theme.px(640), theme.px(380 if article.notes else 140))

    def _show(self, index: QModelIndex) -> None:
        note = index.data(NOTE)
        if not isinstance(note, Note) or note.span is None or self._bridge.article is not self._article:
            return
        self._bridge.select(self._article.paragraph_at(note.span.start).order)
        self._bridge.shown.emit(note.span)
