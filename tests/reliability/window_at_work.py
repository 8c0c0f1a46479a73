"""The real window in a process of its own, walked by keys until it is killed: `python -m tests.reliability.window_at_work DATABASE FILE`.

Says on its standard output what an editor has seen: `decided SEQ`, then `resting PLACE` and `typed TEXT` where it stops.
"""

import json
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui import app
from annotator.review import Session

DECISIONS = 30


class Walker:
    """Presses a key whenever the window is idle."""

    def __init__(self, desktop: app.Desktop) -> None:
        self.desktop = desktop
        self.seen = 0
        self.idle = QTimer(interval=0)
        self.idle.timeout.connect(self.go_on)
        self.idle.start()

    def go_on(self) -> None:
        bridge, window = self.desktop.window.bridge, self.desktop.window
        session: Session | None = bridge.session
        if session is None or self.desktop.access.is_busy:
            return
        session.reviewer = "王初审"
        if session.head[0] > self.seen:
            self.seen = session.head[0]
            print("decided", self.seen, flush=True)
        if self.seen >= DECISIONS and bridge.selection.claim is not None:
            self.idle.stop()
            self.rest()
            return
        window.activateWindow()
        window.article.setFocus()
        if bridge.selection.claim is None:
            QTest.keyClick(window.article, Qt.Key.Key_Return)
        else:
            QTest.keyClick(window.article, "1")

    def rest(self) -> None:
        """Open the form of a correction, type, and stay."""
        selection = self.desktop.window.bridge.selection
        print("resting", json.dumps([selection.paragraph, selection.claim]), flush=True)
        QTest.keyClick(self.desktop.window.article, "2")
        event = QInputMethodEvent("", [])
        event.setCommitString("约九成")
        QApplication.sendEvent(QApplication.focusWidget(), event)
        print("typed 约九成", flush=True)


if __name__ == "__main__":
    walkers: list[Walker] = []
    desktop = app.Desktop

    class Watched(desktop):  # type: ignore[misc, valid-type]
        def __init__(self, database: str | None) -> None:
            super().__init__(database)
            walkers.append(Walker(self))

    app.Desktop = Watched  # type: ignore[misc]
    sys.exit(app.main(sys.argv[2:], sys.argv[1]))
