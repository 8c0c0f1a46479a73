"""An editor at the desk: the real `main`, the real window, the real database; acts by keys and clicks, waits by condition."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui import app
from annotator.gui.dialogs import ParagraphDialog
from annotator.gui.reviewer import ReviewerDialog
from annotator.model import Claim, State
from annotator.review import Session

W = TypeVar("W", bound=QWidget)
NAME = "王初审"


class Editor:
    """One sitting at the desk, from `main` to closing the window."""

    def __init__(self, qtbot: QtBot, desktop: app.Desktop) -> None:
        self.qtbot, self.desktop = qtbot, desktop
        self._waiting: list[QTimer] = []

    @property
    def window(self) -> app.MainWindow:
        return self.desktop.window

    @property
    def session(self) -> Session:
        session = self.window.bridge.session
        assert session is not None
        return session

    # --- waiting ---

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def wait_for_article(self) -> None:
        self.wait(lambda: self.window.bridge.session is not None and not self.desktop.access.is_busy)

    def wait_for_checking(self) -> None:
        """Until what was changed has been checked again."""
        self.wait(lambda: not self.session.stale)

    # --- acting ---

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press a key sequence on the widget that has the focus."""
        if on is None and QApplication.focusWidget() is None:
            self.window.activateWindow()  # no window manager here gives it back when a dialog closes
            self.wait(QApplication.focusWidget)
        target = on or QApplication.focusWidget()
        combination = QKeySequence(keys)[0]
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def commit(self, text: str) -> None:
        """Commit text to the widget that has the focus, as an input method does."""
        from PySide6.QtGui import QInputMethodEvent

        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(widget.width() // 2, widget.height() // 2)
        )

    def button(self, text: str, inside: QWidget | None = None) -> QAbstractButton:
        """The visible button with this text."""
        found = [b for b in (inside or self.window).findChildren(QAbstractButton) if text in b.text() and b.isVisible()]
        assert found, f"no button {text}: {[b.text() for b in (inside or self.window).findChildren(QAbstractButton) if b.isVisible()]}"
        return found[0]

    def meet(self, kind: type[W], act: Callable[[W], object]) -> None:
        """Be ready for a dialog of this kind: act on it when it is there."""

        timer = QTimer(interval=10)

        def look() -> None:
            dialog = next((d for d in QApplication.topLevelWidgets() if isinstance(d, kind) and d.isVisible()), None)
            if dialog is None:
                return
            if not dialog.isActiveWindow():
                if QApplication.activeModalWidget() is dialog:
                    dialog.activateWindow()  # no window manager here does it when another dialog has just closed
                return
            timer.stop()
            try:
                act(dialog)
            except BaseException:
                if isinstance(dialog, QDialog):
                    QDialog.done(dialog, 0)  # a dialog that waits for ever, or asks once more before it closes, would hide why
                raise

        timer.timeout.connect(look)
        timer.start()
        self._waiting.append(timer)

    def expect_nothing_more(self) -> None:
        """Dialogs that did not come are waited for no longer."""
        for timer in self._waiting:
            timer.stop()

    def give_name(self, name: str = NAME) -> None:
        """Answer the question who is checking, at the first decision."""

        def answer(dialog: ReviewerDialog) -> None:
            dialog.field.setText(name)
            self.press("Return", dialog.field)

        self.meet(ReviewerDialog, answer)

    def dialog(self, kind: type[W]) -> W:
        """The dialog of this kind that is open."""
        found: list[W] = []

        def is_there() -> bool:
            found[:] = [d for d in QApplication.topLevelWidgets() if isinstance(d, kind) and d.isVisible()]
            return bool(found)

        self.wait(is_there)
        return found[0]

    # --- the article ---

    def open_sample(self) -> None:
        """First start: 看样稿."""
        self.wait(lambda: self.window.views.currentWidget() is self.window.notice and self.desktop.access.desk is not None)
        self.click(self.button("看样稿"))
        self.wait_for_article()

    def go_to(self, text: str) -> Claim:
        """Select the first place with this text and give the article the focus."""
        claim = next(claim for claim in self.window.bridge.claims if claim.text == text)
        self.window.bridge.select(claim.paragraph, claim.id)
        self.window.activateWindow()
        self.window.article.setFocus()
        self.wait(self.window.article.hasFocus)
        return claim

    def walk_to(self, text: str) -> Claim:
        """Go to the first place with this text as an editor does: Ctrl+G and its paragraph, then ↓."""
        claim = next(claim for claim in self.window.bridge.claims if claim.text == text)

        def answer(dialog: ParagraphDialog) -> None:
            QTest.keyClicks(dialog.field, str(claim.paragraph + 1))
            self.press("Return", dialog.field)

        self.meet(ParagraphDialog, answer)
        self.press("Ctrl+G")
        self.window.activateWindow()
        self.wait(self.window.article.hasFocus)
        for _ in self.window.bridge.claims_in(claim.paragraph):
            if self.window.bridge.claim == claim:
                break
            self.press("Down")
        assert self.window.bridge.claim == claim
        return claim

    def state_of(self, text: str) -> State:
        claim = next(claim for claim in self.window.bridge.claims if claim.text == text)
        return self.session.state(claim.id)

    @property
    def says(self) -> str:
        """What the status line says."""
        return self.window.status.message.text()

    def close(self) -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()
        self.window.close()


class Desks:
    """Sits down at the same database again and again."""

    def __init__(self, qtbot: QtBot, made: list[app.Desktop], database: Path) -> None:
        self._qtbot, self._made, self.database = qtbot, made, database
        self._editors: list[Editor] = []

    def sit(self, *files: str, database: Path | None = None) -> Editor:
        """Start the program."""
        assert app.main(list(files), str(database or self.database)) == 0
        editor = Editor(self._qtbot, self._made[-1])
        self._editors.append(editor)
        editor.window.resize(1440, 900)
        editor.window.activateWindow()
        editor.wait(lambda: editor.desktop.access.desk is not None or editor.window.views.currentWidget() is editor.window.notice)
        return editor

    def leave_all(self) -> None:
        for editor in self._editors:
            editor.expect_nothing_more()
        for desktop in self._made:
            desktop.window.close()
            desktop.access.close()
            desktop.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
