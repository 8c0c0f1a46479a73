"""The way from the window to the desk: open it, wait for a file another window holds, bring articles in without blocking."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.i18n import tr
from annotator.gui.work import Work
from annotator.review import Refused, Session

if TYPE_CHECKING:
    from annotator.desk import Desk

_ASKS_AGAIN: Final = 2000  # milliseconds between two tries to take a held file over


class DeskAccess(QObject):
    """Holds the one open desk. Opening an article comes back as `arrived` or `failed`; nothing here blocks for long."""

    opened = Signal()  # a desk is open: see `desk`
    refused = Signal(object)  # DeskError: no desk
    held = Signal(object)  # Locked: the desk is open for reading only
    still_held = Signal()  # it was asked again: the other window still writes
    taken_over = Signal()  # the other window closed: this one writes now
    began = Signal(str)  # what long work has begun
    progressed = Signal(str)
    arrived = Signal(object)  # Session
    failed = Signal(object, object)  # what was asked for (path, or "" for text) and the exception
    ended = Signal()  # the long work is over, one way or another

    def __init__(self, database: str | Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database = database
        self.desk: Desk | None = None
        self._work: Work | None = None
        self._again = QTimer(self, interval=_ASKS_AGAIN)
        self._again.timeout.connect(self.take_over)

    # --- the desk ---

    def open(self, database: str | Path | None = None) -> None:
        """Open the desk; a file another window writes to is opened for reading until that window closes."""
        from annotator.desk import DeskError, Locked, open_desk

        if database is not None:
            self.database = database
        self.close()
        try:
            self.desk = open_desk(self.database)
        except Locked as locked:
            try:
                self.desk = open_desk(self.database, read_only=True)
            except DeskError as error:
                self.refused.emit(error)
                return
            self.opened.emit()
            self.held.emit(locked)
            self._again.start()
        except DeskError as error:
            self.refused.emit(error)
        else:
            self.opened.emit()

    def take_over(self) -> None:
        """Try to become the window that writes; what is open stays open."""
        from annotator.desk import DeskError

        if self._work is not None or self.desk is None or not self.desk.read_only:
            return
        try:
            taken = self.desk.take_over()
        except (DeskError, Refused):
            return
        if taken:
            self._again.stop()
            self.taken_over.emit()
        else:
            self.still_held.emit()

    def save_as(self, path: str) -> None:
        """Go on in another file that holds all there is, with the decision that could not be written. DeskError."""
        desk = self._desk().save_as(path)
        self._desk().close()
        self.desk, self.database = desk, path

    def close(self) -> None:
        """Close the desk, if one is open."""
        self._again.stop()
        self.cancel()
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    # --- articles ---

    def bring_file(self, path: str | Path) -> None:
        """Read a file, find its numbers and open its review."""

        def act(work: Work) -> Session:
            from annotator.text import load

            made = load(path, cancelled=lambda: work.cancelled)
            work.step(tr("正在找出数字…"))
            return self._desk().session(self._desk().add(made).article_id)

        self._run(tr("正在读“{name}”…").format(name=Path(path).name), act, str(path))

    def bring_text(self, text: str, name: str) -> None:
        """Open the review of a pasted text."""
        self._run(tr("正在找出数字…"), lambda _work: self._desk().import_text(text, name), "")

    def bring_article(self, article_id: str) -> None:
        """Open an article of the library."""
        self._run(tr("正在打开稿件…"), lambda _work: self._desk().session(article_id), "")

    def attach(self, path: str) -> tuple[str, str]:
        """Copy a file beside the database, for an evidence: its name there and its SHA-256. Raises Refused."""
        return self._desk().attach(path)

    def attachment(self, name: str) -> Path | None:
        """Where the copy of a file lies, if it is there."""
        return None if self.desk is None else self.desk.attachment(name)

    def cancel(self) -> None:
        """Drop the long work that is under way."""
        if self._work is not None:
            self._work.cancel()
            self._finish()

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    def _desk(self) -> "Desk":
        assert self.desk is not None
        return self.desk

    def _run(self, sentence: str, act: Callable[[Work], Session], asked: str) -> None:
        if self.desk is None:
            return
        self.cancel()
        work = self._work = Work(act)
        work.progressed.connect(self.progressed)
        work.done.connect(self._done)
        work.failed.connect(lambda error: self._failed(asked, error))
        self.began.emit(sentence)
        work.start()

    def _done(self, session: Session) -> None:
        self._finish()
        self.arrived.emit(session)

    def _failed(self, asked: str, error: Exception) -> None:
        self._finish()
        self.failed.emit(asked, error)

    def _finish(self) -> None:
        self._work = None
        self.ended.emit()
