"""The log of the window: one file of bounded size, best-effort, with Qt's messages in it and never a word of an article."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from annotator.gui.preferences import APP

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_qt = logging.getLogger("qt")
_window = logging.getLogger("annotator.gui")


def path() -> Path:
    """Where the log lies."""
    return platformdirs.user_log_path(APP) / "desk.log"


def start() -> None:
    """Begin to log; a folder that cannot be written stops nothing."""
    root = logging.getLogger()
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path(), maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(_without_message)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_from_qt)


def _without_message(record: logging.LogRecord) -> bool:
    """A traceback is logged without the exception's own words: they may quote the article."""
    if record.exc_info and record.exc_info[0] is not None:
        record.exc_text = frames(record.exc_info[0], record.exc_info[2])
        record.exc_info = None
    return True


def frames(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an exception came from: its class, files and lines; no values, no words of it."""
    lines = []
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join([*lines, kind.__qualname__])


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _qt.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "default", message)


def trouble(error: BaseException) -> None:
    """Log something that went wrong, without its words."""
    _window.error("%s", frames(type(error), error.__traceback__))
