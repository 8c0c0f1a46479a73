"""What an import changed, dropped or could not tell, one row each: the paragraph, what kind of thing it is, the sentence."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.gui.i18n import shown_language, tr
from annotator.model import Article, Note

NOTE: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

# What changes nothing an editor would read otherwise: told in the list and in the status line, but no reason to stop anybody.
QUIET: Final = frozenset({"bom", "crlf", "line-end", "radicals", "superscript", "numbered", "vertical", "menus", "veiled", "macro"})
_REVISIONS: Final = frozenset({"inserted", "deleted", "tracked", "tracked-more"})
_REMARKS: Final = frozenset({"comment", "comment-more", "footnotes"})
_DROPPED: Final = frozenset(
    {"left-out", "hidden", "header-footer", "links", "menus", "scanned", "damaged", "comment-open", "macro", "tail"}
)


def loud(article: Article) -> tuple[Note, ...]:
    """The notes an editor should look at before reading."""
    return tuple(note for note in article.notes if note.kind not in QUIET)


def said(note: Note) -> str:
    """A note in the language of the window."""
    return note.message if shown_language() == "zh" else note.english or note.message


def beside(note: Note) -> str:
    """A tracked change or a comment in the few words of a margin note; "" for what has no place of its own."""
    if note.span is None:
        return ""
    first, last = note.message.find("“"), note.message.rfind("”")
    words = note.message[first : last + 1]
    match note.kind:
        case "inserted":
            return tr("修订增{words}").format(words=words)
        case "deleted":
            return tr("修订删{words}").format(words=words)
        case "comment":
            return tr("批注：{words}").format(words=note.message.partition("：")[2])
        case _:
            return ""


def sort_word(kind: str) -> str:
    """What sort of note it is."""
    if kind in _REVISIONS:
        return tr("修订")
    if kind in _REMARKS:
        return tr("批注")
    if kind in _DROPPED:
        return tr("未列入")
    return tr("已改动") if kind in QUIET else tr("请留意")


class NotesModel(QAbstractTableModel):
    """The notes of an article in the order of the import."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._article.notes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("段"), tr("类别"), tr("说明", "what an import did"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        note = self._article.notes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (self._paragraph(note), sort_word(note.kind), said(note))[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                where = tr("第 {n} 段").format(n=self._paragraph(note)) if note.span else ""
                return " · ".join(filter(None, (where, sort_word(note.kind), said(note))))
            case Qt.ItemDataRole.ToolTipRole:
                return said(note)
            case _:
                return note if role == NOTE else None

    def _paragraph(self, note: Note) -> str:
        if note.span is None or not self._article.paragraphs:
            return ""
        return str(self._article.paragraph_at(note.span.start).order + 1)
