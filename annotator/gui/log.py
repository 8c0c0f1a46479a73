"""The log of the window: one file of bounded size, best-effort, with Qt's messages in it and never a word of an article."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

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
_OURS = frozenset({"annotator", "qt"})  # loggers that are known to name no word of an article
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
    handler.addFilter(_without_words)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_from_qt)


def _without_words(record: logging.LogRecord) -> bool:
    """What may quote the article is not logged: the words of an exception, and whatever a library has to say of what it reads."""
    if record.exc_info and record.exc_info[1] is not None:
        record.exc_text = frames(record.exc_info[1])
        record.exc_info = None
    if record.name.partition(".")[0] not in _OURS:
        record.msg, record.args = "%s:%s", (record.pathname, record.lineno)
    return True


def frames(error: BaseException) -> str:
    """Where an exception came from, and those behind it: their classes, files and lines; no values, no words of theirs."""
    lines = []
    seen: set[int] = set()
    behind: BaseException | None = error
    while behind is not None and id(behind) not in seen:
        seen.add(id(behind))
        trace = behind.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        lines.append(f"{type(behind).__module__}.{type(behind).__qualname__}")
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)
    return "\n".join(lines)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _qt.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "default", message)


def trouble(error: BaseException) -> None:
    """Log something that went wrong, without its words."""
    _window.error("%s", frames(error))
