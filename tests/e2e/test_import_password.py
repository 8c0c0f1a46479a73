"""A locked PDF asks for its password and says when it was wrong; a scan says that there is no text to read."""

from PySide6.QtWidgets import QLabel

from annotator.gui.imports.password import DocumentPassword
from tests.e2e.editor import Editor
from tests.text.pdf_files import Words, locked, placed


def test_a_wrong_password_is_told_and_the_right_one_opens(editor: Editor, tmp_path) -> None:
    file = tmp_path / "锁.pdf"
    file.write_bytes(locked([Words(50, 700, "Output rose 15%.")], "secret"))
    asked: list[bool] = []

    def second(dialog: DocumentPassword) -> None:
        asked.append(dialog.message.isVisible())
        dialog.field.setText("secret")
        editor.press("Return", dialog.field)

    def first(dialog: DocumentPassword) -> None:
        asked.append(dialog.message.isVisible())
        assert not dialog.open_button.isEnabled()
        dialog.field.setText("guess")
        editor.click(dialog.open_button)
        editor.meet(DocumentPassword, second)

    editor.meet(DocumentPassword, first)
    editor.desktop.files.bring([str(file)])
    editor.wait_for_article()
    assert asked == [False, True]
    assert "15%" in editor.session.article.text


def test_leaving_the_question_imports_nothing(editor: Editor, tmp_path) -> None:
    file = tmp_path / "锁.pdf"
    file.write_bytes(locked([Words(50, 700, "Output rose 15%.")], "secret"))
    asked: list[bool] = []

    def leave(dialog: DocumentPassword) -> None:
        asked.append(True)
        dialog.reject()

    editor.meet(DocumentPassword, leave)
    editor.desktop.files.bring([str(file)])
    editor.wait(lambda: asked)
    assert editor.window.bridge.session is None
    assert editor.desktop.access.desk.articles() == ()


def test_a_scan_says_that_it_has_no_text_layer(editor: Editor, tmp_path) -> None:
    file = tmp_path / "扫描.pdf"
    file.write_bytes(placed([[]], images=1))
    editor.desktop.files.bring([str(file)])
    editor.wait(lambda: any("没有文字层" in label.text() for label in editor.window.notice.findChildren(QLabel)))
    assert any("扫描.pdf" in label.text() for label in editor.window.notice.findChildren(QLabel))
