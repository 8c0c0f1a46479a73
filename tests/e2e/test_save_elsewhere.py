"""The desk's file is taken away under the editor: no decision is accepted or lost, and all of it is saved elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from annotator.model import State
from tests.e2e.editor import Desks, Editor


def in_trouble(desks: Desks) -> Editor:
    """One decision is written; then the file is moved away and the next decision cannot be."""
    editor = desks.sit()
    editor.open_sample()
    editor.give_name()
    editor.walk_to("194份")
    editor.press("1")
    desks.database.rename(desks.database.with_name("taken-away.sqlite"))
    editor.walk_to("300余家")
    editor.press("1")
    editor.wait(editor.window.banner.isVisible)
    return editor


def test_all_there_is_goes_on_in_another_file(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = in_trouble(desks)
    assert editor.state_of("300余家") is State.PENDING
    assert "还没有保存" in editor.window.banner.label.text()
    elsewhere = tmp_path / "elsewhere.sqlite"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_options: (str(elsewhere), ""))
    editor.click(editor.button("另存到…"))
    editor.wait(lambda: editor.desktop.files.where == str(elsewhere))
    editor.wait_for_article()
    assert editor.state_of("194份") is State.CONFIRMED
    assert editor.state_of("300余家") is State.CONFIRMED  # what was still on the screen
    assert not editor.window.banner.isVisible()
    editor.walk_to("649万美元")
    editor.press("1")
    assert editor.state_of("649万美元") is State.CONFIRMED
    editor.close()
    again = desks.sit(database=elsewhere)
    again.wait_for_article()
    assert [again.state_of(text) for text in ("194份", "300余家", "649万美元")] == [State.CONFIRMED] * 3
    assert again.window.preferences["database"] == str(elsewhere)
    assert not again.desktop.access.desk.check()


def test_the_file_comes_back_and_is_tried_again(desks: Desks) -> None:
    editor = in_trouble(desks)
    desks.database.with_name("taken-away.sqlite").rename(desks.database)
    editor.click(editor.button("重试"))
    editor.wait(lambda: editor.state_of("300余家") is State.CONFIRMED)
    assert not editor.window.banner.isVisible()


def test_a_name_that_is_taken_is_refused_and_nothing_is_lost(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = in_trouble(desks)
    taken = tmp_path / "taken.sqlite"
    taken.write_text("something else", "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_options: (str(taken), ""))
    editor.click(editor.button("另存到…"))
    assert "已经有了" in editor.says
    assert taken.read_text("utf-8") == "something else"
    assert editor.session.unsaved is not None
    assert editor.window.banner.isVisible()
