"""Another desk, a backup looked at as a copy and put back, a server that wants a password."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from annotator import desk as desks_module
from annotator.desk import PasswordWanted
from annotator.gui.databases import RestoreDialog, ServerPassword, without_password
from annotator.gui.settings import SettingsDialog
from annotator.model import State
from tests.e2e.editor import Desks, Editor


def settings(editor: Editor, act) -> None:
    editor.meet(SettingsDialog, act)
    editor.press("Ctrl+,")


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The platform's own file dialog answers with this path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_options: (str(path), ""))


def test_another_file_and_back(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = desks.sit()
    editor.open_sample()
    other = tmp_path / "other.sqlite"
    choosing(monkeypatch, other)
    settings(editor, lambda dialog: dialog.database.findChild(object, "other-desk").click())
    editor.wait(lambda: editor.desktop.files.where == str(other))
    assert editor.window.bridge.session is None
    assert editor.window.preferences["database"] == str(other)
    choosing(monkeypatch, desks.database)
    settings(editor, lambda dialog: dialog.database.findChild(object, "other-desk").click())
    editor.wait_for_article()
    assert len(editor.session.article.paragraphs) == 78


def test_a_file_that_is_no_desk_leads_back(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = desks.sit()
    editor.open_sample()
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"no database" * 500)
    choosing(monkeypatch, other)
    settings(editor, lambda dialog: dialog.database.findChild(object, "other-desk").click())
    editor.wait(lambda: editor.window.views.currentWidget() is editor.window.notice)
    assert not editor.window.preferences["database"]
    editor.click(editor.button("回到原来的核查库"))
    editor.wait_for_article()
    assert editor.desktop.files.where == str(desks.database)


def test_a_backup_is_looked_at_and_put_back(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = desks.sit()
    editor.open_sample()
    editor.give_name()
    editor.go_to("194份")
    editor.press("1")
    settings(editor, lambda dialog: (dialog.database.now.click(), dialog.reject()))
    assert len(editor.desktop.access.desk.backups) == 1
    editor.go_to("300余家")
    editor.press("1")

    copy = tmp_path / "copy.sqlite"
    choosing(monkeypatch, copy)
    settings(editor, lambda dialog: dialog.database.copy.click())
    editor.wait_for_article()
    assert editor.desktop.files.where == str(copy)
    assert not editor.desktop.access.desk.check()
    assert (editor.state_of("194份"), editor.state_of("300余家")) == (State.CONFIRMED, State.PENDING)

    choosing(monkeypatch, desks.database)
    settings(editor, lambda dialog: dialog.database.findChild(object, "other-desk").click())
    editor.wait_for_article()
    assert editor.state_of("300余家") is State.CONFIRMED  # the desk itself was not touched

    last = len(editor.desktop.access.desk.backups) - 1  # leaving a desk makes a backup too
    editor.meet(RestoreDialog, lambda dialog: editor.press("Return", dialog.findChild(object, "restore")))
    settings(editor, lambda dialog: (dialog.database.listed.setCurrentRow(last), dialog.database.restore.click()))
    editor.wait_for_article()
    assert editor.desktop.files.where == str(desks.database)
    assert (editor.state_of("194份"), editor.state_of("300余家")) == (State.CONFIRMED, State.PENDING)
    assert list(desks.database.parent.glob("desk.replaced-*.sqlite"))


@pytest.mark.parametrize("keep", [False, True])
def test_a_server_that_wants_a_password(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: bool) -> None:
    address, real = "postgresql://li@example.invalid/desk", desks_module.open_desk
    asked: list[tuple[str | None, bool]] = []

    def open_desk(database, *, secret=None, keep=False, **options):
        if database != address:
            return real(database, **options)
        asked.append((secret, keep))
        if secret != "right":
            raise PasswordWanted("数据库要口令。", address, wrong=secret is not None)
        return real(tmp_path / "server.sqlite", **options)

    monkeypatch.setattr(desks_module, "open_desk", open_desk)
    monkeypatch.setattr("annotator.gui.databases._has_keyring", lambda: True)
    editor = desks.sit()
    editor.open_sample()
    seen: list[bool] = []

    def answer(dialog: ServerPassword) -> None:
        seen.append(dialog.message.isVisible())
        dialog.keep.setChecked(keep)
        dialog.field.setText("right" if dialog.message.isVisible() else "wrong")
        if not dialog.message.isVisible():
            editor.meet(ServerPassword, answer)
        editor.press("Return", dialog.field)

    editor.meet(ServerPassword, answer)
    settings(editor, lambda dialog: (dialog.database.address.setText(address), dialog.database.findChild(object, "connect").click()))
    editor.wait(lambda: editor.desktop.files.where == str(tmp_path / "server.sqlite"))
    assert asked == [(None, False), ("wrong", keep), ("right", keep)]
    assert seen == [False, True]
    assert editor.window.preferences["database"] == address


def test_who_gives_no_password_is_told_what_to_do(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    real = desks_module.open_desk

    def open_desk(database, **options):
        if str(database).startswith("postgresql"):
            raise PasswordWanted("数据库要口令。", database, wrong=False)
        options.pop("secret", None), options.pop("keep", None)
        return real(database, **options)

    monkeypatch.setattr(desks_module, "open_desk", open_desk)
    editor = desks.sit()
    editor.meet(ServerPassword, lambda dialog: dialog.reject())
    editor.desktop.files.databases.open("postgresql://li@example.invalid/desk")
    assert "口令" in editor.window.notice.text.text()
    editor.click(editor.button("回到原来的核查库"))
    editor.wait(lambda: editor.desktop.access.desk is not None)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("postgresql://li:secret@db.example:5433/desk", "postgresql://li@db.example:5433/desk"),
        ("postgresql://li@db.example/desk", "postgresql://li@db.example/desk"),
        ("/home/li/desk.sqlite", "/home/li/desk.sqlite"),
    ],
)
def test_no_password_is_written_down(given: str, kept: str) -> None:
    assert without_password(given) == kept
