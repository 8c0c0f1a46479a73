"""The outline of the article as rows: one a paragraph, one for a run of copies."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.gui.article.rows import Row, Rows
from annotator.gui.article.writing import is_heading
from annotator.gui.bridge import SessionBridge
from annotator.gui.i18n import tr
from annotator.gui.words import paragraph_word
from annotator.model import State, Verdict
from annotator.review import Changes, Session

ROW: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """What one row shows. Orders count from 0, the numbers people see from 1."""

    first: int
    last: int
    mark: str  # a name of marks.MARKS
    text: str
    copies: int  # places of this paragraph in the article
    left: int  # claims still open
    heading: bool


class StripModel(QAbstractListModel):
    """Rows of the strip, re-read paragraph by paragraph when the session says what changed."""

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._rows = Rows(())
        self._entries: dict[int, Entry] = {}
        self._copies: dict[int, int] = {}
        bridge.opened.connect(self._read)
        bridge.changed.connect(self._change)
        self._read()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return spoken(entry)
            case _:
                return entry if role == ROW else None

    def entry(self, row: int) -> Entry:
        """What a row shows."""
        if row not in self._entries:
            session = self._bridge.session
            assert session is not None
            self._entries[row] = self._make(session, self._rows.rows[row])
        return self._entries[row]

    def row_of(self, paragraph: int) -> int:
        """The row of a paragraph, or of the run of copies it stands in."""
        return self._rows.block(paragraph)

    def _read(self) -> None:
        self.beginResetModel()
        session = self._bridge.session
        self._entries.clear()
        self._copies.clear()
        paragraphs = () if session is None else session.article.paragraphs
        self._rows = Rows(paragraphs)
        for paragraph in paragraphs:
            original = paragraph.order if paragraph.copy_of is None else paragraph.copy_of
            self._copies[original] = self._copies.get(original, 0) + 1
        self.endResetModel()

    def _change(self, changes: Changes) -> None:
        if self._bridge.session is None:
            return
        places = (place.paragraph for fold in changes.folds for place in self._places(fold))
        for row in {self.row_of(order) for order in {*changes.paragraphs, *places}}:
            self._entries.pop(row, None)
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _places(self, fold_id: str) -> Any:  # noqa: ANN401
        session = self._bridge.session
        assert session is not None
        try:
            return session.fold(fold_id).places
        except KeyError:  # a fold that was split, joined or taken back
            return ()

    def _make(self, session: Session, row: Row) -> Entry:
        paragraph = session.article.paragraphs[row.first]
        if row.folded:
            assert paragraph.copy_of is not None
            source = paragraph.copy_of
            text = f"{_numbers(row.first, row.last)} {tr('同')} {_numbers(source, source + row.last - row.first)}"
            return Entry(row.first, row.last, "copy", text, row.last - row.first + 1, 0, heading=False)
        folds = [fold for fold in session.folds_in(row.first) if not fold.claim.minor]
        left = sum(session.state(fold.id) is State.PENDING for fold in folds)
        text = session.article.slice(paragraph.span).strip()
        heading = is_heading(text, row.first)
        return Entry(row.first, row.last, mark_of(session, row.first), text, self._copies.get(row.first, 1), left, heading)


def mark_of(session: Session, order: int) -> str:
    """The mark of a paragraph: contradicted and open come before begun and done."""
    folds = session.folds_in(order)
    if any(finding.verdict is Verdict.CONTRADICTION for fold in folds for finding in session.open_findings(fold.id)):
        return "contradicted"
    return session.paragraph_state(order)


def spoken(entry: Entry) -> str:
    """A row in words, for the tooltip and for screen readers."""
    parts = [tr("第 {numbers} 段").format(numbers=_numbers(entry.first, entry.last)), paragraph_word(entry.mark)]
    if entry.mark != "copy":
        if entry.left:
            parts.append(tr("余 %n 项", n=entry.left))
        if entry.copies > 1:
            parts.append(tr("共 %n 处", n=entry.copies))
    parts.append(entry.text if len(entry.text) <= 60 else entry.text[:60] + "…")
    return "，".join(parts)


def _numbers(first: int, last: int) -> str:
    return str(first + 1) if first == last else f"{first + 1}–{last + 1}"
