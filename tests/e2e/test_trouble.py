"""What can go wrong is told in a sentence with what to do; nothing is lost and no traceback is shown."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from annotator.checks import checks
from annotator.gui.crash import CrashDialog
from annotator.model import State
from tests.e2e.editor import Desks, Editor


def notice(editor: Editor) -> str:
    editor.wait(lambda: editor.window.views.currentWidget() is editor.window.notice)
    return " ".join(label.text() for label in editor.window.notice.findChildren(QLabel))


@pytest.mark.parametrize(
    ("name", "data"),
    [("缺.txt", None), ("空.txt", b""), ("空白.txt", b"  \n\n"), ("图.txt", bytes(range(256)) * 8)],
)
def test_files_that_are_no_article(desks: Desks, tmp_path: Path, name: str, data: bytes | None) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    editor = desks.sit(str(file))
    editor.wait(lambda: "打不开" in notice(editor))
    text = notice(editor)
    assert name in text
    assert "没有导入任何内容" in text
    assert not editor.desktop.access.desk.articles()


def test_a_file_that_cannot_be_read_leaves_the_open_article_alone(reader: Editor, tmp_path: Path) -> None:
    reader.desktop.files.bring([str(tmp_path / "没有.txt")])
    reader.wait(reader.window.banner.isVisible)
    assert "打不开“没有.txt”" in reader.window.banner.label.text()
    assert len(reader.session.article.paragraphs) == 78


@pytest.mark.parametrize("content", [b"this is no database at all" * 40, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_database_that_is_none(desks: Desks, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "other.sqlite"
    file.write_bytes(content)
    editor = desks.sit(database=file)
    assert "核查库打不开" in notice(editor)
    assert file.read_bytes() == content


def test_the_crash_dialog_says_that_the_work_is_safe(reader: Editor) -> None:
    reader.give_name()
    reader.go_to("194份")
    reader.press("1")
    error = ZeroDivisionError("本段讲减负")
    sys.excepthook(type(error), error, None)
    dialog = reader.dialog(CrashDialog)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "决定都已保存" in texts
    assert "ZeroDivisionError" in dialog.report
    assert "PySide6" in dialog.report
    reader.click(reader.button("复制详情", dialog))
    assert QGuiApplication.clipboard().text() == dialog.report
    reader.click(reader.button("回到核查", dialog))
    assert reader.state_of("194份") is State.CONFIRMED


def test_pasted_text_becomes_an_article(editor: Editor) -> None:
    QGuiApplication.clipboard().setText("全市新增就业3200人。\n其中城镇1200人，农村2000人。")
    editor.press("Ctrl+Shift+V", editor.window)
    editor.wait_for_article()
    assert editor.state_of("3200人") is State.PENDING
    QGuiApplication.clipboard().setText("  ")
    editor.press("Ctrl+Shift+V")
    assert "剪贴板里没有文字" in editor.says
    assert "3200人" in editor.session.article.text


def test_a_check_that_breaks_is_told_above_the_article(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_relations: object) -> None:
        raise RuntimeError("no")

    whole = tuple(replace(one, find=broken) if one.id == "rank" else one for one in checks())
    monkeypatch.setattr("annotator.checks.checks", lambda: whole)
    file = tmp_path / "稿.txt"
    file.write_text("全村共有480人，其中男性230人，女性270人。\n", "utf-8")
    editor = desks.sit(str(file))
    editor.wait_for_article()
    editor.wait(editor.window.banner.isVisible)
    assert "其他检查不受影响" in editor.window.banner.label.text()
    assert "sum" in {finding.check for finding in editor.session.analysis.findings}
