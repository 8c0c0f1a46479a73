"""Long work in a thread of its own: the window goes on, the result comes back as a signal, and a cancelled result is dropped."""

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Cancelled(Exception):  # noqa: N818 - no error: somebody asked for it
    """Raised inside the work at its next step after `cancel`."""


_GIVES_WAY: Final = 0.0005  # seconds after which a thread that works lets the window go on; Python's own 5 ms add up to a wait one sees
_running: set["Work"] = set()


class Work(QObject):
    """One piece of work. Exactly one of `done` (with the result) and `failed` (with the exception) comes, or none after `cancel`.

    It belongs to nobody and lives until its thread has ended: whoever asked may be gone by then.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(str)  # what is being done now
    _ended = Signal()

    def __init__(self, act: Callable[["Work"], Any]) -> None:
        super().__init__()
        self._act = act
        self.cancelled = False
        self._ended.connect(self._forget)

    def start(self) -> None:
        """Begin in the pool."""
        sys.setswitchinterval(_GIVES_WAY)
        _running.add(self)
        QThreadPool.globalInstance().start(_Run(self))

    def cancel(self) -> None:
        """Drop the result; the work stops at its next `step`."""
        self.cancelled = True

    def _forget(self) -> None:
        _running.discard(self)

    def end_if_cancelled(self) -> None:
        """Called by the work now and then: ends it where nobody wants it any more."""
        if self.cancelled:
            raise Cancelled

    def step(self, sentence: str) -> None:
        """Called by the work between two steps: says what comes next, or ends it."""
        self.end_if_cancelled()
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
            tell = None
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told in the window
            tell = (work.failed, error)
        else:
            tell = (work.done, result)
        with suppress(RuntimeError):  # Qt is gone: the application ended while this ran
            if tell is not None and not work.cancelled:
                tell[0].emit(tell[1])
            work._ended.emit()  # noqa: SLF001
