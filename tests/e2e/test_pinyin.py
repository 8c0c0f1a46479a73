"""Pinyin that is being composed never decides and never commits; digits in a field are text."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from annotator.model import State
from tests.e2e.editor import Editor


def compose(text: str) -> None:
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent(text, []))


def test_the_article_takes_no_input_method(reader: Editor) -> None:
    from PySide6.QtCore import Qt

    assert not reader.window.article.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    reader.go_to("194份")
    compose("que1")
    assert reader.session.progress.decided == 0


def test_digits_in_a_field_are_text(reader: Editor) -> None:
    reader.press("Ctrl+F")
    for key in ("1", "2", "0", "4"):
        reader.press(key)
    assert reader.window.toolrow.field.text() == "1204"
    assert reader.session.progress.decided == 0
    assert reader.window.card.form is None


def test_enter_of_the_input_method_commits_no_form(reader: Editor) -> None:
    reader.give_name()
    reader.go_to("649万美元")
    reader.press("3")
    form = reader.window.card.form
    reader.press("Alt+1")
    form.reason.words.setFocus()
    compose("yuan'yin")
    reader.press("Ctrl+Return")
    assert reader.state_of("649万美元") is State.PENDING
    reader.commit("原因")
    assert reader.state_of("649万美元") is State.PENDING
    assert "原因" in form.reason.words.toPlainText()
    reader.press("Ctrl+Return")
    assert reader.state_of("649万美元") is State.FLAGGED
