"""A batch of files: read one after the other in a thread of its own, with what became of each, and why."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHeaderView, QProgressBar, QWidget

from annotator.gui import theme
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import tr
from annotator.gui.imports.batch_model import ROW, BatchModel, Outcome
from annotator.gui.imports.listing import Listing
from annotator.gui.imports.notes_model import loud
from annotator.gui.pieces import Label, button
from annotator.gui.refusals import sentence
from annotator.gui.work import Work
from annotator.review import Refused
from annotator.text import PasswordWanted, ReadError, load

if TYPE_CHECKING:
    from annotator.desk import Desk


class _Told(QObject):
    """Carries what became of each file from the thread to the window."""

    came = Signal(int, object)  # row, Outcome


class BatchDialog(Plain):
    """Reads the files into the library. `chosen`: the id of the article to open; `locked`: the path of a file to open by itself."""

    def __init__(self, desk: "Desk", paths: list[str], parent: QWidget | None) -> None:
        super().__init__(tr("导入 %n 个文件", n=len(paths)), "", parent)
        self.chosen = self.locked = ""
        self._desk = desk
        self.model = BatchModel(paths)
        self._told = _Told()
        self._told.came.connect(self._came)
        self.progress = QProgressBar()
        self.progress.setRange(0, len(paths))
        self.progress.setTextVisible(False)
        self.message = Label("", "body", "ink2", wrap=True)
        self.table = Listing(self.model, tr("文件"))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().resizeSection(0, theme.px(220))  # a name may be long
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._ready)
        self.open_button = button(tr("打开选中的稿件"), "primary", "open")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self.close_button = button(tr("取消"), "", "close")
        self.close_button.clicked.connect(self.reject)
        self.body.addWidget(self.message)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.table, 1)
        self.finish(self.open_button, self.close_button)
        self.resize(theme.px(760), theme.px(440))
        self._ready()
        self._work: Work | None = Work(self._act)
        self._work.done.connect(self._over)
        self._work.failed.connect(self._broken)
        self._work.start()

    # --- in the thread ---

    def _act(self, work: Work) -> None:
        for row, outcome in enumerate(self.model.outcomes):
            work.step("")
            self._told.came.emit(row, replace(outcome, state="reading"))
            self._told.came.emit(row, read(self._desk, outcome.path, lambda: work.cancelled))

    # --- in the window ---

    def _came(self, row: int, outcome: Outcome) -> None:
        self.model.put(row, outcome)
        done = self.model.rowCount() - self.model.count("waiting", "reading")
        self.progress.setValue(done)
        if self._work is not None:
            self.message.setText(tr("正在读第 {n} 个，共 {count} 个…").format(n=row + 1, count=self.model.rowCount()))
        self._ready()

    def _over(self) -> None:
        self._work = None
        self.progress.hide()
        self.close_button.setText(tr("关闭"))
        for row, outcome in enumerate(self.model.outcomes):
            if outcome.state in {"waiting", "reading"}:
                self.model.put(row, replace(outcome, state="left"))
        self.message.setText(self._summary())
        if not self.table.selectionModel().hasSelection():
            row = next((row for row, one in enumerate(self.model.outcomes) if one.article), 0)
            self.table.selectRow(row)
        self._ready()

    def _summary(self) -> str:
        model = self.model
        parts = (
            (model.count("new"), tr("新导入 {n} 篇")),
            (model.count("known"), tr("库里已有 {n} 篇")),
            (model.count("refused"), tr("{n} 个没有导入，原因见下")),
            (model.count("locked"), tr("{n} 个要密码，选中后打开")),
            (model.count("left"), tr("{n} 个没有读")),
        )
        return tr("，", "between words").join(words.format(n=n) for n, words in parts if n) + tr("。", "full stop")

    def _broken(self, error: Exception) -> None:
        self._over()
        raise error

    def _ready(self) -> None:
        outcome = self.table.currentIndex().siblingAtColumn(0).data(ROW)
        self.open_button.setEnabled(isinstance(outcome, Outcome) and bool(outcome.article or outcome.state == "locked"))

    def _open(self, index: QModelIndex) -> None:
        outcome = index.siblingAtColumn(0).data(ROW)
        if not isinstance(outcome, Outcome) or not (outcome.article or outcome.state == "locked"):
            return
        self.chosen, self.locked = outcome.article, str(outcome.path) if outcome.state == "locked" else ""
        self._stop()
        self.accept()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._over()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()  # who closes the window does not wait for the summary
        super().closeEvent(event)

    def reject(self) -> None:
        """The first time while files are read, call that off and show what was done; then close."""
        if self._work is not None:
            self._stop()
            return
        super().reject()


def read(desk: "Desk", path: Path, cancelled: Callable[[], bool]) -> Outcome:
    """Read one file into the library and say what became of it."""
    try:
        made = load(path, cancelled=cancelled)
        added = desk.add(made)
    except PasswordWanted as error:
        return Outcome(path, "locked", reason=sentence(error))
    except (ReadError, Refused) as error:
        return Outcome(path, "left" if cancelled() else "refused", reason=sentence(error))
    return Outcome(path, "known" if added.known else "new", added.article_id, notes=len(loud(made.article)))
