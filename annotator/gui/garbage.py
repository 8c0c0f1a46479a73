"""Garbage is collected in the GUI thread only.

Python's cycle collector runs in whichever thread happens to allocate. A QObject that it frees in a working thread leaves its timers
and posted events behind, and the next turn of the event loop falls over them.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 1000  # milliseconds


class Collector(QObject):
    """Takes the automatic collection over for as long as it lives; its owner is the window or the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what Python would have collected by now."""
        due = [
            generation for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > limit
        ]
        if due:
            gc.collect(due[-1])
