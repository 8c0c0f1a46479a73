"""Has the machine read an article again in a thread of its own, whenever its session is stale; the window goes on meanwhile."""

from PySide6.QtCore import QObject, Signal

from annotator.gui.work import Work
from annotator.review import Changes, Session


class Checking(QObject):
    """Follows one session. What was asked for first is dropped when something newer was asked for meanwhile."""

    turned = Signal()  # the findings have become stale, or are fresh again
    taken = Signal(object)  # Changes: what the machine says now is in the session

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._work: Work | None = None
        self._asked: tuple[object, ...] = ()  # what it was begun with
        self._stale = False

    def follow(self, session: Session | None) -> None:
        """Go over to another session, or to none; what is being read for the one before is dropped."""
        self._drop()
        self._session = session
        self.look()

    def look(self) -> None:
        """Begin where the session is stale; end what nobody wants any more."""
        session = self._session
        if session is not None and self._work is not None and session.asked != self._asked:
            self._drop()
        if session is not None and session.stale and self._work is None:
            work = Work(lambda work: (work, compute()))
            compute = session.reassess(work.end_if_cancelled)
            work.done.connect(self._done)
            work.failed.connect(self._failed)
            self._work, self._asked = work, session.asked
            work.start()
        stale = session is not None and session.stale
        if stale is not self._stale:
            self._stale = stale
            self.turned.emit()

    def _drop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _done(self, result: tuple[Work, Session]) -> None:
        work, reading = result
        if work is not self._work or self._session is None:
            return  # it came just before it was cancelled
        self._work = None
        changes: Changes | None = self._session.take(reading)
        self.look()
        if changes is not None:
            self.taken.emit(changes)

    def _failed(self, error: Exception) -> None:
        """What broke is no fault of the article: it is shown as every fault of the program is. The findings stay stale."""
        self._work = None
        raise error
