"""A number the machine missed is marked by hand; the ends of a claim are moved from the keyboard."""

from PySide6.QtGui import QTextCursor

from annotator.model import Kind, Quantity, State
from tests.e2e.editor import Desks, Editor


def select_text(editor: Editor, words: str) -> None:
    """Select words of the article in the view, as a mouse does."""
    article, view = editor.session.article, editor.window.article
    start = article.text.index(words)
    editor.window.bridge.select(article.paragraph_at(start).order)
    cursor = view.textCursor()
    cursor.setPosition(view.text.position(start))
    cursor.setPosition(view.text.position(start + len(words)), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.setFocus()


def test_insert_from_selection(desks: Desks, tmp_path) -> None:
    file = tmp_path / "稿.txt"
    file.write_text("📌𠮷县方案代号23456号，新增就业3200人。\n", "utf-8")
    editor = desks.sit(str(file))
    editor.wait_for_article()
    before = {claim.text for claim in editor.window.bridge.claims}
    assert "23456" not in before
    editor.give_name()
    select_text(editor, "23456")
    editor.press("Insert")
    claim = editor.window.bridge.claim
    assert claim.text == "23456"
    assert editor.session.article.text[claim.start : claim.end] == "23456"
    editor.press("Ctrl+Z")
    assert "23456" not in {claim.text for claim in editor.window.bridge.claims}


def test_insert_without_a_number_is_refused_in_a_sentence(reader: Editor) -> None:
    reader.give_name()
    select_text(reader, "联通员工")
    reader.press("Insert")
    assert reader.window.status.message.property("role") == "bad"
    assert not reader.session.records


def test_adjust_from_the_keyboard(reader: Editor) -> None:
    reader.give_name()
    claim = reader.go_to("15%左右")
    reader.press("Ctrl+Shift+M")
    reader.press("Shift+Left")
    reader.press("Return")
    adjusted = reader.window.bridge.claim
    assert adjusted.text == "15%左"
    assert adjusted.start == claim.start
    reader.press("Ctrl+Z")
    assert reader.state_of("15%左右") is State.PENDING


def test_a_number_in_a_long_article_is_read_otherwise_at_once_and_checked_afterwards(desks: Desks, tmp_path) -> None:
    file = tmp_path / "长稿.txt"
    file.write_text("".join(f"第{number}号点位代号{number}56789号，新增就业{number + 3000}人。\n" for number in range(1, 1700)), "utf-8")
    editor = desks.sit(str(file))
    editor.wait_for_article()
    editor.give_name()
    editor.go_to("3001人")
    editor.window.bridge.read_as(editor.window.bridge.fold.id, Kind.COUNT, Quantity("3002", unit="人"))
    assert editor.window.bridge.claim.quantity.value == "3002"
    assert editor.window.status.checking.isVisible()
    editor.press("Ctrl+Z")
    assert editor.says.startswith("已撤销")
    assert editor.window.bridge.claim.quantity.value == "3001"
    editor.wait_for_checking()
    assert not editor.window.status.checking.isVisible()
