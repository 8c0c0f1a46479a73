"""Long work in a thread of its own: the window goes on, the result comes back as a signal, and a cancelled result is dropped."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Cancelled(Exception):  # noqa: N818 - no error: somebody asked for it
    """Raised inside the work at its next step after `cancel`."""


class Work(QObject):
    """One piece of work. Exactly one of `done` (with the result) and `failed` (with the exception) comes, or none after `cancel`."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(str)  # what is being done now

    def __init__(self, act: Callable[["Work"], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self.cancelled = False

    def start(self) -> None:
        """Begin in the pool."""
        QThreadPool.globalInstance().start(_Run(self))

    def cancel(self) -> None:
        """Drop the result; the work stops at its next `step`."""
        self.cancelled = True

    def step(self, sentence: str) -> None:
        """Called by the work between two steps: says what comes next, or ends it."""
        if self.cancelled:
            raise Cancelled
        self.progressed.emit(sentence)


class _Run(QRunnable):
    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        work = self._work
        try:
            result = work._act(work)  # noqa: SLF001 - one class in two halves
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told in the window
            if not work.cancelled:
                work.failed.emit(error)
            return
        if not work.cancelled:
            work.done.emit(result)
