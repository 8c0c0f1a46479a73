"""Many files at once: one row a file, with what became of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.gui.i18n import tr

ROW: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Outcome:
    """What became of a file. `state`: waiting, reading, new, known, refused, locked (it wants a password) or left (called off).

    `reason` says why there is no article, `notes` how many things the import has to say.
    """

    path: Path
    state: str = "waiting"
    article: str = ""
    reason: str = ""
    notes: int = 0


def state_word(outcome: Outcome) -> str:
    """What became of a file, in a few words."""
    word = {
        "waiting": tr("等待"),
        "reading": tr("正在读…"),
        "new": tr("已导入"),
        "known": tr("库里已有，接着核对"),
        "refused": tr("没有导入"),
        "locked": tr("要密码"),
        "left": tr("没有读，已取消"),
    }[outcome.state]
    return f"{word} · {tr('%n 处请看', n=outcome.notes)}" if outcome.notes and outcome.state == "new" else word


class BatchModel(QAbstractTableModel):
    """The files in the order they were given."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__()
        self.outcomes = [Outcome(Path(path)) for path in paths]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.outcomes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("文件"), tr("结果"), tr("原因"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        outcome = self.outcomes[index.row()]
        words = (outcome.path.name, state_word(outcome), outcome.reason)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return " · ".join(filter(None, words))
            case Qt.ItemDataRole.ToolTipRole:
                return str(outcome.path) if index.column() == 0 else words[index.column()]
            case _:
                return outcome if role == ROW else None

    def put(self, row: int, outcome: Outcome) -> None:
        """Say what became of the file in a row."""
        self.outcomes[row] = outcome
        self.dataChanged.emit(self.index(row, 0), self.index(row, 2))

    def count(self, *states: str) -> int:
        """How many files ended so."""
        return sum(outcome.state in states for outcome in self.outcomes)
