"""Windows and dialogs go when they are left: nothing piles up, and nobody but Qt takes a tree of widgets down."""

import gc
import sys
import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui import i18n, theme
from annotator.gui.app import Desktop
from annotator.gui.dialogs import AboutDialog
from annotator.gui.keyhelp import KeyHelp


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    hook = sys.excepthook
    desktop = Desktop(tmp_path / "desk.sqlite")
    yield desktop
    desktop.window.close()
    desktop.access.close()
    desktop.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()
    sys.excepthook = hook
    i18n.speak("zh")


def test_a_window_in_another_language_outlives_the_collector_and_then_goes(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.start([])
    for language in ("en", "zh", "en"):
        old = desktop.window
        gone: list[bool] = []
        old.destroyed.connect(lambda: gone.append(True))  # noqa: B023 - looked at in this turn only
        wrapper = weakref.ref(old)
        desktop.preferences["language"] = language
        desktop.speak_anew()
        del old
        gc.collect()
        assert not gone, "only Qt takes it down"
        assert shiboken6.isValid(wrapper())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert gone == [True]
        gc.collect()
        assert wrapper() is None
        theme.desk_theme().apply("dark")  # nothing that is gone is asked to restyle itself
        theme.desk_theme().apply("light")
    assert desktop.window.menuBar().actions()[0].text() == "File"


def test_dialogs_do_not_pile_up_under_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for _ in range(3):
        dialog = AboutDialog("desk.sqlite", window)
        dialog.open()
        dialog.accept()
        qtbot.waitUntil(lambda: not window.findChildren(QDialog))
    assert not window.children()


def test_the_key_help_goes_too(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.window.actions_["keys"].trigger()
    help_ = desktop.window.findChild(KeyHelp)
    help_.accept()
    qtbot.waitUntil(lambda: not desktop.window.findChildren(KeyHelp))
    assert desktop.window.isVisible()
