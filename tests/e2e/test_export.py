"""The report leaves the desk: a draft while work is open, the way to the first open item, a final one when all is decided."""

from pathlib import Path

from PySide6.QtCore import QThreadPool
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
        editor.wait(lambda: dialog.written and not dialog.busy)
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
        reader.click(reader.button("跳到第一项", dialog))

    reader.meet(ExportDialog, act)
    reader.press("Ctrl+E")
    assert texts[0] == "还不能出正式报告"
    fold = reader.window.bridge.fold
    assert fold is not None
    assert reader.session.state(fold.id) is State.PENDING


def assert_a_draft_may_be_chosen(editor: Editor) -> None:
    """With nothing open the editor chooses; the button says which it will be."""
    texts: list[str] = []

    def act(dialog: ExportDialog) -> None:
        texts.append(dialog.export.text())
        editor.click(dialog.draft)
        texts.append(dialog.export.text())
        editor.wait(lambda: dialog.preview.shown)
        dialog.reject()

    editor.meet(ExportDialog, act)
    editor.press("Ctrl+E")
    assert texts == ["导出", "导出草稿，每页印“草稿”"]


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
    assert_a_draft_may_be_chosen(editor)
    page, record = write(editor, tmp_path, "html", "json")
    assert "草稿" not in page.name
    assert "3200人" in page.read_text("utf-8")
    assert editor.session.article.sha256 in record.read_text("utf-8")


def test_the_preview_follows_what_is_ticked(reader: Editor) -> None:
    captions: list[str] = []
    texts: list[str] = []

    def shown(dialog: ExportDialog, name: str) -> None:
        reader.wait(lambda: dialog.preview.shown == name)
        captions.append(dialog.preview.caption.text())

    def act(dialog: ExportDialog) -> None:
        shown(dialog, "html")
        page = dialog.preview.page
        small = page.width()
        reader.click(page)
        reader.wait(lambda: page.width() > small)
        reader.press("Space", page)
        reader.wait(lambda: page.width() == small)
        picture = page.grab().toImage()
        texts.append(str(len({picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}) > 20))
        for name in ("changes-docx", "csv", "xlsx"):
            reader.click(dialog.boxes[name])
            shown(dialog, name)
            texts.append(dialog.preview.text.toPlainText())
        for name in dialog.chosen:
            dialog.boxes[name].setChecked(False)
        captions.append(dialog.preview.caption.text())
        assert not dialog.export.isEnabled()
        dialog.reject()

    reader.meet(ExportDialog, act)
    reader.press("Ctrl+E")
    assert captions == [
        "预览：网页，第 1 页",
        "预览：带修订和批注的 Word，开头",
        "预览：CSV（全部数据），开头",
        "预览：Excel 表格，开头",
        "预览：请选一种格式",
    ]
    page, manuscript, lines, sheets = texts
    assert page == "True"  # a drawn page, not a blank
    assert reader.session.article.text[:200] in manuscript
    assert lines.startswith("号,决定,段,原文")
    assert "全部数据" in sheets


def test_a_cancelled_export_leaves_no_file(reader: Editor, tmp_path: Path) -> None:
    said: list[str] = []

    def act(dialog: ExportDialog) -> None:
        dialog.boxes["pdf"].setChecked(True)
        dialog.boxes["html"].setChecked(False)
        dialog.folder.setText(str(tmp_path / "reports"))
        reader.click(dialog.export)
        assert dialog.back.text() == "取消"
        reader.click(dialog.back)
        said.append(dialog.message.text())
        QThreadPool.globalInstance().waitForDone()
        assert dialog.isVisible()
        dialog.reject()

    reader.meet(ExportDialog, act)
    reader.press("Ctrl+E")
    assert said == ["已取消。没有写下文件。"]
    assert not (tmp_path / "reports").exists()


def test_a_link_in_the_folder_asks_before_it_is_replaced(reader: Editor, tmp_path: Path) -> None:
    (page,) = write(reader, tmp_path, "html")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("kept", "utf-8")
    page.unlink()
    page.symlink_to(elsewhere)
    said: list[str] = []

    def act(dialog: ExportDialog) -> None:
        reader.click(dialog.export)
        reader.wait(lambda: dialog.progress.isHidden() and dialog.message.text())
        said.extend((dialog.message.text(), dialog.export.text()))
        reader.click(dialog.export)
        reader.wait(lambda: dialog.written and not dialog.busy)
        said.append(dialog.export.text())
        dialog.reject()

    reader.meet(ExportDialog, act)
    reader.press("Ctrl+E")
    assert "是一个链接" in said[0]
    assert said[1:] == ["用新文件代替链接", "导出草稿，每页印“草稿”"]
    assert elsewhere.read_text("utf-8") == "kept"
    assert not page.is_symlink()


def test_formats_and_folder_are_remembered(reader: Editor, tmp_path: Path) -> None:
    write(reader, tmp_path, "md", "csv")
    seen: list[object] = []

    def act(dialog: ExportDialog) -> None:
        seen.extend((dialog.chosen, dialog.folder.text()))
        dialog.reject()

    reader.meet(ExportDialog, act)
    reader.press("Ctrl+E")
    assert seen == [["csv", "md"], str(tmp_path)]


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
