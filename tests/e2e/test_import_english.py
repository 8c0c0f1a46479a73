"""The same in English: what an import did, why a file was refused, what a batch came to."""

from annotator.gui.imports.batch import BatchDialog
from annotator.gui.imports.notes import ImportNotes
from tests.e2e.editor import Editor
from tests.e2e.test_import_word import WORD


def speak_english(editor: Editor) -> None:
    editor.desktop.preferences["language"] = "en"
    editor.desktop.speak_anew()
    editor.window.activateWindow()


def test_notes_and_refusals_are_english(editor: Editor, tmp_path) -> None:
    editor.wait(lambda: editor.desktop.access.desk is not None)
    speak_english(editor)
    (tmp_path / "稿.docx").write_bytes(WORD)
    (tmp_path / "图.png").write_bytes(b"\x89PNG\r\n")
    editor.desktop.files.bring([str(tmp_path / "稿.docx")])
    editor.wait_for_article()
    assert "Tracked changes (2)" in editor.window.banner.label.text()
    editor.window.actions_["import-notes"].trigger()
    notes = editor.dialog(ImportNotes)
    said = [notes.model.index(row, 2).data() for row in range(notes.model.rowCount())]
    assert "A tracked change deleted “上浮” (张编辑)" in said
    assert "Hidden text was left out (1): “3”." in said
    editor.desktop.files.bring([str(tmp_path / "图.png")])
    editor.wait(lambda: "picture without text" in editor.window.banner.label.text())
    summaries: list[str] = []

    def act(dialog: BatchDialog) -> None:
        editor.wait(lambda: not dialog.progress.isVisible())
        summaries.append(dialog.message.text())
        dialog.reject()

    editor.meet(BatchDialog, act)
    editor.desktop.files.bring([str(tmp_path / "稿.docx"), str(tmp_path / "图.png")])
    assert summaries == ["1 already in the library, 1 not imported, reasons below."]
