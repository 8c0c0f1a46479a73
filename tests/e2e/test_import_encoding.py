"""An encoding that was found wrongly, or cannot be told, is chosen by the editor beside a preview, before or after the import."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from annotator.gui.imports.encoding import EncodingDialog
from tests.e2e.editor import Editor

TEXT = "蓝湾港上月吞吐量\n蓝湾港上月完成吞吐量320万吨，同比增长4.5%。\n"


def choose(dialog: EncodingDialog, encoding: str) -> None:
    names = [dialog.listed.item(row).text() for row in range(dialog.listed.count())]
    dialog.listed.setCurrentRow(next(row for row, name in enumerate(names) if name.startswith(encoding)))


def test_another_encoding_is_chosen_afterwards_and_never_takes_the_old_text(editor: Editor, tmp_path) -> None:
    file = tmp_path / "港.txt"
    file.write_bytes(TEXT.encode("gb18030"))
    editor.desktop.files.bring([str(file)])
    editor.wait_for_article()
    assert editor.session.article.encoding == "gb18030"
    seen: list[str] = []

    def wrong(dialog: EncodingDialog) -> None:
        assert not dialog.read.isEnabled(), "it is read in this one already"
        seen.append(dialog.text.toPlainText())
        choose(dialog, "Big5")
        seen.append(dialog.text.toPlainText())
        editor.click(dialog.read)

    editor.meet(EncodingDialog, wrong)
    file.unlink()  # the desk has kept what it read
    editor.window.actions_["encoding"].trigger()
    editor.wait(lambda: editor.session.article.encoding == "big5")
    assert seen[0] == TEXT
    assert seen[1] != TEXT
    assert editor.session.article.text.startswith(seen[1][:6])
    assert len(editor.desktop.access.desk.articles()) == 1, "a reading nobody decided in makes room"

    def right(dialog: EncodingDialog) -> None:
        choose(dialog, "GB18030")
        editor.click(dialog.read)

    editor.meet(EncodingDialog, right)
    editor.window.actions_["encoding"].trigger()
    editor.wait(lambda: editor.session.article.text == TEXT)


def test_a_reading_with_decisions_stays_in_the_library(editor: Editor, tmp_path) -> None:
    file = tmp_path / "港.txt"
    file.write_bytes(TEXT.encode("gb18030"))
    editor.desktop.files.bring([str(file)])
    editor.wait_for_article()
    editor.give_name()
    editor.go_to("320万吨")
    editor.press("1")
    editor.wait(lambda: editor.session.records)

    def other(dialog: EncodingDialog) -> None:
        choose(dialog, "Big5")
        editor.click(dialog.read)

    editor.meet(EncodingDialog, other)
    editor.window.actions_["encoding"].trigger()
    editor.wait(lambda: editor.session.article.encoding == "big5")
    assert len(editor.desktop.access.desk.articles()) == 2


def test_a_doubtful_encoding_is_asked_about_before_anything_is_imported(editor: Editor, tmp_path) -> None:
    file = tmp_path / "残.txt"
    file.write_bytes(TEXT.encode("gb18030") + b"\xff\xff\xff\x81 \xfe\xfe\n" + TEXT.encode("gb18030"))
    seen: list[str] = []

    def refuse(dialog: EncodingDialog) -> None:
        seen.append(dialog.windowTitle())
        dialog.reject()

    editor.meet(EncodingDialog, refuse)
    editor.desktop.files.bring([str(file)])
    editor.wait(lambda: "没有导入" in editor.says)
    assert editor.desktop.access.desk.articles() == ()

    def accept(dialog: EncodingDialog) -> None:
        editor.click(dialog.read)

    editor.meet(EncodingDialog, accept)
    editor.desktop.files.bring([str(file)])
    editor.wait_for_article()
    assert seen == ["文字编码不确定"]
    assert editor.session.article.encoding == "gb18030"
    assert "解不出" in editor.window.banner.label.text()
    editor.desktop.files.bring([str(file)])  # known now: not asked again
    editor.wait(lambda: not editor.desktop.access.is_busy)
    assert len(editor.desktop.access.desk.articles()) == 1


def test_where_the_source_is_not_kept_the_file_is_asked_for_and_must_be_the_same(editor: Editor, tmp_path, monkeypatch) -> None:
    file, other = tmp_path / "港.txt", tmp_path / "别的.txt"
    file.write_bytes(TEXT.encode("gb18030"))
    other.write_bytes(TEXT.encode("utf-8"))
    editor.desktop.files.bring([str(file)])
    editor.wait_for_article()
    next(Path(editor.desktop.access.desk.database).with_suffix(".files").glob("*.txt")).unlink()
    chosen: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (chosen.pop(), ""))
    chosen.append(str(other))
    editor.window.actions_["encoding"].trigger()
    assert "不是当初导入的那个文件" in editor.says

    def big5(dialog: EncodingDialog) -> None:
        choose(dialog, "Big5")
        editor.click(dialog.read)

    editor.meet(EncodingDialog, big5)
    chosen.append(str(file))
    editor.window.actions_["encoding"].trigger()
    editor.wait(lambda: editor.session.article.encoding == "big5")
    assert editor.session.article.name == "港.txt"
