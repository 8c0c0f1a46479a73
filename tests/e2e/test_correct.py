"""上浮15%左右 becomes 下浮15%左右: typed into the form, or taken over from the finding with one key."""

from PySide6.QtWidgets import QApplication

from annotator.model import State
from tests.e2e.editor import Editor


def corrected(editor: Editor) -> str:
    claim = next(claim for claim in editor.window.bridge.claims if claim.text == "15%左右")
    decision = editor.session.decision(claim.id)
    assert decision is not None
    assert decision.state is State.CORRECTED
    assert decision.reason
    assert decision.span is not None
    return editor.session.article.slice(decision.span) + " → " + decision.text


def test_by_typing(reader: Editor) -> None:
    reader.give_name()
    reader.go_to("15%左右")
    reader.press("2")
    form = reader.window.card.form
    assert QApplication.focusWidget() is form.field
    assert form.field.selectedText() == "上"  # the part that the finding would change
    reader.commit("下")
    reader.press("Ctrl+Return")
    assert reader.state_of("15%左右") is State.PENDING  # a reason and a ground are still wanting
    form.reason.words.setFocus()
    reader.commit("本段讲减负，利率应当下浮。")
    form.judgement.setFocus()
    reader.press("Space")
    reader.press("Ctrl+Return")
    assert corrected(reader) == "上浮15%左右 → 下浮15%左右"
    assert reader.says.startswith("已更正")


def test_from_the_suggestion(reader: Editor) -> None:
    reader.give_name()
    reader.go_to("15%左右")
    reader.press("2")
    reader.press("Alt+Return")
    form = reader.window.card.form
    form.judgement.setFocus()
    reader.press("Space")
    reader.press("Ctrl+Return")
    assert corrected(reader) == "上浮15%左右 → 下浮15%左右"


def test_escape_keeps_the_draft(reader: Editor) -> None:
    reader.give_name()
    reader.go_to("15%左右")
    reader.press("2")
    reader.commit("下")
    reader.press("Escape")
    assert reader.window.card.form is None
    assert reader.window.article.hasFocus()
    assert reader.state_of("15%左右") is State.PENDING
    reader.press("2")
    assert reader.window.card.form.field.text() == "下浮15%左右"
