"""The same article opened again goes on with its review; recent files are a menu; long reading can be called off."""

from threading import Event

from annotator.gui import access
from annotator.model import State
from tests.e2e.editor import Desks, Editor


def open_file(editor: Editor, file) -> None:
    editor.desktop.files.bring([str(file)])
    editor.wait(lambda: editor.window.bridge.session is not None and editor.session.article.name == file.name)


def test_the_same_file_goes_on_with_its_review(editor: Editor, tmp_path) -> None:
    file, other = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("投资3亿元，用地120亩。\n", "utf-8")
    other.write_text("新增就业12人。\n", "utf-8")
    open_file(editor, file)
    editor.give_name()
    editor.go_to("3亿元")
    editor.press("1")
    editor.wait(lambda: editor.session.records)
    first = editor.session.article_id
    open_file(editor, other)
    moved = file.rename(tmp_path / "改了名.txt")
    editor.desktop.files.bring([str(moved)])
    editor.wait(lambda: editor.session.article_id == first)
    assert editor.state_of("3亿元") is State.CONFIRMED
    assert "接着上次" in editor.says


def test_a_second_window_shows_the_file_it_is_given(desks: Desks, tmp_path) -> None:
    file, other, unknown = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"
    for path, text in ((file, "投资3亿元。\n"), (other, "新增就业12人。\n"), (unknown, "接待游客8万人次。\n")):
        path.write_text(text, "utf-8")
    first = desks.sit()
    open_file(first, file)
    open_file(first, other)
    second = desks.sit(str(file))
    second.wait_for_article()
    assert second.session.read_only
    assert second.session.article.name == "a.txt"
    third = desks.sit(str(unknown))
    third.wait_for_article()
    assert third.session.article.name == "b.txt", "the library's last one instead of nothing"


def test_recent_files_are_offered_and_open_again(desks: Desks, tmp_path) -> None:
    file, other = tmp_path / "a&b.txt", tmp_path / "c.txt"
    file.write_text("投资3亿元。\n", "utf-8")
    other.write_text("新增就业12人。\n", "utf-8")
    editor = desks.sit()
    open_file(editor, file)
    open_file(editor, other)
    editor.close()
    again = desks.sit()
    again.wait_for_article()
    menu = again.desktop.files.bringing.recent
    menu.aboutToShow.emit()
    assert [action.toolTip() for action in menu.actions()[:2]] == [str(other), str(file)]
    assert menu.actions()[1].text().startswith("a&&b.txt")
    menu.actions()[1].trigger()
    again.wait(lambda: again.session.article.name == "a&b.txt")
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == 1
    assert not menu.actions()[0].isEnabled()


def test_reading_is_called_off_and_nothing_comes_after(reader: Editor, tmp_path, monkeypatch) -> None:
    from annotator import text

    (tmp_path / "慢.txt").write_text("投资3亿元。\n", "utf-8")
    over: list[bool] = []

    def slow(path, *, cancelled, **_options):
        while not cancelled():
            Event().wait(0.01)
        over.append(True)
        raise text.Cancelled

    monkeypatch.setattr(text, "load", slow)
    before = reader.session
    reader.desktop.files.bring([str(tmp_path / "慢.txt")])
    reader.wait(reader.window.status.cancel.isVisible)
    assert "慢.txt" in reader.says
    reader.click(reader.window.status.cancel)
    reader.wait(lambda: over)
    assert not reader.window.status.cancel.isVisible()
    assert reader.session is before
    assert not reader.desktop.access.is_busy
    assert isinstance(reader.desktop.access, access.DeskAccess)
