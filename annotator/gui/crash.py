"""What the editor sees when the program itself is at fault: the work is safe, and here is what to send."""

import platform
import sys
from types import TracebackType

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from annotator import __version__
from annotator.gui import log, theme
from annotator.gui.i18n import tr
from annotator.gui.pieces import Label, button, open_at, row


class CrashDialog(QDialog):
    """Versions and traceback, to be copied; the window stays usable."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(tr("程序出错"))
        self.report = report(error)
        text = QPlainTextEdit(self.report)
        text.setReadOnly(True)
        text.setAccessibleName(tr("错误详情"))
        copy = button(tr("复制详情"), "primary", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        close = button(tr("回到核查"), "", "close")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(tr("程序出错，决定都已保存"), "title"))
        sentence = tr("每个决定在作出时就已写入核查库，没有丢失。可以继续核查；若再次出错，请关闭窗口重新打开，并把下面的详情发给维护者。")
        layout.addWidget(Label(sentence, "body", "ink2", wrap=True))
        layout.addWidget(text, 1)
        layout.addLayout(row(copy, close, spacing=8))
        open_at(self, 640, 420)


def report(error: BaseException) -> str:
    """Versions, system and where it broke, as plain text to be sent to somebody: no word of the article, nor of what may quote it."""
    head = (
        f"heshu-annotator {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )
    return "\n".join(head) + "\n\n" + log.frames(error) + "\n"


def install(parent: QWidget) -> None:
    """Show the dialog for every exception nobody caught; one dialog at a time."""
    shown: list[CrashDialog] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.trouble(error)
        if shown:
            return
        dialog = CrashDialog(error.with_traceback(trace), parent)
        shown.append(dialog)
        dialog.finished.connect(lambda _result: shown.clear())
        dialog.open()

    sys.excepthook = hook
