"""What a Word file holds beside its text is not lost from sight: tracked changes, comments and footnotes are listed and shown in place."""

from annotator.gui.article.page import MarginNote
from annotator.gui.imports.notes import ImportNotes
from annotator.gui.imports.notes_model import NOTE
from tests.e2e.editor import Desks, Editor
from tests.text.word_files import deleted, document, inserted, paragraph, run

WORD = document(
    paragraph("服务企业情况"),
    paragraph("贷款利率比原利率", deleted("上浮"), inserted(run("下浮")), "15%左右。"),
    paragraph("共走访企业", run("3", "<w:vanish/>"), "120家。"),
)


def open_word(editor: Editor, folder) -> None:
    (folder / "稿.docx").write_bytes(WORD)
    editor.desktop.files.bring([str(folder / "稿.docx")])
    editor.wait_for_article()


def test_tracked_changes_are_told_and_shown_in_place(editor: Editor, tmp_path) -> None:
    open_word(editor, tmp_path)
    banner = editor.window.banner
    assert banner.isVisible()
    assert "2 处修订" in banner.label.text()
    editor.click(editor.button("逐条查看", banner))
    notes = editor.dialog(ImportNotes)
    said = [notes.model.index(row, 2).data() for row in range(notes.model.rowCount())]
    assert any("插入了“下浮”" in words and "张编辑" in words for words in said)
    assert any("删去了“上浮”" in words for words in said)
    assert any("隐藏文字" in words and "3" in words for words in said)
    row = next(row for row, words in enumerate(said) if "插入了" in words)
    assert notes.model.index(row, 0).data() == "2"
    assert notes.model.index(row, 1).data() == "修订"
    shown: list[object] = []
    editor.window.bridge.shown.connect(shown.append)
    notes.table.setCurrentIndex(notes.model.index(row, 2))
    span = notes.model.index(row, 2).data(NOTE).span
    assert shown == [span]
    assert editor.session.article.slice(span) == "下浮"
    assert editor.window.bridge.selection.paragraph == 1


def test_tracked_changes_stand_in_the_margin(editor: Editor, tmp_path) -> None:
    open_word(editor, tmp_path)
    view = editor.window.article

    def drawn() -> list[MarginNote]:
        view.viewport().grab()
        return [placed.note for placed in view.placed if placed.note.mark == "import"]

    editor.wait(drawn)
    beside = drawn()
    assert [note.text for note in beside] == ["修订删“上浮”", "修订增“下浮”"]
    assert "张编辑" in beside[0].full


def test_the_notes_stay_with_the_article(desks: Desks, tmp_path) -> None:
    editor = desks.sit()
    open_word(editor, tmp_path)
    before = editor.session.article.notes
    editor.close()
    again = desks.sit()
    again.wait_for_article()
    assert again.session.article.notes == before
    again.window.actions_["import-notes"].trigger()
    notes = again.dialog(ImportNotes)
    assert notes.model.rowCount() == len(before)
    (tmp_path / "别稿.txt").write_text("投资3亿元。\n", "utf-8")
    with again.qtbot.waitSignal(notes.finished):  # they are about the other article
        again.desktop.files.bring([str(tmp_path / "别稿.txt")])


def test_the_notes_can_be_closed_and_shown_again(editor: Editor, tmp_path) -> None:
    open_word(editor, tmp_path)
    for _ in range(2):
        editor.window.actions_["import-notes"].trigger()
        notes = editor.dialog(ImportNotes)
        with editor.qtbot.waitSignal(notes.destroyed):
            editor.click(editor.button("关闭", notes))
    assert not editor.window.findChildren(ImportNotes)


def test_a_file_read_as_it_is_says_so(editor: Editor, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("投资3亿元。\n", "utf-8")
    editor.desktop.files.bring([str(tmp_path / "a.txt")])
    editor.wait_for_article()
    assert not editor.window.banner.isVisible()
    editor.window.actions_["import-notes"].trigger()
    assert not editor.dialog(ImportNotes).table.isVisible()


def test_a_change_of_line_ends_is_told_without_a_line_above_the_article(editor: Editor, tmp_path) -> None:
    (tmp_path / "a.txt").write_bytes("投资3亿元。\r\n新增就业12人。\r\n".encode())
    editor.desktop.files.bring([str(tmp_path / "a.txt")])
    editor.wait_for_article()
    assert not editor.window.banner.isVisible()
    assert "导入说明" in editor.says
