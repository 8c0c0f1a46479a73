"""`main`: the application around the window. The window is shown first; the desk and everything heavy come after it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.gui import crash, log, theme
from annotator.gui.access import DeskAccess
from annotator.gui.commands import Commands
from annotator.gui.files import Files
from annotator.gui.garbage import Collector
from annotator.gui.i18n import language, speak
from annotator.gui.preferences import APP, Preferences
from annotator.gui.window import MainWindow

_SIZE = (1440, 900)  # pixels of the design


class Desktop:
    """The one window and its desk. The window is made again when the language changes; the desk stays open."""

    def __init__(self, database: str | Path | None) -> None:
        self.preferences = Preferences()
        self._collector = Collector()
        self._leaving: list[MainWindow] = []
        self.access = DeskAccess(database or os.environ.get("ANNOTATOR_DATABASE") or self.preferences["database"] or None)
        self.window = self._make()

    def start(self, files: Sequence[str]) -> None:
        """Open the desk and the files; to be called when the window is on the screen."""
        self.files.start(list(files))

    def _make(self) -> MainWindow:
        preferences = self.preferences
        speak(language(preferences["language"]))
        theme.desk_theme().apply(preferences["theme"], preferences["zoom"])
        window = MainWindow(preferences)
        self.files = Files(window, self.access)
        self.commands = Commands(window, self.files)
        self.files.settings_changed.connect(self.commands.follow_preferences)
        self.files.language_changed.connect(self.speak_anew)
        geometry = preferences.geometry("window")
        if geometry is None or not window.restoreGeometry(geometry):
            room = QGuiApplication.primaryScreen().availableGeometry()
            window.resize(min(theme.px(_SIZE[0]), room.width()), min(theme.px(_SIZE[1]), room.height()))
        crash.install(window)
        window.show()
        return window

    def speak_anew(self) -> None:
        """Make the window again in the language that is set now, with the same article open."""
        old, session = self.window, self.window.bridge.session
        self.preferences.save_geometry("window", old.saveGeometry())
        old.bridge.keep_place()
        old.bridge.checking.follow(None)
        old.closing.disconnect()
        old.hide()
        self.window = self._make()
        self._bury(old)
        if session is None:
            self.files.bringing.first_start()
        else:
            self.window.bridge.open(session)
        if self.access.desk is not None:
            self.window.show_reviewer(self.access.desk.reviewer)

    def _bury(self, old: MainWindow) -> None:
        """Let Qt take a window down, leaves first. Python holds on to it until then: its collector would free widgets in any order."""
        self._leaving.append(old)
        old.destroyed.connect(lambda: self._leaving.remove(old))
        old.deleteLater()


def main(argv: Sequence[str], database: str | Path | None = None) -> int:
    """Open the window with the files and stay until it closes; the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(APP)
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP)
    app.setStyle("Fusion")
    log.start()
    desktop = Desktop(database)
    QTimer.singleShot(0, lambda: desktop.start(argv))
    return app.exec()
