"""The report leaves the desk: a draft while work is open, the way to the first open item, a final one when all is decided."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from annotator.gui.export import ExportDialog
from annotator.model import State
from tests.e2e.editor import Desks, Editor


def write(editor: Editor, folder: Path, *formats: str) -> list[Path]:
    """Export these formats into a folder by Ctrl+E."""
    written: list[Path] = []

    def act(dialog: ExportDialog) -> None:
        for name, box in dialog.boxes.items():
            box.setChecked(name in formats)
        dialog.folder.setText(str(folder))
        editor.click(dialog.export)
        editor.wait(lambda: dialog.written)
        written.extend(dialog.written)
        dialog.reject()

    editor.meet(ExportDialog, act)
    editor.press("Ctrl+E")
    return written


def test_a_draft_says_what_is_open(reader: Editor, tmp_path: Path) -> None:
    reader.give_name()
    reader.go_to("194份")
    reader.press("1")
    (page,) = write(reader, tmp_path, "html")
    text = page.read_text("utf-8")
    assert "草稿" in page.name
    assert "草稿" in text
    assert "194份" in text


def test_going_to_the_first_open_item(reader: Editor) -> None:
    texts: list[str] = []

    def act(dialog: ExportDialog) -> None:
        texts.extend(label.text() for label in dialog.findChildren(QLabel))
        reader.click(reader.button("跳到第一处", dialog))

    reader.meet(ExportDialog, act)
    reader.press("Ctrl+E")
    assert texts[0] == "还不能出正式报告"
    fold = reader.window.bridge.fold
    assert fold is not None
    assert reader.session.state(fold.id) is State.PENDING


def test_final_report_of_a_short_article(desks: Desks, tmp_path: Path) -> None:
    file = tmp_path / "短稿.txt"
    file.write_text("全市新增就业3200人。\n其中城镇1200人，农村2000人。\n", "utf-8")
    editor = desks.sit(str(file))
    editor.wait_for_article()
    editor.give_name()
    for paragraph in editor.session.article.paragraphs:
        editor.window.bridge.go_to(paragraph.order)
        editor.window.article.setFocus()
        while editor.session.next_open(None, by_risk=False, paragraph=paragraph.order):
            editor.press("1")
        editor.press("Return")
    page, record = write(editor, tmp_path, "html", "json")
    assert "草稿" not in page.name
    assert "3200人" in page.read_text("utf-8")
    assert editor.session.article.sha256 in record.read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_a_sentence(reader: Editor, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    said: list[str] = []

    def act(dialog: ExportDialog) -> None:
        dialog.folder.setText(str(blocked / "reports"))
        reader.click(dialog.export)
        reader.wait(lambda: dialog.progress.isHidden() and dialog.message.text())
        said.append(dialog.message.text())
        dialog.reject()

    reader.meet(ExportDialog, act)
    reader.press("Ctrl+E")
    assert said[0].startswith("写不了")
