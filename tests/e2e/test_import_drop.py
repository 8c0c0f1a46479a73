"""Files and text are dropped onto the window, the empty one too and wherever in it; words dragged inside the window are no article."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.gui.imports.batch import BatchDialog
from tests.e2e.editor import Editor


def drop(onto: QWidget, mime: QMimeData) -> bool:
    """Drag data in and let it go, as Qt delivers it; was it taken?"""
    place = QPointF(onto.rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, mime, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(onto, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(onto, QDropEvent(place, Qt.DropAction.CopyAction, mime, buttons, keys))
    return True


def urls(*paths) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_file_onto_the_empty_window(editor: Editor, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("投资3亿元。\n", "utf-8")
    editor.wait(lambda: editor.window.views.currentWidget() is editor.window.notice)
    assert drop(editor.window, urls(tmp_path / "a.txt"))
    editor.wait_for_article()
    assert editor.session.article.name == "a.txt"


def test_a_file_onto_the_open_article(reader: Editor, tmp_path) -> None:
    (tmp_path / "b.txt").write_text("新增就业12人。\n", "utf-8")
    assert drop(reader.window.article.viewport(), urls(tmp_path / "b.txt"))
    reader.wait(lambda: reader.session.article.name == "b.txt")


def test_many_files_are_a_batch(editor: Editor, tmp_path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{name}项目投资3亿元。\n", "utf-8")
    counts: list[int] = []

    def act(dialog: BatchDialog) -> None:
        editor.wait(lambda: not dialog.progress.isVisible())
        counts.append(dialog.model.count("new"))
        dialog.reject()

    editor.meet(BatchDialog, act)
    assert drop(editor.window, urls(tmp_path / "a.txt", tmp_path / "b.txt"))
    editor.wait(lambda: counts == [2])


def test_text_is_an_article(editor: Editor) -> None:
    mime = QMimeData()
    mime.setText("本周接待游客8.6万人次。")
    assert drop(editor.window, mime)
    editor.wait_for_article()
    assert editor.session.article.text == "本周接待游客8.6万人次。"


def test_what_holds_no_text_is_not_taken(editor: Editor) -> None:
    mime = QMimeData()
    mime.setData("application/x-colour", b"red")
    assert not drop(editor.window, mime)
