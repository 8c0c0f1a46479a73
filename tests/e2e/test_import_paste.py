"""Paste: the plain text first, its formatted copy offered; copied files are opened; an empty desk takes Ctrl+V."""

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from tests.e2e.editor import Editor

PAGE = "<html><body><p>园区产值12亿元。</p><p style='display:none'>旧数9亿元。</p></body></html>"


def copied(text: str = "", html: str = "") -> None:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def test_plain_text_first_and_the_formatted_copy_offered(editor: Editor) -> None:
    copied("园区产值12亿元。旧数9亿元。", PAGE)
    editor.press("Ctrl+Shift+V", editor.window)
    editor.wait_for_article()
    assert "旧数" in editor.session.article.text
    editor.click(editor.button("按带格式的重读", editor.window.banner))
    editor.wait(lambda: "旧数" not in editor.session.article.text)
    assert any(note.kind == "hidden" for note in editor.session.article.notes)
    assert len(editor.desktop.access.desk.articles()) == 1, "the plain reading made room"


def test_plain_text_alone_offers_nothing(editor: Editor) -> None:
    copied("园区产值12亿元。")
    editor.press("Ctrl+Shift+V", editor.window)
    editor.wait_for_article()
    assert not editor.window.banner.isVisible()
    assert editor.session.article.name == "粘贴的文字"


def test_an_empty_desk_takes_the_usual_key(editor: Editor) -> None:
    editor.wait(lambda: editor.window.views.currentWidget() is editor.window.notice and editor.window.notice.findChildren(object))
    copied("园区产值12亿元。")
    editor.press("Ctrl+V", editor.window.notice)
    editor.wait_for_article()
    assert editor.session.article.text == "园区产值12亿元。"


def test_markup_without_plain_text_is_read_as_a_page(editor: Editor) -> None:
    copied(html=PAGE)
    editor.press("Ctrl+Shift+V", editor.window)
    editor.wait_for_article()
    assert "12亿元" in editor.session.article.text


def test_copied_files_are_opened(editor: Editor, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("投资3亿元。\n", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    QGuiApplication.clipboard().setMimeData(mime)
    editor.press("Ctrl+Shift+V", editor.window)
    editor.wait_for_article()
    assert editor.session.article.name == "a.txt"


def test_an_empty_clipboard_is_told(editor: Editor) -> None:
    QGuiApplication.clipboard().clear()
    editor.press("Ctrl+Shift+V", editor.window)
    editor.wait(lambda: editor.says)
    assert "剪贴板里没有文字" in editor.says
