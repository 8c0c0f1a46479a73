"""Many files at once: each is read, the list says what became of it and why, and the one that is chosen is opened."""

from pathlib import Path
from threading import Event

from annotator.gui.imports import batch
from annotator.gui.imports.batch import BatchDialog
from annotator.gui.imports.password import DocumentPassword
from annotator.text import Cancelled, load
from tests.e2e.editor import Desks, Editor
from tests.text.pdf_files import Words, locked

LINES = {"茶叶.txt": "春茶上市\n全镇采摘春茶3.2吨，产值96万元。\n", "灯会.txt": "灯会闭幕\n灯会接待游客12万人次。\n"}


def files(folder: Path) -> list[str]:
    for name, text in LINES.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "坏.docx").write_bytes(b"PK\3\4 no package")
    (folder / "锁.pdf").write_bytes(locked([Words(50, 700, "Output rose 15%.")], "secret"))
    (folder / "空.txt").write_bytes(b"")
    return [str(folder / name) for name in ("茶叶.txt", "坏.docx", "灯会.txt", "锁.pdf", "空.txt", "茶叶.txt")]


def when_done(editor: Editor, act) -> None:
    """Act on the batch when every file has been read."""

    def wait(dialog: BatchDialog) -> None:
        editor.wait(lambda: not dialog.progress.isVisible())
        act(dialog)

    editor.meet(BatchDialog, wait)


def rows(dialog: BatchDialog) -> list[list[str]]:
    return [[dialog.model.index(row, column).data() for column in range(3)] for row in range(dialog.model.rowCount())]


def test_a_batch_says_what_became_of_each_file(editor: Editor, tmp_path) -> None:
    seen: list[list[str]] = []
    said: list[str] = []

    def act(dialog: BatchDialog) -> None:
        seen.extend(rows(dialog))
        said.append(dialog.message.text())
        dialog.table.selectRow(1)
        assert not dialog.open_button.isEnabled(), "there is nothing to open"
        dialog.table.selectRow(2)
        editor.click(dialog.open_button)

    when_done(editor, act)
    editor.desktop.files.bring(files(tmp_path))
    editor.wait_for_article()
    assert [row[1] for row in seen] == ["已导入", "没有导入", "已导入", "要密码", "没有导入", "库里已有，接着核对"]
    assert "另存一份" in seen[1][2]
    assert "空的" in seen[4][2]
    assert said == ["新导入 2 篇，库里已有 1 篇，2 个没有导入，原因见下，1 个要密码，选中后打开。"]
    assert editor.session.article.name == "灯会.txt"
    assert {row.name for row in editor.desktop.access.desk.articles()} == set(LINES)
    assert len(editor.desktop.preferences.recent) == 2


def test_a_locked_file_of_a_batch_is_opened_by_itself(editor: Editor, tmp_path) -> None:
    def choose(dialog: BatchDialog) -> None:
        dialog.table.selectRow(3)
        editor.click(dialog.open_button)

    def answer(dialog: DocumentPassword) -> None:
        dialog.field.setText("secret")
        editor.click(dialog.open_button)

    when_done(editor, choose)
    editor.meet(DocumentPassword, answer)
    editor.desktop.files.bring(files(tmp_path))
    editor.wait_for_article()
    assert "15%" in editor.session.article.text


def test_a_batch_that_is_called_off_keeps_what_was_read(editor: Editor, tmp_path, monkeypatch) -> None:
    names = []
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"第{number}号简讯\n新增岗位{number + 10}个。\n", "utf-8")
        names.append(str(tmp_path / f"{number}.txt"))
    counts: list[int] = []

    def stuck(path, *, cancelled):
        while path.name == "2.txt" and not cancelled():
            Event().wait(0.01)
        if cancelled():
            raise Cancelled
        return load(path)

    monkeypatch.setattr(batch, "load", stuck)

    def act(dialog: BatchDialog) -> None:
        editor.wait(lambda: dialog.model.count("new") == 2)
        dialog.reject()
        assert dialog.isVisible(), "the first Esc calls the reading off"
        counts.extend((dialog.model.count("new"), dialog.model.count("left")))
        dialog.reject()

    editor.meet(BatchDialog, act)
    editor.desktop.files.bring(names)
    editor.wait_for_article()
    assert counts == [2, 3]
    assert editor.session.article.name == "0.txt", "an empty desk opens the first that came"


def test_closing_the_window_of_a_batch_calls_it_off(editor: Editor, tmp_path, monkeypatch) -> None:
    seen: list[bool] = []

    def stuck(_path, *, cancelled):
        while not cancelled():
            Event().wait(0.01)
        seen.append(True)
        raise Cancelled

    monkeypatch.setattr(batch, "load", stuck)
    editor.meet(BatchDialog, lambda dialog: dialog.close())
    editor.desktop.files.bring(files(tmp_path))
    editor.wait(lambda: seen)
    assert editor.desktop.access.desk.articles() == ()


def test_files_on_the_command_line_are_a_batch(desks: Desks, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(BatchDialog, "exec", lambda dialog: dialog.show())
    for name, text in LINES.items():
        (tmp_path / name).write_text(text, "utf-8")
    editor = desks.sit(*(str(tmp_path / name) for name in LINES))
    dialog = editor.dialog(BatchDialog)
    editor.wait(lambda: not dialog.progress.isVisible())
    assert dialog.model.count("new") == 2
