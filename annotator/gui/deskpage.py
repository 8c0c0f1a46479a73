"""The settings about the database: where it lies, another one, its backups, and how to get one back."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, button, row
from annotator.gui.refusals import sentence
from annotator.review import Refused

if TYPE_CHECKING:
    from annotator.desk import Desk

_PATH: Final = Qt.ItemDataRole.UserRole


def choose_file(parent: QWidget, start: str = "") -> str:
    """Ask for a desk's file, an old one or a new name; "" for none."""
    path, _ = QFileDialog.getSaveFileName(
        parent, tr("另选核查库"), start, tr("核查库 (*.sqlite)"), options=QFileDialog.Option.DontConfirmOverwrite
    )
    return path


class DeskPage(QWidget):
    """Asks for what it cannot do itself: `open_wanted` (a path or an address, "" for the usual place), `copy_wanted` (a backup and
    where its copy is to lie), `restore_wanted` (a backup to stand in the place of the desk).
    """

    open_wanted = Signal(str)
    copy_wanted = Signal(str, str)
    restore_wanted = Signal(str)

    def __init__(self, desk: "Desk | None", chosen: str) -> None:
        super().__init__()
        self._desk = desk
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(theme.px(8))
        self._where(chosen)
        self._another()
        self._backups()

    def _where(self, chosen: str) -> None:
        self._layout.addWidget(Label(tr("现在的核查库"), "smallname", "ink2"))
        self.place = Label("" if self._desk is None else self._desk.database, "body", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(self.place)
        if self._desk is not None and self._desk.read_only and (holder := self._desk.holder):
            who = tr("{user} 于 {time} 在 {computer} 打开").format(user=holder.user, time=holder.since_here, computer=holder.host)
            self._layout.addWidget(Label(tr("只读：{who}。").format(who=who), "small", "flag", wrap=True))
        elsewhere = button(tr("另选文件…"), "", "other-desk")
        elsewhere.clicked.connect(self._choose)
        usual = button(tr("回到默认位置"), "link", "usual-desk")
        usual.clicked.connect(lambda: self.open_wanted.emit(""))
        usual.setVisible(bool(chosen))
        self._layout.addLayout(row(elsewhere, usual, spacing=8))

    def _another(self) -> None:
        self.address = QLineEdit()
        self.address.setPlaceholderText("postgresql://user@host/desk")
        self.address.setAccessibleName(tr("数据库服务器的地址"))
        go = button(tr("连接"), "", "connect")
        go.setEnabled(False)
        self.address.textChanged.connect(lambda text: go.setEnabled("://" in text))
        go.clicked.connect(lambda: self.open_wanted.emit(self.address.text().strip()))
        self._layout.addWidget(Label(tr("多人共用：连接 PostgreSQL 服务器，口令稍后另问"), "small", "ink2"))
        line = row(go, spacing=8)
        line.insertWidget(0, self.address, 1)
        line.setStretch(2, 0)
        self._layout.addLayout(line)
        self._layout.addSpacing(theme.px(8))

    def _backups(self) -> None:
        self._layout.addWidget(Label(tr("备份"), "smallname", "ink2"))
        self.listed = QListWidget()
        self.listed.setAccessibleName(tr("备份"))
        self.listed.setMinimumHeight(theme.px(56))
        self.message = Label("", "small", "ink2", wrap=True)
        self.now = button(tr("立即备份"), "", "backup-now")
        self.copy = button(tr("恢复成副本，先看看…"), "", "backup-copy")
        self.restore = button(tr("换回这个备份…"), "", "backup-restore")
        self.now.clicked.connect(self._back_up)
        self.copy.clicked.connect(self._copy)
        self.restore.clicked.connect(self._restore)
        self.listed.currentItemChanged.connect(self._ready)
        self._layout.addWidget(self.listed, 1)
        self._layout.addWidget(self.message)
        self._layout.addLayout(row(self.now, self.copy, self.restore, spacing=8))
        self._fill()

    def _fill(self) -> None:
        from annotator.desk import backed_up_at

        self.listed.clear()
        for path in () if self._desk is None else self._desk.backups:
            made = backed_up_at(path)
            when = f"{made.astimezone():%Y-%m-%d %H:%M:%S}" if made else path.name
            item = QListWidgetItem(f"{when}    {path.stat().st_size / 1_000_000:.1f} MB", self.listed)
            item.setData(_PATH, str(path))
        if self.listed.count():
            self.listed.setCurrentRow(0)
            self.message.setText(tr("自动留存，越旧越稀；每份做完都查过一遍。同在 {folder}").format(folder=Path(self._chosen()).parent))
        elif self._desk is not None and "://" in self._desk.database:
            self.message.setText(tr("服务器上的核查库由管理员用 pg_dump 备份。"))
        else:
            self.message.setText(tr("还没有备份。"))
        self._ready()

    def _ready(self) -> None:
        writes = self._desk is not None and not self._desk.read_only
        self.now.setEnabled(writes and self._desk is not None and "://" not in self._desk.database)
        self.copy.setEnabled(bool(self._chosen()))
        self.restore.setEnabled(writes and bool(self._chosen()))

    def _chosen(self) -> str:
        item = self.listed.currentItem()
        return "" if item is None else str(item.data(_PATH))

    def _choose(self) -> None:
        if path := choose_file(self, self.place.text()):
            self.open_wanted.emit(path)

    def _back_up(self) -> None:
        assert self._desk is not None
        try:
            path = self._desk.backup()
        except Refused as error:
            self.message.setText(sentence(error))
        else:
            self._fill()
            self.message.setText(tr("存档点已存为“{name}”。").format(name=path.name))

    def _copy(self) -> None:
        saved = Path(self._chosen())
        if path := choose_file(self, str(saved.parent.parent / f"{saved.stem}-copy.sqlite")):
            self.copy_wanted.emit(str(saved), path)

    def _restore(self) -> None:
        self.restore_wanted.emit(self._chosen())
