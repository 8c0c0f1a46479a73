"""How an editor acts on the card, and what it shows."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.bridge import SessionBridge
from annotator.gui.card.card import ClaimCard
from annotator.gui.card.correction import CorrectionForm
from annotator.model import State
from tests.gui.small import claim_of, go


def words(widget: QWidget) -> str:
    """Everything a widget shows as labels and buttons."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels + [button.text() for button in widget.findChildren(QAbstractButton) if button.isVisible()])


def button(widget: QWidget, text: str) -> QAbstractButton:
    found = [known for known in widget.findChildren(QAbstractButton) if text in known.text() and known.isVisible()]
    assert found, words(widget)
    return found[0]


def click(target: QAbstractButton) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(target.width() // 2, target.height() // 2))


def press(target: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def commit(field: QWidget, text: str) -> None:
    """What an input method does at the end of a word."""
    field.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def correct(card: ClaimCard, bridge: SessionBridge, text: str, number: int = 0) -> CorrectionForm:
    go(bridge, text, number)
    bridge.press(State.CORRECTED)
    assert isinstance(card.form, CorrectionForm)
    return card.form


def state_of(bridge: SessionBridge, text: str, number: int = 0) -> State:
    assert bridge.session is not None
    return bridge.session.state(claim_of(bridge, text, number).id)


def assert_comes(qtbot: QtBot, holds: Callable[[], object], timeout: int = 5000) -> None:
    """Wait until something holds."""
    qtbot.waitUntil(lambda: bool(holds()), timeout=timeout)
