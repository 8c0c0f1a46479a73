"""Export: which formats, into which folder, final or draft; what stands in the way; how it will look; written in a thread of its own."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from annotator.gui import theme
from annotator.gui.dialogs import Plain
from annotator.gui.i18n import shown_language, tr
from annotator.gui.pieces import Label, button, hairline
from annotator.gui.preview import Preview, Reports
from annotator.gui.refusals import sentence
from annotator.gui.work import Cancelled, Work
from annotator.report import FORMATS, OpenWork, Report, SymlinkTarget, build, open_work, write
from annotator.report.files import NotWritten
from annotator.review import Session

_USUAL = ("html",)
_WHOLE = 1000  # steps of the bar
_LATE = 2  # seconds of one format after which they are told


class Writing(Work):
    """Formats written one after the other. `advanced` tells the share of all that is done, None while it cannot be known."""

    advanced = Signal(object)
    wrote = Signal(object)  # a Path

    def __init__(self, session: Session, names: Sequence[str], folder: Path, *, draft: bool, replace_link: bool) -> None:
        super().__init__(self._write)
        self._session, self._names, self._folder = session, names, folder
        self._draft, self._replace_link = draft, replace_link

    def _write(self, _work: Work) -> list[Path]:
        report = build(self._session, draft=self._draft)
        return list(self._written(report))

    def _written(self, report: Report) -> Iterator[Path]:
        for number, name in enumerate(self._names):
            began, told = monotonic(), 0

            def step(share: float | None, number: int = number, name: str = name, began: float = began) -> None:
                nonlocal told
                seconds = int(monotonic() - began)
                if seconds > told:
                    told = seconds
                    self.step(_writing(name, number, len(self._names), seconds))
                if self.cancelled:
                    raise Cancelled
                self.advanced.emit(None if share is None else (number + share) / len(self._names))

            self.step(_writing(name, number, len(self._names)))
            path = write(report, name, self._folder, replace_link=self._replace_link, step=step)
            self.wrote.emit(path)
            yield path


class ExportDialog(Plain):
    """Asks, shows, writes and says where the files are. `go_wanted`: the editor wants to see the open work (an OpenWork)."""

    go_wanted = Signal(object)

    def __init__(self, session: Session, folder: str, parent: QWidget | None, formats: Sequence[str] = ()) -> None:
        self._session = session
        self._open = open_work(session)
        title = tr("还不能出正式报告") if self._open else tr("导出报告")
        super().__init__(title, "", parent)
        self._work: Writing | None = None
        self._replace_link = False
        self.written: list[Path] = []
        self.preview = Preview(Reports(session))
        self.boxes = {name: self._box(name) for name in FORMATS}
        self._tick(formats)
        self._choices(folder)
        self._buttons()
        for box in self.boxes.values():
            box.toggled.connect(self._ticked)
        self.draft.toggled.connect(self._ticked)
        self._fit()
        self._show_first()

    # --- what is asked -----------------------------------------------------------------------------------------------

    def _choices(self, folder: str) -> None:
        """Choices on the left, the preview on the right."""
        asked = QWidget()
        left = QVBoxLayout(asked)
        left.setContentsMargins(0, 0, theme.px(10), 0)
        left.setSpacing(theme.px(7))
        for work in self._open:
            left.addLayout(self._blocker(work))
        if self._open:
            left.addSpacing(theme.px(3))
            left.addWidget(hairline())
        left.addLayout(self._formats())
        left.addSpacing(theme.px(4))
        self.draft = QCheckBox(tr("出草稿，每页印“草稿”"))
        self.draft.setObjectName("draft")
        self.draft.setChecked(bool(self._open))
        self.draft.setVisible(not self._open)
        left.addWidget(self.draft, 0, Qt.AlignmentFlag.AlignLeft)
        left.addLayout(self._place(folder))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.message = Label("", "body", "ink2", wrap=True)
        left.addWidget(self.progress)
        left.addWidget(self.message)
        left.addStretch(1)
        scrolled = self._scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(asked)
        scrolled.setMinimumWidth(asked.minimumSizeHint().width() + theme.px(12))
        both = QHBoxLayout()
        both.setSpacing(theme.px(18))
        both.addWidget(scrolled, 5)
        both.addWidget(self.preview, 4)
        self.body.addLayout(both)

    def _box(self, name: str) -> QCheckBox:
        form = FORMATS[name]
        box = QCheckBox(form.title if shown_language() == "zh" else form.title_en)
        box.setObjectName(f"format-{name}")
        return box

    def _tick(self, formats: Sequence[str]) -> None:
        for name in [name for name in formats if name in FORMATS] or _USUAL:
            self.boxes[name].setChecked(True)

    def _formats(self) -> QGridLayout:
        """The boxes in two columns under their headings."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(7))
        for heading, names in _groups():
            grid.addWidget(Label(heading, "section", "ink3"), grid.rowCount(), 0, 1, 2)
            first = grid.rowCount()
            for at, name in enumerate(names):
                grid.addWidget(self.boxes[name], first + at // 2, at % 2, Qt.AlignmentFlag.AlignLeft)
        return grid

    def _place(self, folder: str) -> QVBoxLayout:
        """The folder and the way to choose another."""
        self.folder = QLineEdit(folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.folder.setAccessibleName(tr("存到文件夹"))
        choose = button(tr("另选文件夹…"), "", "choose")
        choose.clicked.connect(self._choose)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        place = QVBoxLayout()
        place.setSpacing(theme.px(5))
        place.addWidget(Label(tr("存到文件夹"), "section", "ink3"))
        place.addLayout(line)
        return place

    def _blocker(self, work: OpenWork) -> QHBoxLayout:
        go = button(_way(work), "link", f"go-{work.kind}")
        go.clicked.connect(lambda: self._go(work))
        told = Label("· " + _told(work), "body", wrap=True)
        told.setToolTip(work.message)
        line = QHBoxLayout()
        line.addWidget(told, 1)
        line.addWidget(go)
        return line

    def _buttons(self) -> None:
        self.export = button("", "primary", "export")
        self.export.setDefault(True)
        self.export.clicked.connect(self._start)
        self._name_export()
        self.back = button(tr("返回核查"), "", "back")
        self.back.clicked.connect(self.reject)
        self.show_file = button(tr("打开"), "", "open-file")
        self.show_file.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0]))))
        self.show_folder = button(tr("打开所在文件夹"), "", "open-folder")
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0].parent))))
        self.show_file.hide()
        self.show_folder.hide()
        self.finish(self.export, self.show_file, self.show_folder, self.back)

    def _name_export(self) -> None:
        usual = tr("导出草稿，每页印“草稿”") if self.draft.isChecked() else tr("导出")
        self.export.setText(tr("用新文件代替链接") if self._replace_link else usual)

    def _fit(self) -> None:
        """As large as the design asks, and no larger than the screen."""
        room = self.screen().availableSize()
        self.resize(min(theme.px(880), room.width()), min(theme.px(580), room.height()))

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("存到文件夹"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _go(self, work: OpenWork) -> None:
        self.reject()
        self.go_wanted.emit(work)

    # --- how it will look --------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> list[str]:
        """The names of the ticked formats."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def _ticked(self, on: bool) -> None:
        """Show the format that was ticked just now, else the first that is."""
        name = next((name for name, box in self.boxes.items() if on and box is self.sender()), "")
        if name:
            self._ask(name)
        else:
            self._show_first()
        self._name_export()
        self._ready()

    def _show_first(self) -> None:
        self._ask(next(iter(self.chosen), ""))

    def _ask(self, name: str) -> None:
        self.preview.ask(name, self.boxes[name].text() if name else "", draft=self.draft.isChecked())

    @property
    def busy(self) -> bool:
        """Is it writing?"""
        return self._work is not None

    # --- writing -----------------------------------------------------------------------------------------------------

    def _ready(self) -> None:
        self.export.setEnabled(bool(self.chosen) and self._work is None)

    def _start(self) -> None:
        self.written = []
        folder = Path(self.folder.text()).expanduser()
        self._work = Writing(self._session, self.chosen, folder, draft=self.draft.isChecked(), replace_link=self._replace_link)
        self._work.progressed.connect(self.message.setText)
        self._work.advanced.connect(self._advanced)
        self._work.wrote.connect(self.written.append)
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.show_file.hide()
        self.show_folder.hide()
        self._ready()
        self.back.setText(tr("取消"))
        self._work.start()

    def _advanced(self, share: float | None) -> None:
        self.progress.setRange(0, 0 if share is None else _WHOLE)
        self.progress.setValue(round(_WHOLE * (share or 0)))

    def _over(self) -> None:
        """Say how it ended, where it can be seen."""
        self._work = None
        QTimer.singleShot(0, self.message, lambda: self._scrolled.ensureWidgetVisible(self.message))
        self.progress.hide()
        self.back.setText(tr("返回核查"))
        self._ready()
        self.show_file.setVisible(bool(self.written))
        self.show_folder.setVisible(bool(self.written))

    def _done(self, paths: list[Path]) -> None:
        self.written = paths
        self._replace_link = False
        self._name_export()
        self._over()
        names = "\n".join(path.name for path in paths)
        self.message.setText(
            tr("报告已存为“{name}”。").format(name=names) if len(paths) == 1 else tr("已存好 %n 个文件：", n=len(paths)) + "\n" + names
        )
        self.show_folder.setFocus()

    def _failed(self, error: Exception) -> None:
        self._over()
        if isinstance(error, SymlinkTarget):
            self._replace_link = True
            self._name_export()
        if isinstance(error, NotWritten):
            self.message.setText(sentence(error))
        else:
            self.message.setText(tr("写报告时出错，没有导出。决定都已保存。"))
            raise error

    def reject(self) -> None:
        """Esc and the lower button: stop what is being written, or close."""
        if self._work is not None:
            self._work.cancel()
            self._over()
            kept = tr("已写好的 %n 个文件留着。", n=len(self.written)) if self.written else tr("没有写下文件。")
            self.message.setText(tr("已取消。") + kept)
            return
        super().reject()

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed dialog."""
        self.preview.stop()
        super().done(result)


def _groups() -> tuple[tuple[str, list[str]], ...]:
    """The formats of the report and those of the manuscript."""
    manuscript = [name for name in FORMATS if name.startswith(("clean", "changes"))]
    return (tr("核查报告"), [name for name in FORMATS if name not in manuscript]), (tr("改后的稿件"), manuscript)


def _writing(name: str, number: int, count: int, seconds: int = 0) -> str:
    """What is being written, which of how many, and for how long where it takes long."""
    form = FORMATS[name]
    told = tr("正在写：{format}").format(format=form.title if shown_language() == "zh" else form.title_en)
    told += f"（{number + 1}/{count}）" if count > 1 else ""
    return told + (tr("，已 %n 秒", n=seconds) if seconds >= _LATE else "")


def _told(work: OpenWork) -> str:
    """The open work in few words."""
    return {
        "pending": tr("待核 {n} 项"),
        "reason": tr("更正缺理由 {n} 项"),
        "contradiction": tr("未回应的矛盾 {n} 条"),
        "unread": tr("未读毕 {n} 段"),
        "unsaved": tr("还没有保存 {n} 项"),
    }[work.kind].format(n=work.count)


def _way(work: OpenWork) -> str:
    """What leads to the open work."""
    return {
        "pending": tr("跳到第一项"),
        "reason": tr("去补"),
        "contradiction": tr("去看"),
        "unread": tr("跳到第一段"),
        "unsaved": tr("去看"),
    }[work.kind]
