"""Export: which formats, into which folder; what stands between the work and a final report; written in a thread of its own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QProgressBar, QWidget

from annotator.gui import theme
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import shown_language, tr
from annotator.gui.pieces import Label, button, row
from annotator.gui.work import Work
from annotator.report import FORMATS, OpenWork, SymlinkTarget, build, open_work, write
from annotator.review import Session

_USUAL = ("html",)


class ExportDialog(Plain):
    """Asks, writes and says where the files are. `go_wanted`: the editor wants to see the open work (an OpenWork)."""

    go_wanted = Signal(object)

    def __init__(self, session: Session, folder: str, parent: QWidget | None) -> None:
        self._session = session
        self._open = open_work(session)
        title = tr("还不能出正式报告") if self._open else tr("导出报告")
        super().__init__(title, "", parent)
        self._work: Work | None = None
        self.written: list[Path] = []
        for work in self._open:
            self.body.addLayout(self._blocker(work))
        self.boxes = {name: self._box(name) for name in FORMATS}
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(6))
        for at, box in enumerate(self.boxes.values()):
            grid.addWidget(box, at // 2, at % 2)
        self.body.addSpacing(theme.px(4))
        self.body.addLayout(grid)
        self.folder = QLineEdit(folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.folder.setAccessibleName(tr("存到文件夹"))
        choose = button(tr("另选文件夹…"), "", "choose")
        choose.clicked.connect(self._choose)
        self.body.addWidget(Label(tr("存到文件夹"), "section", "ink3"))
        self.body.addWidget(self.folder)
        self.body.addLayout(row(choose))
        self.message = Label("", "body", "ink2", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.body.addWidget(self.progress)
        self.body.addWidget(self.message)
        self._buttons()
        self.setMinimumWidth(theme.px(520))

    def _box(self, name: str) -> QCheckBox:
        form = FORMATS[name]
        box = QCheckBox(form.title if shown_language() == "zh" else form.title_en)
        box.setObjectName(f"format-{name}")
        box.setChecked(name in _USUAL)
        box.toggled.connect(self._ready)
        return box

    def _blocker(self, work: OpenWork) -> QHBoxLayout:
        go = button(tr("跳到第一处"), "link", f"go-{work.kind}")
        go.clicked.connect(lambda: self._go(work))
        line = QHBoxLayout()
        line.addWidget(Label("· " + _sentence(work), "body", wrap=True), 1)
        line.addWidget(go)
        return line

    def _buttons(self) -> None:
        self.export = button(tr("导出草稿，每页印“草稿”") if self._open else tr("导出"), "primary", "export")
        self.export.setDefault(True)
        self.export.clicked.connect(self._start)
        self.back = button(tr("返回核查"), "", "back")
        self.back.clicked.connect(self.reject)
        self.show_file = button(tr("打开"), "", "open-file")
        self.show_file.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0]))))
        self.show_folder = button(tr("打开所在文件夹"), "", "open-folder")
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0].parent))))
        self.show_file.hide()
        self.show_folder.hide()
        self.finish(self.export, self.show_file, self.show_folder, self.back)

    def _chosen(self) -> list[str]:
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def _ready(self) -> None:
        self.export.setEnabled(bool(self._chosen()) and self._work is None)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("存到文件夹"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _go(self, work: OpenWork) -> None:
        self.reject()
        self.go_wanted.emit(work)

    def _start(self, replace_link: bool = False) -> None:
        report = build(self._session, draft=bool(self._open))
        names, folder = self._chosen(), Path(self.folder.text()).expanduser()

        def act(work: Work) -> Sequence[Path]:
            paths = []
            for name in names:
                work.step(tr("正在写：{format}").format(format=self.boxes[name].text()))
                paths.append(write(report, name, folder, replace_link=replace_link))
            return paths

        self._work = Work(act)
        self._work.progressed.connect(self.message.setText)
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self.progress.show()
        self._ready()
        self.back.setText(tr("取消"))
        self._work.start()

    def _over(self) -> None:
        self._work = None
        self.progress.hide()
        self.back.setText(tr("返回核查"))
        self._ready()

    def _done(self, paths: list[Path]) -> None:
        self._over()
        self.written = paths
        names = "、".join(f"“{path.name}”" for path in paths)
        self.message.setText(tr("报告已存为{names}。").format(names=names))
        self.show_file.show()
        self.show_folder.show()

    def _failed(self, error: Exception) -> None:
        self._over()
        if isinstance(error, OSError):
            self.message.setText(str(error))
        else:
            self.message.setText(tr("写报告时出错，没有导出。决定都已保存。"))
        if isinstance(error, SymlinkTarget):
            self.export.setText(tr("用新文件代替链接"))
            self.export.clicked.disconnect()
            self.export.clicked.connect(lambda: self._start(replace_link=True))
        elif not isinstance(error, OSError):
            raise error

    def reject(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._over()
            self.message.setText(tr("已取消。"))
            return
        super().reject()


def _sentence(work: OpenWork) -> str:
    """The open work in the language of the window; Chinese lists it, as the report words it."""
    if shown_language() == "zh":
        return work.message
    return {
        "pending": tr("待核 {n} 项"),
        "reason": tr("更正缺理由 {n} 项"),
        "contradiction": tr("未回应的矛盾 {n} 条"),
        "unread": tr("未读毕 {n} 段"),
        "unsaved": tr("还没有保存 {n} 项"),
    }[work.kind].format(n=work.count)
