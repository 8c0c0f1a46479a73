"""The desk for user stories: only the event loop, the home folder and the clock of the store stay outside."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui import app, i18n, theme
from tests.e2e.editor import Desks, Editor


@pytest.fixture
def desks(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desks]:
    """The real `main`; its event loop is the test's own."""
    made: list[app.Desktop] = []

    class Kept(app.Desktop):
        def __init__(self, database: str | Path | None) -> None:
            super().__init__(database)
            made.append(self)

    monkeypatch.setattr(app, "Desktop", Kept)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    monkeypatch.setattr(app.log, "start", lambda: None)
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    hook = sys.excepthook
    desks = Desks(qtbot, made, tmp_path / "desk.sqlite")
    yield desks
    desks.leave_all()
    gc.collect(1)
    gc.enable()  # the window collects in its own thread only
    sys.excepthook = hook
    i18n.speak("zh")
    theme.desk_theme().apply("light", 100)


@pytest.fixture
def editor(desks: Desks) -> Editor:
    """An editor at an empty desk."""
    return desks.sit()


@pytest.fixture
def reader(editor: Editor) -> Editor:
    """An editor with the sample open."""
    editor.open_sample()
    return editor
