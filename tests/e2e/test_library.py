"""The library: every article with its progress, found by words, opened, removed after its title is typed."""

from PySide6.QtWidgets import QApplication

from annotator.gui.library import LibraryDialog, RemoveDialog
from annotator.gui.library_model import ID
from tests.e2e.editor import Desks, Editor


def two_articles(desks: Desks, tmp_path) -> Editor:
    file = tmp_path / "就业.txt"
    file.write_text("全市就业形势稳定\n全市新增就业3200人。\n", "utf-8")
    editor = desks.sit()
    editor.open_sample()
    editor.give_name()
    editor.go_to("194份")
    editor.press("1")
    editor.desktop.files.bring([str(file)])
    editor.wait(lambda: editor.session.article.name == "就业.txt")
    return editor


def rows(dialog: LibraryDialog) -> list[list[str]]:
    proxy = dialog.proxy
    return [[proxy.index(row, column).data() for column in range(2)] for row in range(proxy.rowCount())]


def test_progress_search_and_open(desks: Desks, tmp_path) -> None:
    editor = two_articles(desks, tmp_path)
    seen: list[list[list[str]]] = []

    def act(dialog: LibraryDialog) -> None:
        seen.append(rows(dialog))
        dialog.field.setText("醴陵")
        seen.append(rows(dialog))
        editor.press("Return", dialog.field)

    editor.meet(LibraryDialog, act)
    editor.press("Ctrl+Shift+O")
    editor.wait(lambda: len(editor.session.article.paragraphs) == 78)
    everything, found = seen
    assert everything[0][0].startswith("全市就业")  # the last opened comes first
    assert len(found) == 1
    assert found[0][1] == f"1 / {editor.session.progress.folds}"


def test_remove_wants_the_title(desks: Desks, tmp_path) -> None:
    editor = two_articles(desks, tmp_path)

    def confirm(dialog: RemoveDialog) -> None:
        dialog.field.setText("别的题目")
        assert not dialog.remove.isEnabled()
        dialog.field.setText("全市就业形势稳定")
        editor.click(dialog.remove)

    def act(dialog: LibraryDialog) -> None:
        ids = [dialog.proxy.index(row, 0).data(ID) for row in range(dialog.proxy.rowCount())]
        dialog.table.selectRow(ids.index(editor.session.article_id))
        editor.meet(RemoveDialog, confirm)
        dialog.remove_button.click()
        assert dialog.proxy.rowCount() == 1
        dialog.reject()

    editor.meet(LibraryDialog, act)
    editor.press("Ctrl+Shift+O")
    assert [row.name for row in editor.desktop.access.desk.articles()] == ["liling-2020-03.txt"]
    assert editor.window.bridge.session is None  # what was removed is no longer on the screen
    assert QApplication.activeModalWidget() is None
