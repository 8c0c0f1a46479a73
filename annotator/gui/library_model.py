"""The library as a table: title, progress, last opened, brought in."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from annotator.gui.i18n import shown_language, tr

if TYPE_CHECKING:
    from annotator.desk import ArticleRow

ID: Final = Qt.ItemDataRole.UserRole
_SORT: Final = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QAbstractTableModel):
    """One row an article."""

    def __init__(self, rows: tuple["ArticleRow", ...]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("稿件"), tr("进度"), tr("上次打开"), tr("导入"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return (title(row), _progress(row), _local(row.last_opened), _local(row.imported))[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return row.name if index.column() == 0 else None
            case _:
                if role == _SORT:
                    return (title(row), _part(row), row.last_opened.timestamp(), row.imported.timestamp())[index.column()]
                return row.id if role == ID else None

    def row(self, article_id: str) -> "ArticleRow":
        """The row of an article."""
        return next(row for row in self._rows if row.id == article_id)


class LibraryProxy(QSortFilterProxyModel):
    """Sorts by value and keeps the rows whose title or file name holds all the words."""

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self.setSourceModel(model)
        self.setSortRole(_SORT)
        self._model = model
        self._words: list[str] = []

    def search(self, text: str) -> None:
        """Keep the rows with these words."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self._model.row(self._model.index(source_row, 0, source_parent).data(ID))
        known = f"{row.title} {row.name}".casefold()
        return all(word in known for word in self._words)


def title(row: "ArticleRow") -> str:
    """What an article is called in the library."""
    return row.title or row.name or tr("无题")


def _part(row: "ArticleRow") -> float:
    return row.decided / row.folds if row.folds else 0.0


def _progress(row: "ArticleRow") -> str:
    if not row.paragraphs:
        return tr("未打开过")
    if row.folds == row.decided and row.paragraphs == row.paragraphs_read:
        return tr("已核完")
    return f"{row.decided} / {row.folds}"


def _local(at: datetime) -> str:
    locale = QLocale(QLocale.Language.Chinese if shown_language() == "zh" else QLocale.Language.English)
    return locale.toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale.FormatType.ShortFormat)
